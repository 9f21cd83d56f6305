import type * as pulumi from "@pulumi/pulumi";

import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface BorderRouterArgs extends WaitInputs {
    /** The VBR, `vbr-...`. Replaces only if it differs from the one in state. */
    vbrId?: pulumi.Input<string | undefined>;
    /** Filters of the search, read when the VBR is looked for and in no diff: access point, name, VLAN. */
    accessPointId?: pulumi.Input<string | undefined>;
    borderRouterName?: pulumi.Input<string | undefined>;
    vlanId?: pulumi.Input<number | undefined>;
    /** The AWS account and region of the official provider: another one is refused before a write. */
    awsAccountId?: pulumi.Input<string | undefined>;
    awsRegion?: pulumi.Input<string | undefined>;
    /** The Alibaba Cloud account and region of the official provider: another one is refused before a write. */
    alibabaAccountId?: pulumi.Input<string | undefined>;
    alibabaRegion?: pulumi.Input<string | undefined>;
}

/** The VBR that the system makes for a bought connection: found, never made. While there is none, the wait shows what to order. */
export class BorderRouter extends MultiCloudResource {
    /** The VBR, `vbr-...`; also the ID of this resource. */
    declare readonly vbrId: pulumi.Output<string>;
    /** Whether the VBR belongs to the account, or to Alibaba Cloud: on a foreign one nothing is written. */
    declare readonly own: pulumi.Output<boolean>;
    /** The region of the VBR. */
    declare readonly regionId: pulumi.Output<string>;

    constructor(name: string, args: BorderRouterArgs, opts?: pulumi.CustomResourceOptions) {
        super("BorderRouter", name, args, ["own", "regionId"], opts);
    }
}
