import type { AwsCredentialIdentity } from "@smithy/types";

import type { AwsRole } from "../settings/roles";
import type { AwsSettings } from "../settings/settings";
import { currentLimit } from "../waiting/timeLimit";
import { wholeAnswers } from "./awsAnswers";
import { namingPermission } from "./awsPermission";
import { stsSdk } from "./awsSdk";

interface ClientOptions {
    region?: string;
    profile?: string;
    credentials?: AwsCredentialIdentity | (() => Promise<AwsCredentialIdentity>);
    maxAttempts: number;
}

/** What every AWS client is made with. Region and credentials that are not configured come from the SDK's own chain. */
export function awsClientOptions(settings: AwsSettings): ClientOptions {
    if (settings.refusal !== undefined) {
        throw new Error(settings.refusal);
    }
    const base: ClientOptions = {
        ...(settings.region !== undefined && { region: settings.region }),
        ...(settings.profile !== undefined && { profile: settings.profile }),
        ...(settings.accessKeyId !== undefined &&
            settings.secretAccessKey !== undefined && {
                credentials: {
                    accessKeyId: settings.accessKeyId,
                    secretAccessKey: settings.secretAccessKey,
                    ...(settings.sessionToken !== undefined && { sessionToken: settings.sessionToken }),
                },
            }),
        // Tries and pauses are those of `retrying`, on the clock that everything else has. The chain's own clients (SSO, instance metadata) keep theirs.
        maxAttempts: 1,
    };
    return settings.assumeRoles.reduce<ClientOptions>(
        (options, role) => ({ ...options, credentials: () => assumeRole(options, role) }),
        base,
    );
}

/** The SDK keeps the result until shortly before it expires. */
async function assumeRole(options: ClientOptions, role: AwsRole): Promise<AwsCredentialIdentity> {
    const { STSClient, AssumeRoleCommand } = await stsSdk();
    const client = new STSClient(options);
    client.middlewareStack.use(wholeAnswers());
    client.middlewareStack.use(namingPermission("sts"));
    const command = new AssumeRoleCommand({
        RoleArn: role.roleArn,
        RoleSessionName: role.sessionName ?? "pulumi-multicloud-connection",
        ExternalId: role.externalId,
    });
    // Within the call that needs it, which is made anew where this fails: the SDK would else wait for ever for the one that hangs.
    const { Credentials } = await client.send(command, { abortSignal: currentLimit().signal });
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey) {
        throw new Error(`AWS role ${role.roleArn}: AssumeRole returned no credentials. Check aws:assumeRoles.`);
    }
    return {
        accessKeyId: Credentials.AccessKeyId,
        secretAccessKey: Credentials.SecretAccessKey,
        ...(Credentials.SessionToken !== undefined && { sessionToken: Credentials.SessionToken }),
        ...(Credentials.Expiration !== undefined && { expiration: Credentials.Expiration }),
    };
}
