import * as pulumi from "@pulumi/pulumi";

/**
 * Settings of the dynamic resources' own clients, by the names that the stack configuration uses
 * (https://www.pulumi.com/registry/packages/aws/installation-configuration/, https://www.pulumi.com/registry/packages/alicloud/installation-configuration/).
 * Structured values are JSON strings: `aws:assumeRoles` a list of `{ "roleArn": ... }`, `alicloud:assumeRole` one of them. What is left out or empty comes from
 * the environment. Keys, tokens and roles are kept as secrets. Endpoints are no settings: they come from the environment alone.
 */
export type HostSettings = Readonly<Partial<Record<HostSettingName, pulumi.Input<string>>>>;

const awsSettings = ["region", "profile", "accessKey", "secretKey", "token"] as const;
const alicloudSettings = [
    "region",
    "profile",
    "sharedCredentialsFile",
    "accessKey",
    "secretKey",
    "securityToken",
    "ecsRoleName",
] as const;

/** What no provider gives back. */
const awsRoles = "assumeRoles";
const alicloudRole = "assumeRole";

/** Region, profile, keys and roles of either cloud. */
export type HostSettingName =
    | `aws:${(typeof awsSettings)[number] | typeof awsRoles}`
    | `alicloud:${(typeof alicloudSettings)[number] | typeof alicloudRole}`;

/** Roles too: they may hold an external ID. */
const secretSettings = new Set(["accessKey", "secretKey", "token", "securityToken", awsRoles, alicloudRole]);

/**
 * The explicit provider of the dynamic resources: the settings with which they reach both clouds, in the place of the stack configuration. A component makes
 * one by itself where it got explicit `aws` or `alicloud` providers; a program that has many components with the same providers makes one, and passes it in
 * `providers`, by the key "pulumi-nodejs". A changed setting updates it alone.
 *
 * Errors, at the first use: a role without `roleArn`; another account or region than that of the official providers.
 */
export class MultiCloudHost extends pulumi.ProviderResource {
    /** What it was made with, for the looks at the clouds that happen in the program's own process. */
    readonly settings: HostSettings;

    constructor(name: string, settings: HostSettings, opts?: pulumi.ResourceOptions) {
        super("pulumi-nodejs", name, withSecrets(settings), opts);
        this.settings = settings;
    }
}

function withSecrets(settings: HostSettings): pulumi.Inputs {
    return Object.fromEntries(
        Object.entries(settings).map(([key, value]) => [
            key,
            secretSettings.has(key.split(":")[1] ?? "") ? pulumi.secret(value) : value,
        ]),
    );
}

/**
 * Copies what explicit official providers give back. What they do not, such as `assumeRoles`, comes as `settings`. A cloud without one has a default
 * provider, which reads the stack configuration; an explicit host is handed none of that (measured), so it is copied as well.
 */
function settingsOfProviders(
    aws: pulumi.ProviderResource | undefined,
    alicloud: pulumi.ProviderResource | undefined,
): HostSettings {
    return {
        ...(aws ? readSettings("aws", awsSettings, aws) : configuredSettings("aws", [...awsSettings, awsRoles])),
        ...(alicloud
            ? readSettings("alicloud", alicloudSettings, alicloud)
            : configuredSettings("alicloud", [...alicloudSettings, alicloudRole])),
    };
}

function configuredSettings(cloud: "aws" | "alicloud", names: readonly string[]): HostSettings {
    const settings: Record<string, string> = {};
    for (const name of names) {
        const value = pulumi.runtime.getConfig(`${cloud}:${name}`);
        if (value !== undefined) {
            settings[`${cloud}:${name}`] = value;
        }
    }
    return settings;
}

function readSettings(
    cloud: "aws" | "alicloud",
    names: readonly string[],
    provider: pulumi.ProviderResource,
): HostSettings {
    const settings: Record<string, pulumi.Input<string>> = {};
    for (const name of names) {
        // The typed classes are not named here: importing `@pulumi/aws/provider` costs every user's type check.
        const value = (provider as unknown as Record<string, unknown>)[name];
        if (pulumi.Output.isInstance(value)) {
            settings[`${cloud}:${name}`] = knownOrUnset(value);
        }
    }
    return settings;
}

/**
 * A provider's unset setting is an output of undefined, and in a preview an unknown one (measured with 3.270.0): an unknown in the host's settings would
 * leave the host unconfigured, and the engine would announce updates of all its resources. So both are an empty string, which stands for "not set";
 * a preview that asks a cloud through the host, and then sees another account than the link's, errs on the safe side.
 */
function knownOrUnset(value: pulumi.Output<unknown>): pulumi.Output<string> {
    // Not declared, and there in every version: the SDK's own `apply` rests on it.
    const { isKnown } = value as unknown as { isKnown: Promise<boolean> };
    const text = value.apply((known) => (typeof known === "string" ? known : ""));
    return pulumi.output(isKnown.then((known) => (known ? text : "")));
}

/**
 * The host of a component's dynamic children. undefined: the default one, which reads the stack configuration and the environment. One that the
 * program passed in `providers` wins; one is made only where the component got explicit official providers.
 */
export function hostProviderFor(
    component: pulumi.ComponentResource,
    name: string,
    settings: HostSettings | undefined,
): pulumi.ProviderResource | undefined {
    const shared = component.getProvider("pulumi-nodejs:dynamic:Resource");
    if (shared !== undefined) {
        return shared;
    }
    const aws = component.getProvider("aws:index:Provider");
    const alicloud = component.getProvider("alicloud:index:Provider");
    if (aws === undefined && alicloud === undefined) {
        return undefined;
    }
    return new MultiCloudHost(
        `${name}-host`,
        { ...settingsOfProviders(aws, alicloud), ...settings },
        { parent: component },
    );
}
