/** What the traffic of a link passes through beyond the link itself: reads alone, for the preflight, the diagnosis and the check of the routes. */

export interface PacketRule {
    direction: "ingress" | "egress";
    policy: "allow" | "deny";
    /** "all", "tcp", "udp", "icmp", or whatever else the cloud says. */
    protocol: string;
    /** undefined: all of them. */
    ports: { from: number; to: number } | undefined;
    /** undefined: what the rule is about is no block of addresses, but a group, say. */
    cidrBlock: string | undefined;
    /** The lower one decides; where all rules count alike, as in AWS's security groups, 0. */
    priority: number;
}

/** A security group, or a network ACL. */
export interface PacketFilter {
    id: string;
    name: string;
    vpcId: string;
    rules: PacketRule[];
}

export interface NetworkAcl extends PacketFilter {
    /** The subnets, or vSwitches, that it guards. */
    subnetIds: string[];
}

export interface Subnet {
    subnetId: string;
    vpcId: string;
    cidrBlock: string;
}

export interface VirtualInterfaceRoute {
    direction: "accepted" | "advertised";
    cidrBlock: string;
    asPath: number[];
}

export interface DirectConnectGateway {
    directConnectGatewayId: string;
    name: string;
    amazonSideAsn: number;
    associations: { gatewayId: string; state: string; allowedPrefixes: string[] }[];
}

export interface AwsNetwork {
    /** The main one among them. */
    describeRouteTablesOfVpc(vpcId: string): Promise<AwsRouteTable[]>;
    describeSubnets(vpcId: string): Promise<Subnet[]>;
    describeSecurityGroups(vpcId: string): Promise<PacketFilter[]>;
    describeNetworkAcls(vpcId: string): Promise<NetworkAcl[]>;
    /** undefined: no such gateway. */
    describeDirectConnectGateway(directConnectGatewayId: string): Promise<DirectConnectGateway | undefined>;
    /** By the cloud's own reading, which the SDK for Node.js does not have yet; undefined: this region's service does not know it either. */
    listVirtualInterfaceRoutes(virtualInterfaceId: string): Promise<VirtualInterfaceRoute[] | undefined>;
}

export interface AwsRouteTable {
    routeTableId: string;
    vpcId: string;
    isMain: boolean;
    /** Those that name it; a subnet that names none uses the main one. */
    subnetIds: string[];
    propagatingVpnGatewayIds: string[];
    routes: {
        destinationCidrBlock: string;
        /** Whatever it is: `local`, `vgw-...`, `igw-...`, `nat-...`, `tgw-...`, `eni-...`. */
        targetId: string | undefined;
        state: string;
        /** CreateRouteTable, CreateRoute, EnableVgwRoutePropagation, or whatever else the cloud says. */
        origin: string;
    }[];
}

export interface AlibabaVpc {
    vpcId: string;
    regionId: string;
    ownerId: string;
    /** Secondary ones too. */
    cidrBlocks: string[];
}

export interface VSwitch {
    vSwitchId: string;
    vpcId: string;
    cidrBlock: string;
    /** Of the VPC's. */
    routeTableId: string;
}

export interface VpcRouteTable {
    routeTableId: string;
    vpcId: string;
    entries: {
        destinationCidrBlock: string;
        /** System, Custom, CEN, BGP, or whatever else the cloud says. */
        type: string;
        status: string;
        nextHopType: string;
        nextHopId: string;
    }[];
}

export interface VpcAttachment {
    attachmentId: string;
    cenId: string;
    transitRouterId: string;
    vpcId: string;
    status: string;
    /** Route synchronisation: whether the transit router's routes get into the VPC's tables. */
    autoPublishRouteEnabled: boolean;
    tags: Record<string, string>;
}

export interface TransitRouterRouteTable {
    routeTableId: string;
    /** "System" or "Custom". */
    type: string;
    status: string;
}

export interface TransitRouterRouteEntry {
    destinationCidrBlock: string;
    /** Active, Rejected, Prohibited, Standby, Candidate, or whatever else the cloud says. */
    status: string;
    attachmentId: string | undefined;
    /** VPC, VBR, VPN, TR, or whatever else the cloud says. */
    originResourceType: string;
    originResourceId: string | undefined;
    asPath: string[];
    preference: number | undefined;
}

export interface RouteMap {
    routeMapId: string;
    cenId: string;
    routeTableId: string | undefined;
    /** RegionIn or RegionOut. */
    transmitDirection: string;
    /** Permit or Deny. */
    mapResult: string;
    priority: number;
    destinationCidrBlocks: string[];
    /** "Include" or "Complete"; undefined: the cloud says none. */
    cidrMatchMode: string | undefined;
    sourceInstanceIds: string[];
    destinationInstanceIds: string[];
    sourceChildInstanceTypes: string[];
    destinationChildInstanceTypes: string[];
}

/** A route of CEN that did not get into a VPC's table. */
export interface RouteConflict {
    destinationCidrBlock: string;
    instanceId: string;
    /** "conflict", "overflow", or whatever else the cloud says. */
    status: string;
}

/** A network instance that is attached to a Basic CEN. */
export interface CenChild {
    childInstanceId: string;
    childInstanceType: string;
    childInstanceRegionId: string;
    status: string;
}

export interface AlibabaNetwork {
    /** Of the region's; one that is not there is left out. */
    describeVpcs(vpcIds: string[]): Promise<AlibabaVpc[]>;
    describeVSwitches(vpcId: string): Promise<VSwitch[]>;
    /** With all entries. */
    describeRouteTablesOfVpc(vpcId: string): Promise<VpcRouteTable[]>;
    /** With all rules. */
    describeSecurityGroups(vpcId: string): Promise<PacketFilter[]>;
    describeNetworkAcls(vpcId: string): Promise<NetworkAcl[]>;
    listVpcAttachments(cenId: string, transitRouterId: string): Promise<VpcAttachment[]>;
    listTransitRouterRouteTables(transitRouterId: string): Promise<TransitRouterRouteTable[]>;
    /** In every status. */
    listTransitRouterRouteEntries(routeTableId: string): Promise<TransitRouterRouteEntry[]>;
    /** The account's region's. */
    describeRouteMaps(cenId: string): Promise<RouteMap[]>;
    /** Of one table of the VPC. */
    describeRouteConflicts(vpcId: string, routeTableId: string): Promise<RouteConflict[]>;
    describeCenChildren(cenId: string): Promise<CenChild[]>;
}
