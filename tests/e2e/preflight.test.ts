import { expect } from "chai";

import { injectFaults } from "../../simulator/faults/faults";
import type { VSwitch } from "../../simulator/world/alibabaState";
import { rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";
import { only } from "../unit/world/joined";

const costs = [
    "info: What this link costs:",
    "  - the circuit's subscription at Alibaba Cloud, of 12 months, whether it is used or not",
    "  - AWS's port hours of the hosted connection, from its acceptance on, even while it is down",
    "  - the outbound traffic of both clouds",
    "  - the hours of the VBR's attachment to the transit router and what passes the transit router",
].join("\n");
const refused = "error: pulumi-nodejs:dynamic/multicloud:Preflight resource 'link-preflight' has a problem: ";

describe("a preview of a link that is to be made", () => {
    let rehearsal: Rehearsal;
    let vSwitches: VSwitch[];
    let original: VSwitch[];
    let sample: VSwitch;

    before(async () => {
        rehearsal = await rehearse();
        ({ vSwitches } = only(rehearsal.simulator.world.alibaba.vpcs.values()));
        original = structuredClone(vSwitches);
        sample = only(original.slice(0, 1));
    });
    after(() => rehearsal.end());
    afterEach(() => withVSwitches(original));

    function withVSwitches(wanted: VSwitch[]): void {
        vSwitches.splice(0, vSwitches.length, ...structuredClone(wanted));
        rehearsal.simulator.world.changed();
    }

    function vSwitch(cidrBlock: string): VSwitch {
        return { ...sample, vSwitchId: `vsw-${cidrBlock}`, cidrBlock };
    }

    const routeTableId = (): string => rehearsal.simulator.description.world.transitRouterRouteTableId ?? "";

    it("says what it costs, and has no finding, with a few calls", async () => {
        const { stack, simulator } = rehearsal;
        simulator.world.log.length = 0;
        const { failed, diagnostics } = await stack.preview();
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [costs] });
        const calls = simulator.world.log.filter(({ via }) => via === "wire").map(({ action }) => action);
        expect(calls.sort()).to.deep.equal([
            "DescribeBgpGroups",
            "DescribeBgpPeers",
            "DescribeCens",
            "DescribeConnections",
            "DescribeRouteTables",
            "DescribeVirtualBorderRouters",
            "DescribeVirtualBorderRouters",
            "DescribeVirtualInterfaces",
            "DescribeVpcs",
            "DescribeVpnGateways",
            "GetCallerIdentity",
            "GetCallerIdentity",
            "GetPhysicalConnectionServiceStatus",
            "ListTransitRouterRouteEntries",
            "ListTransitRouters",
        ]);
    });

    it("refuses addresses that both networks have, and names both blocks", async () => {
        withVSwitches([...original, vSwitch("10.0.7.0/24")]);
        const { args, simulator, stack } = rehearsal;
        const { failed, diagnostics } = await stack.preview();
        expect({ failed, diagnostics }).to.deep.equal({
            failed: true,
            diagnostics: [
                `${refused}AWS VPC ${args.aws.vpcId} has 10.0.0.0/16, which overlaps 10.0.7.0/24 of ${simulator.description.world.alibabaVpcId} in route table ${routeTableId()}: one of the two could not be reached from the other side. Give one of them other addresses.`,
            ],
        });
    });

    it("refuses more prefixes than AWS takes, and warns before", async () => {
        const prefixes = Array.from({ length: 101 }, (_, index) => vSwitch(`172.16.${index}.0/24`));
        const line = (count: number, says: string): string =>
            `Route table ${routeTableId()} holds ${count} prefixes for AWS, one for each vSwitch and each learned route; a virtual interface takes 100, ${says} Keep some from the VBR by an outgoing route map, or aggregate them.`;
        withVSwitches(prefixes);
        expect(await rehearsal.stack.preview()).to.deep.include({
            failed: true,
            diagnostics: [`${refused}${line(101, "and BGP goes down above.")}`],
        });
        withVSwitches(prefixes.slice(1));
        const { failed, diagnostics } = await rehearsal.stack.preview();
        expect(failed).to.equal(false);
        expect(diagnostics).to.have.members([costs, `warning: ${line(100, "and above BGP goes down.")}`]);
    });

    it("warns of a subscription that ends within 30 days", async () => {
        const circuit = only(rehearsal.simulator.world.alibaba.circuits.values());
        const { physicalConnectionId, expireTime } = circuit;
        const ends = new Date(Date.now() + 20.5 * 24 * 3600 * 1000).toISOString();
        circuit.expireTime = ends;
        const { failed, diagnostics } = await rehearsal.stack.preview();
        circuit.expireTime = expireTime;
        expect(failed).to.equal(false);
        expect(diagnostics).to.have.members([
            costs,
            `warning: The subscription of circuit ${physicalConnectionId}, which VBR ${rehearsal.args.alibaba.vbrId} is on, ends on ${ends.slice(0, 10)}, in 20 days: BGP goes down then. Renew it in the Alibaba Cloud console before.`,
        ]);
    });

    it("names what the user may not read, and goes on", async () => {
        const faults = injectFaults(
            rehearsal.simulator.world,
            ["DescribeRouteTables", "ListTransitRouterRouteEntries"].map((action) => ({
                action,
                kind: "access-denied",
                times: Infinity,
            })),
        );
        const { failed, diagnostics } = await rehearsal.stack.preview();
        faults.remove();
        expect(failed).to.equal(false);
        expect(diagnostics).to.have.members([
            costs,
            "warning: Preflight may not read everything, so what rests on it is not checked. Grant to the caller: cen:ListTransitRouterRouteEntries, ec2:DescribeRouteTables.",
        ]);
    });

    it("ends the look after five seconds, and names what it has not seen", async () => {
        const faults = injectFaults(rehearsal.simulator.world, [
            { service: "ec2", action: "DescribeVpcs", kind: "silence-before", times: Infinity },
        ]);
        const { failed, diagnostics, lateLooks } = await rehearsal.stack.preview();
        faults.remove();
        expect({ failed, diagnostics, lateLooks }).to.deep.equal({
            failed: false,
            diagnostics: [costs],
            lateLooks: [
                `Preflight ended its look after 5s, so what rests on these is not checked: VPC ${rehearsal.args.aws.vpcId}. Run the same command again once the clouds answer faster.`,
            ],
        });
    });

    it("looks at nothing, and says nothing, where it is turned off", async () => {
        const { stack, simulator, args } = rehearsal;
        withVSwitches([...original, vSwitch("10.0.7.0/24")]);
        await stack.setArgs({ ...args, preflight: false });
        simulator.world.log.length = 0;
        const { failed, diagnostics } = await stack.preview();
        await stack.setArgs(args);
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
        expect(simulator.world.log.filter(({ via }) => via === "wire")).to.deep.equal([]);
    });

    it("once the link is there, findings are warnings, its own routes are its own, and nothing is to be made", async () => {
        const { stack, simulator, args } = rehearsal;
        expect((await stack.up()).diagnostics).to.deep.equal([]);
        const announced = await stack.preview();
        expect([announced.steps, announced.diagnostics]).to.deep.equal([{}, []]);
        withVSwitches([...original, vSwitch("10.0.7.0/24")]);
        simulator.world.log.length = 0;
        const { failed, steps, diagnostics } = await stack.preview();
        expect({ failed, steps, diagnostics }).to.deep.equal({
            failed: false,
            // To that block, AWS has no route.
            steps: { "link-verification": "update" },
            diagnostics: [
                `warning: AWS VPC ${args.aws.vpcId} has 10.0.0.0/16, which overlaps 10.0.7.0/24 of ${simulator.description.world.alibabaVpcId} in route table ${routeTableId()}: one of the two could not be reached from the other side. Give one of them other addresses.`,
            ],
        });
        expect(writesOf(simulator)).to.deep.equal([]);
    });
});
