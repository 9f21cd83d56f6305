import type * as pulumi from "@pulumi/pulumi";

import type { AlibabaAccountArgs, AwsAccountArgs } from "../accountArgs";
import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface CircuitActivationArgs extends WaitInputs, AwsAccountArgs, AlibabaAccountArgs {
    /** The VBR of the connection, `vbr-...`. A change replaces. */
    vbrId: pulumi.Input<string>;
    /** The hosted connection, `dxcon-...`. Replaces only if it differs from the one in state. Default: the one of 1 Gbit/s with the VBR's VLAN. */
    connectionId?: pulumi.Input<string | undefined>;
    /** Narrows the search to this connection name; never enough by itself. Read when the connection is looked for, and in no diff. Default: any. */
    connectionName?: pulumi.Input<string | undefined>;
    /** Narrows the search to this partner; never enough by itself. Read when the connection is looked for, and in no diff. Default: any. */
    partnerName?: pulumi.Input<string | undefined>;
    /** Takes the connection that `connectionId` names also if its VLAN is not the VBR's: the circuit then translates. Needs `connectionId`. In no diff. Default: false. */
    vlanMayDiffer?: pulumi.Input<boolean | undefined>;
    /**
     * The Alibaba side's ASN where the VBR has no BGP group yet: 45104, or, once Alibaba Cloud has opened it for the account, 64512-65534 or
     * 4200000000-4294967294 except 65025 (https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createbgpgroup). In no diff.
     * Default: 45104.
     */
    localAsn?: pulumi.Input<number | undefined>;
    /** The limit of both waits, in seconds, above 0. In no diff. Default: 2700. */
    timeoutSeconds?: pulumi.Input<number | undefined>;
}

/**
 * Accepts the hosted connection on AWS and waits for Alibaba's backend, both in one create: nobody documents which of the two waits for the other. Its
 * ID is the hosted connection's. Once it is ready, nothing changes it in place. The acceptance starts AWS's port hours
 * (https://docs.aws.amazon.com/directconnect/latest/APIReference/API_ConfirmConnection.html); on destroy the connection stays, unless a
 * `HostedConnectionRelease` deletes it.
 *
 * Ready: the VBR is active, its circuit Enabled and Normal, VLAN and both addresses are set, and the connection is available, or down, with a warning.
 *
 * Errors: several connections match (with the list); the named one has another VLAN; the connection is rejected or deleted; the circuit is locked or
 * its subscription over; the VBR is terminated; another account or region than expected. A wait that runs out stores nothing before the acceptance, and keeps the accepted
 * connection after it; either way the next `up` goes on and accepts nothing twice.
 */
export class CircuitActivation extends MultiCloudResource {
    /** The VBR. */
    declare readonly vbrId: pulumi.Output<string>;
    /** The hosted connection; also the ID of this resource. */
    declare readonly connectionId: pulumi.Output<string>;
    /** The state of the connection when the create ended: `available`, or `down`. */
    declare readonly connectionState: pulumi.Output<string>;
    /** The VLAN of the hosted connection, 1 to 4094, which the VIF takes. */
    declare readonly vlanId: pulumi.Output<number>;
    /** The VLAN of the VBR: the same, unless it may differ. */
    declare readonly borderRouterVlanId: pulumi.Output<number>;
    /** The AWS end of the link, with prefix length: the VBR's peer gateway address. */
    declare readonly amazonAddress: pulumi.Output<string>;
    /** The Alibaba end of the link, with prefix length: the VBR's local gateway address. */
    declare readonly customerAddress: pulumi.Output<string>;
    /** The Alibaba side's ASN: the BGP group's, where the VBR has one. */
    declare readonly localAsn: pulumi.Output<number>;
    /** Whether this package accepted the connection. */
    declare readonly made: pulumi.Output<boolean>;

    constructor(name: string, args: CircuitActivationArgs, opts?: pulumi.CustomResourceOptions) {
        super(
            "CircuitActivation",
            name,
            args,
            ["connectionState", "vlanId", "borderRouterVlanId", "amazonAddress", "customerAddress", "made"],
            opts,
        );
    }
}
