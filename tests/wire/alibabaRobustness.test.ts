import { expect } from "chai";

import { region, startAlibaba, type AlibabaServer } from "./alibabaServer";
import { send, signByHeader, signByParameters, type SigningOptions } from "./alibabaSigner";
import { abortInBody, sendRaw } from "./rawRequest";

const invalidVersion = "400 InvalidVersion: Specified parameter Version is not valid.";
const unknownAction = "404 InvalidAction.NotFound: Specified api is not found, please check your url and method.";

describe("robustness of the Alibaba Cloud wire", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });

    afterEach(async () => {
        // Whatever came before: the next one is served.
        expect(await server.refusal("vpc", "DescribeVpcs")).to.equal("accepted");
        await server.close();
    });

    for (const [version, sign] of [
        ["ACS3-HMAC-SHA256", signByHeader],
        ["HMAC-SHA1", signByParameters],
    ] as const) {
        describe(`signed by ${version}`, () => {
            const ask = (options: SigningOptions): Promise<string> => send(sign(server.url, options));
            const query = (more: Record<string, string>): SigningOptions => ({ query: { RegionId: region, ...more } });

            it("overlooks a parameter that it does not know", async () => {
                expect(await ask(query({ Colour: "blue", "Deep.1.List.2": "x", __proto__: "x" }))).to.equal("200");
            });

            it("refuses an action that it does not know, and a version", async () => {
                for (const action of ["DescribeNothing", "constructor", "ListTransitRouters"]) {
                    expect(await ask({ action }), action).to.equal(unknownAction);
                }
                for (const wrong of ["2014-05-27", "constructor"]) {
                    expect(await ask({ version: wrong }), wrong).to.equal(invalidVersion);
                }
            });

            it("names the action or version that is missing", async () => {
                expect(await ask({ action: "" })).to.equal("400 MissingAction: Action is mandatory for this action.");
                expect(await ask({ version: "" })).to.equal(
                    "400 MissingVersion: Version is mandatory for this action.",
                );
            });

            it("refuses malformed numbers and switches by their names", async () => {
                const numbers = query({ PageSize: "ten" });
                expect(await ask(numbers)).to.equal(
                    "400 InvalidPageSize.Malformed: The specified PageSize is not valid.",
                );
                const switches = { action: "DescribeVirtualBorderRouters", ...query({ IncludeCrossAccountVbr: "ja" }) };
                expect(await ask(switches)).to.equal(
                    "400 InvalidIncludeCrossAccountVbr.Malformed: The specified IncludeCrossAccountVbr is not valid.",
                );
            });
        });
    }

    it("answers a refusal in the vendor's own form", async () => {
        const response = await fetch(server.url, { method: "POST" });
        expect(response.headers.get("content-type")).to.equal("application/json;charset=utf-8");
        const { RequestId, ...refusal } = (await response.json()) as Record<string, unknown>;
        expect(RequestId).to.match(/^[0-9A-F-]{36}$/);
        expect(refusal).to.deep.equal({
            HostId: new URL(server.url).host,
            Code: "MissingVersion",
            Message: "Version is mandatory for this action.",
        });
    });

    it("takes the old version's parameters from a GET too, and refuses other methods", async () => {
        const { url } = signByParameters(server.url);
        const get = await fetch(url);
        expect(((await get.json()) as { Code: string }).Code).to.equal("SignatureDoesNotMatch");
        const put = await fetch(url, { method: "PUT" });
        const { Code, Message } = (await put.json()) as Record<string, string>;
        expect([put.status, Code, Message]).to.deep.equal([
            400,
            "UnsupportedHTTPMethod",
            "This http method is not supported.",
        ]);
    });

    it("reads parameters from a form alone, not from JSON or XML", async () => {
        for (const contentType of ["application/json", "text/xml", "multipart/form-data"]) {
            const signed = signByParameters(server.url);
            const outcome = await send({ ...signed, headers: { "content-type": contentType } });
            expect(outcome, contentType).to.match(/^400 SignatureDoesNotMatch: /);
        }
        const signed = signByHeader(server.url, { query: {} });
        expect(await send({ ...signed, body: "" })).to.equal(
            "400 MissingRegionId: RegionId is mandatory for this action.",
        );
    });

    it("refuses a body that was added to a signed request, and one that is too long", async () => {
        const signed = signByHeader(server.url);
        expect(await send({ ...signed, body: '{"VpcId":' })).to.match(/^400 SignatureDoesNotMatch: /);
        expect(await send({ ...signed, body: "x".repeat(1024 * 1024 + 1) })).to.equal(
            "413 RequestEntityTooLarge: The request body is too large.",
        );
    });

    it("survives broken escapes, a doubled slash, and a name of ten thousand parts", async () => {
        for (const path of ["/?Version=2016-04-28&Action=%E0%A4%A", "//", "/?%", `/?${"a.".repeat(1000)}a=1`]) {
            const answer = await sendRaw(
                server.url,
                `POST ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
            );
            expect(answer, path.slice(0, 40)).to.match(/^HTTP\/1\.1 40[04] .*"Code":"(Missing|Invalid)/s);
        }
    });

    it("refuses a header that is there twice: it was signed once", async () => {
        const { url, headers } = signByHeader(server.url);
        const lines = Object.entries({ ...headers, connection: "close" }).map(([name, value]) => `${name}: ${value}`);
        const { pathname, search } = new URL(url);
        const answer = await sendRaw(
            server.url,
            [
                `POST ${pathname}${search} HTTP/1.1`,
                ...lines,
                "x-acs-version: 2016-04-28",
                "content-length: 0",
                "",
                "",
            ].join("\r\n"),
        );
        expect(answer).to.match(/^HTTP\/1\.1 400 .*"Code":"InvalidVersion"/s);
    });

    it("answers several requests on one connection", async () => {
        const request = "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 0\r\n";
        const answer = await sendRaw(server.url, `${request}\r\n${request}connection: close\r\n\r\n`);
        expect(answer.match(/"Code":"MissingVersion"/g)?.length).to.equal(2);
    });

    it("survives requests that break off, and what is no HTTP", async () => {
        await abortInBody(server.url, "POST / HTTP/1.1\r\nhost: localhost");
        expect(await sendRaw(server.url, "hello\r\n\r\n")).to.match(/^HTTP\/1\.1 400 Bad Request/);
    });
});
