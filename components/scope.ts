import type * as pulumi from "@pulumi/pulumi";
import { getCallerIdentityOutput as getAlibabaIdentity } from "@pulumi/alicloud/getCallerIdentity";
import { getRegionsOutput as getAlibabaRegions } from "@pulumi/alicloud/getRegions";
import { getCallerIdentityOutput as getAwsIdentity } from "@pulumi/aws/getCallerIdentity";
import { getRegionOutput as getAwsRegion } from "@pulumi/aws/getRegion";

import { hostProviderFor, MultiCloudHost, type HostSettings } from "./hostProvider";
import type { ConnectionPlan } from "./plan";

/** Accounts and regions of the component's official providers: asked, never derived, so that every handler can refuse another account. */
export interface Accounts {
    awsAccountId: pulumi.Output<string>;
    awsRegion: pulumi.Output<string>;
    alibabaAccountId: pulumi.Output<string>;
    alibabaRegion: pulumi.Output<string>;
}

/** What each child's constructor call needs. */
export interface Scope {
    name: string;
    plan: ConnectionPlan;
    accounts: Accounts;
    /** Those of an explicit host; undefined: the stack configuration's. */
    hostSettings: HostSettings | undefined;
    /** Options of an official child. */
    official: (dependsOn?: pulumi.Resource[]) => pulumi.CustomResourceOptions;
    /** Options of a dynamic child. */
    dynamic: (dependsOn?: pulumi.Resource[]) => pulumi.CustomResourceOptions;
}

export function scopeOf(component: pulumi.ComponentResource, name: string, plan: ConnectionPlan): Scope {
    const host = hostProviderFor(component, name, plan.args.settings);
    return {
        name,
        plan,
        accounts: askAccounts(component),
        hostSettings: host instanceof MultiCloudHost ? host.settings : undefined,
        official: (dependsOn = []) => ({ parent: component, dependsOn }),
        dynamic: (dependsOn = []) => ({ parent: component, dependsOn, ...(host && { provider: host }) }),
    };
}

function askAccounts(parent: pulumi.Resource): Accounts {
    return {
        awsAccountId: getAwsIdentity({}, { parent }).accountId,
        awsRegion: getAwsRegion({}, { parent }).region,
        alibabaAccountId: getAlibabaIdentity({ parent }).accountId,
        alibabaRegion: getAlibabaRegions({ current: true }, { parent }).ids.apply((ids) => ids[0] ?? ""),
    };
}
