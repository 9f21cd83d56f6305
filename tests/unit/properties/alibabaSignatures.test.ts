import type { IncomingMessage } from "node:http";

import { expect } from "chai";
import fc, { type Arbitrary } from "fast-check";

import { Nonces, verifySignature } from "../../../simulator/alibaba/signature";
import { KeyStore } from "../../../simulator/keys";
import { CloudError } from "../../../simulator/world/cloudError";
import type { Caller } from "../../../simulator/world/world";
import { form, manyRuns, text } from "../../support/randomValues";
import { ownKey } from "../../wire/alibabaServer";
import { signByHeader, signByParameters, type Signed } from "../../wire/alibabaSigner";

const caller: Caller = {
    cloud: "alibaba",
    accountId: "1234567890123456",
    region: "ap-southeast-1",
    arn: "acs:ram::1234567890123456:user/network",
    accessKeyId: ownKey.accessKeyId,
};
const keys = new KeyStore();
keys.add({ accessKeyId: ownKey.accessKeyId, secret: ownKey.accessKeySecret, caller });

/** Whom the request is from, or the code of the refusal; anything else is a crash. */
function verified({ method, url, headers, body }: Signed): string {
    const { pathname, search, searchParams } = new URL(url);
    const request = { method, url: pathname + search, headers } as object as IncomingMessage;
    const parameters = new URLSearchParams([...searchParams, ...new URLSearchParams(body)]);
    try {
        return verifySignature(request, Buffer.from(body), parameters, keys, new Nonces()).accountId;
    } catch (error) {
        if (error instanceof CloudError) {
            return error.code;
        }
        throw error;
    }
}

const names = ["RegionId", "Filter", "Action", "Signature", "AccessKeyId", "Timestamp", "SignatureNonce"];
const query = form(names, ["1", "2026-01-01T00:00:00Z", ownKey.accessKeyId]).map(
    (pairs) => Object.fromEntries(pairs) as Record<string, string>,
);
/** As a header can have it. */
const headerText = fc.string({ unit: "grapheme-ascii", maxLength: 40 });

describe("the verification of Alibaba Cloud's signatures, whatever is signed", function () {
    this.timeout(60_000);

    for (const [version, sign, usual] of [
        ["ACS3-HMAC-SHA256", signByHeader, query],
        // Its own parameters are what it signs with.
        ["HMAC-SHA1", signByParameters, query.map((pairs) => without(pairs, names.slice(2)))],
    ] as const) {
        it(`takes what is signed by ${version} and no other, whatever the parameters are`, () => {
            fc.assert(
                fc.property(usual, fc.boolean(), (parameters, forged) => {
                    const signed = sign("http://localhost", {
                        query: parameters,
                        ...(forged && { secret: `${ownKey.accessKeySecret}!` }),
                    });
                    expect(verified(signed)).to.equal(forged ? "SignatureDoesNotMatch" : caller.accountId);
                }),
                manyRuns,
            );
        });
    }

    it("refuses a parameter that was changed afterwards", () => {
        const changed: Arbitrary<[string, string]> = fc.tuple(
            fc.constantFrom("Signature", "Timestamp", "AccessKeyId", "SignatureNonce", "SignatureMethod", "RegionId"),
            text,
        );
        fc.assert(
            fc.property(changed, ([name, value]) => {
                const signed = signByParameters("http://localhost", { method: "GET" });
                const url = new URL(signed.url);
                fc.pre(url.searchParams.get(name) !== value);
                url.searchParams.set(name, value);
                expect(verified({ ...signed, url: url.href })).to.match(/^[A-Z]\w+(\.\w+)*$/);
            }),
            manyRuns,
        );
    });

    it("reads an Authorization header, or refuses it", () => {
        const known = fc.constantFrom(
            "ACS3-HMAC-SHA256 ",
            `Credential=${ownKey.accessKeyId}`,
            ",SignedHeaders=host;x-acs-date",
            ",SignedHeaders=__proto__;constructor",
            ",Signature=00",
        );
        const authorization = fc.array(fc.oneof(known, headerText), { maxLength: 6 }).map((parts) => parts.join(""));
        fc.assert(
            fc.property(authorization, headerText, (header, date) => {
                const headers = { host: "localhost", "x-acs-date": date, authorization: header };
                const request = { method: "POST", url: "http://localhost/?RegionId=x", headers, body: "" } as const;
                expect(verified(request)).to.match(/^[A-Z]\w+(\.\w+)*$/);
            }),
            manyRuns,
        );
    });
});

function without(pairs: Record<string, string>, left: readonly string[]): Record<string, string> {
    return Object.fromEntries(Object.entries(pairs).filter(([name]) => !left.includes(name)));
}
