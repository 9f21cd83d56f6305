import type * as pulumi from "@pulumi/pulumi";
import type { PrivateVirtualInterfaceArgs } from "@pulumi/aws/directconnect/privateVirtualInterface";
import type { VpnGatewayArgs } from "@pulumi/aws/ec2/vpnGateway";
import type { TransitRouterVbrAttachmentArgs } from "@pulumi/alicloud/cen/transitRouterVbrAttachment";

import type { HostSettings } from "./hostProvider";
import type { settled } from "./overrides";

/**
 * The CEN instance that holds the Alibaba VPC. A VBR cannot be peered with a VPC directly: it is attached to an Enterprise transit router
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-createtransitroutervbrattachment), or, on a Basic CEN, to the CEN itself
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-attachcenchildinstance).
 */
export interface CenArgs {
    /** The CEN instance, `cen-...`. One that is not there is refused before the first write. A change replaces attachment, association and propagation. */
    cenId: pulumi.Input<string>;
    /**
     * The Enterprise transit router of that CEN in the VBR's region, `tr-...`. One that is not there, or is another CEN's or region's, is refused before the
     * first write. A change replaces attachment, association and propagation. Whether it is there decides which children exist. Default: none, which means a
     * Basic CEN: the VBR becomes its child, and there is neither association nor propagation; a CEN that has an Enterprise transit router in the region is
     * then refused before the first write.
     */
    transitRouterId?: pulumi.Input<string>;
    /**
     * The route table that the VBR is associated with and propagates to, `vtb-...`: the one that the VPC is associated with. Default: the transit router's
     * system table; an error at preview where there is none. A change replaces association and propagation. Refused without `transitRouterId`.
     */
    transitRouterRouteTableId?: pulumi.Input<string>;
    /**
     * An existing attachment of the VBR, managed elsewhere: used as it is, and left on destroy. To the transit router it is `tr-attach-...`; to a Basic CEN
     * `cen-...:vbr-...:VBR:<region>`, the ID that `alicloud.cen.InstanceAttachment` has. Whether it is there decides which children exist: with it, neither
     * attachment nor association nor propagation is made, and those that this stack made before are deleted. Default: none.
     */
    attachmentId?: pulumi.Input<string>;
}

/** The Alibaba Cloud side. Which VBR it is, or how to find it, is needed: `vbrId`, `accessPointId` or `borderRouterName`. */
export interface AlibabaArgs {
    /**
     * The VBR that the system made for the connection, `vbr-...`; wins over the filters. One that is not in the region is refused before the first write.
     * Default: found by the filters; several that fit are an error with the list. Another ID than the one that was found replaces all but
     * the AWS gateway, its attachment and its propagation.
     */
    vbrId?: pulumi.Input<string>;
    /** Filter: the access point, `ap-...`; every VBR that is there fits. Read when the VBR is looked for, and in no diff. Default: any. */
    accessPointId?: pulumi.Input<string>;
    /** Filter: the VBR's whole name. Read when the VBR is looked for, and in no diff. Default: any. */
    borderRouterName?: pulumi.Input<string>;
    /** The CEN instance, and where it has one the transit router, to attach the VBR to. */
    cen: CenArgs;
    /**
     * Whom the link is for: the VPCs, `vpc-...`, attached to the CEN's transit router, or to a Basic CEN. `verification.level` "routes" then demands of each
     * that packets get there and back. A change verifies anew. Default: the VPCs that bring routes to the VBR's route table; of them only that AWS learns
     * those routes is demanded, and that there is none is a warning.
     */
    vpcs?: readonly pulumi.Input<string>[];
    /**
     * Makes what is missing on the side of `vpcs`: the association of the VPC's attachment with the VBR's route table, its propagation to it, and route
     * synchronisation
     * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-updatetransitroutervpcattachmentattribute). What is there already is
     * left as it is; what was made is marked by tags of the attachment, and taken away on destroy, and when this is turned off or the VPC is no longer
     * named: an outage for that VPC. Refused without `vpcs`, and on a Basic CEN, where nothing can be missing. Decides which children exist. Default: false.
     */
    manageVpcRoutes?: boolean;
}

