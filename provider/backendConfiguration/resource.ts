import type * as pulumi from "@pulumi/pulumi";

import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface BackendConfigurationArgs extends WaitInputs {
    /** The VBR. A change replaces. */
    vbrId: pulumi.Input<string>;
    /** The Alibaba side's ASN where the VBR has no BGP group yet. Default: 45104. */
    localAsn?: pulumi.Input<number | undefined>;
    /** The Alibaba Cloud account and region of the official provider: another one is refused before a write. */
    alibabaAccountId?: pulumi.Input<string | undefined>;
    alibabaRegion?: pulumi.Input<string | undefined>;
}

/** Waits until Alibaba's backend has configured the VBR and its circuit, for programs that compose their own. */
export class BackendConfiguration extends MultiCloudResource {
    /** The VBR. */
    declare readonly vbrId: pulumi.Output<string>;
    /** The VLAN of the VBR. */
    declare readonly borderRouterVlanId: pulumi.Output<number>;
    /** The AWS end of the link, with prefix length. */
    declare readonly amazonAddress: pulumi.Output<string>;
    /** The Alibaba end of the link, with prefix length. */
    declare readonly customerAddress: pulumi.Output<string>;
    /** The Alibaba side's ASN. */
    declare readonly localAsn: pulumi.Output<number>;

    constructor(name: string, args: BackendConfigurationArgs, opts?: pulumi.CustomResourceOptions) {
        super("BackendConfiguration", name, args, ["borderRouterVlanId", "amazonAddress", "customerAddress"], opts);
    }
}
