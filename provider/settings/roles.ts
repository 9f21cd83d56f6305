/** A role of AWS to assume. */
export interface AwsRole {
    roleArn: string;
    sessionName?: string;
    externalId?: string;
}

/** A RAM role of Alibaba Cloud to assume. */
export interface AlibabaRole extends AwsRole {
    policy?: string;
    sessionExpiration?: number;
}

export interface Roles {
    roles: AlibabaRole[];
    /** Why they cannot be read: then no call is made, since without the role it would be made as somebody else. */
    refusal: string | undefined;
}

/**
 * The roles of a structured configuration value, which arrives as JSON: a list, or a single one. Never throws: a host whose `configure` has thrown goes
 * on without any configuration (measured).
 */
export function rolesOf(text: string | undefined, key: string): Roles {
    if (text === undefined) {
        return { roles: [], refusal: undefined };
    }
    const entries = parseJson(text);
    const roles = (Array.isArray(entries) ? (entries as unknown[]) : [entries]).map(roleOf);
    return roles.every((role) => role !== undefined)
        ? { roles, refusal: undefined }
        : { roles: [], refusal: `${key} names no roleArn. Set it to the ARN of the role to assume, or remove ${key}.` };
}

function parseJson(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return undefined;
    }
}

function roleOf(entry: unknown): AlibabaRole | undefined {
    const fields = typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>) : {};
    const { roleArn, sessionName, externalId, policy, sessionExpiration: seconds } = fields;
    if (typeof roleArn !== "string" || roleArn === "") {
        return undefined;
    }
    const sessionExpiration = typeof seconds === "number" || typeof seconds === "string" ? Number(seconds) : 0;
    return {
        roleArn,
        ...(typeof sessionName === "string" && { sessionName }),
        ...(typeof externalId === "string" && { externalId }),
        ...(typeof policy === "string" && { policy }),
        ...(Number.isInteger(sessionExpiration) && sessionExpiration > 0 && { sessionExpiration }),
    };
}
