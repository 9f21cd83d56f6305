import type { PacketFilter } from "./packetFilter";

/** What the Alibaba Cloud side of the world holds. Values are the API's own (VPC 2016-04-28, CBN 2017-09-12). */

export interface Circuit {
    physicalConnectionId: string;
    /** Alibaba's own account by default. */
    ownerId: string;
    regionId: string;
    accessPointId: string;
    status:
        | "Initial"
        | "Approved"
        | "Allocating"
        | "Allocated"
        | "Confirmed"
        | "Enabled"
        | "Rejected"
        | "Canceled"
        | "Allocation Failed"
        | "Terminating"
        | "Terminated";
    businessStatus: "Normal" | "FinancialLocked" | "SecurityLocked";
    bandwidthMbps: number;
    productType: "PhysicalConnection" | "VirtualPhysicalConnection";
    name: string;
    /** ISO 8601, when the subscription is over. */
    expireTime: string;
    /** What the order named: the AWS account that is to get the hosted connection. */
    peerVendorUid: string;
    orderedAt: number;
}

export interface BorderRouter {
    vbrId: string;
    ownerId: string;
    regionId: string;
    accessPointId: string;
    name: string;
    description: string;
    status: "unconfirmed" | "active" | "terminating" | "terminated" | "recovering" | "deleting";
    physicalConnectionId: string;
    /** undefined until the backend has set it. */
    vlanId: number | undefined;
    localGatewayIp: string;
    peerGatewayIp: string;
    peeringSubnetMask: string;
    /** The carrier's code of the circuit, if the circuit's owner has set one. */
    circuitCode?: string;
    routeTableId: string;
    creationTime: string;
    minTxInterval: number;
    minRxInterval: number;
    detectMultiplier: number;
    /** The device behind it hands routes on to CEN and back without their AS path (P27). */
    losesAsPath?: boolean;
}

export interface BgpGroup {
    bgpGroupId: string;
    routerId: string;
    regionId: string;
    name: string;
    description: string;
    peerAsn: number;
    localAsn: number;
    authKey: string;
    isFake: boolean;
    ipVersion: "IPV4" | "IPV6";
    routeLimit: number;
    hold: number;
    keepalive: number;
    status: "Available" | "Pending" | "Deleting";
}

export interface BgpPeer {
    bgpPeerId: string;
    bgpGroupId: string;
    routerId: string;
    regionId: string;
    name: string;
    peerIpAddress: string;
    enableBfd: boolean;
    bfdMultiHop: number;
    status: "Pending" | "Available" | "Modifying" | "Deleting" | "Deleted";
    /** The truth; what a reading says may lag (`readings.ts`). */
    bgpStatus: "Idle" | "Connect" | "Active" | "Established" | "Down";
    /** Whether the session was ever Established. */
    everEstablished: boolean;
    advertisedRouteCount: number;
    receivedRouteCount: number;
}

export interface AlibabaVpc {
    vpcId: string;
    ownerId: string;
    regionId: string;
    cidrBlock: string;
    name: string;
    vSwitches: VSwitch[];
}

export interface VSwitch {
    vSwitchId: string;
    cidrBlock: string;
    zoneId: string;
    /** A table of `vpcRouteTables`. */
    routeTableId: string;
    /** A list of `networkAcls`; undefined: none, so everything passes. */
    networkAclId: string | undefined;
}

export interface VpcRouteEntry {
    routeEntryId: string;
    destinationCidrBlock: string;
    type: "System" | "Custom" | "CEN" | "BGP";
    /** `service`: the range of cloud services. `CenBasic`: a CEN without an Enterprise transit router. */
    nextHopType: "local" | "service" | "Attachment" | "CenBasic" | "Instance" | "VpnGateway";
    /** The next hop: a transit-router attachment, a Basic CEN, an instance, a VPN gateway; empty for `local` and `service`. */
    nextHopId: string;
    status: "Available" | "Pending" | "Modifying";
    /** A custom entry that PublishRouteEntries has published to CEN; system entries always are. */
    published?: boolean;
}

/** A route table of a VPC (DescribeRouteTableList). */
export interface VpcRouteTable {
    routeTableId: string;
    vpcId: string;
    regionId: string;
    type: "System" | "Custom";
    name: string;
    /** Whether it takes entries of type `CEN` at all: RoutePropagationEnable, on by default. */
    routePropagationEnabled?: boolean;
    /**
     * `System` and `CEN` (route synchronisation, P30) ones are derived by the physics; `Custom` ones are the user's own, and `BGP` ones come from a VPN
     * gateway of the VPC that propagates its routes.
     */
    entries: VpcRouteEntry[];
}

