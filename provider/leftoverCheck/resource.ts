import type * as pulumi from "@pulumi/pulumi";

import { MultiCloudResource } from "../dynamicResource";

export interface LeftoverCheckArgs {
    /** The gateway, `vgw-...`, whose attachment to `vpcId` is looked for. A change updates in place. Default: none is looked for. */
    vpnGatewayId?: pulumi.Input<string | undefined>;
    /** The VPC, `vpc-...`. A change updates in place. Default: none is looked for. */
    vpcId?: pulumi.Input<string | undefined>;
    /** The attachment, `tr-attach-...`, whose association and propagations are looked for. A change updates in place. Default: none are looked for. */
    transitRouterAttachmentId?: pulumi.Input<string | undefined>;
    /** The route table with which this program joins the attachment, `vtb-...`. A change updates in place. Default: none. */
    transitRouterRouteTableId?: pulumi.Input<string | undefined>;
    /** What `VpcRoutes` with these inputs has made is looked for by its marks, and taken away. A change updates in place. Default: none is looked for. */
    vpcRoutes?: {
        vbrId: pulumi.Input<string>;
        cenId: pulumi.Input<string>;
        transitRouterId: pulumi.Input<string>;
        transitRouterRouteTableId: pulumi.Input<string>;
    };
}

/**
 * Looks, on destroy alone, whether something still hangs on a gateway or an attachment that the state does not hold, since an answer was lost: the cloud
 * would delete neither, without saying why. Let depend on it (`dependsOn`) what it looks for. Writes nothing, but takes away what carries the marks of
 * `vpcRoutes`. Its ID is `leftover-check`.
 *
 * Errors, on destroy: what is left, and how to go on.
 */
export class LeftoverCheck extends MultiCloudResource {
    constructor(name: string, args: LeftoverCheckArgs, opts?: pulumi.CustomResourceOptions) {
        super("LeftoverCheck", name, args, [], opts);
    }
}
