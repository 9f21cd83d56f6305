import { hostedConnectionConfirmed } from "../../simulator/world/circuit";
import type { World } from "../../simulator/world/world";
import { liveConnection } from "./byHand";

/** What is there before the stack, since somebody has made it in a console. */

/** A virtual private gateway that is attached to the VPC. */
export function attachVpnGateway(world: World, vpcId: string): string {
    const vpnGatewayId = world.newId("vgw-0", 16);
    world.aws.vpnGateways.set(vpnGatewayId, {
        vpnGatewayId,
        ownerAccount: world.accounts.awsAccountId,
        region: liveConnection(world).region,
        state: "available",
        amazonSideAsn: 64512,
        attachments: [{ vpcId, state: "attached" }],
        tags: new Map(),
    });
    return vpnGatewayId;
}

/** The VBR's attachment to the transit router, which is associated with the system table, propagates to it, and publishes. */
export function attachBorderRouter(world: World): string {
    const { alibaba } = world;
    const attachmentId = world.newId("tr-attach-", 18);
    const [borderRouter] = alibaba.borderRouters.values();
    const [router] = alibaba.transitRouters.values();
    if (borderRouter === undefined || router === undefined) {
        throw new Error("This world has no VBR or no transit router.");
    }
    alibaba.attachments.set(attachmentId, {
        attachmentId,
        kind: "VBR",
        cenId: router.cenId,
        transitRouterId: router.transitRouterId,
        regionId: router.regionId,
        resourceId: borderRouter.vbrId,
        resourceOwnerId: borderRouter.ownerId,
        name: "",
        description: "",
        status: "Attached",
        autoPublishRouteEnabled: true,
        creationTime: new Date(world.clock.now()).toISOString(),
        tags: new Map(),
    });
    for (const table of alibaba.routeTables.values()) {
        if (table.transitRouterId === router.transitRouterId && table.type === "System") {
            table.associations.push({ attachmentId, status: "Active" });
            table.propagations.push({ attachmentId, status: "Active" });
        }
    }
    return attachmentId;
}

/** Accepts the hosted connection, without a mark of this package. */
export function acceptConnection(world: World): void {
    const connection = liveConnection(world);
    connection.connectionState = "pending";
    hostedConnectionConfirmed(world, connection);
}