/** CreateCenRouteMap. Empty lists match everything. */
export interface CenRouteMap {
    routeMapId: string;
    cenId: string;
    cenRegionId: string;
    transitRouterRouteTableId: string;
    transmitDirection: "RegionIn" | "RegionOut";
    mapResult: "Permit" | "Deny";
    /** 1 to 100; the lower the earlier. Those that the system makes have 5000. */
    priority: number;
    nextPriority: number | undefined;
    /** 1 to 100, default 50; the lower the better. */
    preference: number | undefined;
    prependAsPath: number[];
    cidrMatchMode: "Include" | "Complete" | undefined;
    destinationCidrBlocks: string[];
    sourceInstanceIds: string[];
    destinationInstanceIds: string[];
    sourceRegionIds: string[];
    sourceChildInstanceTypes: string[];
    destinationChildInstanceTypes: string[];
    description: string;
    status: "Creating" | "Active" | "Deleting";
}

/** What lets a CEN of another account attach an instance (DescribeGrantRulesToCen). */
export interface CenGrant {
    /** VPC 2016-04-28 has the one, CBN 2017-09-12 the other. */
    madeBy: "GrantInstanceToCen" | "GrantInstanceToTransitRouter";
    cenId: string;
    cenOwnerId: string;
    instanceId: string;
    instanceType: "VPC" | "VBR";
    instanceOwnerId: string;
    regionId: string;
    creationTime: string;
    /** Who pays for the attachment. */
    orderType: "PayByCenOwner" | "PayByResourceOwner";
}

export interface Cen {
    cenId: string;
    ownerId: string;
    name: string;
    status: "Creating" | "Active" | "Deleting";
}

export interface TransitRouter {
    transitRouterId: string;
    cenId: string;
    regionId: string;
    type: "Basic" | "Enterprise";
    status: "Creating" | "Active" | "Deleting";
}

export interface TransitRouterRouteTable {
    transitRouterRouteTableId: string;
    transitRouterId: string;
    type: "System" | "Custom";
    name: string;
    status: "Creating" | "Active" | "Deleting";
    associations: { attachmentId: string; status: "Associating" | "Active" | "Dissociating" }[];
    propagations: { attachmentId: string; status: "Enabling" | "Active" | "Disabling" }[];
    /** Derived by the physics; rewritten by every settling of the world. */
    entries: {
        destinationCidrBlock: string;
        attachmentId: string;
        origin: TransitRouterAttachment["kind"];
        /** The ASNs that the route has come through; empty for a VPC's. */
        asPath: number[];
        /** Set by incoming route maps; the lower the better. */
        preference: number;
        status: "Active" | "Rejected" | "Prohibited" | "Standby" | "Candidate";
        entryId: string;
    }[];
}

export interface TransitRouterAttachment {
    attachmentId: string;
    kind: "VBR" | "VPC" | "VPN";
    cenId: string;
    transitRouterId: string;
    regionId: string;
    /** The VBR's, the VPC's or the IPsec connection's ID. */
    resourceId: string;
    resourceOwnerId: string;
    name: string;
    description: string;
    /** `Modifying` while an update runs; the routes stay as they were until it is done. */
    status: "Attaching" | "Attached" | "Modifying" | "Detaching" | "Detached";
    autoPublishRouteEnabled: boolean;
    creationTime: string;
    /** Who pays for it; undefined: CEN's owner. */
    orderType?: "PayByCenOwner" | "PayByResourceOwner" | undefined;
    tags: Map<string, string>;
    /** Where a VPC's attachment has its network interfaces; undefined for the other kinds. */
    zoneMappings?: { vSwitchId: string; zoneId: string; networkInterfaceId: string }[];
    /** What the far end of an IPsec connection announces over BGP; undefined for the other kinds. */
    announced?: { destinationCidrBlock: string; asPath: number[] }[];
}

/** A child of a Basic CEN (`AttachCenChildInstance`). */
export interface CenChildInstance {
    cenId: string;
    childInstanceId: string;
    childInstanceType: "VPC" | "VBR" | "CCN";
    childInstanceRegionId: string;
    childInstanceOwnerId: string;
    status: "Attaching" | "Attached" | "Detaching";
    attachTime: string;
}

export interface AlibabaState {
    circuits: Map<string, Circuit>;
    borderRouters: Map<string, BorderRouter>;
    bgpGroups: Map<string, BgpGroup>;
    bgpPeers: Map<string, BgpPeer>;
    vpcs: Map<string, AlibabaVpc>;
    vpcRouteTables: Map<string, VpcRouteTable>;
    securityGroups: Map<string, PacketFilter>;
    networkAcls: Map<string, PacketFilter>;
    cens: Map<string, Cen>;
    transitRouters: Map<string, TransitRouter>;
    routeTables: Map<string, TransitRouterRouteTable>;
    attachments: Map<string, TransitRouterAttachment>;
    cenChildren: CenChildInstance[];
    routeMaps: Map<string, CenRouteMap>;
    grants: CenGrant[];
    /** Accounts that opened outbound billing (OpenPhysicalConnectionService). */
    outboundBillingOpened: Set<string>;
    accessPoints: { accessPointId: string; regionId: string; name: string; vendor: string }[];
    orders: Map<
        string,
        {
            orderId: string;
            ownerId: string;
            instanceIds: string[];
            regionId: string;
            createTime: string;
            paymentStatus: string;
        }
    >;
}
