import type * as pulumi from "@pulumi/pulumi";

import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface CircuitActivationArgs extends WaitInputs {
    /** The VBR of the connection. A change replaces. */
    vbrId: pulumi.Input<string>;
    /** The hosted connection, `dxcon-...`. Replaces only if it differs from the one in state. Default: found by VLAN and bandwidth. */
    connectionId?: pulumi.Input<string | undefined>;
    /** Filters of the search, read when the connection is looked for and in no diff. */
    connectionName?: pulumi.Input<string | undefined>;
    partnerName?: pulumi.Input<string | undefined>;
    /** Accepts a connection whose VLAN is not the VBR's. Default: false. */
    vlanMayDiffer?: pulumi.Input<boolean | undefined>;
    /** The Alibaba side's ASN where the VBR has no BGP group yet. Default: 45104. */
    localAsn?: pulumi.Input<number | undefined>;
    /** What becomes of an accepted connection on destroy. Default: "keep". */
    onDestroy?: pulumi.Input<"keep" | "delete" | undefined>;
    /** The AWS account and region of the official provider: another one is refused before a write. */
    awsAccountId?: pulumi.Input<string | undefined>;
    awsRegion?: pulumi.Input<string | undefined>;
    /** The Alibaba Cloud account and region of the official provider: another one is refused before a write. */
    alibabaAccountId?: pulumi.Input<string | undefined>;
    alibabaRegion?: pulumi.Input<string | undefined>;
}

/** Accepts the hosted connection on AWS and waits for Alibaba's backend, both in one create: nobody documents which of the two waits for the other. Its ID is the hosted connection's. */
export class CircuitActivation extends MultiCloudResource {
    /** The VBR. */
    declare readonly vbrId: pulumi.Output<string>;
    /** The hosted connection; also the ID of this resource. */
    declare readonly connectionId: pulumi.Output<string>;
    /** The state of the connection when the create ended. */
    declare readonly connectionState: pulumi.Output<string>;
    /** The VLAN of the hosted connection, which the VIF takes. */
    declare readonly vlanId: pulumi.Output<number>;
    /** The VLAN of the VBR. */
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
