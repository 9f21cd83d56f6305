import { expect } from "chai";

import {
    foreignAccountId,
    foreignKey,
    ownKey,
    region,
    startAlibaba,
    type AlibabaServer,
    type Key,
} from "./alibabaServer";
import { dateText, send, signByHeader, signByParameters } from "./alibabaSigner";

const mismatch =
    "400 SignatureDoesNotMatch: Specified signature is not matched with our calculation. Please check your signature algorithm and AccessKey Secret.";
const expired = "400 InvalidTimeStamp.Expired: Specified time stamp or date value is expired.";

for (const [version, sign] of [
    ["ACS3-HMAC-SHA256", signByHeader],
    ["HMAC-SHA1", signByParameters],
] as const) {
    describe(`signatures of the Alibaba Cloud wire by ${version}`, () => {
        let server: AlibabaServer;

        beforeEach(async () => {
            server = await startAlibaba();
        });

        afterEach(() => server.close());

        it("are taken, with values that need escaping too", async () => {
            const query = { RegionId: region, VpcName: "a b*'()!~+&=%/ü" };
            expect(await send(sign(server.url, { query }))).to.equal("200");
        });

        it("are taken in a GET as in a POST, but not of one for the other", async () => {
            const get = sign(server.url, { method: "GET" });
            expect(await send(get)).to.equal("200");
            expect(await send({ ...sign(server.url, { method: "GET" }), method: "POST" })).to.equal(mismatch);
        });

        it("are refused by a wrong secret and of an unknown key", async () => {
            expect(await send(sign(server.url, { secret: "guessed" }))).to.equal(mismatch);
            expect(await send(sign(server.url, { accessKeyId: "LTAInobody" }))).to.equal(
                "404 InvalidAccessKeyId.NotFound: Specified access key is not found.",
            );
            expect(server.world.log).to.deep.equal([]);
        });

        it("are refused for a key of the other cloud", async () => {
            const caller = { cloud: "aws" as const, accountId: "1", region, arn: "a", accessKeyId: "AKIA1" };
            server.keys.add({ accessKeyId: "AKIA1", secret: "secret", caller });
            expect(await send(sign(server.url, { accessKeyId: "AKIA1", secret: "secret" }))).to.equal(
                "404 InvalidAccessKeyId.NotFound: Specified access key is not found.",
            );
        });

        it("are refused for a request that was changed after it was signed", async () => {
            const signed = sign(server.url);
            expect(await send({ ...signed, url: `${signed.url}&VpcName=other` })).to.equal(mismatch);
        });

        it("are good for 15 minutes before and after their date by the real clock, whatever the world's says", async () => {
            server.clock.advance(7 * 24 * 3600);
            for (const [minutes, outcome] of [
                [-16, expired],
                [-14, "200"],
                [14, "200"],
                [16, expired],
            ] as const) {
                const date = dateText(Date.now() + minutes * 60_000);
                expect(await send(sign(server.url, { date })), `${minutes} minutes`).to.equal(outcome);
            }
        });

        it("are refused with a date that is none", async () => {
            for (const date of ["yesterday", "2026-01-01", "2026-01-01T00:00:00.000Z"]) {
                expect(await send(sign(server.url, { date }))).to.equal(
                    "400 InvalidTimeStamp.Format: Specified time stamp or date value is not well formatted.",
                );
            }
        });

        it("count once: the same request again is refused, and so is its nonce in another one", async () => {
            const signed = sign(server.url, { nonce: "nonce-1" });
            const used = "400 SignatureNonceUsed: Specified signature nonce was used already.";
            expect(await send(signed)).to.equal("200");
            expect(await send(signed)).to.equal(used);
            expect(await send(sign(server.url, { nonce: "nonce-1", action: "DescribeAccessPoints" }))).to.equal(used);
            expect(await send(sign(server.url, { nonce: "nonce-2" }))).to.equal("200");
        });

        it("do not use a nonce up when they are wrong", async () => {
            expect(await send(sign(server.url, { nonce: "nonce-1", secret: "guessed" }))).to.equal(mismatch);
            expect(await send(sign(server.url, { nonce: "nonce-1" }))).to.equal("200");
        });
    });
}

