import { rolesOf, type AlibabaRole, type AwsRole } from "./roles";

/** How to reach both clouds: the stack configuration first, then the environment, as the official providers do. */
export interface Settings {
    aws: AwsSettings;
    alibaba: AlibabaSettings;
}

export interface AwsSettings {
    region: string | undefined;
    /** Only a configured one: the SDK's own chain reads `AWS_PROFILE`, and heeds its `services` section only then (measured). */
    profile: string | undefined;
    accessKeyId: string | undefined;
    secretAccessKey: string | undefined;
    sessionToken: string | undefined;
    /** Assumed one after the other. */
    assumeRoles: AwsRole[];
    /** Why no call may be made. */
    refusal: string | undefined;
}

export interface AlibabaSettings {
    /** undefined: the profile's. */
    region: string | undefined;
    /** A profile of the Alibaba Cloud CLI. */
    profile: string | undefined;
    /** The CLI's configuration; undefined: `~/.aliyun/config.json`. */
    sharedCredentialsFile: string | undefined;
    accessKeyId: string | undefined;
    accessKeySecret: string | undefined;
    securityToken: string | undefined;
    /** The RAM role of the ECS instance that this runs on. */
    ecsRoleName: string | undefined;
    assumeRole: AlibabaRole | undefined;
    /** Why no call may be made. */
    refusal: string | undefined;
    endpoints: Record<"vpc" | "cbn" | "ecs" | "sts", string | undefined>;
}

export interface Configuration {
    get(key: string): string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads both; synchronous, because the host may call other verbs before an asynchronous `configure` has ended. */
export function readSettings(
    configuration: Configuration | undefined,
    environment: Environment = process.env,
): Settings {
    const configured = (key: string): string | undefined => unlessEmpty(configuration?.get(key));
    const fromEnvironment = (...names: string[]): string | undefined =>
        names.map((name) => unlessEmpty(environment[name])).find((value) => value !== undefined);
    return { aws: awsSettings(configured, fromEnvironment), alibaba: alibabaSettings(configured, fromEnvironment) };
}

type Configured = (key: string) => string | undefined;
type FromEnvironment = (...names: string[]) => string | undefined;

/** https://www.pulumi.com/registry/packages/aws/installation-configuration/ */
function awsSettings(configured: Configured, fromEnvironment: FromEnvironment): AwsSettings {
    const profile = configured("aws:profile");
    const keys = {
        accessKeyId: configured("aws:accessKey"),
        secretAccessKey: configured("aws:secretKey"),
        sessionToken: configured("aws:token"),
    };
    const { roles: assumeRoles, refusal } = rolesOf(configured("aws:assumeRoles"), "aws:assumeRoles");
    const isConfigured = [profile, ...Object.values(keys)].some((value) => value !== undefined);
    return {
        region: configured("aws:region") ?? fromEnvironment("AWS_REGION", "AWS_DEFAULT_REGION"),
        profile,
        // Keys of the environment come before AWS_PROFILE, as in the official provider; the SDK for JavaScript has them the other way round.
        ...(isConfigured
            ? keys
            : {
                  accessKeyId: fromEnvironment("AWS_ACCESS_KEY_ID"),
                  secretAccessKey: fromEnvironment("AWS_SECRET_ACCESS_KEY"),
                  sessionToken: fromEnvironment("AWS_SESSION_TOKEN"),
              }),
        assumeRoles,
        refusal,
    };
}

/** The variables of the Terraform provider that `@pulumi/alicloud` bridges (aliyun/terraform-provider-alicloud, alicloud/provider.go). */
function alibabaSettings(configured: Configured, fromEnvironment: FromEnvironment): AlibabaSettings {
    const { roles, refusal } = rolesOf(configured("alicloud:assumeRole"), "alicloud:assumeRole");
    return {
        region:
            configured("alicloud:region") ??
            fromEnvironment("ALICLOUD_REGION", "ALIBABA_CLOUD_REGION", "ALIBABA_CLOUD_REGION_ID"),
        profile: configured("alicloud:profile") ?? fromEnvironment("ALICLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE"),
        sharedCredentialsFile:
            configured("alicloud:sharedCredentialsFile") ??
            fromEnvironment("ALICLOUD_SHARED_CREDENTIALS_FILE", "ALIBABA_CLOUD_CREDENTIALS_FILE"),
        accessKeyId:
            configured("alicloud:accessKey") ??
            fromEnvironment("ALICLOUD_ACCESS_KEY", "ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_ID"),
        accessKeySecret:
            configured("alicloud:secretKey") ??
            fromEnvironment("ALICLOUD_SECRET_KEY", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_ACCESS_KEY_SECRET"),
        securityToken:
            configured("alicloud:securityToken") ??
            // A token belongs to the key that it was issued with: the environment's never to a configured one.
            (configured("alicloud:accessKey") === undefined
                ? fromEnvironment(
                      "ALICLOUD_SECURITY_TOKEN",
                      "ALIBABA_CLOUD_SECURITY_TOKEN",
                      "ALIBABACLOUD_SECURITY_TOKEN",
                  )
                : undefined),
        ecsRoleName:
            configured("alicloud:ecsRoleName") ??
            fromEnvironment("ALICLOUD_ECS_ROLE_NAME", "ALIBABA_CLOUD_ECS_METADATA"),
        assumeRole: roles[0],
        refusal,
        endpoints: {
            vpc: fromEnvironment("VPC_ENDPOINT"),
            cbn: fromEnvironment("CBN_ENDPOINT"),
            ecs: fromEnvironment("ECS_ENDPOINT"),
            sts: fromEnvironment("STS_ENDPOINT"),
        },
    };
}

/** An explicit provider's setting that is not set arrives as an empty string. */
function unlessEmpty(value: string | undefined): string | undefined {
    return value === "" ? undefined : value;
}
