import type { Action } from "../../action";
import type { KeyStore } from "../../keys";
import { CloudError } from "../../world/cloudError";
import { requiredParameter } from "../ec2/filters";

export const getCallerIdentity: Action = {
    name: "GetCallerIdentity",
    mutating: false,
    run({ caller }) {
        return { Account: caller.accountId, Arn: caller.arn, UserId: `AIDA${caller.accessKeyId.slice(4)}` };
    },
};

const defaultDurationSeconds = 3600;

/** Any role of the caller's own account may be assumed: trust policies are no part of this job. */
export function assumeRole(keys: KeyStore): Action {
    return {
        name: "AssumeRole",
        mutating: false,
        run({ caller }, input) {
            const roleArn = requiredParameter(input, "RoleArn");
            const sessionName = requiredParameter(input, "RoleSessionName");
            const [, accountId, role] = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(roleArn) ?? [];
            if (accountId === undefined || role === undefined) {
                throw new CloudError("ValidationError", `${roleArn} is invalid`);
            }
            if (accountId !== caller.accountId) {
                throw new CloudError(
                    "AccessDenied",
                    `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
                    403,
                );
            }
            const arn = `arn:aws:sts::${accountId}:assumed-role/${role}/${sessionName}`;
            const seconds =
                input.DurationSeconds === undefined ? defaultDurationSeconds : Number(input.DurationSeconds);
            if (!(seconds >= 900 && seconds <= 43200)) {
                throw new CloudError("ValidationError", `DurationSeconds must be between 900 and 43200.`);
            }
            const key = keys.issue({ cloud: "aws", accountId, region: caller.region, arn }, seconds);
            return {
                Credentials: {
                    AccessKeyId: key.accessKeyId,
                    SecretAccessKey: key.secret,
                    SessionToken: key.sessionToken,
                    Expiration: new Date(key.expiresAt).toISOString(),
                },
                AssumedRoleUser: { Arn: arn, AssumedRoleId: `AROA${key.accessKeyId.slice(4)}:${sessionName}` },
            };
        },
    };
}
