/** How to reach both clouds: the stack configuration first, then the environment, as the official providers do. */
export interface Settings {
    aws: {
        region: string | undefined;
        profile: string | undefined;
        accessKeyId: string | undefined;
        secretAccessKey: string | undefined;
        sessionToken: string | undefined;
        assumeRoles: { roleArn: string; sessionName?: string; externalId?: string }[];
    };
    alibaba: {
        region: string | undefined;
        profile: string | undefined;
        accessKeyId: string | undefined;
        accessKeySecret: string | undefined;
        securityToken: string | undefined;
        assumeRole: { roleArn: string; sessionName?: string } | undefined;
        endpoints: { vpc: string | undefined; cbn: string | undefined; sts: string | undefined };
    };
}

export interface Configuration {
    get(key: string): string | undefined;
}

/** Reads both; synchronous, because the host may call other verbs before an asynchronous `configure` has ended. */
export function readSettings(
    configuration: Configuration | undefined,
    environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
    // An explicit provider's setting that is not set arrives as an empty string.
    const configured = (key: string): string | undefined => [configuration?.get(key)].find((value) => value !== "");
    const fromEnvironment = (...names: string[]): string | undefined =>
        names.map((name) => environment[name]).find((value) => value !== undefined && value !== "");
    return {
        aws: {
            region: configured("aws:region") ?? fromEnvironment("AWS_REGION", "AWS_DEFAULT_REGION"),
            profile: configured("aws:profile") ?? fromEnvironment("AWS_PROFILE"),
            accessKeyId: configured("aws:accessKey"),
            secretAccessKey: configured("aws:secretKey"),
            sessionToken: configured("aws:token"),
            assumeRoles: listOf(configured("aws:assumeRoles")),
        },
        alibaba: {
            region:
                configured("alicloud:region") ??
                fromEnvironment("ALICLOUD_REGION", "ALIBABA_CLOUD_REGION", "ALIBABA_CLOUD_REGION_ID"),
            profile: configured("alicloud:profile") ?? fromEnvironment("ALICLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE"),
            accessKeyId:
                configured("alicloud:accessKey") ??
                fromEnvironment("ALICLOUD_ACCESS_KEY", "ALIBABA_CLOUD_ACCESS_KEY_ID"),
            accessKeySecret:
                configured("alicloud:secretKey") ??
                fromEnvironment("ALICLOUD_SECRET_KEY", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
            securityToken:
                configured("alicloud:securityToken") ??
                // A token belongs to the key that it was issued with: the environment's never to a configured one.
                (configured("alicloud:accessKey") === undefined
                    ? fromEnvironment("ALICLOUD_SECURITY_TOKEN", "ALIBABA_CLOUD_SECURITY_TOKEN")
                    : undefined),
            assumeRole: roleOf(parseJson(configured("alicloud:assumeRole"))),
            endpoints: {
                vpc: fromEnvironment("VPC_ENDPOINT"),
                cbn: fromEnvironment("CBN_ENDPOINT"),
                sts: fromEnvironment("STS_ENDPOINT"),
            },
        },
    };
}

/** Structured values of the configuration arrive as JSON. */
function parseJson(text: string | undefined): unknown {
    if (text === undefined) {
        return undefined;
    }
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return undefined;
    }
}

function listOf(text: string | undefined): Settings["aws"]["assumeRoles"] {
    const parsed = parseJson(text);
    return (Array.isArray(parsed) ? (parsed as unknown[]) : []).flatMap((entry) => roleOf(entry) ?? []);
}

function roleOf(entry: unknown): { roleArn: string; sessionName?: string; externalId?: string } | undefined {
    if (typeof entry !== "object" || entry === null) {
        return undefined;
    }
    const { roleArn, sessionName, externalId } = entry as Record<string, unknown>;
    if (typeof roleArn !== "string" || roleArn === "") {
        return undefined;
    }
    return {
        roleArn,
        ...(typeof sessionName === "string" && { sessionName }),
        ...(typeof externalId === "string" && { externalId }),
    };
}
