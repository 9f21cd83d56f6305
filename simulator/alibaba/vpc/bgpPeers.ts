import type { Action, ActionContext, ActionInput } from "../../action";
import type { BgpPeer } from "../../world/alibabaState";
import { networkOf, parseIpv4, prefixLengthOf } from "../../world/addresses";
import { CloudError } from "../../world/cloudError";
import { alibabaBgpStatus } from "../../world/readings";
import { idempotent } from "../idempotency";
import { optionalFlag, optionalNumber, optionalText, regionOf, requiredText } from "../input";
import { numberedPage } from "../pages";
import { isVisible, ownGroup, ownPeer, requireOutboundBilling } from "./access";

const mostPeersOfRouter = 8;

export const createBgpPeer: Action = idempotent({
    name: "CreateBgpPeer",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const regionId = regionOf(context, input);
        const group = ownGroup(context, requiredText(input, "BgpGroupId"));
        requireOutboundBilling(context);
        if (group.status === "Deleting") {
            throw new CloudError("InvalidStatus.CannotOperate", "invalid status cannot operate");
        }
        const ofRouter = [...world.alibaba.bgpPeers.values()].filter(({ routerId }) => routerId === group.routerId);
        const peerIpAddress = readPeerIpAddress(context, input, group.routerId);
        if (ofRouter.some((peer) => peer.peerIpAddress === peerIpAddress && peer.bgpGroupId === group.bgpGroupId)) {
            throw new CloudError("BgpPeer.Already.Exists", "bgp peer already exists.");
        }
        if (ofRouter.some((peer) => peer.peerIpAddress === peerIpAddress)) {
            throw new CloudError("InvalidParams.PeerIpAddressInUse", "peer ip address in use ,cannot create bgp peer.");
        }
        if (ofRouter.length >= mostPeersOfRouter) {
            throw new CloudError("QuotaExceeded.Bgp", "bgp peer count per vbr quota exceed.");
        }
        const enableBfd = optionalFlag(input, "EnableBfd");
        if (enableBfd === undefined) {
            throw new CloudError("MissingParam.EnableBfd", "EnableBfd is missing.");
        }
        const peer: BgpPeer = {
            bgpPeerId: world.newId("bgp-t4n", 17),
            bgpGroupId: group.bgpGroupId,
            routerId: group.routerId,
            regionId,
            name: group.name,
            peerIpAddress,
            enableBfd,
            bfdMultiHop: readBfdMultiHop(input),
            status: "Pending",
            bgpStatus: "Idle",
            everEstablished: false,
            advertisedRouteCount: 0,
            receivedRouteCount: 0,
        };
        world.alibaba.bgpPeers.set(peer.bgpPeerId, peer);
        becomeAvailable(context, peer);
        return { BgpPeerId: peer.bgpPeerId };
    },
});

/** Outside the VBR's subnet: no document says whether it is refused (guess). */
function readPeerIpAddress({ world }: ActionContext, input: ActionInput, routerId: string): string {
    const text = optionalText(input, "PeerIpAddress");
    if (text === undefined) {
        throw new CloudError("InvalidParams.PeerIpAddressMustPointOut", "peer ip address must point out.");
    }
    const address = parseIpv4(text);
    if (address === undefined) {
        throw new CloudError("InvalidIP.Malformed", "The specified IP is not valid.");
    }
    const router = world.alibaba.borderRouters.get(routerId);
    const local = parseIpv4(router?.localGatewayIp ?? "");
    const length = prefixLengthOf(router?.peeringSubnetMask ?? "");
    const inside =
        local !== undefined && length !== undefined && networkOf(local, length) === networkOf(address, length);
    if (!inside && world.guesses.peerOutsideSubnet === "refused") {
        throw new CloudError("IllegalParam.PeerIpAddress", "The param of PeerIpAddress is illegal");
    }
    return text;
}

function readBfdMultiHop(input: ActionInput): number {
    const hops = optionalNumber(input, "BfdMultiHop") ?? 255;
    if (hops < 1 || hops > 255) {
        throw new CloudError("IllegalParam.BfdMultiHop", "The param of BfdMultiHop is illegal");
    }
    return hops;
}

function becomeAvailable({ world }: ActionContext, peer: BgpPeer): void {
    const status = peer.status;
    world.later(world.durations.bgpGroupOrPeer, () => {
        peer.status = peer.status === status ? "Available" : peer.status;
    });
    world.changed();
}

export const modifyBgpPeerAttribute: Action = idempotent({
    name: "ModifyBgpPeerAttribute",
    mutating: true,
    run(context, input) {
        const peer = ownPeer(context, requiredText(input, "BgpPeerId"));
        if (peer.status !== "Available") {
            throw new CloudError("InvalidStatus.CannotOperate", "invalid status cannot operate");
        }
        if (optionalText(input, "PeerIpAddress") !== undefined) {
            peer.peerIpAddress = readPeerIpAddress(context, input, peer.routerId);
        }
        peer.enableBfd = optionalFlag(input, "EnableBfd") ?? peer.enableBfd;
        if (optionalText(input, "BfdMultiHop") !== undefined) {
            peer.bfdMultiHop = readBfdMultiHop(input);
        }
        peer.status = "Modifying";
        becomeAvailable(context, peer);
        return {};
    },
});

export const deleteBgpPeer: Action = idempotent({
    name: "DeleteBgpPeer",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const peer = ownPeer(context, requiredText(input, "BgpPeerId"));
        peer.status = "Deleting";
        world.later(world.durations.bgpGroupOrPeer, () => {
            world.alibaba.bgpPeers.delete(peer.bgpPeerId);
        });
        world.changed();
        return {};
    },
});

export const describeBgpPeers: Action = {
    name: "DescribeBgpPeers",
    mutating: false,
    run(context, input) {
        const { world } = context;
        const region = regionOf(context, input);
        const wanted = (["RouterId", "BgpGroupId", "BgpPeerId"] as const).map((name) => optionalText(input, name));
        const found = [...world.alibaba.bgpPeers.values()].filter((peer) => {
            const router = world.alibaba.borderRouters.get(peer.routerId);
            const ids = [peer.routerId, peer.bgpGroupId, peer.bgpPeerId];
            return (
                peer.regionId === region &&
                router !== undefined &&
                isVisible(context, router) &&
                wanted.every((id, index) => id === undefined || id === ids[index])
            );
        });
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            BgpPeers: {
                BgpPeer: page.map((peer) => {
                    const group = world.alibaba.bgpGroups.get(peer.bgpGroupId);
                    return {
                        BgpPeerId: peer.bgpPeerId,
                        BgpGroupId: peer.bgpGroupId,
                        RouterId: peer.routerId,
                        RegionId: peer.regionId,
                        Name: peer.name,
                        PeerIpAddress: peer.peerIpAddress,
                        PeerAsn: String(group?.peerAsn ?? ""),
                        LocalAsn: String(group?.localAsn ?? ""),
                        AuthKey: group?.authKey ?? "",
                        EnableBfd: peer.enableBfd,
                        BfdMultiHop: peer.bfdMultiHop,
                        Status: peer.status,
                        BgpStatus: alibabaBgpStatus(world, peer),
                        RouteLimit: String(group?.routeLimit ?? ""),
                        Hold: String(group?.hold ?? ""),
                        Keepalive: String(group?.keepalive ?? ""),
                        AdvertisedRouteCount: peer.advertisedRouteCount,
                        ReceivedRouteCount: peer.receivedRouteCount,
                    };
                }),
            },
        };
    },
};
