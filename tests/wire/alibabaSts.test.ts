import { expect } from "chai";

import { ownKey, startAlibaba, type AlibabaServer, type Answer, type Key } from "./alibabaServer";

const deployRole = "acs:ram::1234567890123456:role/deploy";
const sessionArn = "acs:ram::1234567890123456:assumed-role/deploy/ci";

describe("STS of the Alibaba Cloud wire", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });

    afterEach(() => server.close());

    async function assume(changes: Record<string, string> = {}, key?: Key): Promise<{ answer: Answer; session: Key }> {
        const query = { RoleArn: deployRole, RoleSessionName: "ci", ...changes };
        const answer = await server.call("sts", "AssumeRole", query, key);
        const { AccessKeyId, AccessKeySecret, SecurityToken } = answer.Credentials as Record<string, string>;
        return {
            answer,
            session: {
                accessKeyId: AccessKeyId ?? "",
                accessKeySecret: AccessKeySecret ?? "",
                securityToken: SecurityToken,
            },
        };
    }

    it("says who calls", async () => {
        const { RequestId, ...identity } = await server.call("sts", "GetCallerIdentity");
        expect(RequestId).to.match(/^[0-9A-F-]{36}$/);
        expect(identity).to.deep.equal({
            AccountId: "1234567890123456",
            Arn: "acs:ram::1234567890123456:user/engineer",
            IdentityType: "RAMUser",
            PrincipalId: "LTAIown",
            UserId: "LTAIown",
        });
    });

    for (const signatureAlgorithm of [undefined, "v2"] as const) {
        it(`hands out session keys that work, signed by ${signatureAlgorithm ?? "ACS3"}`, async () => {
            const { answer, session } = await assume();
            expect(answer.AssumedRoleUser).to.have.property("Arn", sessionArn);
            expect(session.accessKeyId).to.match(/^STS\./);
            const identity = await server.call("sts", "GetCallerIdentity", {}, { ...session, signatureAlgorithm });
            expect([identity.AccountId, identity.Arn, identity.IdentityType]).to.deep.equal([
                "1234567890123456",
                sessionArn,
                "AssumedRoleUser",
            ]);
            const vpcs = await server.call("vpc", "DescribeVpcs", {}, { ...session, signatureAlgorithm });
            expect(vpcs.TotalCount).to.equal(1);
        });
    }

    it("refuses session keys without their token, with another one, and permanent keys with one", async () => {
        const { session } = await assume();
        const { securityToken: _token, ...withoutToken } = session;
        expect(await server.refusal("sts", "GetCallerIdentity", {}, withoutToken)).to.equal(
            "MissingSecurityToken 400: SecurityToken is mandatory for this action.",
        );
        for (const key of [
            { ...session, securityToken: "another" },
            { ...ownKey, securityToken: "any" },
        ]) {
            expect(await server.refusal("sts", "GetCallerIdentity", {}, key)).to.equal(
                "InvalidSecurityToken.MismatchWithAccessKey 403: Specified SecurityToken is mismatched with the AccessKey.",
            );
        }
    });

    it("lets session keys expire by the real clock, to the second", async () => {
        const issuedAt = Date.now();
        const { answer, session } = await assume({ DurationSeconds: "900" });
        const { Expiration } = answer.Credentials as { Expiration: string };
        expect(Expiration).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        expect(Date.parse(Expiration) - issuedAt).to.be.within(899_000, 902_000);
        server.clock.advance(24 * 3600);
        expect(await server.refusal("vpc", "DescribeVpcs", {}, session)).to.equal("accepted");
        Object.assign(server.keys.find(session.accessKeyId) ?? {}, { expiresAt: Date.now() - 1 });
        for (const signatureAlgorithm of [undefined, "v2"] as const) {
            expect(await server.refusal("vpc", "DescribeVpcs", {}, { ...session, signatureAlgorithm })).to.equal(
                "InvalidSecurityToken.Expired 403: Specified SecurityToken is expired.",
            );
        }
    });

    const refused: [string, Record<string, string | undefined>, string][] = [
        ["no role", { RoleArn: undefined }, "MissingRoleArn 400: RoleArn is mandatory for this action."],
        [
            "no session name",
            { RoleSessionName: undefined },
            "MissingRoleSessionName 400: RoleSessionName is mandatory for this action.",
        ],
        ["no ARN", { RoleArn: "deploy" }, "InvalidParameter.RoleArn 400: The parameter RoleArn is wrongly formed."],
        [
            "too short a session name",
            { RoleSessionName: "x" },
            "InvalidParameter.RoleSessionName 400: The parameter RoleSessionName is wrongly formed.",
        ],
        [
            "a session name with a space",
            { RoleSessionName: "a b" },
            "InvalidParameter.RoleSessionName 400: The parameter RoleSessionName is wrongly formed.",
        ],
        [
            "an external ID with a space",
            { ExternalId: "a b" },
            "InvalidParameter.ExternalId 400: The parameter ExternalId is wrongly formed.",
        ],
        ...["899", "3601", "an hour"].map((DurationSeconds): [string, Record<string, string>, string] => [
            `a duration of ${DurationSeconds}`,
            { DurationSeconds },
            "InvalidParameter.DurationSeconds 400: The Min/Max value of DurationSeconds is 15min/1hr.",
        ]),
        [
            "a role of another account",
            { RoleArn: "acs:ram::6543210987654321:role/deploy" },
            "NoPermission 403: You are not authorized to do this action. You should be authorized by RAM.",
        ],
    ];
    for (const [what, changes, refusal] of refused) {
        it(`refuses to assume with ${what}`, async () => {
            const query = { RoleArn: deployRole, RoleSessionName: "ci", ...changes };
            expect(await server.refusal("sts", "AssumeRole", query)).to.equal(refusal);
        });
    }

    it("keeps no secret and no token in the log", async () => {
        const { session } = await assume();
        await server.call("sts", "GetCallerIdentity", {}, { ...session, signatureAlgorithm: "v2" });
        const log = JSON.stringify(server.world.log);
        expect(log).not.to.include(session.accessKeySecret).and.not.to.include(session.securityToken);
        expect(log).to.include('"SecurityToken":"***"');
    });
});
