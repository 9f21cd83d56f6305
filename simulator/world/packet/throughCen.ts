import type { TransitRouterAttachment } from "../alibabaState";
import { publishingAttachments } from "../routes/advertisedByAlibaba";
import { learnedOverBasicCen } from "../routes/basicCen";
import { learnedOverSessions } from "../routes/learned";
import { mostSpecific } from "../routes/route";
import { entriesUsedBy, routesKnownTo } from "../routes/transitRouterTables";
import type { SessionEnds } from "../sessionRules";
import type { World } from "../world";
import { virtualInterfaceIntoAws, vpnGatewayIntoAws } from "./intoAws";
import { mtu } from "./mtu";
import type { Onward, Packet, Place } from "./packet";

/** A VBR, as a packet comes over its circuit. */
export function borderRouterIntoCen(ends: SessionEnds): Place {
    const { vbrId } = ends.borderRouter;
    return {
        at: vbrId,
        mtu: mtu.borderRouter,
        onward(world, { to }) {
            const attachment = publishingAttachments(world, vbrId).find(
                ({ attachmentId }) => mostSpecific(routesKnownTo(world, attachmentId), to.address).length > 0,
            );
            return attachment === undefined
                ? (childOfBasicCen(world, vbrId, to.address) ?? { stop: "border-router", at: vbrId })
                : transitRouter(attachment);
        },
    };
}

/** A transit router, which looks a packet up in the table that the attachment is associated with through which it came (P31, P32). */
export function transitRouter({ attachmentId, transitRouterId }: TransitRouterAttachment): Place {
    return {
        at: transitRouterId,
        mtu: mtu.alibabaVpc,
        onward(world, { to }) {
            const [entry] = mostSpecific(entriesUsedBy(world, attachmentId), to.address);
            const next = world.alibaba.attachments.get(entry?.attachmentId ?? "");
            return next === undefined
                ? { stop: "transit-router", at: transitRouterId }
                : throughAttachment(world, next);
        },
    };
}

function throughAttachment(world: World, { kind, resourceId, attachmentId }: TransitRouterAttachment): Onward {
    switch (kind) {
        case "VPC":
            return alibabaVpc(resourceId);
        case "VBR":
            return borderRouterOutOfCen(resourceId);
        case "VPN": {
            const connection = [...world.aws.vpnConnections.values()].find(
                ({ transitRouterAttachmentId, state }) =>
                    transitRouterAttachmentId === attachmentId && state === "available",
            );
            return connection === undefined
                ? { stop: "vpn", at: resourceId }
                : vpn(resourceId, () => vpnGatewayIntoAws(world, connection.vpnGatewayId));
        }
    }
}

/** An IPsec connection, in either direction. */
export function vpn(at: string, onward: Place["onward"]): Place {
    return { at, mtu: mtu.vpn, onward };
}

/** Through a Basic CEN to whichever child has brought the route. */
export function childOfBasicCen(world: World, instanceId: string, address: string): Place | undefined {
    const [route] = mostSpecific(learnedOverBasicCen(world, instanceId), address);
    if (route === undefined) {
        return undefined;
    }
    return world.alibaba.borderRouters.has(route.childInstanceId)
        ? borderRouterOutOfCen(route.childInstanceId)
        : alibabaVpc(route.childInstanceId);
}

/** A VBR, as a packet goes over its circuit: by what AWS has taught it. */
function borderRouterOutOfCen(vbrId: string): Place {
    return {
        at: vbrId,
        mtu: mtu.borderRouter,
        onward(world, { to }) {
            const ways = learnedOverSessions(world)
                .byAlibaba.filter(({ ends }) => ends.borderRouter.vbrId === vbrId)
                .flatMap(({ ends, routes }) => routes.map((route) => ({ ...route, ends })));
            const [way] = mostSpecific(ways, to.address);
            return way === undefined ? { stop: "border-router", at: vbrId } : virtualInterfaceIntoAws(way.ends);
        },
    };
}

/** A VPC of Alibaba Cloud, which delivers to its own vSwitches whatever its route tables say. */
export function alibabaVpc(vpcId: string): Place {
    return {
        at: vpcId,
        mtu: mtu.alibabaVpc,
        onward: (world: World, { to }: Packet) =>
            world.alibaba.vpcs.get(vpcId)?.vSwitches.some(({ vSwitchId }) => vSwitchId === to.subnetId)
                ? "arrived"
                : { stop: "destination", at: vpcId },
    };
}
