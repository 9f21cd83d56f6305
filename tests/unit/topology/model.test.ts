import { expect } from "chai";

import { topologyOf } from "../../../topology/build";
import { nodesOf, withProblems, type Problem, type State, type Topology } from "../../../topology/model";
import { barestView, upView } from "./sample";

const fix = "Mend it.";

/** Which boxes and labelled lines are in a state. */
function inState(topology: Topology, state: State): string[] {
    const lines = topology.links.filter(({ part }) => part !== undefined);
    return [...nodesOf(topology), ...lines].filter((part) => part.state === state).map(({ part }) => part ?? "");
}

describe("the model of the drawing", () => {
    it("holds each thing of a link once, from the VPC at Alibaba Cloud to the one at AWS", () => {
        const nodes = nodesOf(topologyOf(upView())).map(({ kind, id, lines }) => [kind, id, ...lines].join(" | "));
        expect(nodes).to.deep.equal([
            "VPC | vpc-a | 172.16.0.0/16",
            "VBR | vbr-1 | singapore | active · AS 45104 · VLAN 101 | 169.254.10.1/30",
            "Transit router | tr-1 | table vtb-1",
            "BGP |  | Established / up | MD5 keys equal",
            "Private circuit | pc-1 | Enabled · Normal · 1Gbps | ap-1 to EqSG2",
            "VPC | vpc-b | 10.0.0.0/16 | rtb-1 · learns routes",
            "Virtual private gateway | vgw-1 | available · AS 64512",
            "Private virtual interface | dxvif-1 | available · VLAN 101 | 169.254.10.2/30",
            "Hosted connection | dxcon-1 | singapore | available · VLAN 101",
        ]);
    });

    it("finds everything good in a link that is up", () => {
        const topology = topologyOf(upView());
        expect(inState(topology, "good").length).to.equal(nodesOf(topology).length + 3);
        expect(topology).to.include({ state: "good", verdict: "BGP is up" });
    });

    it("says nothing of what nobody looked at", () => {
        const topology = topologyOf(barestView());
        expect(inState(topology, "unknown").length).to.equal(nodesOf(topology).length + 3);
        expect(topology).to.include({ state: "unknown", verdict: "", title: "Multi-cloud connection" });
    });

    it("shows as affected what is not as it should be, and as broken only what has a problem of its own", () => {
        const view = upView();
        view.session = { alibaba: "Idle", aws: "down" };
        view.aws.virtualInterface.status = "down";
        const down = topologyOf(view);
        expect(down).to.include({ state: "affected", verdict: "BGP is not up" });
        expect(inState(down, "affected")).to.deep.equal(["session", "virtualInterface"]);
        const explained = withProblems(down, [{ part: "circuit", says: "It is locked.", fix }]);
        expect(explained).to.include({ state: "broken", verdict: "1 thing to mend" });
        expect(inState(explained, "affected")).to.deep.equal(["session", "virtualInterface"]);
        expect(inState(explained, "broken")).to.deep.equal(["circuit"]);
    });

    it("takes a BGP peer that is Active for what it is: not up", () => {
        const view = upView();
        view.session = { alibaba: "Active" };
        expect(topologyOf(view)).to.include({ state: "affected", verdict: "BGP is not up" });
    });

    it("numbers the problems, and puts several at one thing", () => {
        const problems: Problem[] = [
            { part: "session", says: "One.", fix },
            { part: "awsVpc", says: "Two.", fix },
            { part: "session", says: "Three.", fix },
        ];
        const topology = withProblems(topologyOf(upView()), problems);
        expect(topology.verdict).to.equal("3 things to mend");
        expect(topology.between[0].problems).to.deep.equal([1, 3]);
        expect(nodesOf(topology).find(({ key }) => key === "awsVpc")?.problems).to.deep.equal([2]);
    });

    it("puts a problem of one VPC at that one alone, and one of all VPCs at each", () => {
        const view = upView();
        view.alibaba.vpcs.push({ vpcId: "vpc-c", presence: "there", cidrBlocks: [], attachmentStatus: "Attached" });
        const topology = withProblems(topologyOf(view), [
            { part: "alibabaVpc", vpcId: "vpc-c", says: "One.", fix },
            { part: "alibabaVpcAttachment", says: "Two.", fix },
        ]);
        const numbers = nodesOf(topology).flatMap(({ key, problems }) =>
            problems.length > 0 ? [[key, problems]] : [],
        );
        expect(numbers).to.deep.equal([["alibabaVpc1", [1]]]);
        expect(topology.links.map(({ problems }) => problems).slice(0, 2)).to.deep.equal([[2], [2]]);
    });

    it("draws a Direct Connect gateway where there is one, and its problem at the gateway behind it where there is none", () => {
        const problem: Problem = { part: "directConnectGateway", says: "It lets nothing pass.", fix };
        const view = upView();
        const broken = inState(withProblems(topologyOf(view), [problem]), "broken");
        expect(broken).to.deep.equal(["gateway"]);
        view.aws.directConnectGateway = { directConnectGatewayId: "dxgw-1", presence: "there", asn: 64600 };
        const topology = withProblems(topologyOf(view), [problem]);
        expect(inState(topology, "broken")).to.deep.equal(["directConnectGateway"]);
        expect(topology.links.map(({ from, to }) => `${from} ${to}`)).to.include.members([
            "gateway directConnectGateway",
            "directConnectGateway virtualInterface",
        ]);
    });

    it("draws a Basic CEN as the one thing that VPC and VBR hang on", () => {
        const view = upView();
        Object.assign(view.alibaba, { transitRouter: undefined, cenPresence: "there" });
        const [alibaba] = topologyOf(view).clouds;
        expect(alibaba.groups).to.deep.equal([]);
        expect(alibaba.nodes.map(({ kind, id, state }) => `${kind} ${id ?? ""} ${state}`)).to.include(
            "Basic CEN cen-1 good",
        );
    });
});
