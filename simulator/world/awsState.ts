import type { PacketFilter } from "./packetFilter";

/** What the AWS side of the world holds. Values are the API's own, documented in the Direct Connect and EC2 API references. */

export type ConnectionState =
    "ordering" | "requested" | "pending" | "available" | "down" | "deleting" | "deleted" | "rejected" | "unknown";

export type VirtualInterfaceState =
    | "confirming"
    | "verifying"
    | "pending"
    | "available"
    | "down"
    | "testing"
    | "deleting"
    | "deleted"
    | "rejected"
    | "unknown";

export interface HostedConnection {
    connectionId: string;
    connectionName: string;
    /** The account that may confirm it, so the one of the order's "peer vendor UID". */
    ownerAccount: string;
    region: string;
    location: string;
    bandwidth: string;
    vlan: number;
    partnerName: string;
    providerName: string;
    connectionState: ConnectionState;
    tags: Map<string, string>;
    /** The order behind it; undefined for an offer by another partner, which has no circuit to Alibaba Cloud. */
    circuitId?: string;
    /** The far end rewrites the VLAN, so that both ends may differ (P5). */
    vlanTranslated?: boolean;
    /** Routers of the partner's between both ends; none unless the world declares some (P13). */
    routedHops?: number;
    /** AWS works on its end: sessions end, and no reading says why (https://docs.aws.amazon.com/directconnect/latest/UserGuide/dx-maintenance.html). */
    underMaintenance?: boolean;
}

/** AWS's end of a BGP session on a virtual interface. */
export interface AwsBgpPeer {
    bgpPeerId: string;
    /** The customer side's ASN (asn or asnLong). */
    asn: number;
    authKey: string;
    addressFamily: "ipv4" | "ipv6";
    /** With prefix length, such as `169.254.10.2/30`. */
    amazonAddress: string;
    customerAddress: string;
    bgpPeerState: "verifying" | "pending" | "available" | "deleting" | "deleted";
    /** The truth; what a reading says may lag (`readings.ts`). */
    bgpStatus: "up" | "down" | "unknown";
}

export interface VirtualInterface {
    virtualInterfaceId: string;
    virtualInterfaceName: string;
    ownerAccount: string;
    region: string;
    connectionId: string;
    virtualInterfaceState: VirtualInterfaceState;
    vlan: number;
    amazonSideAsn: number;
    virtualGatewayId: string | undefined;
    directConnectGatewayId: string | undefined;
    mtu: number;
    siteLinkEnabled: boolean;
    /** At most one of each address family. The first is the one made with the virtual interface, which readings echo at the top level. */
    bgpPeers: AwsBgpPeer[];
    tags: Map<string, string>;
}

/** StartBgpFailoverTest. */
export interface FailoverTest {
    testId: string;
    virtualInterfaceId: string;
    ownerAccount: string;
    region: string;
    bgpPeerIds: string[];
    durationMinutes: number;
    /** The API reference names no value: these are guesses. */
    status: "in-progress" | "completed" | "stopped";
    /** In milliseconds; not yet ended while it runs. */
    startedAt: number;
    endedAt: number | undefined;
}

export interface VpnGateway {
    vpnGatewayId: string;
    ownerAccount: string;
    region: string;
    state: "pending" | "available" | "deleting" | "deleted";
    amazonSideAsn: number;
    attachments: { vpcId: string; state: "attaching" | "attached" | "detaching" | "detached" }[];
    tags: Map<string, string>;
}

/** A Site-to-Site VPN connection of a virtual private gateway, and what the gateway knows through it. */
export interface AwsVpnConnection {
    vpnConnectionId: string;
    vpnGatewayId: string;
    state: "pending" | "available" | "deleting" | "deleted";
    /** CreateVpnConnectionRoute. */
    staticRoutes: string[];
    /** What the far end announces over BGP. */
    bgpRoutes: { destinationCidrBlock: string; asPath: number[] }[];
    /** The far end, where it is a transit router's VPN attachment of this world. */
    transitRouterAttachmentId?: string;
}

export interface AwsVpc {
    vpcId: string;
    ownerAccount: string;
    region: string;
    cidrBlocks: string[];
    tags: Map<string, string>;
}

export interface AwsSubnet {
    subnetId: string;
    vpcId: string;
    cidrBlock: string;
    availabilityZone: string;
    /** undefined: the VPC's main route table. */
    routeTableId: string | undefined;
    /** A list of `networkAcls`; undefined: the VPC's default, which lets everything pass. */
    networkAclId: string | undefined;
    tags: Map<string, string>;
}

export interface AwsRoute {
    destinationCidrBlock: string;
    /** The prefix list that the destination is from; undefined where the route names its destination itself. */
    destinationPrefixListId?: string;
    /** `local`, or the ID of a gateway or whatever else the route leads to. */
    gatewayId: string;
    state: "active" | "blackhole";
    origin: "CreateRouteTable" | "CreateRoute" | "EnableVgwRoutePropagation";
}

export interface AwsRouteTable {
    routeTableId: string;
    vpcId: string;
    main: boolean;
    routes: AwsRoute[];
    propagatingVgws: string[];
    tags: Map<string, string>;
}

/** CreateDirectConnectGateway and its associations. */
export interface DirectConnectGateway {
    directConnectGatewayId: string;
    directConnectGatewayName: string;
    ownerAccount: string;
    amazonSideAsn: number;
    state: "pending" | "available" | "deleting" | "deleted";
    associations: {
        associationId: string;
        /** A VPN gateway's or a transit gateway's ID. */
        gatewayId: string;
        gatewayType: "virtualPrivateGateway" | "transitGateway";
        region: string;
        state: "associating" | "associated" | "disassociating" | "disassociated" | "updating";
        allowedPrefixes: string[];
    }[];
}

export interface AwsState {
    directConnectGateways: Map<string, DirectConnectGateway>;
    securityGroups: Map<string, PacketFilter>;
    networkAcls: Map<string, PacketFilter>;
    connections: Map<string, HostedConnection>;
    virtualInterfaces: Map<string, VirtualInterface>;
    failoverTests: Map<string, FailoverTest>;
    vpnGateways: Map<string, VpnGateway>;
    vpnConnections: Map<string, AwsVpnConnection>;
    vpcs: Map<string, AwsVpc>;
    subnets: Map<string, AwsSubnet>;
    routeTables: Map<string, AwsRouteTable>;
}
