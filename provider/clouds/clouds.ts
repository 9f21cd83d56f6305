import type { AlibabaNetwork, AwsNetwork } from "./network";

/** What the handlers need of the two clouds: typed, paged to the end, retried, errors already readable. */
export interface Clouds {
    readonly aws: AwsCloud;
    readonly alibaba: AlibabaCloud;
}

export interface Identity {
    accountId: string;
    region: string;
}

export interface HostedConnection {
    connectionId: string;
    connectionName: string;
    connectionState: string;
    ownerAccount: string;
    region: string;
    location: string;
    bandwidth: string;
    vlan: number | undefined;
    partnerName: string;
    tags: Record<string, string>;
}

export interface VirtualInterface {
    virtualInterfaceId: string;
    virtualInterfaceState: string;
    connectionId: string;
    vlan: number;
    asn: number;
    amazonSideAsn: number | undefined;
    /** Secret. */
    authKey: string | undefined;
    amazonAddress: string;
    customerAddress: string;
    virtualGatewayId: string | undefined;
    directConnectGatewayId?: string;
    /** In bytes; undefined where the cloud does not tell it. */
    mtu?: number;
    bgpPeers: { bgpPeerId: string; addressFamily: string; bgpPeerState: string; bgpStatus: string }[];
    tags: Record<string, string>;
}

export interface VpnGateway {
    vpnGatewayId: string;
    state: string;
    amazonSideAsn: number;
    attachments: { vpcId: string; state: string }[];
    tags: Record<string, string>;
}

export interface Vpc {
    vpcId: string;
    cidrBlocks: string[];
}

export interface RouteTable {
    routeTableId: string;
    vpcId: string;
    propagatingVpnGatewayIds: string[];
    routes: { destinationCidrBlock: string; gatewayId: string | undefined; state: string; origin: string }[];
}

export interface AwsCloud extends AwsNetwork {
    identity(): Promise<Identity>;
    /** All of the account's and region's: one list serves every waiter. */
    describeConnections(): Promise<HostedConnection[]>;
    confirmConnection(connectionId: string): Promise<void>;
    deleteConnection(connectionId: string): Promise<void>;
    tagConnection(connectionId: string, tags: Record<string, string>): Promise<void>;
    describeVirtualInterfaces(): Promise<VirtualInterface[]>;
    /** The gateway attached to this VPC, if any. */
    describeVpnGatewaysOfVpc(vpcId: string): Promise<VpnGateway[]>;
    /** Those of this package that were made for this VPC, attached or not. */
    describeVpnGatewaysMadeFor(vpcId: string): Promise<VpnGateway[]>;
    /** undefined: no such gateway. */
    describeVpnGateway(vpnGatewayId: string): Promise<VpnGateway | undefined>;
    describeVpcs(vpcIds: string[]): Promise<Vpc[]>;
    describeRouteTables(routeTableIds: string[]): Promise<RouteTable[]>;
}

export interface BorderRouter {
    vbrId: string;
    status: string;
    name: string;
    vlanId: number | undefined;
    localGatewayIp: string;
    peerGatewayIp: string;
    peeringSubnetMask: string;
    accessPointId: string;
    physicalConnectionId: string;
    physicalConnectionOwnerUid: string;
    physicalConnectionStatus: string;
    physicalConnectionBusinessStatus: string;
    expireTime: string;
    /** In bytes; undefined where the cloud does not tell it. */
    mtu?: number;
    /** True if it is listed without IncludeCrossAccountVbr, so the account's own. */
    own: boolean;
    cenIds: string[];
}

export interface BgpGroup {
    bgpGroupId: string;
    vbrId: string;
    name: string;
    status: string;
    /** undefined where the cloud does not tell it, as localAsn. */
    peerAsn: number | undefined;
    localAsn: number | undefined;
    /** Secret; empty where none is set; undefined where the cloud does not return it; masked values contain only `*`. */
    authKey: string | undefined;
    isFake: boolean;
}

