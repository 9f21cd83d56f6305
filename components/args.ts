import type * as pulumi from "@pulumi/pulumi";
import type { PrivateVirtualInterfaceArgs } from "@pulumi/aws/directconnect/privateVirtualInterface";
import type { VpnGatewayArgs } from "@pulumi/aws/ec2/vpnGateway";
import type { TransitRouterVbrAttachmentArgs } from "@pulumi/alicloud/cen/transitRouterVbrAttachment";

import type { HostSettings } from "./hostProvider";

/** The CEN instance that holds the Alibaba VPC. A VBR cannot be peered with a VPC directly: it is attached to a CEN. */
export interface CenArgs {
    /** The CEN instance, `cen-...`. A change replaces the attachment. */
    cenId: pulumi.Input<string>;
    /** The Enterprise transit router in the VBR's region, `tr-...`. A change replaces the attachment. */
    transitRouterId: pulumi.Input<string>;
    /** The route table that the VBR is associated with and propagates to. Default: the transit router's system table. A change replaces association and propagation. */
    transitRouterRouteTableId?: pulumi.Input<string>;
    /** An existing transit-router attachment of the VBR (`tr-attach-...`), managed elsewhere: then none is made, and no association or propagation either. */
    attachmentId?: pulumi.Input<string>;
}

/** The Alibaba Cloud side. Name the VBR, or how to find it: `vbrId`, `accessPointId` or `borderRouterName`. */
export interface AlibabaArgs {
    /** The VBR that the system made for the connection, `vbr-...`. Once the VBR was found, only another ID replaces. */
    vbrId?: pulumi.Input<string>;
    /** Finds the VBR by its access point, `ap-...`. Read when the VBR is looked for, never again. */
    accessPointId?: pulumi.Input<string>;
    /** Finds the VBR by its name. Read when the VBR is looked for, never again. */
    borderRouterName?: pulumi.Input<string>;
    /** The CEN instance and transit router to attach the VBR to. */
    cen: CenArgs;
}

/** The AWS side. */
export interface AwsArgs {
    /** The VPC to connect, `vpc-...`, in the region of the hosted connection. A change replaces the gateway's attachment. */
    vpcId: pulumi.Input<string>;
    /**
     * The route tables that are to learn the Alibaba routes, at least one. In an array the children are named by index; in a record by key,
     * so that entries can come and go without renaming others.
     */
    routeTableIds: readonly pulumi.Input<string>[] | Readonly<Record<string, pulumi.Input<string>>>;
    /** The hosted connection, `dxcon-...`. Default: the one whose VLAN and bandwidth match the VBR's. Once found, only another ID replaces. */
    connectionId?: pulumi.Input<string>;
    /** Narrows the search by the connection's name; never sufficient by itself. Read when it is looked for, never again. */
    connectionName?: pulumi.Input<string>;
    /** Narrows the search by the partner's name. Read when it is looked for, never again. */
    partnerName?: pulumi.Input<string>;
    /** Accepts the hosted connection that `connectionId` names also if its VLAN is not the VBR's: the circuit then translates between both. Needs `connectionId`. Default: false. */
    vlanMayDiffer?: boolean;
    /** An existing virtual private gateway that is attached to the VPC, `vgw-...`: then none is made or attached. */
    vpnGatewayId?: pulumi.Input<string>;
    /** The ASN of the gateway that is made: 64512-65534 or 4200000000-4294967294. Default: 64512. A change replaces the gateway and the VIF. */
    amazonSideAsn?: pulumi.Input<number>;
    /**
     * An existing private virtual interface on the connection, `dxvif-...`, which the next `up` adopts for good: managed, and destroyed, from
     * then on. Plain, and to be removed after that `up`.
     */
    virtualInterfaceId?: string;
}

export interface BgpArgs {
    /** The Alibaba side's ASN: 45104 (default), else 64512-65534 or 4200000000-4294967294 except 65025, which Alibaba Cloud opens per account. */
    localAsn?: pulumi.Input<number>;
    /** The authentication key, 6 to 80 characters. Default: the key that the VBR's BGP group has already, else a generated one. A change replaces the VIF: an outage. */
    authKey?: pulumi.Input<string>;
    /** Replaces a key that the cloud does not show by one of ours. Default: false. */
    replaceAuthKey?: boolean;
    /** Bidirectional forwarding detection on a BGP peer that this package makes; an adopted peer's is never touched. Default: true. */
    enableBfd?: boolean;
}

export interface VerificationArgs {
    /** How long BGP may take to come up, in seconds. Default: 900. A change updates nothing. */
    timeoutSeconds?: number;
    /** What the next `up` does when a session that was up has fallen. Default: "warn". */
    onDown?: "warn" | "fail";
}

/** Limits of the waits, in seconds: at most 2700 by default, because CI jobs and their credentials last about that long. A wait that ran out is resumed by the next `up`. */
export interface TimeoutArgs {
    /** Until the VBR is there. Default: 2700. */
    borderRouterSeconds?: number;
    /** Until the hosted connection is accepted and the backend is Running. Default: 2700. */
    circuitSeconds?: number;
}

/** Overrides of a child's arguments, merged over what this component passes. */
export interface OverrideArgs {
    vpnGateway?: Partial<VpnGatewayArgs>;
    virtualInterface?: Partial<PrivateVirtualInterfaceArgs>;
    cenAttachment?: Partial<TransitRouterVbrAttachmentArgs>;
}

export interface MultiCloudConnectionArgs {
    alibaba: AlibabaArgs;
    aws: AwsArgs;
    bgp?: BgpArgs;
    verification?: VerificationArgs;
    timeouts?: TimeoutArgs;
    /**
     * What becomes of the accepted hosted connection on destroy. Default: "keep", because deleting it does not end the subscription. A change updates in
     * place, and takes effect once `pulumi up` has stored it: `pulumi destroy` runs no program.
     */
    onDestroy?: { hostedConnection?: "keep" | "delete" };
    /** Looks at both clouds before the first write. Default: true. */
    preflight?: boolean;
    /** The name that both consoles show (the tag `Name`, the attachment's name). Default: the component's name. A change updates in place. */
    label?: pulumi.Input<string>;
    /** Tags of everything that carries tags in either cloud. */
    tags?: Readonly<Record<string, pulumi.Input<string>>>;
    overrides?: OverrideArgs;
    /** What explicit `aws` and `alicloud` providers do not give back, such as an assumed role. Read only with explicit providers. */
    settings?: HostSettings;
}
