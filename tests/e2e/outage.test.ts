import { expect } from "chai";

import { rehearse, writesOf, type QuickstartArgs, type Rehearsal } from "../harness/rehearsal";

type Args = QuickstartArgs & Record<string, unknown>;

interface Ids {
    virtualInterfaceId: string;
    vpnGatewayId: string;
    transitRouterAttachmentId: string;
    transitRouterRouteTableId: string;
}

/** A change that cuts the traffic of a link that is up, and for each argument what is said of it. */
interface Cut {
    what: string;
    change: (args: Args, ids: Ids) => Args;
    says: (args: Args, ids: Ids) => [change: string, cuts: string][];
    refusedBy: "Preflight" | "BgpVerification";
}

/** A gateway that is attached to nothing. */
const another = "vgw-another";
/** A VPC that is linked with nothing. */
const otherVpc = "vpc-other";
const otherRouteTable = "rtb-other";
const apart = "both VPCs are apart until BGP is up again";
const gatewayReplaced = `gateway, attachment and virtual interface are replaced, and ${apart}`;

/** Goes through in the end. */
const allowed: Cut[] = [
    {
        what: "another key",
        change: (args) => ({ ...args, bgp: { authKey: "another-key-1" } }),
        says: () => [
            [
                "bgp.authKey changes",
                `the virtual interface is replaced and the VBR's BGP group gets another key, and ${apart}`,
            ],
        ],
        refusedBy: "Preflight",
    },
    {
        what: "another ASN of the gateway and another name of the interface",
        change: (args) => ({
            ...args,
            aws: { ...args.aws, amazonSideAsn: 64600 },
            overrides: { virtualInterface: { name: "singapore" } },
        }),
        says: () => [
            ["aws.amazonSideAsn changes from 64512 to 64600", gatewayReplaced],
            [
                "overrides.virtualInterface.name changes from none to singapore",
                `the virtual interface is replaced, and ${apart}`,
            ],
        ],
        refusedBy: "Preflight",
    },
];

/** Only refused here. */
const refused: Cut[] = [
    {
        what: "another gateway, route table and transit router, without looks",
        change: (args) => ({
            ...args,
            alibaba: {
                ...args.alibaba,
                cen: { ...args.alibaba.cen, transitRouterId: "tr-other", transitRouterRouteTableId: "vtb-other" },
            },
            aws: { vpcId: args.aws.vpcId, routeTableIds: args.aws.routeTableIds, vpnGatewayId: another },
            preflight: false,
        }),
        says: ({ alibaba }, ids) => [
            [
                `aws.vpnGatewayId changes from ${ids.vpnGatewayId} to ${another}`,
                `the virtual interface is replaced and ends in another gateway, and ${apart}`,
            ],
            [
                `alibaba.cen.transitRouterId changes from ${alibaba.cen.transitRouterId} to tr-other`,
                "the VBR's attachment to the CEN is replaced, and both VPCs are apart until routes travel again",
            ],
            [
                `alibaba.cen.transitRouterRouteTableId changes from ${ids.transitRouterRouteTableId} to vtb-other`,
                "the VBR's association and propagation are replaced, and both VPCs are apart until routes travel again",
            ],
        ],
        refusedBy: "Preflight",
    },
    {
        what: "another VPC",
        change: (args) => ({ ...args, aws: { ...args.aws, vpcId: otherVpc, routeTableIds: [otherRouteTable] } }),
        says: ({ aws }) => [
            [
                `aws.vpcId changes from ${aws.vpcId} to ${otherVpc}`,
                `the gateway leaves the VPC and the virtual interface is replaced, and ${apart}`,
            ],
        ],
        refusedBy: "Preflight",
    },
    {
        what: "the stack's own gateway and attachment, named as if they were somebody else's",
        change: (args, { vpnGatewayId, transitRouterAttachmentId: attachmentId }) => ({
            ...args,
            alibaba: { ...args.alibaba, cen: { ...args.alibaba.cen, attachmentId } },
            aws: { vpcId: args.aws.vpcId, routeTableIds: args.aws.routeTableIds, vpnGatewayId },
        }),
        says: () => [
            [
                "aws.vpnGatewayId would name a gateway in the place of the one that this stack made",
                "that one is detached and deleted",
            ],
            [
                "alibaba.cen.attachmentId would name an attachment in the place of the one that this stack made",
                "that one is deleted, with its association and propagation",
            ],
        ],
        refusedBy: "BgpVerification",
    },
];

const names = { Preflight: "link-preflight", BgpVerification: "link-verification" };