export interface BgpPeer {
    bgpPeerId: string;
    bgpGroupId: string;
    vbrId: string;
    peerIpAddress: string;
    status: string;
    bgpStatus: string;
    enableBfd: boolean;
    bfdMultiHop: number | undefined;
    advertisedRouteCount: number | undefined;
    receivedRouteCount: number | undefined;
    /** How many routes it takes; undefined where the cloud does not tell it. */
    routeLimit?: number;
}

export interface TransitRouterAttachment {
    attachmentId: string;
    cenId: string;
    transitRouterId: string;
    resourceId: string;
    status: string;
    autoPublishRouteEnabled: boolean;
    tags: Record<string, string>;
}

export interface RouteTableEnds {
    attachmentId: string;
    routeTableId: string;
}

/** An association or a propagation: what joins an attachment to a route table of its transit router. */
export interface RouteTableLeg extends RouteTableEnds {
    status: string;
}

export interface TransitRouter {
    transitRouterId: string;
    regionId: string;
    /** "Enterprise" or "Basic". */
    type: string;
}

export interface AlibabaCloud extends AlibabaNetwork {
    identity(): Promise<Identity>;
    /** All of the region's, foreign ones included (`own: false`): one list serves every waiter. */
    describeBorderRouters(): Promise<BorderRouter[]>;
    describeBgpGroups(vbrId: string): Promise<BgpGroup[]>;
    createBgpGroup(group: {
        vbrId: string;
        name: string;
        description: string;
        peerAsn: number;
        localAsn: number | undefined;
        authKey: string | undefined;
        clientToken: string;
    }): Promise<string>;
    modifyBgpGroup(
        bgpGroupId: string,
        change: { peerAsn?: number; localAsn?: number; authKey?: string },
    ): Promise<void>;
    deleteBgpGroup(bgpGroupId: string): Promise<void>;
    describeBgpPeers(vbrId: string): Promise<BgpPeer[]>;
    createBgpPeer(peer: {
        bgpGroupId: string;
        peerIpAddress: string;
        enableBfd: boolean;
        bfdMultiHop: number | undefined;
        clientToken: string;
    }): Promise<string>;
    modifyBgpPeer(bgpPeerId: string, change: { bgpGroupId: string; peerIpAddress: string }): Promise<void>;
    deleteBgpPeer(bgpPeerId: string): Promise<void>;
    outboundBillingOpened(): Promise<boolean>;
    /** undefined: no such CEN. */
    describeCen(cenId: string): Promise<{ cenId: string; status: string } | undefined>;
    /** In every region: one in another region than the VBR is to be told from one that does not exist. */
    listTransitRouters(cenId: string): Promise<TransitRouter[]>;
    listBorderRouterAttachments(cenId: string, transitRouterId: string): Promise<TransitRouterAttachment[]>;
    /** One at most. */
    listRouteTableAssociations(attachmentId: string): Promise<RouteTableLeg[]>;
    listRouteTablePropagations(attachmentId: string): Promise<RouteTableLeg[]>;
    /** Each of the following is asked for, and is done some time later. */
    associateWithRouteTable(leg: RouteTableEnds): Promise<void>;
    dissociateFromRouteTable(leg: RouteTableEnds): Promise<void>;
    enablePropagation(leg: RouteTableEnds): Promise<void>;
    disablePropagation(leg: RouteTableEnds): Promise<void>;
    /** Route synchronisation of a VPC's attachment. */
    setRouteSynchronisation(attachmentId: string, isOn: boolean): Promise<void>;
    tagVpcAttachment(attachmentId: string, tags: Record<string, string>): Promise<void>;
    untagVpcAttachment(attachmentId: string, keys: string[]): Promise<void>;
    /** The account that has granted its VBR to this CEN of the caller's; undefined: nobody has. */
    grantorToCen(vbrId: string, cenId: string): Promise<string | undefined>;
}
