import type * as pulumi from "@pulumi/pulumi";

import type { AlibabaAccountArgs, AwsAccountArgs } from "../accountArgs";
import { MultiCloudResource } from "../dynamicResource";

/** What is to be looked at; what is left out is not. A change of any input, accounts and regions too, looks anew, in place. */
export interface PreflightArgs extends AwsAccountArgs, AlibabaAccountArgs {
    /** The VBR, `vbr-...`: it exists in the region, and its addresses fit. */
    vbrId?: pulumi.Input<string | undefined>;
    /** The hosted connection, `dxcon-...`: it exists in the region, and has not ended. */
    connectionId?: pulumi.Input<string | undefined>;
    /** The CEN, `cen-...`: it exists, and a foreign `vbrId` is granted to it; without `transitRouterId`, it has no Enterprise transit router in the region. */
    cenId?: pulumi.Input<string | undefined>;
    /** The Enterprise transit router, `tr-...`: it exists in the CEN, and in the VBR's region. */
    transitRouterId?: pulumi.Input<string | undefined>;
    /** The VPC, `vpc-...`: it exists in the region. */
    vpcId?: pulumi.Input<string | undefined>;
    /** An existing virtual private gateway, `vgw-...`: it is attached to the VPC, and its ASN is not the VBR's. */
    vpnGatewayId?: pulumi.Input<string | undefined>;
    /** The route tables, `rtb-...`, by place or by key: they exist, belong to the VPC, and none goes to another place or key, where its propagation would be lost. */
    routeTableIds?: pulumi.Input<
        readonly pulumi.Input<string>[] | Readonly<Record<string, pulumi.Input<string>>> | undefined
    >;
    /** What is to be adopted, each by the ID of the official resource: it is the link's. */
    adopt?: pulumi.Input<
        | {
              /** `vgw-...`: it has the ASN that is asked for, and is on no other VPC. */
              vpnGatewayId?: pulumi.Input<string | undefined>;
              /** `dxvif-...`: it mirrors the VBR. */
              virtualInterfaceId?: pulumi.Input<string | undefined>;
              /** `cen-...:tr-attach-...`, on a Basic CEN `cen-...:vbr-...:VBR:<region>`: it is the VBR's. */
              cenAttachmentId?: pulumi.Input<string | undefined>;
              /** `tr-attach-...:vtb-...`: the attachment is the VBR's. */
              cenAssociationId?: pulumi.Input<string | undefined>;
              /** `tr-attach-...:vtb-...`: the attachment is the VBR's. */
              cenPropagationId?: pulumi.Input<string | undefined>;
          }
        | undefined
    >;
    /** The ASN of the gateway that is made, 64512-65534 or 4200000000-4294967294. Default: 64512. */
    amazonSideAsn?: pulumi.Input<number | undefined>;
    /** The Alibaba side's ASN: 45104, 64512-65534 or 4200000000-4294967294 except 65025, and not the gateway's. Default: the BGP group's, else 45104. */
    localAsn?: pulumi.Input<number | undefined>;
    /** The key that is given, if one is; a secret. Compared with that of a virtual interface that is to be adopted. */
    authKey?: pulumi.Input<string | undefined>;
    /** Whether the key of the VBR's BGP group gives way to the given one. Default: false. */
    replaceAuthKey?: pulumi.Input<boolean | undefined>;
    /** false: no look before the first write. What needs none, moved route tables and changes that cut traffic, is refused all the same. Default: true. */
    looks?: pulumi.Input<boolean | undefined>;
    /** How VBR and hosted connection are found where they are not named: of several that fit, none is taken. In no diff. Default: nothing. */
    search?: SearchArgs;
    /** What else the link's traffic hangs on: a change of it while the link is up is refused. In no diff. Default: nothing. */
    trafficPath?: TrafficPathArgs;
    /** Lets a change of these inputs cut the traffic of the link, and says as a warning what it cuts. In no diff. Default: false. */
    allowOutage?: pulumi.Input<boolean | undefined>;
}

/** How BorderRouter and CircuitActivation of the same link search. */
export interface SearchArgs {
    /** The access point of the VBR's circuit. */
    accessPointId?: pulumi.Input<string | undefined>;
    /** The VBR's name. */
    borderRouterName?: pulumi.Input<string | undefined>;
    /** The hosted connection's name. */
    connectionName?: pulumi.Input<string | undefined>;
    /** The hosted connection's partner. */
    partnerName?: pulumi.Input<string | undefined>;
    /** Whether a named connection may have another VLAN than the VBR. Default: false. */
    vlanMayDiffer?: pulumi.Input<boolean | undefined>;
}

/** Arguments of the other resources of the same link. */
export interface TrafficPathArgs {
    /** The BGP authentication key that is given, if one is; a secret. */
    authKey?: pulumi.Input<string | undefined>;
    /** An existing attachment of the VBR. Default: one is made. */
    attachmentId?: pulumi.Input<string | undefined>;
    /** The transit router's route table of the VBR's attachment, `vtb-...`. */
    transitRouterRouteTableId?: pulumi.Input<string | undefined>;
    /** The virtual interface's name. */
    virtualInterfaceName?: pulumi.Input<string | undefined>;
    /** The virtual interface's MTU, in bytes: 1500 or 8500. Default: 1500. */
    mtu?: pulumi.Input<number | undefined>;
    /** The availability zone of the gateway that is made. */
    availabilityZone?: pulumi.Input<string | undefined>;
    /** Whether the transit router publishes its routes to the VBR. Default: true. */
    autoPublishRouteEnabled?: pulumi.Input<boolean | undefined>;
    /** The account that owns the VBR, where it is another one. */
    vbrOwnerId?: pulumi.Input<string | undefined>;
}

/**
 * Looks at both clouds, at preview and before the first write: everything that is named exists, accounts, regions and ASNs fit, the CEN reaches no addresses
 * of the VPC, quotas are kept, the subscription runs, and outbound billing is opened, without which no BGP can be configured. Reads alone, for five seconds at
 * most; let every resource that writes depend on it. Its ID is `preflight`. Destroying it deletes nothing.
 *
 * Errors: all findings at once, and a change that would cut the traffic of a link that is up, unless `allowOutage` is true. Warnings: what may do harm later,
 * what could not be read, and, once the link is there, whatever no change of the inputs brings.
 */
export class Preflight extends MultiCloudResource {
    constructor(name: string, args: PreflightArgs, opts?: pulumi.CustomResourceOptions) {
        super("Preflight", name, args, [], { ...opts, additionalSecretOutputs: ["authKey"] });
    }
}
