import type { ActionContext } from "../../action";
import type { BgpGroup, BgpPeer, BorderRouter } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import type { ActionInput } from "../../action";
import { structureOf } from "../input";

/** Filters: at most five keys, ANDed; several values of one key are ORed. */
export function filterValues(input: ActionInput, allowed: readonly string[]): Map<string, string[]> {
    const filters = Array.isArray(input.Filter) ? input.Filter.map(structureOf) : [];
    if (filters.length > 5) {
        throw new CloudError("InvalidFilter.Malformed", "At most 5 filters are allowed.");
    }
    const values = new Map<string, string[]>();
    for (const filter of filters) {
        const key = String(filter.Key);
        if (!allowed.includes(key)) {
            throw new CloudError(
                "InvalidFilterKey.ValueNotSupported",
                `The specified filter key ${key} is not supported.`,
            );
        }
        const list = Array.isArray(filter.Value) ? filter.Value.map(String) : [];
        values.set(key, [...(values.get(key) ?? []), ...list]);
    }
    return values;
}

/** A VBR that the caller may see at all. */
export function isVisible({ caller, world }: ActionContext, router: BorderRouter): boolean {
    const circuit = world.alibaba.circuits.get(router.physicalConnectionId);
    // A VBR of Alibaba Cloud's own account was made for somebody's order: only that account sees it.
    const buyer = [...world.alibaba.orders.values()].find(({ instanceIds }) =>
        instanceIds.includes(circuit?.physicalConnectionId ?? ""),
    );
    return router.ownerId === caller.accountId || buyer?.ownerId === caller.accountId;
}

/** The VBR of a write: unknown ones and foreign ones are refused. */
export function writableRouter(context: ActionContext, vbrId: string): BorderRouter {
    const router = context.world.alibaba.borderRouters.get(vbrId);
    if (router === undefined || !isVisible(context, router)) {
        throw new CloudError("InvalidVbrNetwork", "vbr netowrk not exists");
    }
    if (router.ownerId !== context.caller.accountId) {
        throw new CloudError("Forbidden.RAM", "User not authorized to operate on the specified resource.", 403);
    }
    return router;
}

export function ownGroup(context: ActionContext, bgpGroupId: string): BgpGroup {
    const group = context.world.alibaba.bgpGroups.get(bgpGroupId);
    if (group === undefined) {
        throw new CloudError("InvalidBgpGroup", "bgp group not exists");
    }
    writableRouter(context, group.routerId);
    return group;
}

export function ownPeer(context: ActionContext, bgpPeerId: string): BgpPeer {
    const peer = context.world.alibaba.bgpPeers.get(bgpPeerId);
    if (peer === undefined) {
        throw new CloudError("InvalidParams.NotFound", "instance not found");
    }
    writableRouter(context, peer.routerId);
    return peer;
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
