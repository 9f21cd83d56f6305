import { expect } from "chai";
import fc from "fast-check";

import { alibabaServices } from "../../simulator/alibaba/index";
import { region, startAlibaba, type AlibabaServer } from "./alibabaServer";
import { signByHeader, signByParameters, type Signed } from "./alibabaSigner";
import { Exchange, type Received } from "./exchange";
import { form, runs, text } from "../support/randomValues";

const versions = { vpc: "2016-04-28", cbn: "2017-09-12", bssopenapi: "2017-12-14", sts: "2015-04-01" };
const actions = [
    ...Object.entries(alibabaServices).flatMap(([service, known]) =>
        [...known.keys()].map((action) => ({ action, version: versions[service as keyof typeof versions] })),
    ),
    { action: "GetCallerIdentity", version: versions.sts },
    { action: "AssumeRole", version: versions.sts },
];

const names = [
    "RegionId",
    "Filter",
    "RouterId",
    "BgpGroupId",
    "BgpPeerId",
    "PeerAsn",
    "LocalAsn",
    "AuthKey",
    "PeerIpAddress",
    "EnableBfd",
    "BfdMultiHop",
    "VbrId",
    "VpcId",
    "CenId",
    "TransitRouterId",
    "TransitRouterAttachmentId",
    "TransitRouterRouteTableId",
    "ChildInstanceId",
    "ResourceType",
    "ResourceId",
    "Tag",
    "TagKey",
    "ClientToken",
    "DryRun",
    "PageNumber",
    "PageSize",
    "MaxResults",
    "NextToken",
    "OrderId",
    "RoleArn",
    "RoleSessionName",
    "DurationSeconds",
];

/** Whatever was asked: an answer in the vendor's form, and never a failure of the simulator's own. */
function expectProper({ status, contentType, body }: Received): void {
    expect(contentType, body).to.equal("application/json;charset=utf-8");
    const { RequestId, Code, Message } = JSON.parse(body) as Record<string, unknown>;
    expect(RequestId).to.match(/^[0-9A-F-]{36}$/);
    if (status !== 200) {
        expect(status, body).to.be.within(400, 499);
        expect(Code).to.match(/^[A-Z]\w+(\.\w+)*$/);
        expect(Message).to.match(/\S/);
    }
}

describe("random requests to the Alibaba Cloud wire", function () {
    this.timeout(60_000);
    let server: AlibabaServer;
    let exchange: Exchange;

    before(async () => {
        server = await startAlibaba();
        exchange = new Exchange(server.url);
    });

    after(async () => {
        exchange.close();
        await server.close();
    });

    async function send({ url, headers, body }: Signed): Promise<Received> {
        const { pathname, search } = new URL(url);
        return exchange.send({ method: "POST", path: pathname + search, headers, body });
    }

    for (const [version, sign] of [
        ["ACS3-HMAC-SHA256", signByHeader],
        ["HMAC-SHA1", signByParameters],
    ] as const) {
        it(`are answered, whatever their parameters are, signed by ${version}`, async () => {
            const values = [...Object.values(server.ids).flat().map(String), region, "2026", "true", "1"];
            await fc.assert(
                fc.asyncProperty(fc.constantFrom(...actions), form(names, values), async (asked, parameters) => {
                    const query = { RegionId: region, ...Object.fromEntries(parameters) };
                    expectProper(await send(sign(server.url, { ...asked, query })));
                }),
                runs(1500),
            );
        });

        it(`are answered, whatever their action, version, date and nonce are, signed by ${version}`, async () => {
            const headerText = fc.string({ unit: "grapheme-ascii", maxLength: 20 });
            await fc.assert(
                fc.asyncProperty(
                    fc.record(
                        { action: headerText, version: headerText, date: headerText, nonce: headerText },
                        { requiredKeys: [] },
                    ),
                    async (options) => expectProper(await send(sign(server.url, options))),
                ),
                runs(500),
            );
        });
    }

    it("are refused, whatever a signature in parameters is made of", async () => {
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom("Signature", "Timestamp", "AccessKeyId", "SignatureNonce", "SecurityToken"),
                text,
                async (name, value) => {
                    const signed = signByParameters(server.url);
                    const url = new URL(signed.url);
                    fc.pre(url.searchParams.get(name) !== value);
                    url.searchParams.set(name, value);
                    const received = await send({ ...signed, url: url.href });
                    expectProper(received);
                    expect(received.status).not.to.equal(200);
                },
            ),
            runs(500),
        );
    });

    it("are refused, whatever an Authorization header names", async () => {
        const name = fc.constantFrom("__proto__", "constructor", "host", "x-acs-date", "set-cookie", "");
        await fc.assert(
            fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (added) => {
                const signed = signByHeader(server.url);
                const authorization = signed.headers.authorization?.replace(
                    "SignedHeaders=",
                    `SignedHeaders=${added.join(";")};`,
                );
                const received = await send({
                    ...signed,
                    headers: { ...signed.headers, authorization: authorization ?? "" },
                });
                expectProper(received);
                expect(received.status).not.to.equal(200);
            }),
            runs(200),
        );
    });

    it("are answered, whatever method, path and body they have", async () => {
        const contentType = fc.constantFrom("application/x-www-form-urlencoded", "application/json", "", "a/b; c");
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"),
                fc.webPath(),
                fc.webQueryParameters(),
                contentType,
                fc.oneof(
                    text,
                    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
                ),
                async (method, path, query, type, body) => {
                    const headers = { "content-type": type };
                    const received = await exchange.send({ method, path: `${path || "/"}?${query}`, headers, body });
                    expectProper(received);
                    expect(received.status).to.be.within(400, 499);
                },
            ),
            runs(1000),
        );
    });
});
