/** A link as it is to be drawn. Everything may be unknown, and is then left out of the picture. No key is ever part of it. */
export interface LinkView {
    /** The component's name, or whatever else people call it. */
    name?: string;
    alibaba: AlibabaView;
    circuit: CircuitView;
    session: SessionView;
    aws: AwsView;
}

/**
 * Whether a thing is there, where the clouds say no more of it: "there" and "not there". undefined, as of every status: nobody looked, or could look. Every
 * other status is the cloud's own word.
 */
export type Presence = "there" | "not there" | undefined;

export interface Place {
    accountId?: string;
    region?: string;
}

export interface AlibabaView extends Place {
    vpcs: AlibabaVpcView[];
    cenId?: string;
    cenPresence?: Presence;
    /** undefined: the CEN is a Basic one. */
    transitRouter?: TransitRouterView;
    attachment: BorderRouterAttachmentView;
    borderRouter: BorderRouterView;
}

export interface AlibabaVpcView {
    vpcId: string;
    presence: Presence;
    cidrBlocks: string[];
    /** Of its attachment to the transit router, or to the Basic CEN. */
    attachmentStatus?: string;
    /** Whether the transit router's routes get into its tables; undefined also on a Basic CEN, where they always do. */
    synchronises?: boolean;
}

export interface TransitRouterView {
    transitRouterId?: string;
    presence: Presence;
    /** The table that VPCs and VBR meet in. */
    routeTableId?: string;
}

export interface BorderRouterAttachmentView {
    status?: string;
    /** Whether the table's routes are told to AWS; undefined also on a Basic CEN, where they always are. */
    publishes?: boolean;
}

export interface BorderRouterView {
    vbrId?: string;
    name?: string;
    status?: string;
    asn?: number;
    vlanId?: number;
    /** With prefix length. */
    address?: string;
}

/** From an access point of Alibaba Cloud to a location of AWS Direct Connect. */
export interface CircuitView {
    physicalConnectionId?: string;
    status?: string;
    businessStatus?: string;
    bandwidth?: string;
    accessPointId?: string;
    location?: string;
}

/** BGP between both ends, as each says it. */
export interface SessionView {
    alibaba?: string;
    aws?: string;
    /** What may be said of the keys of both ends. */
    keys?: "equal" | "different" | "none";
}

export interface AwsView extends Place {
    connection: ConnectionView;
    virtualInterface: VirtualInterfaceView;
    /** undefined: the virtual interface ends in the virtual private gateway itself. */
    directConnectGateway?: DirectConnectGatewayView;
    gateway: GatewayView;
    vpc: AwsVpcView;
}

export interface ConnectionView {
    connectionId?: string;
    name?: string;
    status?: string;
    vlanId?: number;
}

export interface VirtualInterfaceView {
    virtualInterfaceId?: string;
    status?: string;
    vlanId?: number;
    /** With prefix length. */
    address?: string;
}

export interface DirectConnectGatewayView {
    directConnectGatewayId: string;
    presence: Presence;
    asn?: number;
}

export interface GatewayView {
    vpnGatewayId?: string;
    status?: string;
    asn?: number;
    /** Of its attachment to the VPC. */
    attachmentStatus?: string;
}

export interface AwsVpcView {
    vpcId?: string;
    presence: Presence;
    cidrBlocks: string[];
    routeTables: {
        routeTableId: string;
        /** Whether it learns the gateway's routes; undefined: nobody looked. */
        propagates?: boolean;
    }[];
}