describe("what a signature of the Alibaba Cloud wire must hold", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });

    afterEach(() => server.close());

    const incomplete = "400 IncompleteSignature: The request signature does not conform to Aliyun standards.";

    it("is every x-acs header: one that was added later is refused", async () => {
        const signed = signByHeader(server.url);
        const headers = { ...signed.headers, "x-acs-security-token": "added" };
        expect(await send({ ...signed, headers })).to.equal(incomplete);
    });

    it("is the parameters in the order of their names, of lists of ten and more too, as the official client sorts them", async () => {
        const ids = Object.fromEntries(
            Array.from({ length: 11 }, (_, index) => [`TransitRouterRouteTableIds.${index + 1}`, `vtb-${index}`]),
        );
        const query = { TransitRouterId: server.ids.transitRouterId, ...ids };
        for (const key of [ownKey, { ...ownKey, signatureAlgorithm: "v2" as const }]) {
            expect(await server.refusal("cbn", "ListTransitRouterRouteTables", query, key)).to.equal("accepted");
        }
    });

    it("is the whole Authorization header", async () => {
        const signed = signByHeader(server.url);
        for (const authorization of ["Bearer x", "ACS3-HMAC-SHA256 Credential=LTAIown", ""]) {
            const outcome = await send({ ...signed, headers: { ...signed.headers, authorization } });
            expect(outcome, authorization).to.equal(incomplete);
        }
    });

    it("is the hash of the body that came", async () => {
        const signed = signByHeader(server.url);
        const headers = { ...signed.headers, "x-acs-content-sha256": "0".repeat(64) };
        expect(await send({ ...signed, headers })).to.equal(mismatch);
    });

    it("is a text: bytes of another length are no signature", async () => {
        const { url, ...rest } = signByParameters(server.url);
        const parameters = new URL(url);
        parameters.searchParams.set("Signature", "é".repeat(28));
        expect(await send({ ...rest, url: parameters.href })).to.equal(mismatch);
    });

    it("is a nonce", async () => {
        const signed = signByHeader(server.url);
        const { "x-acs-signature-nonce": _nonce, ...headers } = signed.headers;
        expect(await send({ ...signed, headers })).to.equal(
            "400 MissingSignatureNonce: SignatureNonce is mandatory for this action.",
        );
    });

    it("is every parameter of the old version", async () => {
        for (const name of [
            "AccessKeyId",
            "Signature",
            "SignatureMethod",
            "SignatureNonce",
            "SignatureVersion",
            "Timestamp",
        ]) {
            const { url, ...rest } = signByParameters(server.url);
            const parameters = new URL(url);
            parameters.searchParams.delete(name);
            expect(await send({ ...rest, url: parameters.href })).to.equal(
                `400 Missing${name}: ${name} is mandatory for this action.`,
            );
        }
    });

    it("is a method that the old version knows", async () => {
        const { url, ...rest } = signByParameters(server.url);
        expect(await send({ ...rest, url: url.replace("HMAC-SHA1", "HMAC-SHA256") })).to.equal(
            "400 InvalidSignatureMethod: Specified signature method is not supported.",
        );
    });
});

describe("the official client of Alibaba Cloud", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });

    afterEach(() => server.close());

    for (const signatureAlgorithm of [undefined, "v2"] as const) {
        it(`is understood when it signs by ${signatureAlgorithm ?? "its default, ACS3"}`, async () => {
            const { AccountId } = await server.call("sts", "GetCallerIdentity", {}, { ...ownKey, signatureAlgorithm });
            expect(AccountId).to.equal("1234567890123456");
            const foreign = await server.call("sts", "GetCallerIdentity", {}, { ...foreignKey, signatureAlgorithm });
            expect(foreign.AccountId).to.equal(foreignAccountId);
        });

        it(`is refused with a wrong secret when it signs by ${signatureAlgorithm ?? "its default, ACS3"}`, async () => {
            const wrong: Key = { ...ownKey, accessKeySecret: "guessed", signatureAlgorithm };
            expect(await server.refusal("vpc", "DescribeVpcs", {}, wrong)).to.match(/^SignatureDoesNotMatch 400: /);
        });
    }
});
