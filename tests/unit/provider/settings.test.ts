import { expect } from "chai";

import { readSettings, type Settings } from "../../../provider/settings/settings";

type Values = Record<string, string>;

function read(configuration: Values = {}, environment: Values = {}): Settings {
    return readSettings({ get: (key) => configuration[key] }, environment);
}

describe("settings", () => {
    it("are empty where nothing is set, without a configuration too", () => {
        const empty: Settings = {
            aws: {
                region: undefined,
                profile: undefined,
                accessKeyId: undefined,
                secretAccessKey: undefined,
                sessionToken: undefined,
                assumeRoles: [],
                refusal: undefined,
            },
            alibaba: {
                region: undefined,
                profile: undefined,
                sharedCredentialsFile: undefined,
                accessKeyId: undefined,
                accessKeySecret: undefined,
                securityToken: undefined,
                ecsRoleName: undefined,
                assumeRole: undefined,
                refusal: undefined,
                endpoints: { vpc: undefined, cbn: undefined, ecs: undefined, sts: undefined },
            },
        };
        expect(read()).to.deep.equal(empty);
        expect(readSettings(undefined, {})).to.deep.equal(empty);
    });

    /** The key of the configuration, the variables in their order, and what they set. */
    const plain: [string | undefined, string[], (settings: Settings) => string | undefined][] = [
        ["aws:region", ["AWS_REGION", "AWS_DEFAULT_REGION"], ({ aws }) => aws.region],
        ["aws:profile", [], ({ aws }) => aws.profile],
        ["aws:accessKey", ["AWS_ACCESS_KEY_ID"], ({ aws }) => aws.accessKeyId],
        ["aws:secretKey", ["AWS_SECRET_ACCESS_KEY"], ({ aws }) => aws.secretAccessKey],
        ["aws:token", ["AWS_SESSION_TOKEN"], ({ aws }) => aws.sessionToken],
        [
            "alicloud:region",
            ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION", "ALIBABA_CLOUD_REGION_ID"],
            ({ alibaba }) => alibaba.region,
        ],
        ["alicloud:profile", ["ALICLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE"], ({ alibaba }) => alibaba.profile],
        [
            "alicloud:sharedCredentialsFile",
            ["ALICLOUD_SHARED_CREDENTIALS_FILE", "ALIBABA_CLOUD_CREDENTIALS_FILE"],
            ({ alibaba }) => alibaba.sharedCredentialsFile,
        ],
        [
            "alicloud:accessKey",
            ["ALICLOUD_ACCESS_KEY", "ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_ID"],
            ({ alibaba }) => alibaba.accessKeyId,
        ],
        [
            "alicloud:secretKey",
            ["ALICLOUD_SECRET_KEY", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_ACCESS_KEY_SECRET"],
            ({ alibaba }) => alibaba.accessKeySecret,
        ],
        [
            "alicloud:securityToken",
            ["ALICLOUD_SECURITY_TOKEN", "ALIBABA_CLOUD_SECURITY_TOKEN", "ALIBABACLOUD_SECURITY_TOKEN"],
            ({ alibaba }) => alibaba.securityToken,
        ],
        [
            "alicloud:ecsRoleName",
            ["ALICLOUD_ECS_ROLE_NAME", "ALIBABA_CLOUD_ECS_METADATA"],
            ({ alibaba }) => alibaba.ecsRoleName,
        ],
        [undefined, ["VPC_ENDPOINT"], ({ alibaba }) => alibaba.endpoints.vpc],
        [undefined, ["CBN_ENDPOINT"], ({ alibaba }) => alibaba.endpoints.cbn],
        [undefined, ["STS_ENDPOINT"], ({ alibaba }) => alibaba.endpoints.sts],
    ];

    for (const [key, variables, get] of plain) {
        it(`${key ?? variables.join()} is read from ${[key, ...variables].filter(Boolean).join(", then ")}`, () => {
            const sources = [key, ...variables].filter((source) => source !== undefined);
            sources.forEach((_source, from) => {
                const set = Object.fromEntries(sources.slice(from).map((name) => [name, `of ${name}`]));
                expect(get(read(set, set))).to.equal(`of ${sources[from]}`);
            });
            // An explicit provider's setting that is not set arrives as an empty string.
            const emptied = Object.fromEntries(sources.slice(0, -1).map((name) => [name, ""]));
            const last = sources.at(-1) ?? "";
            expect(get(read({ ...emptied, [last]: "value" }, { ...emptied, [last]: "value" }))).to.equal("value");
        });
    }

    it("leave AWS_PROFILE to the SDK, and take the environment's keys before it, but after a configured profile or key", () => {
        const keys = { AWS_PROFILE: "p", AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "secret" };
        expect(read({}, keys).aws).to.deep.include({
            profile: undefined,
            accessKeyId: "id",
            secretAccessKey: "secret",
        });
        expect(read({ "aws:profile": "mine" }, keys).aws).to.deep.include({
            profile: "mine",
            accessKeyId: undefined,
            secretAccessKey: undefined,
        });
        expect(
            read({ "aws:accessKey": "a", "aws:secretKey": "s" }, { ...keys, AWS_SESSION_TOKEN: "t" }).aws,
        ).to.deep.include({ accessKeyId: "a", secretAccessKey: "s", sessionToken: undefined });
    });

    it("read the roles to assume from JSON, in their order, with what is known of each", () => {
        const aws = [
            { roleArn: "arn:aws:iam::1:role/a", sessionName: "s", externalId: "e", duration: "1h" },
            { roleArn: "b" },
        ];
        const alibaba = { roleArn: "acs:ram::1:role/a", sessionName: "s", policy: "{}", sessionExpiration: 900 };
        const settings = read({
            "aws:assumeRoles": JSON.stringify(aws),
            "alicloud:assumeRole": JSON.stringify(alibaba),
        });
        expect(settings.aws.assumeRoles).to.deep.equal([
            { roleArn: "arn:aws:iam::1:role/a", sessionName: "s", externalId: "e" },
            { roleArn: "b" },
        ]);
        expect(settings.alibaba.assumeRole).to.deep.equal(alibaba);
    });

    it("leave a role's duration out that is no whole number of seconds", () => {
        for (const sessionExpiration of ["1e999", "15m", -1, 900.5, {}, { toString: 1 }]) {
            const text = JSON.stringify({ roleArn: "acs:ram::1:role/a", sessionExpiration });
            expect(read({ "alicloud:assumeRole": text }).alibaba.assumeRole).to.deep.equal({
                roleArn: "acs:ram::1:role/a",
            });
        }
    });

    for (const text of ["no JSON", "42", "null", "{}", '[{"roleArn": ""}]', '{"roleArn": 1}']) {
        it(`refuse, without throwing, roles that read ${text}: without them the calls would be somebody else's`, () => {
            const { aws, alibaba } = read({ "aws:assumeRoles": text, "alicloud:assumeRole": text });
            expect([aws.assumeRoles, aws.refusal, alibaba.assumeRole, alibaba.refusal]).to.deep.equal([
                [],
                "aws:assumeRoles names no roleArn. Set it to the ARN of the role to assume, or remove aws:assumeRoles.",
                undefined,
                "alicloud:assumeRole names no roleArn. Set it to the ARN of the role to assume, or remove alicloud:assumeRole.",
            ]);
        });
    }
});
