import type * as pulumi from "@pulumi/pulumi";

import { MultiCloudResource, type WaitInputs } from "../dynamicResource";

export interface PreflightArgs extends WaitInputs {
    vbrId?: pulumi.Input<string | undefined>;
    connectionId?: pulumi.Input<string | undefined>;
    cenId?: pulumi.Input<string | undefined>;
    transitRouterId?: pulumi.Input<string | undefined>;
    vpcId?: pulumi.Input<string | undefined>;
    vpnGatewayId?: pulumi.Input<string | undefined>;
    routeTableIds?: pulumi.Input<pulumi.Input<string>[] | undefined>;
    virtualInterfaceId?: pulumi.Input<string | undefined>;
    amazonSideAsn?: pulumi.Input<number | undefined>;
    localAsn?: pulumi.Input<number | undefined>;
    /** The key that is given, if one is; a secret. Compared with that of a virtual interface that is to be adopted. */
    authKey?: pulumi.Input<string | undefined>;
    replaceAuthKey?: pulumi.Input<boolean | undefined>;
    /** The AWS account and region of the official provider: another one is refused before a write. */
    awsAccountId?: pulumi.Input<string | undefined>;
    awsRegion?: pulumi.Input<string | undefined>;
    /** The Alibaba Cloud account and region of the official provider: another one is refused before a write. */
    alibabaAccountId?: pulumi.Input<string | undefined>;
    alibabaRegion?: pulumi.Input<string | undefined>;
}

/** Looks at both clouds before the first write: everything that is named exists, accounts and regions fit. All findings at once. */
export class Preflight extends MultiCloudResource {
    constructor(name: string, args: PreflightArgs, opts?: pulumi.CustomResourceOptions) {
        super("Preflight", name, args, [], { ...opts, additionalSecretOutputs: ["authKey"] });
    }
}
