import type { BgpGroup, BgpPeer, BorderRouter, TransitRouter, TransitRouterAttachment } from "./clouds";

type Fields = Record<string, unknown>;

export function textOf(value: unknown): string {
    return typeof value === "string"
        ? value
        : typeof value === "number" || typeof value === "bigint"
          ? String(value)
          : "";
}

export function numberOf(value: unknown): number | undefined {
    const number = typeof value === "number" ? value : typeof value === "string" && value !== "" ? Number(value) : NaN;
    return Number.isFinite(number) ? number : undefined;
}

/**
 * A time in UTC. The example of DescribeVirtualBorderRouters has no zone (`2021-06-08T12:20:55`), which JavaScript would take for
 * the zone of this machine; others of VPC have a `Z`, with seconds or without.
 */
function utcOf(value: unknown): string {
    const time = textOf(value);
    return /T[\d:.]+$/.test(time) ? `${time}Z` : time;
}

function flagOf(value: unknown): boolean {
    return value === true || value === "true";
}

function fieldsOf(value: unknown): Fields {
    return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** The list at a path of an answer; an empty one where anything on the way is missing: a deleted object is an empty list. */
export function listAt(answer: unknown, path: readonly string[]): unknown[] {
    const found = path.reduce<unknown>((value, key) => fieldsOf(value)[key], answer);
    return Array.isArray(found) ? (found as unknown[]) : [];
}

/** 0 is a port without VLANs, which no hosted connection is (1 to 4094): here it can only mean that none is set yet. */
function vlanOf(value: unknown): number | undefined {
    const vlan = numberOf(value);
    return vlan === 0 ? undefined : vlan;
}

export function parseBorderRouter(value: unknown): Omit<BorderRouter, "own"> {
    const fields = fieldsOf(value);
    return {
        vbrId: textOf(fields.VbrId),
        status: textOf(fields.Status),
        name: textOf(fields.Name),
        vlanId: vlanOf(fields.VlanId),
        localGatewayIp: textOf(fields.LocalGatewayIp),
        peerGatewayIp: textOf(fields.PeerGatewayIp),
        peeringSubnetMask: textOf(fields.PeeringSubnetMask),
        accessPointId: textOf(fields.AccessPointId),
        physicalConnectionId: textOf(fields.PhysicalConnectionId),
        physicalConnectionOwnerUid: textOf(fields.PhysicalConnectionOwnerUid),
        physicalConnectionStatus: textOf(fields.PhysicalConnectionStatus),
        physicalConnectionBusinessStatus: textOf(fields.PhysicalConnectionBusinessStatus),
        expireTime: utcOf(fields.PConnVbrExpireTime),
        cenIds: listAt(fields, ["AssociatedCens", "AssociatedCen"])
            .map(fieldsOf)
            .filter(({ CenStatus }) => CenStatus !== "Detached")
            .map(({ CenId }) => textOf(CenId)),
    };
}

export function parseBgpGroup(value: unknown): BgpGroup {
    const fields = fieldsOf(value);
    return {
        bgpGroupId: textOf(fields.BgpGroupId),
        vbrId: textOf(fields.RouterId),
        name: textOf(fields.Name),
        status: textOf(fields.Status),
        peerAsn: numberOf(fields.PeerAsn) ?? 0,
        localAsn: numberOf(fields.LocalAsn) ?? 0,
        authKey: typeof fields.AuthKey === "string" ? fields.AuthKey : undefined,
        isFake: flagOf(fields.IsFake),
    };
}

export function parseBgpPeer(value: unknown): BgpPeer {
    const fields = fieldsOf(value);
    return {
        bgpPeerId: textOf(fields.BgpPeerId),
        bgpGroupId: textOf(fields.BgpGroupId),
        vbrId: textOf(fields.RouterId),
        peerIpAddress: textOf(fields.PeerIpAddress),
        status: textOf(fields.Status),
        bgpStatus: textOf(fields.BgpStatus),
        enableBfd: flagOf(fields.EnableBfd),
        bfdMultiHop: numberOf(fields.BfdMultiHop),
        advertisedRouteCount: numberOf(fields.AdvertisedRouteCount),
        receivedRouteCount: numberOf(fields.ReceivedRouteCount),
    };
}

export function parseTransitRouter(value: unknown): TransitRouter {
    const fields = fieldsOf(value);
    return {
        transitRouterId: textOf(fields.TransitRouterId),
        regionId: textOf(fields.RegionId),
        type: textOf(fields.Type),
    };
}

export function parseAttachment(value: unknown): TransitRouterAttachment {
    const fields = fieldsOf(value);
    return {
        attachmentId: textOf(fields.TransitRouterAttachmentId),
        cenId: textOf(fields.CenId),
        transitRouterId: textOf(fields.TransitRouterId),
        resourceId: textOf(fields.VbrId),
        status: textOf(fields.Status),
        autoPublishRouteEnabled: flagOf(fields.AutoPublishRouteEnabled),
    };
}

/** Who has made a grant: a rule of CBN's DescribeGrantRulesToCen. */
export function parseGrantor(value: unknown): string {
    return textOf(fieldsOf(value).ChildInstanceOwnerId);
}
