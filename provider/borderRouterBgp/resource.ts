import type * as pulumi from "@pulumi/pulumi";

import type { AlibabaAccountArgs } from "../accountArgs";
import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface BorderRouterBgpArgs extends WaitInputs, AlibabaAccountArgs {
    /** The VBR, `vbr-...`. A change replaces. */
    vbrId: pulumi.Input<string>;
    /** The ASN of the AWS gateway, 1 to 4294967294, not 45104. A change updates in place, and resets the session. */
    peerAsn: pulumi.Input<number>;
    /** The Alibaba side's ASN, as `CircuitActivation` found it. A change updates in place, and resets the session. */
    localAsn: pulumi.Input<number>;
    /** The key, 6 to 80 characters; a secret. A change updates in place, and resets the session. */
    authKey: pulumi.Input<string>;
    /** Writes the key into an existing group that does not show its own. In no diff. Default: false. */
    replaceAuthKey?: pulumi.Input<boolean | undefined>;
    /** The AWS end of the link, an IPv4 address without prefix length. A change updates in place, and resets the session. */
    peerIpAddress: pulumi.Input<string>;
    /** Bidirectional forwarding detection on a peer that is made here; an adopted one's is never touched. Read when the peer is made, and in no diff. Default: true. */
    enableBfd?: pulumi.Input<boolean | undefined>;
    /** The hops that BFD may take, 1 to 255; AWS sends TTL 1. Read when the peer is made, and in no diff. Default: 1. */
    bfdMultiHop?: pulumi.Input<number | undefined>;
    /** The limit of each wait, in seconds, above 0. In no diff. Default: 300. */
    timeoutSeconds?: pulumi.Input<number | undefined>;
}

/**
 * The BGP group and peer of a VBR: what the backend made is adopted, else both are made
 * (https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createbgpgroup,
 * https://www.alibabacloud.com/help/en/express-connect/developer-reference/api-vpc-2016-04-28-createbgppeer-efficiency-channels). Its ID is the
 * VBR's with `/bgp`. Destroying it deletes what was made here, the peer before its group, and leaves what was adopted.
 *
 * Errors: the VBR belongs to another account, so that what differs cannot be written; a group or peer that is adopted differs while a session is
 * Established, so that setting it would cut traffic; both ASNs are equal; another account or region than expected. A wait that runs out keeps what was
 * made, and the next `up` goes on.
 */
export class BorderRouterBgp extends MultiCloudResource {
    /** The BGP group, `bgpg-...`. */
    declare readonly bgpGroupId: pulumi.Output<string>;
    /** The BGP peer, `bgp-...`. */
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
