import * as pulumi from "@pulumi/pulumi";
import { getCallerIdentity as getAlibabaIdentity } from "@pulumi/alicloud/getCallerIdentity";
import { getRegions as getAlibabaRegions } from "@pulumi/alicloud/getRegions";
import { getCallerIdentity as getAwsIdentity } from "@pulumi/aws/getCallerIdentity";
import { getRegion as getAwsRegion } from "@pulumi/aws/getRegion";

import { ask } from "./ask";
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

export function scopeOf(
    component: pulumi.ComponentResource,
    name: string,
    plan: ConnectionPlan,
    { dependsOn: given }: pulumi.ComponentResourceOptions = {},
): Scope {
    // The SDK hands a component's `dependsOn` to no child (measured with 3.270.0).
    const child = (dependsOn: pulumi.Resource[]): pulumi.CustomResourceOptions =>
        pulumi.mergeOptions({ parent: component, dependsOn }, { dependsOn: given });
    const host = hostProviderFor(component, name, plan.args.settings);
    return {
        name,
        plan,
        accounts: askAccounts(component),
        hostSettings: host instanceof MultiCloudHost ? host.settings : undefined,
        official: (dependsOn = []) => child(dependsOn),
        dynamic: (dependsOn = []) => ({ ...child(dependsOn), ...(host && { provider: host }) }),
    };
}

function askAccounts(parent: pulumi.Resource): Accounts {
    const aws = {
        subject: "the AWS account and region",
        fix: "Check the credentials and the region of the aws provider.",
    };
    const alibaba = {
        subject: "the Alibaba Cloud account and region",
        fix: "Check the credentials and the region of the alicloud provider.",
    };
    return {
        awsAccountId: pulumi.output(ask(aws, () => getAwsIdentity({}, { parent }))).accountId,
        awsRegion: pulumi.output(ask(aws, () => getAwsRegion({}, { parent }))).region,
        alibabaAccountId: pulumi.output(ask(alibaba, () => getAlibabaIdentity({ parent }))).accountId,
        alibabaRegion: pulumi
            .output(ask(alibaba, () => getAlibabaRegions({ current: true }, { parent })))
            .ids.apply((ids) => ids[0] ?? ""),
    };
}
