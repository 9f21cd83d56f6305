import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect } from "chai";

import { connectAlibaba } from "../../../provider/clouds/alibaba";
import { alibabaCredentials } from "../../../provider/clouds/alibabaCredentials";
import { regionOfProfile } from "../../../provider/clouds/alibabaProfile";
import { readSettings, type AlibabaSettings } from "../../../provider/settings/settings";
import { fakeClouds } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { fakeWire } from "../../support/fakeWire";
import { errorOf } from "../../support/rejects";

const profiles = [
    {
        name: "default",
        mode: "AK",
        access_key_id: "id-default",
        access_key_secret: "secret-default",
        region_id: "cn-beijing",
    },
    { name: "keys", mode: "AK", access_key_id: "id-1", access_key_secret: "secret-1", region_id: "ap-southeast-1" },
    { name: "session", mode: "StsToken", access_key_id: "id-2", access_key_secret: "secret-2", sts_token: "token-2" },
    { name: "lost", mode: "ChainableRamRoleArn", source_profile: "nobody", ram_role_arn: "acs:ram::1:role/r" },
    { name: "own", mode: "ChainableRamRoleArn", source_profile: "own", ram_role_arn: "acs:ram::1:role/r" },
    { name: "one", mode: "ChainableRamRoleArn", source_profile: "other", ram_role_arn: "acs:ram::1:role/r" },
    { name: "other", mode: "ChainableRamRoleArn", source_profile: "one", ram_role_arn: "acs:ram::1:role/r" },
    { name: "browser", mode: "CloudSSO" },
];

