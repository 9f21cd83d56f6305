import type { Action, ActionContext, ActionInput } from "../../action";
import type { BgpPeer } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { listed } from "../../world/listings";
import { alibabaBgpStatus } from "../../world/readings";
import { timersOf } from "../../world/session";
import { named } from "../filters";
import { idempotent } from "../idempotency";
import { optionalText, regionOf, requiredText } from "../input";
import { numberedPage } from "../pages";
import {
    becomeAvailable,
    ownGroup,
    ownPeer,
    requireIpv4,
    requireOutboundBilling,
    requireStatus,
    visibleBgp,
} from "./access";
import { authKeyReading } from "./authKeyReading";
import { readBfd, readPeerIpAddress } from "./bgpPeerSettings";

function peersOf({ world }: ActionContext, routerId: string): BgpPeer[] {
    return [...world.alibaba.bgpPeers.values()].filter((peer) => peer.routerId === routerId);
}

/** The region of a call on peers has words of its own for one that does not exist. */
function peerRegionOf(context: ActionContext, input: ActionInput): string {
    return regionOf(context, input, 'Specified value of "regionId" is not supported.');
}

export const createBgpPeer: Action = idempotent({
    name: "CreateBgpPeer",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const regionId = peerRegionOf(context, input);
        const group = ownGroup(context, regionId, requiredText(input, "BgpGroupId"));
        requireOutboundBilling(context);
        requireStatus(group, "Available");
        requireIpv4(input);
        const router = world.alibaba.borderRouters.get(group.routerId);
        const circuit = world.alibaba.circuits.get(router?.physicalConnectionId ?? "");
        if (circuit?.productType === "VirtualPhysicalConnection") {
            throw new CloudError("UnsupportedFeature.Vpconn", "The feature of Vpconn is not supported.");
        }
        const others = peersOf(context, group.routerId);
        const peerIpAddress = readPeerIpAddress(world, input, router);
        const same = others.filter((peer) => peer.peerIpAddress === peerIpAddress);
        if (same.some((peer) => peer.bgpGroupId === group.bgpGroupId)) {
            throw new CloudError("BgpPeer.Already.Exists", "bgp peer already exists.");
        }
        if (same.length > 0) {
            throw new CloudError("InvalidParams.PeerIpAddressInUse", "peer ip address in use ,cannot create bgp peer.");
        }
        const bfd = readBfd(world, input);
        if (others.length >= world.quotas.bgpPeersPerBorderRouter) {
            throw new CloudError("QuotaExceeded.Bgp", "bgp peer count per vbr quota exceed.");
        }
        const peer: BgpPeer = {
            bgpPeerId: world.newId("bgp-t4n", 17),
            bgpGroupId: group.bgpGroupId,
            routerId: group.routerId,
            regionId,
            name: group.name,
            peerIpAddress,
            enableBfd: false,
            bfdMultiHop: 255,
            status: "Pending",
            bgpStatus: "Idle",
            everEstablished: false,
            advertisedRouteCount: 0,
            receivedRouteCount: 0,
            ...bfd,
        };
        world.alibaba.bgpPeers.set(peer.bgpPeerId, peer);
        becomeAvailable(world, peer);
        return { BgpPeerId: peer.bgpPeerId };
    },
});

export const modifyBgpPeerAttribute: Action = idempotent({
    name: "ModifyBgpPeerAttribute",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const peer = ownPeer(context, peerRegionOf(context, input), requiredText(input, "BgpPeerId"));
        requireStatus(peer, "Available");
        const peerIpAddress =
            optionalText(input, "PeerIpAddress") === undefined
                ? peer.peerIpAddress
                : readPeerIpAddress(world, input, world.alibaba.borderRouters.get(peer.routerId));
        const others = peersOf(context, peer.routerId).filter((other) => other !== peer);
        if (others.some((other) => other.peerIpAddress === peerIpAddress)) {
            throw new CloudError("DuplicatedParam.PeerIpAddress", "The param of PeerIpAddress is duplicated.");
        }
        Object.assign(peer, { peerIpAddress, ...readBfd(world, input, peer) });
        peer.status = "Modifying";
        becomeAvailable(world, peer);
        return {};
    },
});

export const deleteBgpPeer: Action = idempotent({
    name: "DeleteBgpPeer",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const peer = ownPeer(context, peerRegionOf(context, input), requiredText(input, "BgpPeerId"));
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
        const visible = visibleBgp(context, input, listed(world, "bgpPeers"));
        const found = named(input, visible, {
            RouterId: (peer) => peer.routerId,
            BgpGroupId: (peer) => peer.bgpGroupId,
            BgpPeerId: (peer) => peer.bgpPeerId,
        });
        const { page, counts } = numberedPage(input, found);
        const groups = listed(world, "bgpGroups");
        return {
            ...counts,
            BgpPeers: {
                BgpPeer: page.map((peer) => {
                    const group = groups.find(({ bgpGroupId }) => bgpGroupId === peer.bgpGroupId);
                    // P14: what both sides agreed on, where they have; else what this side offers.
                    const timers = timersOf(world, peer) ?? group;
                    return {
                        BgpPeerId: peer.bgpPeerId,
                        BgpGroupId: peer.bgpGroupId,
                        RouterId: peer.routerId,
                        RegionId: peer.regionId,
                        Name: peer.name,
                        PeerIpAddress: peer.peerIpAddress,
                        PeerAsn: String(group?.peerAsn ?? ""),
                        LocalAsn: String(group?.localAsn ?? ""),
                        ...authKeyReading(world, group?.authKey ?? ""),
                        EnableBfd: peer.enableBfd,
                        BfdMultiHop: peer.bfdMultiHop,
                        Status: peer.status,
                        BgpStatus: alibabaBgpStatus(world, peer),
                        RouteLimit: String(group?.routeLimit ?? ""),
                        Hold: String(timers?.hold ?? ""),
                        Keepalive: String(timers?.keepalive ?? ""),
                        AdvertisedRouteCount: peer.advertisedRouteCount,
                        ReceivedRouteCount: peer.receivedRouteCount,
                    };
                }),
            },
        };
    },
};
