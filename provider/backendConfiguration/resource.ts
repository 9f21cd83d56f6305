import type * as pulumi from "@pulumi/pulumi";

import type { AlibabaAccountArgs } from "../accountArgs";
import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface BackendConfigurationArgs extends WaitInputs, AlibabaAccountArgs {
    /** The VBR, `vbr-...`. A change replaces. */
    vbrId: pulumi.Input<string>;
    /**
     * The Alibaba side's ASN where the VBR has no BGP group yet: 45104, or, once Alibaba Cloud has opened it for the account, 64512-65534 or
     * 4200000000-4294967294 except 65025 (https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createbgpgroup). In no diff.
     * Default: 45104.
     */
    localAsn?: pulumi.Input<number | undefined>;
    /** The limit of the wait, in seconds, above 0; the backend takes from minutes to days. In no diff. Default: 2700. */
    timeoutSeconds?: pulumi.Input<number | undefined>;
}

/**
 * Waits until Alibaba's backend has configured the VBR and its circuit (in the console: from Configuring to Running), for programs that compose their
 * own: `CircuitActivation` waits for both clouds at once. Writes nothing. Its ID is the VBR's. Nothing changes it in place; destroying it deletes nothing.
 *
 * Errors: the circuit is locked (FinancialLocked, SecurityLocked) or its subscription over; the VBR is terminated; another account or region than expected. A wait that runs out
 * stores nothing, and the next `up` goes on.
 */
export class BackendConfiguration extends MultiCloudResource {
    /** The VBR; also the ID of this resource. */
    declare readonly vbrId: pulumi.Output<string>;
    /** The VLAN of the VBR, 1 to 2999. */
    declare readonly borderRouterVlanId: pulumi.Output<number>;
    /** The AWS end of the link, with prefix length: the VBR's peer gateway address. */
    declare readonly amazonAddress: pulumi.Output<string>;
    /** The Alibaba end of the link, with prefix length: the VBR's local gateway address. */
    declare readonly customerAddress: pulumi.Output<string>;
    /** The Alibaba side's ASN: the BGP group's, where the VBR has one. */
    declare readonly localAsn: pulumi.Output<number>;

    constructor(name: string, args: BackendConfigurationArgs, opts?: pulumi.CustomResourceOptions) {
        super("BackendConfiguration", name, args, ["borderRouterVlanId", "amazonAddress", "customerAddress"], opts);
    }
}
