import { BrokenAnswer } from "./brokenAnswer";
import type { BgpGroup, BgpPeer, BorderRouter, TransitRouter, TransitRouterAttachment } from "./clouds";
import {
    fieldsOf,
    flagOf,
    listOf,
    numberOf,
    requiredId,
    requiredText,
    stateOf,
    tagsOf,
    textOf,
    vlanOf,
} from "./values";

/**
 * A time in UTC. The example of DescribeVirtualBorderRouters has no zone (`2021-06-08T12:20:55`), which JavaScript would take for
 * the zone of this machine; others of VPC have a `Z`, with seconds or without.
 */
function utcOf(value: unknown): string {
    const time = textOf(value);
    return /T[\d:.]+$/.test(time) ? `${time}Z` : time;
}

export function parseBorderRouter(value: unknown): Omit<BorderRouter, "own"> {
    const fields = fieldsOf(value);
    return {
        vbrId: requiredId(fields.VbrId, "VbrId"),
        status: stateOf(fields.Status),
        name: textOf(fields.Name),
        vlanId: vlanOf(fields.VlanId),
        localGatewayIp: textOf(fields.LocalGatewayIp),
        peerGatewayIp: textOf(fields.PeerGatewayIp),
        peeringSubnetMask: textOf(fields.PeeringSubnetMask),
        accessPointId: textOf(fields.AccessPointId),
        physicalConnectionId: textOf(fields.PhysicalConnectionId),
        physicalConnectionOwnerUid: textOf(fields.PhysicalConnectionOwnerUid),
        physicalConnectionStatus: stateOf(fields.PhysicalConnectionStatus),
        physicalConnectionBusinessStatus: stateOf(fields.PhysicalConnectionBusinessStatus),
        expireTime: utcOf(fields.PConnVbrExpireTime),
        mtu: numberOf(fields.Mtu),
        cenIds: listOf(fieldsOf(fields.AssociatedCens).AssociatedCen)
            .map(fieldsOf)
            .filter(({ CenStatus }) => CenStatus !== "Detached")
            .map(({ CenId }) => textOf(CenId)),
    };
}

export function parseBgpGroup(value: unknown): BgpGroup {
    const fields = fieldsOf(value);
    return {
        bgpGroupId: requiredId(fields.BgpGroupId, "BgpGroupId"),
        vbrId: textOf(fields.RouterId),
        name: textOf(fields.Name),
        status: stateOf(fields.Status),
        peerAsn: numberOf(fields.PeerAsn),
        localAsn: numberOf(fields.LocalAsn),
        authKey: typeof fields.AuthKey === "string" ? fields.AuthKey : undefined,
        isFake: flagOf(fields.IsFake),
    };
}

export function parseBgpPeer(value: unknown): BgpPeer {
    const fields = fieldsOf(value);
    return {
        bgpPeerId: requiredId(fields.BgpPeerId, "BgpPeerId"),
        bgpGroupId: requiredId(fields.BgpGroupId, "BgpGroupId"),
        vbrId: textOf(fields.RouterId),
        peerIpAddress: peerAddressOf(fields.PeerIpAddress),
        status: stateOf(fields.Status),
        bgpStatus: stateOf(fields.BgpStatus),
        enableBfd: flagOf(fields.EnableBfd),
        bfdMultiHop: numberOf(fields.BfdMultiHop),
        advertisedRouteCount: numberOf(fields.AdvertisedRouteCount),
        receivedRouteCount: numberOf(fields.ReceivedRouteCount),
        routeLimit: numberOf(fields.RouteLimit),
    };
}

/** An empty one is to be set; of one that the answer does not tell, nothing may be concluded. */
function peerAddressOf(value: unknown): string {
    if (typeof value !== "string") {
        throw new BrokenAnswer("the answer has no PeerIpAddress");
    }
    return value;
}

export function parseCen(value: unknown): { cenId: string; status: string } {
    const fields = fieldsOf(value);
    return { cenId: requiredId(fields.CenId, "CenId"), status: stateOf(fields.Status) };
}

export function parseTransitRouter(value: unknown): TransitRouter {
    const fields = fieldsOf(value);
    return {
        transitRouterId: requiredId(fields.TransitRouterId, "TransitRouterId"),
        regionId: textOf(fields.RegionId),
        type: textOf(fields.Type),
    };
}

export function parseAttachment(value: unknown): TransitRouterAttachment {
    const fields = fieldsOf(value);
    return {
        attachmentId: requiredId(fields.TransitRouterAttachmentId, "TransitRouterAttachmentId"),
        cenId: textOf(fields.CenId),
        transitRouterId: textOf(fields.TransitRouterId),
        resourceId: requiredId(fields.VbrId, "VbrId"),
        status: stateOf(fields.Status),
        autoPublishRouteEnabled: flagOf(fields.AutoPublishRouteEnabled),
        tags: tagsOf(fields.Tags),
    };
}

/** Who has made a grant: a rule of CBN's DescribeGrantRulesToCen. */
export function parseGrantor(value: unknown): string {
    return requiredText(fieldsOf(value).ChildInstanceOwnerId, "ChildInstanceOwnerId");
}
