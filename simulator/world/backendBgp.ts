import type { BorderRouter } from "./alibabaState";
import type { World } from "./world";

/** The ASN that AWS gives a virtual private gateway unless the user chooses one. */
export const defaultAmazonSideAsn = 64512;
/** Alibaba Cloud's own ASN, that of every VBR unless the account may choose. */
export const alibabaAsn = 45104;

/** A backend that configures BGP by itself (guess `backendMakesBgp`): it cannot know the gateway's ASN, so takes AWS's default. */
export function makeBackendBgp(world: World, borderRouter: BorderRouter): void {
    const bgpGroupId = world.newId("bgpg-t4n", 17);
    const bgpPeerId = world.newId("bgp-t4n", 17);
    world.alibaba.bgpGroups.set(bgpGroupId, {
        bgpGroupId,
        routerId: borderRouter.vbrId,
        regionId: borderRouter.regionId,
        name: "multi-cloud",
        description: "",
        peerAsn: defaultAmazonSideAsn,
        localAsn: alibabaAsn,
        authKey: world.newId("mc", 16),
        isFake: false,
        ipVersion: "IPV4",
        routeLimit: world.quotas.routesPerBgpGroup,
        hold: world.durations.bgpHoldAlibaba,
        keepalive: world.durations.bgpKeepaliveAlibaba,
        status: "Available",
    });
    world.alibaba.bgpPeers.set(bgpPeerId, {
        bgpPeerId,
        bgpGroupId,
        routerId: borderRouter.vbrId,
        regionId: borderRouter.regionId,
        name: "multi-cloud",
        peerIpAddress: borderRouter.peerGatewayIp,
        enableBfd: true,
        bfdMultiHop: 1,
        status: "Available",
        bgpStatus: "Idle",
        everEstablished: false,
        advertisedRouteCount: 0,
        receivedRouteCount: 0,
    });
}
