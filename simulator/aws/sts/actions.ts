import { createHash } from "node:crypto";

import type { Action, ActionInput } from "../../action";
import type { KeyStore } from "../../keys";
import { CloudError } from "../../world/cloudError";

export const getCallerIdentity: Action = {
    name: "GetCallerIdentity",
    mutating: false,
    run({ caller }) {
        const [, role, sessionName] = /:assumed-role\/([^/]+)\/(.+)$/.exec(caller.arn) ?? [];
        const UserId =
            role === undefined || sessionName === undefined
                ? `AIDA${caller.accessKeyId.slice(4)}`
                : `${roleIdOf(caller.accountId, role)}:${sessionName}`;
        return { Account: caller.accountId, Arn: caller.arn, UserId };
    },
};

/** The same for every session of a role. */
function roleIdOf(accountId: string, role: string): string {
    return `AROA${createHash("sha256").update(`${accountId} ${role}`).digest("hex").slice(0, 17).toUpperCase()}`;
}

const defaultDurationSeconds = 3600;
const shortestSessionSeconds = 900;
const longestSessionSeconds = 43_200;
/** A role assumed from a role lasts an hour at most: role chaining, in the vendor's user guide. */
const longestChainedSessionSeconds = 3600;

function invalid(parameter: string, value: string, constraint: string): CloudError {
    return new CloudError(
        "ValidationError",
        `1 validation error detected: Value ${value} at '${parameter}' failed to satisfy constraint: ${constraint}`,
    );
}

function required(input: ActionInput, name: string, parameter: string): string {
    const value = input[name];
    if (typeof value !== "string" || value === "") {
        throw invalid(parameter, "null", "Member must not be null");
    }
    return value;
}

interface TextConstraint {
    shortest: number;
    longest: number;
    /** As the service's model writes it. */
    pattern?: string;
}

/** The constraints of the STS API reference, in the words of its validation. */
function requireText(parameter: string, value: string, { shortest, longest, pattern = ".*" }: TextConstraint): void {
    const broken =
        (value.length < shortest && `length greater than or equal to ${shortest}`) ||
        (value.length > longest && `length less than or equal to ${longest}`);
    if (broken) {
        throw invalid(parameter, `'${value}'`, `Member must have ${broken}`);
    }
    if (!new RegExp(`^(?:${pattern})$`, "s").test(value)) {
        throw invalid(parameter, `'${value}'`, `Member must satisfy regular expression pattern: ${pattern}`);
    }
}

function readDuration(input: ActionInput): number {
    const text = input.DurationSeconds ?? String(defaultDurationSeconds);
    if (typeof text !== "string" || !/^-?\d{1,15}$/.test(text)) {
        throw new CloudError("MalformedInput", "DurationSeconds is not a whole number");
    }
    const seconds = Number(text);
    const constraint =
        seconds < shortestSessionSeconds
            ? `greater than or equal to ${shortestSessionSeconds}`
            : `less than or equal to ${longestSessionSeconds}`;
    if (seconds < shortestSessionSeconds || seconds > longestSessionSeconds) {
        throw invalid("durationSeconds", `'${seconds}'`, `Member must have value ${constraint}`);
    }
    return seconds;
}

/** Any role of the caller's own account may be assumed, and may do what the caller may: trust policies, and policies of roles, are no part of this job. */
export function assumeRole(keys: KeyStore): Action {
    return {
        name: "AssumeRole",
        mutating: false,
        run({ caller }, input) {
            const roleArn = required(input, "RoleArn", "roleArn");
            const sessionName = required(input, "RoleSessionName", "roleSessionName");
            requireText("roleArn", roleArn, { shortest: 20, longest: 2048 });
            requireText("roleSessionName", sessionName, { shortest: 2, longest: 64, pattern: "[\\w+=,.@-]*" });
            // No trust policy here asks for one.
            if (input.ExternalId !== undefined) {
                const externalId = required(input, "ExternalId", "externalId");
                requireText("externalId", externalId, { shortest: 2, longest: 1224, pattern: "[\\w+=,.@:\\/-]*" });
            }
            // An assumed role's own ARN has the role's name without its path: the IAM guide, "IAM identifiers".
            const [, accountId, role] =
                /^arn:aws:iam::(\d{12}):role\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]+)$/.exec(roleArn) ?? [];
            if (accountId === undefined || role === undefined) {
                throw new CloudError("ValidationError", `${roleArn} is invalid`);
            }
            const seconds = readDuration(input);
            if (accountId !== caller.accountId) {
                throw new CloudError(
                    "AccessDenied",
                    `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
                    403,
                );
            }
            if (caller.arn.includes(":assumed-role/") && seconds > longestChainedSessionSeconds) {
                throw new CloudError(
                    "ValidationError",
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
                );
            }
            const arn = `arn:aws:sts::${accountId}:assumed-role/${role}/${sessionName}`;
            const key = keys.issue({ ...caller, arn }, seconds);
            return {
                Credentials: {
                    AccessKeyId: key.accessKeyId,
                    SecretAccessKey: key.secret,
                    SessionToken: key.sessionToken,
                    Expiration: new Date(key.expiresAt).toISOString(),
                },
                AssumedRoleUser: { Arn: arn, AssumedRoleId: `${roleIdOf(accountId, role)}:${sessionName}` },
            };
        },
    };
}
