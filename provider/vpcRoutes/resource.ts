import type * as pulumi from "@pulumi/pulumi";

import type { AlibabaAccountArgs } from "../accountArgs";
import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface VpcRoutesArgs extends WaitInputs, AlibabaAccountArgs {
    /** The VBR, `vbr-...`, for which what is made is marked. A change replaces. */
    vbrId: pulumi.Input<string>;
    /** The CEN, `cen-...`. A change replaces. */
    cenId: pulumi.Input<string>;
    /** The Enterprise transit router, `tr-...`. A change replaces. */
    transitRouterId: pulumi.Input<string>;
    /** The route table that the VBR is associated with, `vtb-...`. A change replaces. */
    transitRouterRouteTableId: pulumi.Input<string>;
    /** The VPCs, `vpc-...`, each attached to the transit router. A change makes what is missing, and takes away what was made for those that are no longer named. */
    vpcIds: pulumi.Input<pulumi.Input<string>[]>;
    /** The limit of each wait, in seconds, above 0. In no diff. Default: 300. */
    timeoutSeconds?: pulumi.Input<number | undefined>;
}

/** What was made on a VPC's attachment. */
export interface MadeOnVpc {
    vpcId: string;
    legs: ("association" | "propagation" | "synchronisation")[];
}

/**
 * What is missing on a VPC's side for routes to travel between it and a VBR on the same transit router: the association of its attachment with the route
 * table, its propagation to it, and route synchronisation
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-updatetransitroutervpcattachmentattribute, AutoPublishRouteEnabled). What
 * is there already is left as it is. The attachment gets a tag for each thing that is made, `multicloud-connection:association-made-for` and its like. Its ID
 * is `<vbrId>/vpc-routes`. Destroying it takes away what it made, and nothing else.
 *
 * Errors: a VPC that is not attached to the transit router, or is associated with another route table; another account or region than expected. A wait that
 * runs out keeps what was made, and the next `up` goes on.
 */
export class VpcRoutes extends MultiCloudResource {
    /** What was made; a VPC of which everything was there is not in it. */
    declare readonly made: pulumi.Output<MadeOnVpc[]>;

    constructor(name: string, args: VpcRoutesArgs, opts?: pulumi.CustomResourceOptions) {
        super("VpcRoutes", name, args, ["made"], opts);
    }
}
