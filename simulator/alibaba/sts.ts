import type { Action } from "../action";
import type { KeyStore } from "../keys";
import { CloudError } from "../world/cloudError";
import { optionalNumber, optionalText, requiredText } from "./input";
import { toSeconds } from "./times";

export const getCallerIdentity: Action = {
    name: "GetCallerIdentity",
    mutating: false,
    run({ caller }) {
        const [, role, sessionName] = /:assumed-role\/([^/]+)\/(.+)$/.exec(caller.arn) ?? [];
        const principal =
            role === undefined
                ? { IdentityType: "RAMUser", PrincipalId: caller.accessKeyId, UserId: caller.accessKeyId }
                : { IdentityType: "AssumedRoleUser", PrincipalId: `${role}:${sessionName}`, RoleId: role };
        return { AccountId: caller.accountId, Arn: caller.arn, ...principal };
    },
};

/** MaxSessionDuration of a role that nobody changed. */
const longestSessionSeconds = 3600;

/** Any role of the caller's own account may be assumed, and may do what the caller may: trust policies, and policies of roles, are no part of this job. */
export function assumeRole(keys: KeyStore): Action {
    return {
        name: "AssumeRole",
        mutating: false,
        run({ caller }, input) {
            const roleArn = requiredText(input, "RoleArn");
            const sessionName = requiredText(input, "RoleSessionName");
            const [, accountId, role] = /^acs:ram::(\d+):role\/(.+)$/.exec(roleArn) ?? [];
            if (accountId === undefined || role === undefined) {
                throw new CloudError("InvalidParameter.RoleArn", "The parameter RoleArn is wrongly formed.");
            }
            if (accountId !== caller.accountId) {
                throw new CloudError(
                    "NoPermission",
                    "You are not authorized to do this action. You should be authorized by RAM.",
                    403,
                );
            }
            if (!/^[\w.@-]{2,64}$/.test(sessionName)) {
                throw new CloudError(
                    "InvalidParameter.RoleSessionName",
                    "The parameter RoleSessionName is wrongly formed.",
                );
            }
            const externalId = optionalText(input, "ExternalId");
            // AssumeRole, ExternalId: 2 to 1,224 of these characters; the code and text are made after those above (a guess).
            if (externalId !== undefined && !/^[\w=,.@:/-]{2,1224}$/.test(externalId)) {
                throw new CloudError("InvalidParameter.ExternalId", "The parameter ExternalId is wrongly formed.");
            }
            const tooShortOrLong = new CloudError(
                "InvalidParameter.DurationSeconds",
                "The Min/Max value of DurationSeconds is 15min/1hr.",
            );
            const seconds = optionalNumber(input, "DurationSeconds", tooShortOrLong) ?? longestSessionSeconds;
            if (seconds < 900 || seconds > longestSessionSeconds) {
                throw tooShortOrLong;
            }
            const arn = `acs:ram::${accountId}:assumed-role/${role}/${sessionName}`;
            const key = keys.issue({ ...caller, arn }, seconds);
            return {
                Credentials: {
                    AccessKeyId: key.accessKeyId,
                    AccessKeySecret: key.secret,
                    SecurityToken: key.sessionToken,
                    Expiration: toSeconds(new Date(key.expiresAt).toISOString()),
                },
                AssumedRoleUser: { Arn: arn, AssumedRoleId: `${key.accessKeyId}:${sessionName}` },
            };
        },
    };
}
