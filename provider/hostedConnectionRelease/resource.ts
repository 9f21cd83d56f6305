import type * as pulumi from "@pulumi/pulumi";

import type { AwsAccountArgs } from "../accountArgs";
import { MultiCloudResource } from "../dynamicResource";

export interface HostedConnectionReleaseArgs extends AwsAccountArgs {
    /** The hosted connection, `dxcon-...`. A change replaces. */
    connectionId: pulumi.Input<string>;
    /** The VBR of the connection, `vbr-...`, which tells until when the subscription runs. In no diff. Default: the destroy says no date. */
    vbrId?: pulumi.Input<string | undefined>;
    /** Whether this package accepted the connection (`made` of the acceptance): one that was only adopted is never deleted. A change updates in place. */
    made: pulumi.Input<boolean>;
    /**
     * What becomes of the connection on destroy: "keep", or "delete", which ends AWS's port hours but not the subscription at Alibaba Cloud. A change
     * updates in place, and takes effect once `pulumi up` has stored it: `pulumi destroy` runs no program. Default: "keep".
     */
    onDestroy?: pulumi.Input<"keep" | "delete" | undefined>;
}

/**
 * What becomes of an accepted hosted connection on destroy. Writes nothing until then. Let the virtual interface depend on it (`dependsOn`): a
 * connection can be deleted only once its virtual interface is gone
 * (https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DeleteConnection.html). None of its outputs feeds anything, so that a change of
 * the wish previews as an update of this resource alone. Its ID is `<connectionId>/release`.
 *
 * Errors: another AWS account or region than expected; a connection that AWS does not delete.
 */
export class HostedConnectionRelease extends MultiCloudResource {
    /** The hosted connection. */
    declare readonly connectionId: pulumi.Output<string>;
    /** What becomes of it on destroy. */
    declare readonly onDestroy: pulumi.Output<"keep" | "delete" | undefined>;

    constructor(name: string, args: HostedConnectionReleaseArgs, opts?: pulumi.CustomResourceOptions) {
        super("HostedConnectionRelease", name, args, [], opts);
    }
}
