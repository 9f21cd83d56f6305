import type * as pulumi from "@pulumi/pulumi";

import type { AlibabaAccountArgs, AwsAccountArgs } from "../accountArgs";
import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

/** At least one of `vbrId`, `accessPointId` and `borderRouterName` is needed. */
export interface BorderRouterArgs extends WaitInputs, AwsAccountArgs, AlibabaAccountArgs {
    /** The VBR, `vbr-...`; wins over the filters. Replaces only if it differs from the one in state. Default: found by the filters. */
    vbrId?: pulumi.Input<string | undefined>;
    /** Filter: the access point, `ap-...`. Read when the VBR is looked for, and in no diff. Default: any. */
    accessPointId?: pulumi.Input<string | undefined>;
    /** Filter: the whole name. Read when the VBR is looked for, and in no diff. Default: any. */
    borderRouterName?: pulumi.Input<string | undefined>;
    /** Filter: the VLAN, 1 to 2999. Narrows the others, and is not enough by itself. Read when the VBR is looked for, and in no diff. Default: any. */
    vlanId?: pulumi.Input<number | undefined>;
    /** The CEN, `cen-...`, whose grants tell whose a foreign VBR is. Read when the VBR is looked for, and in no diff. Default: the circuit's owner is taken for the VBR's. */
    cenId?: pulumi.Input<string | undefined>;
    /** The limit of the wait, in seconds, above 0. In no diff. Default: 2700. */
    timeoutSeconds?: pulumi.Input<number | undefined>;
}

/**
 * The VBR that the system makes for a bought connection: found, never made. While there is none, the wait shows what to order, since there is no public
 * API for the purchase, and goes on by itself once it is bought. VBRs of other accounts are found too
 * (https://www.alibabacloud.com/help/en/express-connect/developer-reference/api-vpc-2016-04-28-describevirtualborderrouters-express-connect,
 * `IncludeCrossAccountVbr`). Its ID is the VBR's. Nothing changes it in place; destroying it deletes nothing.
 *
 * Errors: several VBRs fit (with the list); none within the limit, which stores nothing, so that the next `up` goes on; another account or region
 * than expected.
 */
export class BorderRouter extends MultiCloudResource {
    /** The VBR, `vbr-...`; also the ID of this resource. */
    declare readonly vbrId: pulumi.Output<string>;
    /** Whether the VBR belongs to the account, or to Alibaba Cloud: on a foreign one nothing is written. */
    declare readonly own: pulumi.Output<boolean>;
    /**
     * The account that a foreign VBR belongs to: who has granted it to the CEN (DescribeGrantRulesToCen, `ChildInstanceOwnerId`), else most likely its
     * circuit's owner, since the API names no owner of a VBR. Empty for an own one. The CEN attachment needs it (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-createtransitroutervbrattachment, `VbrOwnerId`).
     */
    declare readonly foreignOwnerId: pulumi.Output<string>;
    /** The region of the VBR. */
    declare readonly regionId: pulumi.Output<string>;

    constructor(name: string, args: BorderRouterArgs, opts?: pulumi.CustomResourceOptions) {
        super("BorderRouter", name, args, ["own", "foreignOwnerId", "regionId"], opts);
    }
}
