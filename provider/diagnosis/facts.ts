import type {
    BgpGroup,
    BgpPeer,
    BorderRouter,
    HostedConnection,
    Identity,
    RouteTableLeg,
    TransitRouter,
    TransitRouterAttachment,
    VirtualInterface,
    Vpc,
    VpnGateway,
} from "../clouds/clouds";
import type {
    AlibabaVpc,
    AwsRouteTable,
    CenChild,
    DirectConnectGateway,
    NetworkAcl,
    PacketFilter,
    RouteConflict,
    RouteMap,
    Subnet,
    TransitRouterRouteEntry,
    TransitRouterRouteTable,
    VirtualInterfaceRoute,
    VpcAttachment,
    VpcRouteTable,
    VSwitch,
} from "../clouds/network";
import type { LinkIds } from "./link";

/**
 * Both sides of a link as they are at one time. Of a list, undefined says that nobody knows: it could not be read (then `unreadable` says why), or nothing
 * told of what to read it. Of one thing, undefined says that there is none, as far as its list is known. No fact holds a key.
 */
export interface LinkFacts {
    /** As they were given, completed by what was found. */
    ids: LinkIds;
    /** As they were given. */
    given: LinkIds;
    aws: AwsFacts;
    alibaba: AlibabaFacts;
    keys: KeyFacts;
    unreadable: Unreadable[];
}

export interface AwsFacts {
    identity: Identity | undefined;
    connections: HostedConnection[] | undefined;
    /** The link's. */
    connection: HostedConnection | undefined;
    virtualInterfaces: KeylessVirtualInterface[] | undefined;
    /** The link's. */
    virtualInterface: KeylessVirtualInterface | undefined;
    /** The one that is named, the one that the virtual interface is on, and the one that is attached to the VPC. */
    vpnGateways: VpnGateway[] | undefined;
    /** The one that the virtual interface is on. */
    vpnGateway: VpnGateway | undefined;
    directConnectGateway: DirectConnectGateway | undefined;
    /** undefined also where it could not be read. */
    vpc: Vpc | undefined;
    /** All of the VPC. */
    routeTables: AwsRouteTable[] | undefined;
    subnets: Subnet[] | undefined;
    securityGroups: PacketFilter[] | undefined;
    networkAcls: NetworkAcl[] | undefined;
    /** undefined also where the region's service does not tell them. */
    virtualInterfaceRoutes: VirtualInterfaceRoute[] | undefined;
}

export interface AlibabaFacts {
    identity: Identity | undefined;
    borderRouters: BorderRouter[] | undefined;
    /** The link's. */
    borderRouter: BorderRouter | undefined;
    bgpGroups: KeylessBgpGroup[] | undefined;
    /** The peer's. */
    bgpGroup: KeylessBgpGroup | undefined;
    bgpPeers: BgpPeer[] | undefined;
    /** The link's. */
    bgpPeer: BgpPeer | undefined;
    outboundBillingOpened: boolean | undefined;
    /** The CEN; undefined: it could not be read, or there is none. */
    cen: { cenId: string; status: string } | undefined;
    /** Of the CEN, in every region. */
    transitRouters: TransitRouter[] | undefined;
    /** The link's. */
    transitRouter: TransitRouter | undefined;
    /** The VBRs' at the link's transit router. */
    borderRouterAttachments: TransitRouterAttachment[] | undefined;
    /** The VBR's. */
    borderRouterAttachment: AttachmentFacts<TransitRouterAttachment> | undefined;
    /** The VPCs' at the link's transit router. */
    vpcAttachments: AttachmentFacts<VpcAttachment>[] | undefined;
    transitRouterRouteTables: TransitRouterRouteTableFacts[] | undefined;
    routeMaps: RouteMap[] | undefined;
    /** Of a Basic CEN. */
    cenChildren: CenChild[] | undefined;
    /** Whether another account's VBR is granted to the CEN; undefined: not known, or not needed. */
    isGranted: boolean | undefined;
    /** The VPCs that the link is for, as far as they are in the region. */
    vpcs: AlibabaVpcFacts[] | undefined;
}

export type KeylessVirtualInterface = Omit<VirtualInterface, "authKey">;
export type KeylessBgpGroup = Omit<BgpGroup, "authKey">;

/** The legs of the link's own attachments alone are read. */
export type AttachmentFacts<Attachment> = Attachment & {
    associations: RouteTableLeg[] | undefined;
    propagations: RouteTableLeg[] | undefined;
};

export type TransitRouterRouteTableFacts = TransitRouterRouteTable & {
    entries: TransitRouterRouteEntry[] | undefined;
};

export interface AlibabaVpcFacts extends AlibabaVpc {
    vSwitches: VSwitch[] | undefined;
    routeTables: VpcRouteTableFacts[] | undefined;
    securityGroups: PacketFilter[] | undefined;
    networkAcls: NetworkAcl[] | undefined;
}

export type VpcRouteTableFacts = VpcRouteTable & { conflicts: RouteConflict[] | undefined };

/** What may be said of the authentication keys. */
export interface KeyFacts {
    aws: KeyState;
    alibaba: KeyState;
    /** undefined: one of them is not known. "spaces": equal but for spaces around them. */
    comparison: "equal" | "spaces" | "different" | undefined;
}

/** "hidden": the cloud does not show it, or nothing that has a key is there. */
export type KeyState = "set" | "empty" | "hidden";

/** A read that failed. */
export interface Unreadable {
    cloud: "aws" | "alibaba";
    /** What could not be read. */
    subject: string;
    /** Why, in one line. */
    says: string;
    /** Where access was denied: what to grant, such as `directconnect:DescribeConnections`. */
    permission: string | undefined;
}
