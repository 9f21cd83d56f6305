import type * as pulumi from "@pulumi/pulumi";

import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface BgpAuthKeyArgs extends WaitInputs {
    /** The VBR. A change replaces. */
    vbrId: pulumi.Input<string>;
    /** The key, 6 to 80 characters; a secret. A change replaces. */
    authKey?: pulumi.Input<string | undefined>;
    /** Puts the given key, or a generated one, in the place of the one that the VBR's BGP group has. Read by create alone. Default: false. */
    replaceAuthKey?: pulumi.Input<boolean | undefined>;
    /** An existing virtual interface that is being adopted: its key stays. Read by create alone. */
    virtualInterfaceId?: pulumi.Input<string | undefined>;
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
