import type * as pulumi from "@pulumi/pulumi";

import type { AwsAccountArgs } from "../accountArgs";
import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

/** `connectionId` or `vlanId` is needed. */
export interface HostedConnectionAcceptanceArgs extends WaitInputs, AwsAccountArgs {
    /** The VBR, `vbr-...`, from whose ID the mark of acceptance (a tag) is made. A change replaces. */
    vbrId: pulumi.Input<string>;
    /** The hosted connection, `dxcon-...`. Replaces only if it differs from the one in state. Default: the one of 1 Gbit/s with this VLAN. */
    connectionId?: pulumi.Input<string | undefined>;
    /** The VLAN that the connection must have, 1 to 4094. In no diff. Default: any, which needs `connectionId`. */
    vlanId?: pulumi.Input<number | undefined>;
    /** Narrows the search to this connection name; never enough by itself. Read when the connection is looked for, and in no diff. Default: any. */
    connectionName?: pulumi.Input<string | undefined>;
    /** Narrows the search to this partner; never enough by itself. Read when the connection is looked for, and in no diff. Default: any. */
    partnerName?: pulumi.Input<string | undefined>;
    /** The limit of the wait, in seconds, above 0. In no diff. Default: 2700. */
    timeoutSeconds?: pulumi.Input<number | undefined>;
}

/**
 * Accepts a hosted connection on AWS and waits until it is available
 * (https://docs.aws.amazon.com/directconnect/latest/APIReference/API_ConfirmConnection.html), for programs that compose their own: `CircuitActivation`
 * waits for both clouds at once. Its ID is the hosted connection's. Once it is ready, nothing changes it in place. On destroy the connection stays,
 * unless a `HostedConnectionRelease` deletes it.
 *
 * Errors: as of `CircuitActivation`, for the AWS side.
 */
export class HostedConnectionAcceptance extends MultiCloudResource {
    /** The hosted connection; also the ID of this resource. */
    declare readonly connectionId: pulumi.Output<string>;
    /** The state of the connection when it was last read: `available`, or `down`. */
    declare readonly connectionState: pulumi.Output<string>;
    /** The VLAN of the connection, 1 to 4094. */
    declare readonly vlanId: pulumi.Output<number | undefined>;
    /** Whether this package accepted the connection. */
    declare readonly made: pulumi.Output<boolean>;

    constructor(name: string, args: HostedConnectionAcceptanceArgs, opts?: pulumi.CustomResourceOptions) {
        super("HostedConnectionAcceptance", name, args, ["connectionState", "made"], opts);
    }
}
