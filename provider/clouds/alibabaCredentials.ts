import {
    DefaultCredentialsProvider,
    ECSRAMRoleCredentialsProvider,
    type CredentialsProvider,
} from "@alicloud/credentials";

import type { AlibabaRole } from "../settings/roles";
import type { AlibabaSettings } from "../settings/settings";
import type { Clock } from "../waiting/clock";
import type { AlibabaCall } from "./alibabaClient";
import { readAlibabaProfile } from "./alibabaProfile";
import { credentialsOfProfile } from "./alibabaProfileCredentials";
import { staticCredentials } from "./alibabaStaticCredentials";
import { fieldsOf, textOf } from "./values";

/** In the official provider's order: keys, the CLI's profile, the ECS instance's role; then the library's own chain (OIDC, instance metadata, ...). */
export async function alibabaCredentials(settings: AlibabaSettings): Promise<CredentialsProvider> {
    const { accessKeyId, accessKeySecret, securityToken, ecsRoleName } = settings;
    if (accessKeyId !== undefined && accessKeySecret !== undefined) {
        return staticCredentials({ accessKeyId, accessKeySecret, securityToken });
    }
    const found = await readAlibabaProfile(settings);
    if (found !== undefined) {
        return credentialsOfProfile(found.profile, found.all, settings);
    }
    return ecsRoleName === undefined
        ? quietly(DefaultCredentialsProvider.builder().build())
        : ECSRAMRoleCredentialsProvider.builder().withRoleName(ecsRoleName).build();
}

/** The chain's own error repeats every file that it could not parse, keys included. */
function quietly(chain: CredentialsProvider): CredentialsProvider {
    return {
        getProviderName: () => chain.getProviderName(),
        getCredentials: async () => {
            try {
                return await chain.getCredentials();
            } catch {
                throw new Error(
                    "no credentials are found. Set alicloud:profile, or ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY, or run where a RAM role is given.",
                );
            }
        },
    };
}

/** A session is renewed before it ends, so that no call of a long wait meets its end. */
const renewalMilliseconds = 5 * 60_000;

/** Through a call of our own: the library's takes neither another endpoint nor a caller that is itself a session. */
export function assumedRole(role: AlibabaRole, call: AlibabaCall, clock: Clock): CredentialsProvider {
    let session: { credentials: CredentialsProvider; endsAt: number } | undefined;
    return {
        getProviderName: () => "assumed_role",
        getCredentials: async () => {
            // An answer that does not tell its end has none that could be counted on.
            const isFresh = session !== undefined && clock.now() <= session.endsAt - renewalMilliseconds;
            if (session === undefined || !isFresh) {
                session = await assume(role, call);
            }
            return session.credentials.getCredentials();
        },
    };
}

/** https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerole */
async function assume(
    { roleArn, sessionName, policy, externalId, sessionExpiration }: AlibabaRole,
    call: AlibabaCall,
): Promise<{ credentials: CredentialsProvider; endsAt: number }> {
    const { Credentials } = await call("sts", "AssumeRole", {
        RoleArn: roleArn,
        RoleSessionName: sessionName ?? "pulumi-multicloud-connection",
        Policy: policy,
        ExternalId: externalId,
        DurationSeconds: sessionExpiration,
    });
    const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = fieldsOf(Credentials);
    const [accessKeyId, accessKeySecret, securityToken] = [AccessKeyId, AccessKeySecret, SecurityToken].map(textOf);
    if (!accessKeyId || !accessKeySecret || !securityToken) {
        throw new Error(`role ${roleArn}: AssumeRole returned no credentials. Check alicloud:assumeRole.`);
    }
    return {
        credentials: staticCredentials({ accessKeyId, accessKeySecret, securityToken }),
        endsAt: Date.parse(textOf(Expiration)),
    };
}