/** The AWS side. */
export interface AwsArgs {
    /**
     * The VPC to connect, `vpc-...`, in the region of the hosted connection. One that is not there is refused before the first write. A change replaces the
     * gateway's attachment, the propagation to the route tables, and the virtual interface: an outage.
     */
    vpcId: pulumi.Input<string>;
    /**
     * The route tables of the VPC that are to learn the Alibaba routes, `rtb-...`, at least one. In an array the children are named by index; in a record by
     * key, so that entries can come and go without renaming others. One that is not there, or another VPC's, is refused before the first write; one that moves to
     * another index or key, at preview, with the line that keeps the names. A change makes or deletes the propagation to that table alone
     * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableVgwRoutePropagation.html).
     */
    routeTableIds: readonly pulumi.Input<string>[] | Readonly<Record<string, pulumi.Input<string>>>;
    /**
     * The hosted connection, `dxcon-...`; wins over the filters. One that is not there or has ended is refused before the first write, one with another VLAN
     * than the VBR's before it is accepted. Default: the one of 1 Gbit/s with the VBR's VLAN; several that fit are an error with the list. Another ID than
     * the one that was found replaces the acceptance and the virtual interface: an outage.
     */
    connectionId?: pulumi.Input<string>;
    /** Narrows the search to this connection name; never enough by itself. Read when the connection is looked for, and in no diff. Default: any. */
    connectionName?: pulumi.Input<string>;
    /** Narrows the search to this partner; never enough by itself. Read when the connection is looked for, and in no diff. Default: any. */
    partnerName?: pulumi.Input<string>;
    /**
     * Accepts the connection that `connectionId` names also if its VLAN is not the VBR's: the circuit then translates. Refused without `connectionId`. In no
     * diff. Default: false.
     */
    vlanMayDiffer?: boolean;
    /**
     * An existing virtual private gateway that is attached to the VPC, `vgw-...`, managed elsewhere: used as it is, and left on destroy. One that is not
     * there, not attached to the VPC, or has the VBR's ASN, is refused before the first write. Whether it is there decides which children exist:
     * with it, neither gateway nor attachment is made, and those that this stack made before are deleted. A change replaces the propagation to the route
     * tables, and the virtual interface: an outage. Default: none.
     */
    vpnGatewayId?: pulumi.Input<string>;
    /**
     * The ASN of the gateway that is made: 64512-65534 or 4200000000-4294967294, and not the VBR's
     * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnGateway.html). Others are refused at preview. Not used with `vpnGatewayId`.
     * Default: 64512, which AWS gives. A change replaces gateway, attachment and virtual interface: an outage.
     */
    amazonSideAsn?: pulumi.Input<number>;
}

/**
 * What a cloud has and the state does not, since an answer was lost, say: the next `up` imports it, and manages, and destroys, it from then on. Each is the ID
 * of the official resource, plain and no output; remove it after that `up`, which changes nothing more. One that is not the link's is refused before the
 * first write. Where it is needed, `up` itself names the line to write.
 */
export interface AdoptArgs {
    /** A virtual private gateway, `vgw-...`, with the ASN that is asked for. Refused with `aws.vpnGatewayId`. Default: none. */
    vpnGatewayId?: string;
    /** A private virtual interface on the connection, `dxvif-...`, that mirrors the VBR: every difference is named. Default: none. */
    virtualInterfaceId?: string;
    /**
     * An attachment of the VBR: to the transit router `cen-...:tr-attach-...`, to a Basic CEN `cen-...:vbr-...:VBR:<region>`. Refused with
     * `alibaba.cen.attachmentId`. Default: none.
     */
    cenAttachmentId?: string;
    /** The association of the attachment with the route table, `tr-attach-...:vtb-...`. Refused with `alibaba.cen.attachmentId`. Default: none. */
    cenAssociationId?: string;
    /** The propagation of the attachment to the route table, `tr-attach-...:vtb-...`. Refused with `alibaba.cen.attachmentId`. Default: none. */
    cenPropagationId?: string;
}

/** BGP between the VBR and the AWS gateway. */
export interface BgpArgs {
    /**
     * The Alibaba side's ASN where the VBR has no BGP group yet: 45104, or, once Alibaba Cloud has opened it for the account,
     * 64512-65534 or 4200000000-4294967294 except 65025 (https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createbgpgroup), and
     * not the gateway's. Others are refused at preview; another one than the VBR's group has, before the first write. So once there is a group, only destroying and making
     * the link anew changes it. Default: the group's, else 45104.
     */
    localAsn?: pulumi.Input<number>;
    /**
     * The authentication key of both sides: 6 to 80 (https://docs.aws.amazon.com/directconnect/latest/APIReference/API_NewPrivateVirtualInterface.html) of
     * letters, digits and `. _ ~ @ ^ : , ! -`; a secret, whether or not it is given as one. Others are refused at preview; another one than a BGP group has
     * that this package did not make, before the interface is made. A change updates the group and replaces the virtual interface: an outage; to leave it out
     * later changes nothing. Default: the key that the VBR's BGP group has, else a generated one.
     */
    authKey?: pulumi.Input<string>;
    /**
     * Puts `authKey`, or a generated key, in the place of the one that an existing BGP group has; where the cloud does not show that one, this or `authKey` is
     * needed. Read when the key is chosen; a later change alters nothing. Default: false.
     */
    replaceAuthKey?: boolean;
    /**
     * Bidirectional forwarding detection on the VBR's BGP peer
     * (https://www.alibabacloud.com/help/en/express-connect/developer-reference/api-vpc-2016-04-28-createbgppeer-efficiency-channels). Without it a failover
     * takes up to 90 seconds. Read when the peer is made, and in no diff; an adopted peer's is never touched. Default: true.
     */
    enableBfd?: boolean;
}

