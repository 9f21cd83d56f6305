import { expect } from "chai";

import { drawLink, topologyOfFacts } from "../../../../cli/topology/run";
import { CloudCallError } from "../../../../provider/clouds/errors";
import type { LinkFacts } from "../../../../provider/diagnosis/facts";
import { nodesOf, type State, type Topology } from "../../../../topology/model";
import { contextOf } from "../../../support/circuit";
import { cloudsOf } from "../../../support/cloudsOf";
import type { FakeClouds } from "../../../support/fakeClouds";
import { healthyFacts } from "../../../support/linkFacts";
import { awsRouteCases } from "../../provider/diagnosis/cases/awsRoutes";
import { bgpCases } from "../../provider/diagnosis/cases/bgp";
import { cenCases } from "../../provider/diagnosis/cases/cen";
import { circuitCases } from "../../provider/diagnosis/cases/circuit";

const now = Date.UTC(2026, 0, 1);
const cases = [...circuitCases, ...bgpCases, ...awsRouteCases, ...cenCases];

function topologyAfter(change: (facts: LinkFacts) => unknown): Topology {
    const facts = healthyFacts();
    change(facts);
    return topologyOfFacts(facts, now, "link");
}

/** Every box and line that is in a state, with the numbers of its problems. */
function partsIn(topology: Topology, state: State): string[] {
    return [...nodesOf(topology), ...topology.links]
        .filter((part) => part.state === state)
        .map(({ part, problems }) => [part ?? "line", ...problems].join(" "));
}

describe("what the command topology draws", () => {
    it("shows all of a healthy link, and everything good", () => {
        const topology = topologyAfter(() => undefined);
        expect(nodesOf(topology).map(({ kind, id, lines }) => [kind, id, ...lines].join(" | "))).to.deep.equal([
            "VPC | vpc-ali | 172.16.0.0/16",
            "VBR | vbr-1 | multi-cloud | active · AS 45104 · VLAN 101 | 169.254.10.1/30",
            "Transit router | tr-1 | table vtb-tr",
            "BGP |  | Established / up | MD5 keys equal",
            "Private circuit | pc-1 | Enabled · Normal · 1Gbps | ap-1 to EqSG2",
            "VPC | vpc-aws | 10.0.0.0/16 | rtb-1 · learns routes",
            "Virtual private gateway | vgw-1 | available · AS 64512",
            "Private virtual interface | dxvif-1 | available · VLAN 101 | 169.254.10.2/30",
            "Hosted connection | dxcon-1 | multi-cloud | available · VLAN 101",
        ]);
        expect(topology.links.flatMap(({ lines }) => (lines.length > 0 ? [lines.join(" | ")] : []))).to.deep.equal([
            "Attached | routes synchronised",
            "Attached | routes published",
            "attached",
        ]);
        expect(topology).to.include({ title: "link", state: "good", verdict: "BGP is up" });
        for (const state of ["affected", "broken", "unknown"] as const) {
            expect(partsIn(topology, state), state).to.deep.equal([]);
        }
    });

    const places: Readonly<Record<string, readonly string[]>> = {
        "not-accepted": ["connection 1"],
        "circuit-locked": ["circuit 1"],
        "vbr-terminated": ["borderRouter 1"],
        "keys-differ": ["session 1"],
        "gateway-not-attached": ["gatewayAttachment 1"],
        "allowed-prefixes": ["directConnectGateway 1"],
        "propagation-off": ["awsVpc 1"],
        "publishing-off": ["borderRouterAttachment 1"],
        "synchronisation-off": ["alibabaVpcAttachment 1"],
        "route-map-denies": ["transitRouter 1"],
    };
    for (const { cause, when, change } of cases) {
        it(`shows ${cause} where it is to be mended: ${when}`, () => {
            const broken = partsIn(topologyAfter(change), "broken");
            expect(broken).to.have.length(1);
            expect(broken).to.deep.equal(places[cause] ?? [broken[0]?.replace(/ .*/, " 1")]);
        });
    }

    it("tells by the finding's own words at which of two VPCs it is", () => {
        const packetFilters = cases.filter(({ cause }) => cause === "packet-filter");
        expect(packetFilters.map(({ change }) => partsIn(topologyAfter(change), "broken"))).to.deep.equal([
            ["awsVpc 1"],
            ["alibabaVpc 1"],
        ]);
    });

    it("says nothing of what could not be read", () => {
        const topology = topologyAfter((facts) => {
            Object.assign(facts.aws, { connections: undefined, connection: undefined, vpc: undefined });
            Object.assign(facts.alibaba, { bgpPeers: undefined, bgpPeer: undefined, vpcs: undefined });
        });
        expect(partsIn(topology, "unknown")).to.include.members(["alibabaVpc", "connection", "awsVpc"]);
        expect(topology.between[0].lines[0]).to.equal("up");
    });

    it("says of the keys no more than whether they are equal, and nothing of what a side does not show", () => {
        const said = (["equal", "spaces", "different", undefined] as const).map(
            (comparison) => topologyAfter((facts) => (facts.keys.comparison = comparison)).between[0].lines[1],
        );
        expect(said).to.deep.equal(["MD5 keys equal", "MD5 keys differ", "MD5 keys differ", undefined]);
        const none = topologyAfter(({ keys }) => Object.assign(keys, { aws: "empty", alibaba: "empty" }));
        expect(none.between[0].lines[1]).to.equal("no MD5 key");
    });

    it("says what is not there where its list is known", () => {
        const topology = topologyAfter((facts) => {
            Object.assign(facts.aws, { virtualInterfaces: [], virtualInterface: undefined });
        });
        const virtualInterface = nodesOf(topology).find(({ key }) => key === "virtualInterface");
        expect(virtualInterface).to.deep.include({ id: "dxvif-1", lines: ["not there"], state: "broken" });
    });
});

describe("the command topology", () => {
    const run = (clouds: FakeClouds, format: "mermaid" | "svg"): ReturnType<typeof drawLink> =>
        drawLink({ ids: { vbrId: "vbr-1", virtualInterfaceId: "dxvif-1" } }, format, {
            clock: contextOf(clouds, {}).clock,
            askPulumi: () => Promise.reject(new Error("nobody asked for a stack")),
            connect: () => clouds,
        });

    it("draws in either format, by IDs alone, and writes nothing", async () => {
        const clouds = cloudsOf(healthyFacts());
        const mermaid = await run(clouds, "mermaid");
        expect(mermaid.notes).to.deep.equal([]);
        expect(mermaid.text).to.include("flowchart TB").and.include("accDescr: BGP is up");
        const svg = await run(clouds, "svg");
        expect(svg.text)
            .to.match(/^<svg [^]*<\/svg>\n$/)
            .and.include(">BGP is up<");
        expect(clouds.writes).to.deep.equal([]);
    });

    it("notes what could not be read, and draws the rest", async () => {
        const clouds = cloudsOf(healthyFacts());
        const said = "VPCs: Alibaba Cloud says Forbidden.RAM: no.";
        clouds.alibaba.describeVpcs = () =>
            Promise.reject(
                new CloudCallError(said, "Forbidden.RAM", { cause: undefined, said, permission: "vpc:DescribeVpcs" }),
            );
        const { text, notes } = await run(clouds, "mermaid");
        expect(notes).to.deep.equal(["Not looked at: VPCs at Alibaba Cloud, which needs vpc:DescribeVpcs."]);
        expect(text).to.include("VPCs of the CEN");
    });
});
