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
    routeTableId: string;
    creationTime: string;
    minTxInterval: number;
    minRxInterval: number;
    detectMultiplier: number;
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
    /** The truth; what a reading says may lag (`World.reading`). */
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
    vSwitches: { vSwitchId: string; cidrBlock: string; zoneId: string }[];
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
        origin: "VBR" | "VPC";
        status: "Active" | "Rejected" | "Prohibited" | "Standby" | "Candidate";
        entryId: string;
    }[];
}

export interface TransitRouterAttachment {
    attachmentId: string;
    kind: "VBR" | "VPC";
    cenId: string;
    transitRouterId: string;
    regionId: string;
    /** The VBR's or the VPC's ID. */
    resourceId: string;
    resourceOwnerId: string;
    name: string;
    description: string;
    status: "Attaching" | "Attached" | "Detaching" | "Detached" | "Updating";
    autoPublishRouteEnabled: boolean;
    creationTime: string;
    tags: Map<string, string>;
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
    cens: Map<string, Cen>;
    transitRouters: Map<string, TransitRouter>;
    routeTables: Map<string, TransitRouterRouteTable>;
    attachments: Map<string, TransitRouterAttachment>;
    cenChildren: CenChildInstance[];
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
