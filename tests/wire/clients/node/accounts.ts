import { DescribeConnectionsCommand } from "@aws-sdk/client-direct-connect";
import { AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";

import { describeBorderRouter } from "./circuit";
import { alibabaWith, awsWith, type AlibabaClient, type AwsClients } from "./clients";
import { first, show } from "./steps";

export interface Accounts {
    aws: string;
    alibaba: string;
}

export async function identifyAccounts(aws: AwsClients, alibaba: AlibabaClient): Promise<Accounts> {
    const there = await aws.sts.send(new GetCallerIdentityCommand({}));
    const here = await alibaba.call<{ AccountId: string; Arn: string }>("sts", "GetCallerIdentity");
    show("accounts", { aws: there.Account, awsArn: there.Arn, alibaba: here.AccountId, alibabaArn: here.Arn });
    return { aws: there.Account ?? "", alibaba: here.AccountId };
}

interface AssumedRole {
    AssumedRoleUser: { Arn: string };
    Credentials: { AccessKeyId: string; AccessKeySecret: string; SecurityToken: string };
}

const sessionName = "console-guide";

/** A colleague who may only look assumes a role on each side. */
export async function readWithAssumedRoles(
    aws: AwsClients,
    alibaba: AlibabaClient,
    accounts: Accounts,
    connectionId: string,
    vbrId: string,
): Promise<void> {
    const there = await aws.sts.send(
        new AssumeRoleCommand({
            RoleArn: `arn:aws:iam::${accounts.aws}:role/network-reader`,
            RoleSessionName: sessionName,
        }),
    );
    const here = await alibaba.call<AssumedRole>("sts", "AssumeRole", {
        RoleArn: `acs:ram::${accounts.alibaba}:role/network-reader`,
        RoleSessionName: sessionName,
    });
    show("assumed roles", { aws: there.AssumedRoleUser?.Arn, alibaba: here.AssumedRoleUser.Arn });

    const { AccessKeyId = "", SecretAccessKey = "", SessionToken } = there.Credentials ?? {};
    const awsReader = awsWith({ accessKeyId: AccessKeyId, secret: SecretAccessKey, token: SessionToken });
    const alibabaReader = alibabaWith({
        accessKeyId: here.Credentials.AccessKeyId,
        secret: here.Credentials.AccessKeySecret,
        token: here.Credentials.SecurityToken,
    });
    const { connections } = await awsReader.directConnect.send(new DescribeConnectionsCommand({ connectionId }));
    const router = await describeBorderRouter(alibabaReader, vbrId);
    show("read with the sessions", { connection: first(connections).connectionState, borderRouter: router.Status });
}
