import type { ActionContext, ActionInput } from "../../action";
import type { BgpGroup, BgpPeer, BorderRouter } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";
import { optionalText, regionOf } from "../input";

/** A VBR that the caller may see at all: its owner, its circuit's, and who has bought it. */
export function isVisible({ caller, world }: ActionContext, router: BorderRouter): boolean {
    const circuit = world.alibaba.circuits.get(router.physicalConnectionId);
    // A VBR of Alibaba Cloud's own account was made for somebody's order: only that account sees it.
    const isBuyer = (): boolean =>
        [...world.alibaba.orders.values()].some(
            ({ instanceIds, ownerId }) =>
                ownerId === caller.accountId && instanceIds.includes(circuit?.physicalConnectionId ?? ""),
        );
    return [router.ownerId, circuit?.ownerId].includes(caller.accountId) || isBuyer();
}

export function findVisibleRouter(context: ActionContext, regionId: string, vbrId: string): BorderRouter | undefined {
    const router = context.world.alibaba.borderRouters.get(vbrId);
    return router?.regionId === regionId && isVisible(context, router) ? router : undefined;
}

/** The VBR of a write: unknown ones and foreign ones are refused. */
export function writableRouter(context: ActionContext, regionId: string, vbrId: string): BorderRouter {
    const router = findVisibleRouter(context, regionId, vbrId);
    if (router === undefined) {
        throw new CloudError("InvalidVbrNetwork", "vbr netowrk not exists");
    }
    if (router.ownerId !== context.caller.accountId) {
        // The common code for what is another's; that it is the answer to a write on a foreign VBR is a guess.
        throw new CloudError("Forbidden.RAM", "User not authorized to operate on the specified resource.", 403);
    }
    return router;
}

function own<Item extends { routerId: string }>(
    context: ActionContext,
    regionId: string,
    item: Item | undefined,
    unknown: CloudError,
): Item {
    if (item === undefined || findVisibleRouter(context, regionId, item.routerId) === undefined) {
        throw unknown;
    }
    writableRouter(context, regionId, item.routerId);
    return item;
}

export function ownGroup(context: ActionContext, regionId: string, bgpGroupId: string): BgpGroup {
    const group = context.world.alibaba.bgpGroups.get(bgpGroupId);
    return own(context, regionId, group, new CloudError("InvalidBgpGroup", "bgp group not exists"));
}

export function ownPeer(context: ActionContext, regionId: string, bgpPeerId: string): BgpPeer {
    const peer = context.world.alibaba.bgpPeers.get(bgpPeerId);
    return own(context, regionId, peer, new CloudError("InvalidParams.NotFound", "instance not found"));
}

/** BGP groups or peers of the region, on VBRs that the caller sees. */
export function visibleBgp<Item extends { routerId: string }>(
    context: ActionContext,
    input: ActionInput,
    items: Iterable<Item>,
): Item[] {
    const region = regionOf(context, input);
    return [...items].filter(({ routerId }) => findVisibleRouter(context, region, routerId) !== undefined);
}

export function requireStatus(item: { status: string }, status: string): void {
    if (item.status !== status) {
        throw new CloudError("InvalidStatus.CannotOperate", "invalid status cannot operate");
    }
}

/** Without it, no BGP can be configured. */
export function requireOutboundBilling({ world, caller }: ActionContext): void {
    if (!world.alibaba.outboundBillingOpened.has(caller.accountId)) {
        throw new CloudError(
            "OperationFailed.PconnTrafficNotEnable",
            "The operation is failed because of PconnTrafficNotEnable.",
        );
    }
}

/** "IPv6 is supported only if the VBR has IPv6 enabled": none of these has. */
export function requireIpv4(input: ActionInput): void {
    const version = optionalText(input, "IpVersion")?.toUpperCase() ?? "IPV4";
    if (version === "IPV6") {
        throw new CloudError("OperationUnsupported.IPV6ForThisRegion", "This Region is unsupported IPV6.");
    }
    if (version !== "IPV4") {
        throw new CloudError("IllegalParam.IpVersion", "The param of IPV6 is illegal.");
    }
}

/** A write on a BGP group or peer is followed by `Available`, unless it is being deleted meanwhile. */
export function becomeAvailable(world: World, item: { status: string }): void {
    const { status } = item;
    world.later(world.durations.bgpGroupOrPeer, () => {
        item.status = item.status === status ? "Available" : item.status;
    });
    world.changed();
}
