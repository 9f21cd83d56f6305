import type * as pulumi from "@pulumi/pulumi";

import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface HostedConnectionAcceptanceArgs extends WaitInputs {
    /** The hosted connection, `dxcon-...`. Replaces only if it differs from the one in state. */
    connectionId?: pulumi.Input<string | undefined>;
    /** The VLAN that a connection must have to be accepted without an ID. */
    vlanId?: pulumi.Input<number | undefined>;
    /** The VBR, from whose ID the mark of acceptance is made. A change replaces. */
    vbrId: pulumi.Input<string>;
    connectionName?: pulumi.Input<string | undefined>;
    partnerName?: pulumi.Input<string | undefined>;
    /** What becomes of an accepted connection on destroy. Default: "keep". */
    onDestroy?: pulumi.Input<"keep" | "delete" | undefined>;
    /** The AWS account and region of the official provider: another one is refused before a write. */
    awsAccountId?: pulumi.Input<string | undefined>;
    awsRegion?: pulumi.Input<string | undefined>;
}

/** Accepts a hosted connection on AWS, for programs that compose their own: `CircuitActivation` waits for both clouds at once. */
export class HostedConnectionAcceptance extends MultiCloudResource {
    /** The hosted connection; also the ID of this resource. */
    declare readonly connectionId: pulumi.Output<string>;
    /** The state of the connection when the create ended. */
    declare readonly connectionState: pulumi.Output<string>;
    /** The VLAN of the connection. */
    declare readonly vlanId: pulumi.Output<number | undefined>;
    /** Whether this package accepted the connection. */
    declare readonly made: pulumi.Output<boolean>;

    constructor(name: string, args: HostedConnectionAcceptanceArgs, opts?: pulumi.CustomResourceOptions) {
        super("HostedConnectionAcceptance", name, args, ["connectionState", "made"], opts);
    }
}
