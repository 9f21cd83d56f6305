import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import fc from "fast-check";

import { credentialsOfProfile } from "../../../provider/clouds/alibabaProfileCredentials";
import { readAlibabaProfile, type AlibabaProfile } from "../../../provider/clouds/alibabaProfile";
import { describeCloudError } from "../../../provider/clouds/errors";
import { passesAtAlibaba, passesAtAws } from "../../../provider/clouds/passing";
import { PartialCreation } from "../../../provider/handler";
import { hostError, plainOf } from "../../../provider/hostError";
import { readSettings } from "../../../provider/settings/settings";
import { isKnown } from "../../../provider/unknown";
import { describeDuration } from "../../../provider/waiting/duration";
import { almost, anyText, anyValue, manyRuns, runs, text, unknownMarker } from "../../support/randomValues";
import { secret } from "./kinds";

const role = almost({
    roleArn: fc.constantFrom("acs:ram::1:role/a", ""),
    sessionName: text,
    sessionExpiration: fc.nat(),
});
const roles = fc.oneof(
    fc.oneof(role, fc.array(role, { maxLength: 3 }), anyValue).map((value) => JSON.stringify(value)),
    anyText,
);

const names = fc.constantFrom("one", "two", "three");
const profile = almost({
    name: names,
    mode: fc.constantFrom("AK", "StsToken", "EcsRamRole", "RamRoleArn", "ChainableRamRoleArn", "CloudSSO"),
    access_key_id: fc.constant("id"),
    access_key_secret: fc.constant(secret),
    sts_token: fc.constant(secret),
    ram_role_arn: fc.constant("acs:ram::1:role/a"),
    ram_role_name: text,
    source_profile: names,
    expired_seconds: fc.nat(),
    region_id: text,
});

/** Why something was refused: an error with a text, in which nothing is secret. */
function isClear(error: unknown): boolean {
    return error instanceof Error && /\S/.test(error.message) && !error.message.includes(secret);
}

describe("the readers of settings, whatever they are given", function () {
    this.timeout(60_000);

    it("read roles, or say why no call may be made, and never both", () => {
        fc.assert(
            fc.property(roles, anyText, (given, other) => {
                const configuration = { "aws:assumeRoles": given, "alicloud:assumeRole": given, "aws:region": other };
                const { aws, alibaba } = readSettings(
                    { get: (key) => (configuration as Record<string, string>)[key] },
                    {},
                );
                return (
                    aws.region === (other === "" ? undefined : other) &&
                    (aws.refusal === undefined || aws.assumeRoles.length === 0) &&
                    (alibaba.refusal === undefined || alibaba.assumeRole === undefined) &&
                    aws.assumeRoles.every(({ roleArn }) => typeof roleArn === "string" && roleArn !== "") &&
                    Number.isInteger(alibaba.assumeRole?.sessionExpiration ?? 1)
                );
            }),
            manyRuns,
        );
    });

    it("take credentials out of a profile, or say what it lacks", () => {
        fc.assert(
            fc.property(fc.array(profile, { minLength: 1, maxLength: 4 }), (given) => {
                const all = given.filter(({ name }) => typeof name === "string") as AlibabaProfile[];
                return all.every((own) => {
                    try {
                        return (
                            credentialsOfProfile(own, all, { sharedCredentialsFile: "file" }).getProviderName() !== ""
                        );
                    } catch (error) {
                        return isClear(error);
                    }
                });
            }),
            manyRuns,
        );
    });

    it("find a profile in a file of anything, or say that it is not there", async () => {
        const folder = await mkdtemp(path.join(tmpdir(), "aliyun-"));
        const file = path.join(folder, "config.json");
        const content = fc.oneof(
            almost({ profiles: fc.array(fc.oneof(profile, anyValue), { maxLength: 3 }) }).map((value) =>
                JSON.stringify(value),
            ),
            anyValue.map((value) => JSON.stringify(value)),
            anyText,
        );
        // Each case is a file on the disk.
        await fc.assert(
            fc.asyncProperty(content, async (written) => {
                await writeFile(file, written);
                try {
                    const found = await readAlibabaProfile({ profile: "one", sharedCredentialsFile: file });
                    return found?.profile.name === "one";
                } catch (error) {
                    return isClear(error);
                }
            }),
            runs(500),
        );
        await rm(folder, { recursive: true });
    });

    it("tell durations in at most two units", () => {
        fc.assert(
            fc.property(fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e15, noNaN: true })), (milliseconds) =>
                /^\d+[hms]( \d+[ms])?$/.test(describeDuration(milliseconds)),
            ),
            manyRuns,
        );
    });

    it("know a value for what it is unless it is missing or not known yet", () => {
        fc.assert(
            fc.property(anyValue, (value) => isKnown(value) === (value !== null && value !== unknownMarker)),
            manyRuns,
        );
    });
});

describe("what leaves for the dynamic host, whatever was thrown or put out", function () {
    this.timeout(60_000);

    it("is an Error with a text on one stack, and plain JSON", () => {
        const outputs = fc.dictionary(text, fc.oneof(anyValue, fc.constantFrom(undefined, 1n, [undefined])));
        const thrown = fc.oneof(
            anyValue,
            anyText.map((message) => new Error(message)),
            fc.constantFrom(undefined, Symbol("x"), 1n, Object.create(null), () => 1),
            outputs.map((properties) => new PartialCreation("dxcon-1", properties, ["reason"])),
        );
        fc.assert(
            fc.property(thrown, outputs, (what, inputs) => {
                const error = hostError("BorderRouter", what, inputs);
                const { properties } = error as Error & { properties?: unknown };
                const plain = plainOf(inputs);
                return (
                    error.message !== "" &&
                    error.stack === error.message &&
                    "id" in error === what instanceof PartialCreation &&
                    (properties === undefined || JSON.stringify(properties) !== "") &&
                    JSON.stringify(JSON.parse(JSON.stringify(plain))) === JSON.stringify(plain)
                );
            }),
            manyRuns,
        );
    });

    it("is one sentence of a cloud's error, of whatever it is made", () => {
        const error = fc.oneof(
            anyValue,
            fc
                .tuple(anyText, almost({ code: anyText, statusCode: fc.nat(), name: text, $metadata: anyValue }))
                .map(([message, fields]) => Object.assign(new Error(message), fields)),
        );
        fc.assert(
            fc.property(error, fc.constantFrom(passesAtAlibaba, passesAtAws), (given, passes) => {
                const { message, kind } = describeCloudError("AWS", "VBRs", given, passes);
                return message.startsWith("VBRs: ") && ["passing", "expired", "lasting"].includes(kind);
            }),
            manyRuns,
        );
    });
});
