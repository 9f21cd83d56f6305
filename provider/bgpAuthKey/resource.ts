import type * as pulumi from "@pulumi/pulumi";

import type { AlibabaAccountArgs } from "../accountArgs";
import { MultiCloudResource } from "../dynamicResource";

export interface BgpAuthKeyArgs extends AlibabaAccountArgs {
    /** The VBR, `vbr-...`. A change replaces. */
    vbrId: pulumi.Input<string>;
    /** The key: 6 to 80 of letters, digits and `. _ ~ @ ^ : , ! -`; a secret. Another one than in state replaces. Default: the cloud's, else a generated one. */
    authKey?: pulumi.Input<string | undefined>;
    /** Puts the given key, or a generated one, in the place of the one that the VBR's BGP group has. Read by create alone, and in no diff. Default: false. */
    replaceAuthKey?: pulumi.Input<boolean | undefined>;
    /**
     * The hosted connection, `dxcon-...`: where the VBR's BGP group has no key, or does not show it, that of a virtual interface on this connection stays, which
     * AWS shows. Read by create alone, and in no diff. Default: none is looked for.
     */
    connectionId?: pulumi.Input<string | undefined>;
    /** An existing virtual interface that is being adopted, `dxvif-...`: its key stays. Read by create alone, and in no diff. Default: none. */
    virtualInterfaceId?: pulumi.Input<string | undefined>;
}

/**
 * One BGP authentication key for both sides: the one that the VBR's BGP group has, else a given one, else that of a virtual interface which is on the
 * connection already, else one that is generated once (32 letters and digits). So one that the state lost is read back, and not made anew. AWS takes 6 to 80 characters (https://docs.aws.amazon.com/directconnect/latest/APIReference/API_NewPrivateVirtualInterface.html); Alibaba
 * Cloud documents no rule. Writes nothing. Its ID is `<vbrId>/bgp-auth-key`. Nothing changes it in place; destroying it deletes nothing.
 *
 * Errors: the group has another key than the given one, or one that the cloud does not show or AWS does not take; another account or region than expected.
 */
export class BgpAuthKey extends MultiCloudResource {
    /** The key; a secret. */
    declare readonly key: pulumi.Output<string>;
    /** Where the key is from: `given`, `cloud` (it was there before), or `generated`. */
    declare readonly source: pulumi.Output<"given" | "cloud" | "generated">;

    constructor(name: string, args: BgpAuthKeyArgs, opts?: pulumi.CustomResourceOptions) {
        super("BgpAuthKey", name, args, ["key", "source"], { ...opts, additionalSecretOutputs: ["key", "authKey"] });
    }
}
