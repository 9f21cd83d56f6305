import { expect } from "chai";

import { slowest } from "../../simulator/scenarios/slowest";
import type { World } from "../../simulator/world/world";
import { liveConnection } from "../harness/byHand";
import * as existing from "../harness/existing";
import { bgpCounts, endOfSubscription, rehearse, worldOf, type Rehearsal } from "../harness/rehearsal";

/** What must be gone, and not only going, when an action arrives. */
const mustBeGone: Record<string, (world: World) => unknown[]> = {
    DetachVpnGateway: ({ aws }) =>
        [...aws.virtualInterfaces.values()].filter(({ virtualInterfaceState: state }) => state !== "deleted"),
    DeleteVpnGateway: ({ aws }) =>
        [...aws.vpnGateways.values()].flatMap(({ attachments }) =>
            attachments.filter(({ state }) => state !== "detached"),
        ),
    DeleteBgpGroup: ({ alibaba }) => [...alibaba.bgpPeers.keys()],
    DeleteTransitRouterVbrAttachment: ({ alibaba }) => {
        const attachments = [...alibaba.attachments.values()].filter(({ kind }) => kind === "VBR");
        const legs = [...alibaba.routeTables.values()].flatMap((table) => [
            ...table.associations,
            ...table.propagations,
        ]);
        return legs.filter((leg) => attachments.some(({ attachmentId }) => attachmentId === leg.attachmentId));
    },
};

/** Of each deletion, how long it takes, and what comes only after that. */
const oneAfterTheOther: [first: string, duration: keyof World["durations"], second: string][] = [
    ["DeleteVirtualInterface", "virtualInterfaceDelete", "DetachVpnGateway"],
    ["DetachVpnGateway", "vpnGatewayDetach", "DeleteVpnGateway"],
    ["DeleteBgpPeer", "bgpGroupOrPeer", "DeleteBgpGroup"],
    [
        "DisableTransitRouterRouteTablePropagation",
        "associationOrPropagation",
        "DissociateTransitRouterAttachmentFromRouteTable",
    ],
    ["DissociateTransitRouterAttachmentFromRouteTable", "associationOrPropagation", "DeleteTransitRouterVbrAttachment"],
];

/** From now on everything takes as long as was ever seen. */
function slowDown(world: World): void {
    Object.assign(world.durations, slowest);
}

describe("a destroy while the clouds are slow", () => {
    let rehearsal: Rehearsal;

    afterEach(() => rehearsal.end());

    it("takes each thing away only once what hangs on it is gone, and says what goes on and until when", async () => {
        rehearsal = await rehearse();
        const { stack, simulator } = rehearsal;
        const { world } = simulator;
        const before = worldOf(simulator);
        await stack.up();
        slowDown(world);
        world.log.length = 0;
        const left: Record<string, unknown[]> = {};
        world.watchers.add({
            arrived: ({ action }) => {
                left[action] ??= mustBeGone[action]?.(world) ?? [];
            },
        });

        const { failed, diagnostics } = await stack.destroy();
        expect({ failed, diagnostics }).to.deep.equal({
            failed: false,
            diagnostics: [
                `warning: Hosted connection ${simulator.description.world.hostedConnectionId} stays: its AWS port hours go on, as does the subscription at Alibaba Cloud until ${endOfSubscription(simulator)}. Delete it in the AWS console. To have an accepted one deleted, set onDestroy.hostedConnection to "delete" and run pulumi up before pulumi destroy.`,
            ],
        });
        expect(Object.fromEntries(Object.keys(mustBeGone).map((action) => [action, left[action]]))).to.deep.equal(
            Object.fromEntries(Object.keys(mustBeGone).map((action) => [action, []])),
        );
        for (const [first, duration, second] of oneAfterTheOther) {
            // A timer of the real clock may end a millisecond early.
            const least = (world.durations[duration] - 1) * 1000;
            expect(timeOf(world, second) - timeOf(world, first), `${first} before ${second}`).to.be.at.least(least);
        }
        expect(worldOf(simulator)).to.deep.equal(before);
        expect(bgpCounts(simulator)).to.deep.equal([0, 0]);
    });

    it("leaves what it only adopted: gateway, attachment, BGP, and a connection accepted by hand, whatever is wished", async () => {
        rehearsal = await rehearse({ scenario: "bgp-precreated" });
        const { stack, simulator, args } = rehearsal;
        const { world } = simulator;
        const vpnGatewayId = existing.attachVpnGateway(world, args.aws.vpcId);
        const attachmentId = existing.attachBorderRouter(world);
        existing.acceptConnection(world);
        world.changed();
        await stack.setArgs({
            ...args,
            alibaba: { ...args.alibaba, cen: { ...args.alibaba.cen, attachmentId } },
            aws: { ...args.aws, vpnGatewayId },
            onDestroy: { hostedConnection: "delete" },
        });
        const made = await stack.up();
        expect({ failed: made.failed, diagnostics: made.diagnostics }).to.deep.equal({
            failed: false,
            diagnostics: [],
        });
        slowDown(world);
        world.log.length = 0;

        const { failed, diagnostics } = await stack.destroy();
        const { hostedConnectionId } = simulator.description.world;
        const [groupId] = world.alibaba.bgpGroups.keys();
        const [peerId] = world.alibaba.bgpPeers.keys();
        expect({ failed, diagnostics: diagnostics.sort() }).to.deep.equal({
            failed: false,
            diagnostics: [
                `info: BGP group ${groupId} and peer ${peerId} of ${args.alibaba.vbrId} stays: it was there before and only adopted.`,
                `warning: Hosted connection ${hostedConnectionId} stays, since it was accepted before and only adopted: its AWS port hours go on, as does the subscription at Alibaba Cloud until ${endOfSubscription(simulator)}. Delete it in the AWS console. To have an accepted one deleted, set onDestroy.hostedConnection to "delete" and run pulumi up before pulumi destroy.`,
            ],
        });
        const deletions = world.log.filter(({ mutating }) => mutating).map(({ action }) => action);
        expect(deletions.sort()).to.deep.equal([
            "DeleteVirtualInterface",
            "DisableVgwRoutePropagation",
            "DisableVgwRoutePropagation",
        ]);
        expect(liveConnection(world).connectionState).to.equal("available");
    });
});

function timeOf(world: World, action: string): number {
    return world.log.find((call) => call.action === action)?.at ?? Number.NaN;
}
