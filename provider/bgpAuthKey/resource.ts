import type * as pulumi from "@pulumi/pulumi";

import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface BgpAuthKeyArgs extends WaitInputs {
    /** The VBR. A change replaces. */
    vbrId: pulumi.Input<string>;
    /** The key, 6 to 80 characters; a secret. A change replaces. */
    authKey?: pulumi.Input<string | undefined>;
    /** Replaces a key that the cloud does not show. Default: false. */
    replaceAuthKey?: pulumi.Input<boolean | undefined>;
    /** The Alibaba Cloud account and region of the official provider: another one is refused before a write. */
    alibabaAccountId?: pulumi.Input<string | undefined>;
    alibabaRegion?: pulumi.Input<string | undefined>;
}

/** One BGP authentication key for both sides: the one that the VBR's BGP group has, else a given one, else one that is generated once. */
export class BgpAuthKey extends MultiCloudResource {
    /** The key; a secret. */
    declare readonly key: pulumi.Output<string>;
    /** Where the key is from. */
    declare readonly source: pulumi.Output<"given" | "cloud" | "generated">;

    constructor(name: string, args: BgpAuthKeyArgs, opts?: pulumi.CustomResourceOptions) {
        super("BgpAuthKey", name, args, ["key", "source"], { ...opts, additionalSecretOutputs: ["key", "authKey"] });
    }
}
