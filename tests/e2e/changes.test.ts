import { expect } from "chai";

import { rehearse, writesOf, type QuickstartArgs, type Rehearsal } from "../harness/rehearsal";

type Args = QuickstartArgs & Record<string, unknown>;

/** A change of the arguments of a link that is up. */
interface Change {
    what: string;
    change: (args: Args, quickstart: QuickstartArgs) => Args;
    /** What the preview announces, by resource. */
    steps: Record<string, string>;
    /** What the `up` then writes into the clouds, in any order. */
    writes: string[];
}

/** One after the other, each on top of those before. */
const permitted: Change[] = [
    {
        what: "a tag",
        change: (args) => ({ ...args, tags: { team: "network" } }),
        steps: { "link-cen-attachment": "update", "link-virtual-interface": "update", "link-vpn-gateway": "update" },
        writes: ["CreateTags", "TagResource", "TagResources"],
    },
    {
        what: "the label that both consoles show",
        change: (args) => ({ ...args, label: "Singapore" }),
        steps: { "link-cen-attachment": "update", "link-virtual-interface": "update", "link-vpn-gateway": "update" },
        writes: ["CreateTags", "TagResource", "UpdateTransitRouterVbrAttachmentAttribute"],
    },
    {
        what: "the time-outs",
        change: (args) => ({
            ...args,
            timeouts: { borderRouterSeconds: 60, circuitSeconds: 60 },
            verification: { timeoutSeconds: 60 },
        }),
        steps: {},
        writes: [],
    },
    {
        what: "what becomes of a fallen session",
        change: (args) => ({ ...args, verification: { onDown: "fail" } }),
        steps: {},
        writes: [],
    },
    {
        what: "search filters, which were read long ago",
        change: (args) => ({
            ...args,
            alibaba: { ...args.alibaba, borderRouterName: "other", accessPointId: "ap-other" },
            aws: { ...args.aws, connectionName: "other", partnerName: "other" },
        }),
        steps: {},
        writes: [],
    },
    {
        what: "the ASN that the gateway got by default, written down",
        change: (args) => ({ ...args, aws: { ...args.aws, amazonSideAsn: 64512 } }),
        steps: { "link-preflight": "update" },
        writes: [],
    },
    {
        what: "a route table removed",
        change: (args) => ({ ...args, aws: { ...args.aws, routeTableIds: args.aws.routeTableIds.slice(0, 1) } }),
        steps: { "link-preflight": "update", "link-route-propagation-1": "delete", "link-verification": "update" },
        writes: ["DisableVgwRoutePropagation"],
    },
    {
        what: "a route table added",
        change: (args, quickstart) => ({
            ...args,
            aws: { ...args.aws, routeTableIds: quickstart.aws.routeTableIds },
        }),
        steps: { "link-preflight": "update", "link-route-propagation-1": "create", "link-verification": "update" },
        writes: ["EnableVgwRoutePropagation"],
    },
];

describe("a change of a link that is up", () => {
    let rehearsal: Rehearsal;
    let args: Args;

    before(async () => {
        rehearsal = await rehearse();
        args = rehearsal.args;
        await rehearsal.stack.up();
    });
    after(() => rehearsal.end());

    for (const { what, change, steps, writes } of permitted) {
        it(`${what}: the preview announces just that, and no replacement`, async () => {
            args = change(args, rehearsal.args);
            await rehearsal.stack.setArgs(args);
            const announced = await rehearsal.stack.preview();
            expect(announced.steps).to.deep.equal(steps);
            rehearsal.simulator.world.log.length = 0;
            const done = await rehearsal.stack.up();
            expect(done.steps).to.deep.equal(steps);
            expect(writesOf(rehearsal.simulator).sort()).to.deep.equal(writes);
        });
    }

    it("the first of two route tables removed: refused, since the other one would lose its propagation; as a record it keeps it", async () => {
        const [, second = ""] = args.aws.routeTableIds;
        await rehearsal.stack.setArgs({ ...args, aws: { ...args.aws, routeTableIds: [second] } });
        const { failed, diagnostics } = await rehearsal.stack.preview();
        expect(failed).to.equal(true);
        expect(diagnostics.join()).to.include(`Keep the names: write aws.routeTableIds: { "1": "${second}" }`);
        await rehearsal.stack.setArgs({ ...args, aws: { ...args.aws, routeTableIds: { "1": second } } });
        const { steps } = await rehearsal.stack.up();
        expect(steps).to.deep.equal({
            "link-preflight": "update",
            "link-route-propagation-0": "delete",
            "link-verification": "update",
        });
        const { routeTables } = rehearsal.simulator.world.aws;
        expect(routeTables.get(second)?.propagatingVgws).to.have.length(1);
        await rehearsal.stack.setArgs(args);
        await rehearsal.stack.up();
    });

    it("a local ASN that the BGP group does not have: refused at preview, and before a write", async () => {
        const [group] = rehearsal.simulator.world.alibaba.bgpGroups.values();
        await rehearsal.stack.setArgs({ ...args, bgp: { localAsn: 64999 } });
        rehearsal.simulator.world.log.length = 0;
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect({ failed, diagnostics }).to.deep.equal({
            failed: true,
            diagnostics: [
                `error: pulumi-nodejs:dynamic/multicloud:Preflight resource 'link-preflight' has a problem: BGP group ${group?.bgpGroupId} of ${args.alibaba.vbrId} has the local ASN 45104, bgp.localAsn is 64999. Leave bgp.localAsn out to keep the group's; another one takes a VBR without a BGP group (pulumi destroy deletes one that this package made).`,
            ],
        });
        expect(await rehearsal.stack.preview()).to.deep.include({ failed, diagnostics });
        expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
    });

    it("the IDs that were found before, now written down: nothing to do", async () => {
        const { vbrId, connectionId } = (await rehearsal.stack.outputs()) as { vbrId: string; connectionId: string };
        args = { ...args, alibaba: { ...args.alibaba, vbrId }, aws: { ...args.aws, connectionId } };
        await rehearsal.stack.setArgs(args);
        const { steps } = await rehearsal.stack.preview();
        expect(steps).to.deep.equal({ "link-preflight": "update" });
    });
});
