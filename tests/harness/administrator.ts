import type { Simulator } from "../../simulator/server";

/** Keys of somebody else in the AWS account, who may do everything: for what happens beside the stack. */
export function administratorOf({ keys, description }: Simulator): {
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken: string;
} {
    const { accountId, region } = description.credentials.aws;
    const arn = `arn:aws:iam::${accountId}:user/administrator`;
    const { accessKeyId, secret, sessionToken } = keys.issue({ cloud: "aws", accountId, region, arn }, 3600);
    return { accessKeyId, secretAccessKey: secret, sessionToken };
}