describe("a change that cuts the traffic of a link that is up", () => {
    let rehearsal: Rehearsal;
    let args: Args;
    let ids: Ids;

    before(async () => {
        rehearsal = await rehearse();
        args = rehearsal.args;
        await rehearsal.stack.up();
        const { vpnGateways, vpcs, routeTables } = rehearsal.simulator.world.aws;
        for (const gateway of [...vpnGateways.values()]) {
            vpnGateways.set(another, { ...structuredClone(gateway), vpnGatewayId: another, attachments: [] });
        }
        for (const vpc of [...vpcs.values()]) {
            vpcs.set(otherVpc, { ...structuredClone(vpc), vpcId: otherVpc, cidrBlocks: ["10.99.0.0/16"] });
        }
        routeTables.set(otherRouteTable, {
            routeTableId: otherRouteTable,
            vpcId: otherVpc,
            main: true,
            routes: [],
            propagatingVgws: [],
            tags: new Map(),
        });
    });
    beforeEach(async () => {
        ids = (await rehearsal.stack.outputs()) as unknown as Ids;
        rehearsal.simulator.world.log.length = 0;
    });
    after(() => rehearsal.end());

    const refusalsOf = ({ says, refusedBy }: Cut): string[] =>
        says(args, ids).map(
            ([change, cuts]) =>
                `error: pulumi-nodejs:dynamic/multicloud:${refusedBy} resource '${names[refusedBy]}' has a problem: ${change} while ${ids.virtualInterfaceId} carries traffic: ${cuts}. Set allowOutage: true to let it be cut, or take the change back.`,
        );

    for (const cut of [...allowed, ...refused]) {
        it(`${cut.what}: refused at preview, and by an up without one before anything is written`, async () => {
            await rehearsal.stack.setArgs(cut.change(args, ids));
            const refusal = { failed: true, diagnostics: refusalsOf(cut) };
            expect(await rehearsal.stack.preview()).to.deep.include(refusal);
            expect(await rehearsal.stack.up()).to.deep.include(refusal);
            expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
        });
    }

    it("the interface replaced for a reason that no argument tells of: refused at preview", async () => {
        await rehearsal.stack.setArgs({ ...args, options: { virtualInterfaceName: "other" } });
        expect(await rehearsal.stack.preview()).to.deep.include({
            failed: true,
            diagnostics: [
                `error: pulumi-nodejs:dynamic/multicloud:BgpVerification resource 'link-verification' has a problem: The virtual interface would be replaced while ${ids.virtualInterfaceId} carries traffic: ${apart}. Set allowOutage: true to let it be cut, or take the change back.`,
            ],
        });
    });

    for (const { what, change, says } of allowed) {
        it(`${what}, with allowOutage: says it all the same, goes through, and the link is up again`, async () => {
            const changed = change(args, ids);
            await rehearsal.stack.setArgs({ ...changed, allowOutage: true });
            const said = says(args, ids).map(
                ([subject, cuts]) =>
                    `${subject} while ${ids.virtualInterfaceId} carries traffic, and allowOutage is true: ${cuts}.`,
            );
            const outcome = { failed: false, diagnostics: [`warning: ${said.join("\n")}`] };
            expect(await rehearsal.stack.preview()).to.deep.include(outcome);
            expect(await rehearsal.stack.up()).to.deep.include(outcome);
            const { verification } = (await rehearsal.stack.outputs()) as { verification: { bgpStatus: string } };
            expect(verification.bgpStatus).to.equal("up");
            args = changed;
        });
    }

    it("allowOutage itself, there or not: no change", async () => {
        await rehearsal.stack.setArgs({ ...args, allowOutage: true });
        expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
        await rehearsal.stack.setArgs(args);
        expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
    });

    it("an interface that was deleted outside has nothing left to cut: made anew, with another key at once", async () => {
        const { world } = rehearsal.simulator;
        Object.assign(world.aws.virtualInterfaces.get(ids.virtualInterfaceId) ?? {}, {
            virtualInterfaceState: "deleted",
            bgpPeers: [],
        });
        world.changed();
        await rehearsal.stack.refresh();
        await rehearsal.stack.setArgs({ ...args, bgp: { authKey: "another-key-2" } });
        const { failed, steps } = await rehearsal.stack.preview();
        expect(failed).to.equal(false);
        expect(steps).to.include({ "link-virtual-interface": "create", "link-bgp-auth-key": "replace" });
        expect((await rehearsal.stack.up()).failed).to.equal(false);
    });
});
