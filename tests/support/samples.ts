import type {
    BgpGroup,
    BgpPeer,
    BorderRouter,
    HostedConnection,
    TransitRouterAttachment,
    VirtualInterface,
    VpnGateway,
} from "../../provider/clouds/clouds";

/** Where both are, as a resource keeps it in its outputs. */
export const awsAccount = { awsAccountId: "123456789012", awsRegion: "ap-southeast-1" };
export const alibabaAccount = { alibabaAccountId: "1234567890123456", alibabaRegion: "ap-southeast-1" };

export function makeGroup(changes: Partial<BgpGroup> = {}): BgpGroup {
    return {
        bgpGroupId: "bgpg-backend",
        vbrId: "vbr-1",
        name: "multi-cloud",
        status: "Available",
        peerAsn: 64512,
        localAsn: 45104,
        authKey: "key-of-the-backend",
        isFake: false,
        ...changes,
    };
}

export function makePeer(changes: Partial<BgpPeer> = {}): BgpPeer {
    return {
        bgpPeerId: "bgp-backend",
        bgpGroupId: "bgpg-backend",
        vbrId: "vbr-1",
        peerIpAddress: "169.254.10.2",
        status: "Available",
        bgpStatus: "Idle",
        enableBfd: true,
        bfdMultiHop: 1,
        advertisedRouteCount: undefined,
        receivedRouteCount: undefined,
        ...changes,
    };
}

export function makeVirtualInterface(changes: Partial<VirtualInterface> = {}): VirtualInterface {
    return {
        virtualInterfaceId: "dxvif-1",
        virtualInterfaceState: "available",
        connectionId: "dxcon-1",
        vlan: 101,
        asn: 45104,
        amazonSideAsn: 64512,
        authKey: "key-of-the-backend",
        amazonAddress: "169.254.10.2/30",
        customerAddress: "169.254.10.1/30",
        virtualGatewayId: "vgw-1",
        bgpPeers: [{ bgpPeerId: "dxpeer-1", addressFamily: "ipv4", bgpPeerState: "available", bgpStatus: "down" }],
        tags: {},
        ...changes,
    };
}

export function makeGateway(changes: Partial<VpnGateway> = {}): VpnGateway {
    return { vpnGatewayId: "vgw-1", state: "available", amazonSideAsn: 64512, attachments: [], tags: {}, ...changes };
}

export function makeAttachment(changes: Partial<TransitRouterAttachment> = {}): TransitRouterAttachment {
    return {
        attachmentId: "tr-attach-1",
        cenId: "cen-1",
        transitRouterId: "tr-1",
        resourceId: "vbr-1",
        status: "Attached",
        autoPublishRouteEnabled: true,
        tags: {},
        ...changes,
    };
}

export function makeBorderRouter(changes: Partial<BorderRouter> = {}): BorderRouter {
    return {
        vbrId: "vbr-1",
        status: "active",
        name: "multi-cloud",
        vlanId: 101,
        localGatewayIp: "169.254.10.1",
        peerGatewayIp: "169.254.10.2",
        peeringSubnetMask: "255.255.255.252",
        accessPointId: "ap-1",
        physicalConnectionId: "pc-1",
        physicalConnectionOwnerUid: "9999999999999999",
        physicalConnectionStatus: "Enabled",
        physicalConnectionBusinessStatus: "Normal",
        expireTime: "2027-01-01T00:00:00Z",
        own: true,
        cenIds: [],
        ...changes,
    };
}

export function makeConnection(changes: Partial<HostedConnection> = {}): HostedConnection {
    return {
        connectionId: "dxcon-1",
        connectionName: "multi-cloud",
        connectionState: "available",
        ownerAccount: "123456789012",
        region: "ap-southeast-1",
        location: "EqSG2",
        bandwidth: "1Gbps",
        vlan: 101,
        partnerName: "Alibaba Cloud",
        tags: {},
        ...changes,
    };
}
