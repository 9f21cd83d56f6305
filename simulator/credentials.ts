import { randomBytes } from "node:crypto";

import type { KeyStore } from "./keys";
import { alibabaRegion, awsRegion } from "./scenarios/vpcs";
import type { World } from "./world/world";

/** One user in each cloud, as the `--json` line names them. */
export interface Credentials {
    aws: { accessKeyId: string; secretAccessKey: string; accountId: string; region: string };
    alibaba: { accessKeyId: string; accessKeySecret: string; accountId: string; region: string };
}

/** Makes a user in each cloud and puts their keys into the store. */
export function makeCredentials(world: World, keys: KeyStore): Credentials {
    const { awsAccountId, alibabaAccountId } = world.accounts;
    const aws = keys.add({
        accessKeyId: `AKIA${randomBytes(8).toString("hex").toUpperCase()}`,
        secret: randomBytes(20).toString("hex"),
        caller: {
            cloud: "aws",
            accountId: awsAccountId,
            region: awsRegion,
            arn: `arn:aws:iam::${awsAccountId}:user/engineer`,
            accessKeyId: "",
        },
    });
    const alibaba = keys.add({
        accessKeyId: `LTAI${randomBytes(10).toString("hex")}`,
        secret: randomBytes(15).toString("hex"),
        caller: {
            cloud: "alibaba",
            accountId: alibabaAccountId,
            region: alibabaRegion,
            arn: `acs:ram::${alibabaAccountId}:user/engineer`,
            accessKeyId: "",
        },
    });
    aws.caller.accessKeyId = aws.accessKeyId;
    alibaba.caller.accessKeyId = alibaba.accessKeyId;
    return {
        aws: { accessKeyId: aws.accessKeyId, secretAccessKey: aws.secret, accountId: awsAccountId, region: awsRegion },
        alibaba: {
            accessKeyId: alibaba.accessKeyId,
            accessKeySecret: alibaba.secret,
            accountId: alibabaAccountId,
            region: alibabaRegion,
        },
    };
}