/** The look whether BGP is up as both sides say it, and whether routes have come. */
export interface VerificationArgs {
    /**
     * When the link counts as joined: "bgp", once BGP is up; "routes", once routes lead both ways, too: the route tables of AWS hold what the VPCs of Alibaba
     * Cloud bring, and those VPCs' tables what AWS brings. A change verifies anew. Default: "routes".
     */
    level?: "bgp" | "routes";
    /** How long both may take together, in seconds, above 0. In no diff. Default: 900. */
    timeoutSeconds?: number;
    /** What the next `up` does with a session that was up and has fallen: "warn", or "fail", which waits for it up to the limit. In no diff. Default: "warn". */
    onDown?: "warn" | "fail";
}

/**
 * Limits of the waits, in seconds, above 0. By default 2700, since CI jobs and their credentials last about that long: a wait that ran out is resumed by the
 * next `up`. In no diff.
 */
export interface TimeoutArgs {
    /** Until the VBR is there: until the connection is bought, that is. Default: 2700. */
    borderRouterSeconds?: number;
    /** Until the hosted connection is accepted and Alibaba's backend is Running; the backend takes from minutes to days. Default: 2700. */
    circuitSeconds?: number;
}

/**
 * Overrides of a child's arguments, over what this component passes (tags on top of its own); what each does is the official resource's. What the other side of the
 * link is made from too is refused at preview.
 */
export interface OverrideArgs {
    /** https://www.pulumi.com/registry/packages/aws/api-docs/ec2/vpngateway/ */
    vpnGateway?: Partial<Omit<VpnGatewayArgs, keyof typeof settled.vpnGateway>>;
    /** https://www.pulumi.com/registry/packages/aws/api-docs/directconnect/privatevirtualinterface/ */
    virtualInterface?: Partial<Omit<PrivateVirtualInterfaceArgs, keyof typeof settled.virtualInterface>>;
    /** https://www.pulumi.com/registry/packages/alicloud/api-docs/cen/transitroutervbrattachment/; refused on a Basic CEN, whose attachment has nothing to choose. */
    cenAttachment?: Partial<Omit<TransitRouterVbrAttachmentArgs, keyof typeof settled.cenAttachment>>;
}

/** Only `alibaba` and `aws` are needed. What is wrong with plain values is an error at preview that lists everything at once. */
export interface MultiCloudConnectionArgs {
    /** The Alibaba Cloud side. */
    alibaba: AlibabaArgs;
    /** The AWS side. */
    aws: AwsArgs;
    /** ASN, key and BFD. Default: each as stated there. */
    bgp?: BgpArgs;
    /** The look at both sides' BGP and routes. Default: each as stated there. */
    verification?: VerificationArgs;
    /** Limits of the waits. Default: each as stated there. */
    timeouts?: TimeoutArgs;
    /**
     * What becomes, on destroy, of the hosted connection that this package accepted: "keep", or "delete", which ends AWS's port hours, but not the
     * subscription, and only Alibaba Cloud's support can issue the connection again
     * (https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DeleteConnection.html). A change updates one resource in place, and takes effect
     * once `pulumi up` has stored it: `pulumi destroy` runs no program. Default: "keep".
     */
    onDestroy?: { hostedConnection?: "keep" | "delete" };
    /**
     * Looks at both clouds at preview, and at an `up` before the first write, for five seconds at most, and tells all findings at once: what would stop the
     * link is refused, anything else, and everything that was so before a change of a link that is there, is a warning. A change updates that resource alone,
     * in place; what needs no such look is refused without it, too. Default: true.
     */
    preflight?: boolean;
    /**
     * Lets a change cut the traffic of a link that is up. Without it such a change (of key, MTU, ASN, gateway, VPC, VBR, connection, CEN, transit router, its
     * route table, or whatever else replaces the virtual interface or the VBR's attachment) is refused at preview, and at an `up` before the first write, with
     * a line for each that says what it cuts; with it, that line is a warning. A link that is down may be changed freely. Where the clouds cannot be asked
     * whether it is up, the change is refused. In no diff: take it away again after that `up`. Default: false.
     */
    allowOutage?: pulumi.Input<boolean>;
    /**
     * The name that both consoles show: the tag `Name` of gateway and virtual interface, and the transit router attachment's name, which takes 2 to 128
     * letters, digits, `_` and `-` and begins with a letter. A change updates in place. Default: the component's name.
     */
    label?: pulumi.Input<string>;
    /** Tags of the gateway, the virtual interface and the transit router attachment; one on a Basic CEN takes none. A change updates in place. Default: none. */
    tags?: Readonly<Record<string, pulumi.Input<string>>>;
    /** What the next `up` takes into the state instead of making it. Default: nothing. */
    adopt?: AdoptArgs;
    /** Other arguments of the official children. Default: none. */
    overrides?: OverrideArgs;
    /**
     * What explicit `aws` and `alicloud` providers do not give back, such as an assumed role. Read only where the component makes its own host: with explicit
     * providers, and without a `MultiCloudHost` among them. A change updates that host alone. Default: none.
     */
    settings?: HostSettings;
}
