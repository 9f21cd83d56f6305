import { DescribeConnectionsCommand, DirectConnectClient } from "@aws-sdk/client-direct-connect";
import { DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
    AssumeRoleCommand,
    GetCallerIdentityCommand,
    STSClient,
    type AssumeRoleCommandInput,
} from "@aws-sdk/client-sts";
import { expect } from "chai";

import { accountId, addConnection, foreignAccountId, refusalOf, startAwsServer, type AwsServer } from "./awsServer";

const asked = { RoleArn: `arn:aws:iam::${accountId}:role/deploy`, RoleSessionName: "ci" };
const invalid = (parameter: string, value: string, constraint: string): string =>
    `ValidationError 400: 1 validation error detected: Value ${value} at '${parameter}' failed to satisfy constraint: ${constraint}`;

describe("STS of the AWS wire", () => {
    let server: AwsServer;

    beforeEach(async () => {
        server = await startAwsServer();
    });

    afterEach(() => server.close());

    const assume = (changes: Partial<AssumeRoleCommandInput> = {}, sts = server.sts) =>
        sts.send(new AssumeRoleCommand({ ...asked, ...changes }));

    async function sessionOf(
        changes: Partial<AssumeRoleCommandInput> = {},
    ): Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken: string }> {
        const { Credentials: credentials } = await assume(changes);
        return {
            accessKeyId: credentials?.AccessKeyId ?? "",
            secretAccessKey: credentials?.SecretAccessKey ?? "",
            sessionToken: credentials?.SessionToken ?? "",
        };
    }

    it("says who calls: a user, or a role with the name of its session", async () => {
        const { $metadata: _1, ...user } = await server.sts.send(new GetCallerIdentityCommand({}));
        expect(user).to.deep.equal({
            Account: accountId,
            Arn: `arn:aws:iam::${accountId}:user/engineer`,
            UserId: "AIDAOWN",
        });
        const session = await sessionOf();
        const sts = new STSClient(server.settings(session));
        const { $metadata: _2, ...role } = await sts.send(new GetCallerIdentityCommand({}));
        expect(role).to.deep.equal({
            Account: accountId,
            Arn: `arn:aws:sts::${accountId}:assumed-role/deploy/ci`,
            UserId: "AROAF0B62D5212CF06BB9:ci",
        });
        const { AssumedRoleUser: again } = await assume({ RoleSessionName: "again" });
        expect(again?.AssumedRoleId).to.equal("AROAF0B62D5212CF06BB9:again");
    });

    it("hands out session keys that work for every service", async () => {
        addConnection(server.world, "dxcon-1");
        const settings = server.settings(await sessionOf());
        const { connections } = await new DirectConnectClient(settings).send(new DescribeConnectionsCommand({}));
        const { Vpcs } = await new EC2Client(settings).send(new DescribeVpcsCommand({}));
        expect([connections?.length, Vpcs?.length]).to.deep.equal([1, 1]);
    });

    it("lets a session last as long as asked: an hour by default, 15 minutes to 12 hours", async () => {
        for (const [DurationSeconds, seconds] of [
            [undefined, 3600],
            [900, 900],
            [43_200, 43_200],
        ] as const) {
            const before = Date.now();
            const { Credentials: credentials } = await assume({ DurationSeconds });
            const lasts = ((credentials?.Expiration?.getTime() ?? 0) - before) / 1000;
            expect(lasts).to.be.within(seconds, seconds + 5);
        }
    });

    it("takes an external ID, and a role with a path, which its session has no more", async () => {
        const RoleArn = `arn:aws:iam::${accountId}:role/teams/network/deploy`;
        const { AssumedRoleUser: user } = await assume({ RoleArn, ExternalId: "stack:prod/1" });
        expect(user?.Arn).to.equal(`arn:aws:sts::${accountId}:assumed-role/deploy/ci`);
    });

    it("limits a session that a session assumes to an hour", async () => {
        const sts = new STSClient(server.settings(await sessionOf()));
        expect(await refusalOf(assume({ DurationSeconds: 3601 }, sts))).to.equal(
            "ValidationError 400: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
        );
        expect(await refusalOf(assume({ DurationSeconds: 3600 }, sts))).to.equal("not refused");
    });

    const refused: [string, Partial<AssumeRoleCommandInput>, string][] = [
        ["no role", { RoleArn: undefined }, invalid("roleArn", "null", "Member must not be null")],
        [
            "no session name",
            { RoleSessionName: undefined },
            invalid("roleSessionName", "null", "Member must not be null"),
        ],
        [
            "too short a role",
            { RoleArn: "deploy" },
            invalid("roleArn", "'deploy'", "Member must have length greater than or equal to 20"),
        ],
        ["no ARN", { RoleArn: "arn:of:another:service" }, "ValidationError 400: arn:of:another:service is invalid"],
        [
            "a session name of one character",
            { RoleSessionName: "x" },
            invalid("roleSessionName", "'x'", "Member must have length greater than or equal to 2"),
        ],
        [
            "an external ID of one character",
            { ExternalId: "x" },
            invalid("externalId", "'x'", "Member must have length greater than or equal to 2"),
        ],
        [
            "an external ID with a space",
            { ExternalId: "a b" },
            invalid("externalId", "'a b'", String.raw`Member must satisfy regular expression pattern: [\w+=,.@:\/-]*`),
        ],
        [
            "a session name with a space",
            { RoleSessionName: "a b" },
            invalid(
                "roleSessionName",
                "'a b'",
                String.raw`Member must satisfy regular expression pattern: [\w+=,.@-]*`,
            ),
        ],
        [
            "899 seconds",
            { DurationSeconds: 899 },
            invalid("durationSeconds", "'899'", "Member must have value greater than or equal to 900"),
        ],
        [
            "43201 seconds",
            { DurationSeconds: 43_201 },
            invalid("durationSeconds", "'43201'", "Member must have value less than or equal to 43200"),
        ],
        [
            "a role of another account",
            { RoleArn: `arn:aws:iam::${foreignAccountId}:role/deploy` },
            `AccessDenied 403: User: arn:aws:iam::${accountId}:user/engineer is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${foreignAccountId}:role/deploy`,
        ],
    ];
    for (const [what, changes, refusal] of refused) {
        it(`refuses to assume with ${what}`, async () => {
            expect(await refusalOf(assume(changes))).to.equal(refusal);
        });
    }
});