describe("Alibaba Cloud's credentials", () => {
    let folder: string;
    let file: string;
    let homeBefore: string | undefined;

    beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "aliyun-"));
        file = path.join(folder, ".aliyun", "config.json");
        await mkdir(path.dirname(file));
        await writeFile(file, JSON.stringify({ current: "default", profiles }));
        homeBefore = process.env.HOME;
        process.env.HOME = folder;
    });

    afterEach(async () => {
        process.env.HOME = homeBefore;
        await rm(folder, { recursive: true });
    });

    function settings(configuration: Record<string, string>): AlibabaSettings {
        return readSettings({ get: (key) => configuration[key] }, {}).alibaba;
    }

    async function keysOf(configuration: Record<string, string>): Promise<(string | undefined)[]> {
        const credentials = await (await alibabaCredentials(settings(configuration))).getCredentials();
        return [credentials.accessKeyId, credentials.accessKeySecret, credentials.securityToken];
    }

    it("are the configured profile's of the CLI's own file", async () => {
        expect(await keysOf({ "alicloud:profile": "keys" })).to.deep.equal(["id-1", "secret-1", undefined]);
        expect(await keysOf({ "alicloud:profile": "session" })).to.deep.equal(["id-2", "secret-2", "token-2"]);
    });

    it("are of another file, where one is named, its home folder written as ~", async () => {
        const other = [{ name: "keys", mode: "AK", access_key_id: "id-9", access_key_secret: "secret-9" }];
        await writeFile(path.join(folder, "other.json"), JSON.stringify({ profiles: other }));
        for (const sharedCredentialsFile of [path.join(folder, "other.json"), "~/other.json"]) {
            const configuration = {
                "alicloud:profile": "keys",
                "alicloud:sharedCredentialsFile": sharedCredentialsFile,
            };
            expect(await keysOf(configuration)).to.deep.equal(["id-9", "secret-9", undefined]);
        }
    });

    it("are the given keys before a profile's, as in the official provider", async () => {
        expect(
            await keysOf({ "alicloud:profile": "keys", "alicloud:accessKey": "id", "alicloud:secretKey": "secret" }),
        ).to.deep.equal(["id", "secret", undefined]);
        expect(
            await keysOf({
                "alicloud:accessKey": "id",
                "alicloud:secretKey": "secret",
                "alicloud:securityToken": "token",
            }),
        ).to.deep.equal(["id", "secret", "token"]);
    });

    it("bring the profile's region, where none is set", async () => {
        expect(await regionOfProfile(settings({ "alicloud:profile": "keys" }))).to.equal("ap-southeast-1");
        expect(await regionOfProfile(settings({ "alicloud:profile": "session" }))).to.equal("");
        expect(await regionOfProfile(settings({}))).to.equal("");
    });

    const fix = "Run aliyun configure, or correct alicloud:profile and alicloud:sharedCredentialsFile.";
    const refused: [string, (file: string) => string][] = [
        ["unknown", (at) => `Profile "unknown" is not in ${at}. ${fix}`],
        [
            "lost",
            () => 'Profile "lost" names no profile to start from. Correct its source_profile with aliyun configure.',
        ],
        [
            "own",
            () => 'Profile "own" names no profile to start from. Correct its source_profile with aliyun configure.',
        ],
        [
            "one",
            () => 'Profile "other" names no profile to start from. Correct its source_profile with aliyun configure.',
        ],
    ];
    for (const [profile, message] of refused) {
        it(`are refused of the profile "${profile}"`, async () => {
            expect((await errorOf(alibabaCredentials(settings({ "alicloud:profile": profile })))).message).to.equal(
                message(file),
            );
        });
    }

    it("are refused where the file is missing or broken, and nothing of its text is shown", async () => {
        const configuration = settings({ "alicloud:profile": "keys" });
        await writeFile(file, '{"profiles": [{"access_key_secret": "very-secret"');
        const broken = await errorOf(alibabaCredentials(configuration));
        expect([broken.message, broken.cause]).to.deep.equal([
            `Profile "keys": ${file} cannot be read as JSON. ${fix}`,
            undefined,
        ]);
        await rm(file);
        expect((await errorOf(alibabaCredentials(configuration))).message).to.equal(
            `Profile "keys": ${file} is not there. ${fix}`,
        );
    });

    it("are found beside what is no profile", async () => {
        await writeFile(file, JSON.stringify({ profiles: [null, "keys", { name: 5 }, ...profiles] }));
        expect(await keysOf({ "alicloud:profile": "keys" })).to.deep.equal(["id-1", "secret-1", undefined]);
    });

    it("of a mode that only the CLI's own file can have are refused from another one", async () => {
        const message =
            'Profile "browser" has the mode "CloudSSO", which is read from ~/.aliyun/config.json alone. Put it there, and leave alicloud:sharedCredentialsFile out.';
        const configuration = { "alicloud:profile": "browser", "alicloud:sharedCredentialsFile": file };
        expect((await errorOf(alibabaCredentials(settings(configuration)))).message).to.equal(message);
        await alibabaCredentials(settings({ "alicloud:profile": "browser" }));
    });

    it("of an assumed role are asked for with the caller's keys, then used", async () => {
        const { clock } = fakeContext(fakeClouds());
        let sessions = 0;
        const wire = await fakeWire(({ action }) =>
            action === "AssumeRole"
                ? {
                      body: {
                          Credentials: {
                              AccessKeyId: `STS.${++sessions}`,
                              AccessKeySecret: "s",
                              SecurityToken: "t",
                              Expiration: new Date(clock.now() + 3_600_000).toISOString(),
                          },
                      },
                  }
                : { body: { AccountId: "42" } },
        );
        const role = { roleArn: "acs:ram::42:role/link", sessionName: "up", externalId: "e", sessionExpiration: 3600 };
        const configuration: Record<string, string> = {
            "alicloud:profile": "keys",
            "alicloud:assumeRole": JSON.stringify(role),
        };
        const { alibaba } = readSettings({ get: (key) => configuration[key] }, { STS_ENDPOINT: wire.url });
        expect(await connectAlibaba(alibaba, clock).identity()).to.deep.equal({
            accountId: "42",
            region: "ap-southeast-1",
        });
        const signers = wire.requests.map(({ action, headers }) => [
            action,
            /Credential=([^,]+)/.exec(String(headers.authorization))?.[1],
        ]);
        expect(signers).to.deep.equal([
            ["AssumeRole", "id-1"],
            ["GetCallerIdentity", "STS.1"],
        ]);
        expect(wire.requests[0]?.fields).to.deep.equal({
            RoleArn: "acs:ram::42:role/link",
            RoleSessionName: "up",
            ExternalId: "e",
            DurationSeconds: "3600",
        });
        await wire.close();
    });
});
