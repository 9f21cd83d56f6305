import { DescribeConnectionsCommand } from "@aws-sdk/client-direct-connect";
import { SignatureV4 } from "@smithy/signature-v4";
import { expect } from "chai";
import { createHash, createHmac, type BinaryLike } from "node:crypto";

import { refusalOf, region, startAwsServer, type AwsServer } from "./awsServer";
import { abortInBody, sendRaw } from "./rawRequest";

class Sha256 {
    private readonly hash;

    constructor(secret?: unknown) {
        this.hash = secret === undefined ? createHash("sha256") : createHmac("sha256", secret as BinaryLike);
    }

    update(data: unknown): void {
        this.hash.update(data as BinaryLike);
    }

    digest(): Promise<Uint8Array> {
        return Promise.resolve(this.hash.digest());
    }
}

type Service = "directconnect" | "ec2" | "sts";

interface Asked {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
}

const form = { "content-type": "application/x-www-form-urlencoded" };
const json = (action: string, contentType = "application/x-amz-json-1.1"): Record<string, string> => ({
    "content-type": contentType,
    "x-amz-target": `OvertureService.${action}`,
});

describe("robustness of the AWS wire", () => {
    let server: AwsServer;

    beforeEach(async () => {
        server = await startAwsServer();
    });

    afterEach(async () => {
        // Whatever came before: the next one is served.
        expect(await refusalOf(server.directConnect.send(new DescribeConnectionsCommand({})))).to.equal("not refused");
        await server.close();
    });

    /** A request with a right signature and whatever else: `status content-type body`. */
    async function send(service: Service, { method = "POST", path = "/", headers = {}, body = "" }: Asked) {
        const signer = new SignatureV4({
            credentials: { accessKeyId: "AKIAOWN", secretAccessKey: "own-secret" },
            region,
            service,
            sha256: Sha256,
        });
        const url = new URL(path, server.url);
        const signed = await signer.sign({
            method,
            protocol: "http:",
            hostname: url.hostname,
            path: url.pathname,
            query: Object.fromEntries(url.searchParams),
            headers: { host: url.host, ...headers },
            body,
        });
        const { host: _host, ...rest } = signed.headers;
        return fetch(url, { method, headers: rest, body: method === "GET" ? undefined : body });
    }

    async function jsonRefusal(asked: Asked): Promise<string> {
        const response = await send("directconnect", asked);
        expect(response.headers.get("content-type")).to.equal("application/x-amz-json-1.1");
        const { __type, message } = (await response.json()) as { __type: string; message: string };
        return `${response.status} ${__type}: ${message}`;
    }

    async function xmlRefusal(service: "ec2" | "sts", asked: Asked): Promise<string> {
        const response = await send(service, asked);
        expect(response.headers.get("content-type")).to.match(/^text\/xml/);
        const text = await response.text();
        const shape =
            service === "ec2"
                ? /^<Response><Errors><Error><Code>(.*)<\/Code><Message>(.*)<\/Message><\/Error><\/Errors><RequestID>.+<\/RequestID><\/Response>$/
                : /^<ErrorResponse><Error><Type>Sender<\/Type><Code>(.*)<\/Code><Message>(.*)<\/Message><\/Error><RequestId>.+<\/RequestId><\/ErrorResponse>$/;
        const [, code, message] = shape.exec(text) ?? [];
        expect(code, text).to.be.a("string");
        return `${response.status} ${code}: ${message}`;
    }

    const ec2Form = (text: string): Asked => ({ headers: form, body: text });
    const version = "Version=2016-11-15";

    describe("of Direct Connect", () => {
        it("overlooks a member that it does not know, and takes no body for an empty one", async () => {
            for (const body of ['{"newMember":{"a":[1]}}', "{}", ""]) {
                const response = await send("directconnect", { headers: json("DescribeConnections"), body });
                expect([response.status, await response.json()]).to.deep.equal([200, { connections: [] }]);
            }
        });

        it("refuses an action that it does not know, and none", async () => {
            for (const action of ["DescribeNothing", "constructor", "__proto__"]) {
                expect(await jsonRefusal({ headers: json(action), body: "{}" })).to.equal(
                    `400 UnknownOperationException: The operation ${action} is not known.`,
                );
            }
            expect(await jsonRefusal({ headers: { "content-type": "application/x-amz-json-1.1" } })).to.equal(
                "400 UnknownOperationException: The request has no header X-Amz-Target.",
            );
            expect(
                await jsonRefusal({ headers: json("DescribeConnections", "application/json"), body: "{}" }),
            ).to.equal("400 UnknownOperationException: The request has no content type application/x-amz-json-1.1.");
        });

        it("refuses what is no JSON object", async () => {
            for (const body of ["{", "[]", "null", '"text"', "7", "a=b", "[".repeat(100_000)]) {
                expect(await jsonRefusal({ headers: json("DescribeConnections"), body }), body.slice(0, 9)).to.equal(
                    "400 SerializationException: The request body is not a JSON object.",
                );
            }
        });

        const wrongTypes: [string, unknown, string][] = [
            ["DescribeConnections", { connectionId: 7 }, "Parameter connectionId must be a string."],
            ["DescribeConnections", { maxResults: "7" }, "Parameter maxResults must be an integer."],
            ["DescribeConnections", { maxResults: 1.5 }, "Parameter maxResults must be an integer."],
            ["DescribeTags", { resourceArns: "arn" }, "Parameter resourceArns must be a list."],
        ];
        for (const [action, input, message] of wrongTypes) {
            it(`refuses ${action} of ${JSON.stringify(input)}`, async () => {
                expect(await jsonRefusal({ headers: json(action), body: JSON.stringify(input) })).to.equal(
                    `400 SerializationException: ${message}`,
                );
            });
        }

        it("names a parameter that is missing", async () => {
            expect(await jsonRefusal({ headers: json("ConfirmConnection"), body: "{}" })).to.equal(
                "400 DirectConnectClientException: Missing required parameter: connectionId",
            );
            expect(await jsonRefusal({ headers: json("DeleteVirtualInterface"), body: "{}" })).to.equal(
                "400 DirectConnectClientException: Missing required parameter: virtualInterfaceId",
            );
        });

        it("refuses another method, and a body that is too long", async () => {
            expect(await jsonRefusal({ method: "PUT", headers: json("DescribeConnections"), body: "{}" })).to.equal(
                "404 UnknownOperationException: awsJson 1.1 is sent by POST.",
            );
            const body = JSON.stringify({ connectionId: "x".repeat(1024 * 1024) });
            expect(await jsonRefusal({ headers: json("DescribeConnections"), body })).to.equal(
                "413 RequestEntityTooLarge: The request body is too large.",
            );
        });

        it("overlooks a member that is nested a hundred thousand times", async () => {
            const body = `{"a":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`;
            const response = await send("directconnect", { headers: json("DescribeConnections"), body });
            expect(response.status).to.equal(200);
        });
    });

    describe("of EC2", () => {
        it("takes a GET with the parameters in its query, as well as a POST", async () => {
            const response = await send("ec2", { method: "GET", path: `/?Action=DescribeVpcs&${version}` });
            expect([response.status, (await response.text()).includes(server.vpcId)]).to.deep.equal([200, true]);
        });

        const refusals: [string, string, string][] = [
            [
                "an unknown action",
                `Action=DescribeNothing&${version}`,
                "400 InvalidAction: The action DescribeNothing is not valid for this web service.",
            ],
            [
                "an inherited name as action",
                `Action=constructor&${version}`,
                "400 InvalidAction: The action constructor is not valid for this web service.",
            ],
            ["no action", version, "400 MissingAction: The request is missing an action or a required parameter."],
            ["nothing", "", "400 MissingAction: The request is missing an action or a required parameter."],
            [
                "another version",
                "Action=DescribeVpcs&Version=2006-10-01",
                "400 NoSuchVersion: The requested version (2006-10-01) of service AmazonEC2 does not exist",
            ],
            [
                "no version",
                "Action=DescribeVpcs",
                "400 MissingParameter: The request must contain the parameter Version",
            ],
            [
                "an unknown parameter",
                `Action=DescribeVpcs&${version}&Colour=blue`,
                "400 UnknownParameter: The parameter Colour is not recognized",
            ],
            [
                "a page size where there are no pages",
                `Action=DescribeVpnGateways&${version}&MaxResults=5`,
                "400 UnknownParameter: The parameter MaxResults is not recognized",
            ],
            [
                "a list without its numbers",
                `Action=DescribeVpcs&${version}&Filter.Name=state`,
                "400 MalformedQueryString: The query string contains a syntax error",
            ],
            [
                "a page size in words",
                `Action=DescribeVpcs&${version}&MaxResults=many`,
                "400 InvalidParameterValue: Value (NaN) for parameter maxResults is invalid: it must be between 5 and 1000.",
            ],
        ];
        for (const [what, body, refusal] of refusals) {
            it(`refuses ${what}`, async () => {
                expect(await xmlRefusal("ec2", ec2Form(body))).to.equal(refusal);
            });
        }

        it("escapes what it repeats", async () => {
            expect(await xmlRefusal("ec2", ec2Form(`Action=${encodeURIComponent("<a>&</a>")}&${version}`))).to.equal(
                "400 InvalidAction: The action &lt;a&gt;&amp;&lt;/a&gt; is not valid for this web service.",
            );
        });

        it("refuses another method, another content type, and a body that is too long", async () => {
            const asked = ec2Form(`Action=DescribeVpcs&${version}`);
            expect(await xmlRefusal("ec2", { ...asked, method: "PUT" })).to.equal(
                "400 InvalidHttpRequest: Invalid HTTP request. Reason: the method is neither GET nor POST.",
            );
            for (const contentType of ["application/json", "text/xml", "multipart/form-data"]) {
                expect(await xmlRefusal("ec2", { ...asked, headers: { "content-type": contentType } })).to.equal(
                    "400 MissingAction: The request is missing an action or a required parameter.",
                );
            }
            const tooLong = ec2Form(`Action=DescribeVpcs&${version}&VpcId.1=${"x".repeat(1024 * 1024)}`);
            expect(await xmlRefusal("ec2", tooLong)).to.equal(
                "413 RequestEntityTooLarge: The request body is too large.",
            );
        });

        it("knows no name of a hundred thousand parts", async () => {
            const name = `Filter${".1".repeat(100_000)}`;
            expect(await xmlRefusal("ec2", ec2Form(`Action=DescribeVpcs&${version}&${name}=x`))).to.equal(
                `400 UnknownParameter: The parameter ${name} is not recognized`,
            );
        });
    });

    describe("of STS", () => {
        it("refuses what it does not know, in its own form", async () => {
            expect(await xmlRefusal("sts", ec2Form("Action=DescribeVpcs&Version=2011-06-15"))).to.equal(
                "400 InvalidAction: Could not find operation DescribeVpcs for version 2011-06-15",
            );
            expect(await xmlRefusal("sts", ec2Form(""))).to.equal(
                "400 MissingAction: The request is missing an action or a required parameter.",
            );
        });

        it("overlooks a parameter that it does not know", async () => {
            const response = await send("sts", ec2Form("Action=GetCallerIdentity&Version=2011-06-15&Colour=blue"));
            expect(response.status).to.equal(200);
        });
    });

    it("refuses CBOR in CBOR", async () => {
        const headers = { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" };
        const response = await send("directconnect", { path: "/service/x/operation/y", headers });
        expect([response.status, response.headers.get("content-type")]).to.deep.equal([415, "application/cbor"]);
        expect(await response.text()).to.include("UnsupportedProtocolException");
    });

    it("refuses a header that is there twice: it was signed once", async () => {
        const answer = await sendRaw(
            server.url,
            [
                "POST / HTTP/1.1",
                "host: localhost",
                "connection: close",
                "content-type: application/x-amz-json-1.1",
                "x-amz-target: OvertureService.DescribeConnections",
                "x-amz-target: OvertureService.ConfirmConnection",
                "content-length: 2",
                "",
                "{}",
            ].join("\r\n"),
        );
        expect(answer).to.match(/^HTTP\/1\.1 400 .*MissingAuthenticationTokenException/s);
    });

    it("answers several requests on one connection", async () => {
        const request =
            "POST / HTTP/1.1\r\nhost: localhost\r\nx-amz-target: OvertureService.X\r\ncontent-length: 0\r\n";
        const answer = await sendRaw(server.url, `${request}\r\n${request}connection: close\r\n\r\n`);
        expect(answer.match(/HTTP\/1\.1 400 Bad Request/g)?.length).to.equal(2);
    });

    it("survives requests that break off, and what is no HTTP", async () => {
        await abortInBody(server.url, "POST / HTTP/1.1\r\nhost: localhost");
        expect(await sendRaw(server.url, "hello\r\n\r\n")).to.match(/^HTTP\/1\.1 400 Bad Request/);
        expect(await sendRaw(server.url, "GET // HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).to.match(
            /^HTTP\/1\.1 4\d\d /,
        );
    });
});
