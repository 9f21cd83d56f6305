import type * as pulumi from "@pulumi/pulumi";

import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface BorderRouterBgpArgs extends WaitInputs {
    /** The VBR. A change replaces. */
    vbrId: pulumi.Input<string>;
    /** The ASN of the AWS gateway. */
    peerAsn: pulumi.Input<number>;
    /** The Alibaba side's ASN. */
    localAsn: pulumi.Input<number>;
    /** The key; a secret. */
    authKey: pulumi.Input<string>;
    /** Writes the key into an existing group that does not show its own. Default: false. */
    replaceAuthKey?: pulumi.Input<boolean | undefined>;
    /** The AWS end of the link, without prefix length. */
    peerIpAddress: pulumi.Input<string>;
    /** Bidirectional forwarding detection on a peer that is made here; an adopted one's is never touched. Default: true, with one hop. */
    enableBfd?: pulumi.Input<boolean | undefined>;
    bfdMultiHop?: pulumi.Input<number | undefined>;
    /** The Alibaba Cloud account and region of the official provider: another one is refused before a write. */
    alibabaAccountId?: pulumi.Input<string | undefined>;
    alibabaRegion?: pulumi.Input<string | undefined>;
}

/** The BGP group and peer of a VBR: what the backend made is adopted, else both are made. Its ID is the peer's. */
export class BorderRouterBgp extends MultiCloudResource {
    /** The BGP group, `bgpg-...`. */
    declare readonly bgpGroupId: pulumi.Output<string>;
    /** The BGP peer, `bgp-...`; also the ID of this resource. */
    declare readonly bgpPeerId: pulumi.Output<string>;
    /** Whether this package made the group. */
    declare readonly madeGroup: pulumi.Output<boolean>;
    /** Whether this package made the peer. */
    declare readonly madePeer: pulumi.Output<boolean>;

    constructor(name: string, args: BorderRouterBgpArgs, opts?: pulumi.CustomResourceOptions) {
        super("BorderRouterBgp", name, args, ["bgpGroupId", "bgpPeerId", "madeGroup", "madePeer"], {
            ...opts,
            additionalSecretOutputs: ["authKey"],
        });
    }
}
