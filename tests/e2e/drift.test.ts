import { expect } from "chai";

import type { World } from "../../simulator/world/world";
import * as byHand from "../harness/byHand";
import { rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";

/** What befalls a link that is up, and what a user sees and does then. */
interface Drift {
    what: string;
    befall: (world: World) => void;
    /** What an `up` says before which nobody has refreshed. Default: not tried. */
    saidUnrefreshed?: (world: World) => { failed: boolean; diagnostics: string[] };
    /** What the refresh finds, and what it says. */
    found: Record<string, string>;
    said?: (world: World) => string[];
    /** What the preview announces after it. */
    announced: Record<string, string>;
    /** What the next `up` writes, in any order. */
    writes: string[];
    /** Why that does not mend it, and what to do. */
    refusal?: (world: World) => { failed: boolean; diagnostics: string[] };
    /** What somebody does about it then. */
    mend?: (world: World) => void;
    /** What the `up` after that writes. */
    writesOnceMended?: string[];
}

/** Or routes that are missing: a preview looks for both, though nobody has refreshed. */
const fallenSession = { "link-verification": "update" };

function warningOf(cause: (world: World) => string): (world: World) => { failed: boolean; diagnostics: string[] } {
    return (world) => {
        const text = `BGP was up and has fallen (AWS down, Alibaba Down). ${cause(world)} Then run pulumi up again. Set verification.onDown to "fail" to stop here.`;
        return { failed: false, diagnostics: [`warning: ${text}`] };
    };
}

/** One after the other: each is mended before the next. */
const drifts: Drift[] = [
    {
        what: "the virtual interface is deleted",
        befall: byHand.deleteVirtualInterface,
        saidUnrefreshed: warningOf(
            ({ aws }) =>
                `Virtual interface ${[...aws.virtualInterfaces.keys()].join()} is deleted. Run pulumi refresh and then pulumi up, which makes one.`,
        ),
        found: { "link-verification": "delete", "link-virtual-interface": "delete" },
        announced: { "link-verification": "create", "link-virtual-interface": "create" },
        writes: ["CreatePrivateVirtualInterface"],
    },
    {
        what: "the circuit is down, and BGP with it",
        befall: (world) => (byHand.liveConnection(world).connectionState = "down"),
        found: fallenSession,
        announced: fallenSession,
        writes: [],
        refusal: warningOf(
            (world) =>
                `Hosted connection ${byHand.liveConnection(world).connectionId} is down; it must be available. Wait if AWS has announced maintenance, which takes it down for hours; else ask both supports about the circuit.`,
        ),
        mend: (world) => (byHand.liveConnection(world).connectionState = "available"),
    },
    {
        what: "the key is changed on the VBR",
        befall: (world) => {
            byHand.changeKeyOfBorderRouter(world, "changed-by-hand");
        },
        found: { "link-border-router-bgp": "update", "link-verification": "update" },
        announced: { "link-border-router-bgp": "update", "link-verification": "update" },
        writes: ["ModifyBgpGroupAttribute"],
    },
    {
        what: "the key is changed at AWS, by a new virtual interface in the place of the old one",
        befall: (world) => byHand.remakeVirtualInterface(world, "another-key"),
        found: { "link-verification": "delete", "link-virtual-interface": "delete" },
        announced: { "link-verification": "create", "link-virtual-interface": "create" },
        writes: [],
        refusal: (world) => {
            const { connectionId, virtualInterfaceId } = byHand.liveVirtualInterface(world);
            return {
                failed: true,
                diagnostics: [
                    `error: before hook "link-virtual-interface-unmanaged" failed: Hosted connection ${connectionId} has virtual interface ${virtualInterfaceId} already, which this stack does not manage, and takes no second one. If it is this link's, set adopt: { virtualInterfaceId: "${virtualInterfaceId}" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. If it was being replaced, then also run pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import. If it is not, delete it first (aws directconnect delete-virtual-interface --virtual-interface-id ${virtualInterfaceId}).`,
                    "error: update failed",
                ],
            };
        },
        mend: byHand.deleteVirtualInterface,
        writesOnceMended: ["CreatePrivateVirtualInterface"],
    },
    {
        what: "the VBR's attachment is removed from the transit router",
        befall: byHand.removeVbrAttachment,
        found: {
            "link-cen-association": "delete",
            "link-cen-attachment": "delete",
            "link-cen-propagation": "delete",
            "link-verification": "update",
        },
        announced: {
            "link-cen-association": "create",
            "link-cen-attachment": "create",
            // It is told the new attachment's ID.
            "link-cen-leftover-check": "update",
            "link-cen-propagation": "create",
            "link-verification": "update",
        },
        writes: [
            "AssociateTransitRouterAttachmentWithRouteTable",
            "CreateTransitRouterVbrAttachment",
            "EnableTransitRouterRouteTablePropagation",
        ],
    },
    {
        what: "the circuit is locked for an unpaid bill",
        befall: (world) => {
            byHand.setBusinessStatus(world, "FinancialLocked");
        },
        found: fallenSession,
        announced: fallenSession,
        writes: [],
        refusal: warningOf(
            ({ alibaba }) =>
                `Circuit ${[...alibaba.circuits.keys()].join()} is FinancialLocked; it must be Normal. Pay the open bill of the circuit in the Alibaba Cloud console.`,
        ),
        mend: (world) => {
            byHand.setBusinessStatus(world, "Normal");
        },
    },
    {
        what: "the virtual private gateway is detached from the VPC",
        befall: byHand.detachVpnGateway,
        found: {
            "link-route-propagation-0": "delete",
            "link-route-propagation-1": "delete",
            "link-verification": "update",
            "link-vpn-gateway-attachment": "delete",
        },
        announced: {
            "link-route-propagation-0": "create",
            "link-route-propagation-1": "create",
            "link-verification": "update",
            "link-vpn-gateway-attachment": "create",
        },
        writes: ["AttachVpnGateway", "EnableVgwRoutePropagation", "EnableVgwRoutePropagation"],
    },
    {
        what: "the hosted connection is deleted by the partner",
        befall: byHand.deleteConnectionAsPartner,
        found: {
            "link-circuit": "delete",
            "link-connection-release": "delete",
            "link-verification": "delete",
            "link-virtual-interface": "delete",
        },
        said: ({ aws }) => [
            `warning: Hosted connection ${[...aws.connections.keys()].join()} is gone, and only Alibaba Cloud can issue it again: ask its support. Until it has, pulumi up cannot mend the link.`,
        ],
        announced: {
            // The new circuit's ASN and addresses are not known yet.
            "link-border-router-bgp": "update",
            "link-circuit": "create",
            "link-connection-release": "create",
            "link-verification": "create",
            "link-virtual-interface": "create",
        },
        writes: [],
        refusal: ({ aws, alibaba }) => {
            const deleted = `Hosted connection ${[...aws.connections.keys()].join()}, which was accepted for ${[...alibaba.borderRouters.keys()].join()}, is deleted. Only Alibaba Cloud can issue it again: ask its support, and run pulumi up again once it has.`;
            // Preflight's look, and the resource that needs it.
            return { failed: true, diagnostics: [`warning: ${deleted}`, `error: ${deleted}`, "error: update failed"] };
        },
        mend: byHand.issueConnectionAgain,
        writesOnceMended: ["ConfirmConnection", "CreatePrivateVirtualInterface", "TagResource"],
    },
];

describe("a link that something befalls from outside", () => {
    let rehearsal: Rehearsal;

    before(async () => {
        rehearsal = await rehearse();
        expect((await rehearsal.stack.up()).failed).to.equal(false);
    });
    after(() => rehearsal.end());

    /** Lets it happen, and the clouds follow. */
    function change(happens: (world: World) => unknown): void {
        const { world } = rehearsal.simulator;
        happens(world);
        world.changed();
        world.log.length = 0;
    }

    for (const drift of drifts) {
        it(`${drift.what}: the refresh shows it, the preview announces no more, and an up mends it or says why not`, async () => {
            const { stack, simulator } = rehearsal;
            const { world } = simulator;
            change(drift.befall);
            expect((await stack.preview()).steps).to.deep.equal(fallenSession);

            if (drift.saidUnrefreshed !== undefined) {
                const { failed, diagnostics } = await stack.up();
                expect({ failed, diagnostics }).to.deep.equal(drift.saidUnrefreshed(world));
            }

            const refreshed = await stack.refresh();
            expect(refreshed.steps).to.deep.equal(drift.found);
            expect(refreshed.diagnostics).to.deep.equal(drift.said?.(world) ?? []);
            expect((await stack.preview()).steps).to.deep.equal(drift.announced);

            const { failed, diagnostics } = await stack.up();
            expect({ failed, diagnostics }).to.deep.equal(drift.refusal?.(world) ?? { failed: false, diagnostics: [] });
            expect(writesOf(simulator).sort()).to.deep.equal(drift.writes);

            if (drift.mend !== undefined) {
                change(drift.mend);
                const mended = await stack.up();
                expect([mended.failed, mended.diagnostics]).to.deep.equal([false, []]);
                expect(writesOf(simulator).sort()).to.deep.equal(drift.writesOnceMended ?? []);
            }
            expect((await stack.preview()).steps).to.deep.equal({});
            expect(await stack.outputs()).to.have.nested.property("verification.bgpStatus", "up");
        });
    }
});
