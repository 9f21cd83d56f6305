import type { RouteTableLeg, TransitRouterAttachment } from "../clouds/clouds";
import type {
    AwsRouteTable,
    RouteMap,
    Subnet,
    TransitRouterRouteEntry,
    VirtualInterfaceRoute,
    VpcAttachment,
    VpcRouteTable,
    VSwitch,
} from "../clouds/network";

/** Which networks a link joins. */
export interface JoinedNetworks {
    awsVpcId: string;
    /** The AWS route tables that are to learn the Alibaba routes. */
    routeTableIds: string[];
    cenId: string;
    /** undefined: a Basic CEN. */
    transitRouterId?: string;
    /** The table that the VBR is meant to be associated with. Empty or undefined on a Basic CEN. */
    transitRouterRouteTableId?: string;
    /** Whom the link is for. undefined: the VPCs that bring routes to the VBR's table. */
    alibabaVpcIds?: string[];
}

/** What the routes of a link hang on, as both clouds say it at one time. */
export interface RouteFacts {
    networks: JoinedNetworks;
    vbrId: string;
    aws: AwsRouteFacts;
    cen: TransitRouterFacts | BasicCenFacts;
    vpcs: VpcRouteFacts[];
}

export interface AwsRouteFacts {
    /** The VPC's. */
    cidrBlocks: string[];
    /** All of the VPC. */
    routeTables: AwsRouteTable[];
    /** The VPC's. */
    subnets: Subnet[];
    /** undefined: the region's service does not tell them. */
    interfaceRoutes: VirtualInterfaceRoute[] | undefined;
}

export interface Joined {
    associations: RouteTableLeg[];
    propagations: RouteTableLeg[];
}

export interface TransitRouterFacts {
    kind: "transit router";
    transitRouterId: string;
    /** The table that the VBR is associated with, else the one that it is meant to be associated with. */
    routeTableId: string;
    /** In every status. */
    entries: TransitRouterRouteEntry[];
    routeMaps: RouteMap[];
    /** undefined: the VBR is not attached to the transit router. */
    vbr: (TransitRouterAttachment & Joined) | undefined;
}

export interface BasicCenFacts {
    kind: "Basic CEN";
    cenId: string;
    /** Of the VBR as its child; undefined: it is none. */
    vbrStatus: string | undefined;
}

/** A VPC at Alibaba Cloud. */
export interface VpcRouteFacts {
    vpcId: string;
    /** Whether the user has named it; else it was found. */
    isNamed: boolean;
    vSwitches: VSwitch[];
    routeTables: VpcRouteTable[];
    /** To the transit router; undefined: it is not attached, or the CEN is a Basic one. */
    attachment: (VpcAttachment & Joined) | undefined;
    /** As a child of a Basic CEN; undefined: it is none, or there is a transit router. */
    childStatus: string | undefined;
}

/** What both ends of the BGP session say of its routes. */
export interface SessionFacts {
    /** The virtual private gateway in which the virtual interface ends; undefined: it ends in none. */
    vpnGatewayId: string | undefined;
    /** How many routes the VBR tells AWS, and has learned from it, where the cloud says so. */
    advertisedRouteCount: number | undefined;
    receivedRouteCount: number | undefined;
}
