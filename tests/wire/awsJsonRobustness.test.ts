import { DescribeConnectionsCommand } from "@aws-sdk/client-direct-connect";
import { expect } from "chai";

import { jsonHeaders, send, type Asked } from "./awsRequest";
import { addConnection, refusalOf, startAwsServer, type AwsServer } from "./awsServer";
import { abortInBody, sendRaw } from "./rawRequest";

describe("robustness of Direct Connect on the AWS wire", () => {
    let server: AwsServer;

    beforeEach(async () => {
        server = await startAwsServer();
    });

    afterEach(async () => {
        // Whatever came before: the next one is served.
        expect(await refusalOf(server.directConnect.send(new DescribeConnectionsCommand({})))).to.equal("not refused");
        await server.close();
    });

    async function jsonRefusal(asked: Asked): Promise<string> {
        const response = await send(server.url, "directconnect", asked);
        expect(response.headers.get("content-type")).to.equal("application/x-amz-json-1.1");
        const { __type, message } = (await response.json()) as { __type: string; message: string };
        return `${response.status} ${__type}: ${message}`;
    }

    it("overlooks a member that it does not know, and takes no body for an empty one", async () => {
        for (const body of ['{"newMember":{"a":[1]}}', "{}", ""]) {
            const response = await send(server.url, "directconnect", {
                headers: jsonHeaders("DescribeConnections"),
                body,
            });
            expect([response.status, await response.json()]).to.deep.equal([200, { connections: [] }]);
        }
    });

    it("refuses an action that it does not know, and none", async () => {
        for (const action of ["DescribeNothing", "constructor", "__proto__"]) {
            expect(await jsonRefusal({ headers: jsonHeaders(action), body: "{}" })).to.equal(
                `400 UnknownOperationException: The operation ${action} is not known.`,
            );
        }
        const targets = ["DescribeConnections", "DynamoDB_20120810.DescribeConnections"];
        for (const target of targets) {
            const headers = { ...jsonHeaders(""), "x-amz-target": target };
            expect(await jsonRefusal({ headers, body: "{}" })).to.equal(
                `400 UnknownOperationException: The operation (${target}) is not known.`,
            );
        }
        expect(await jsonRefusal({ headers: { "content-type": "application/x-amz-json-1.1" } })).to.equal(
            "400 UnknownOperationException: The request has no header X-Amz-Target.",
        );
        expect(
            await jsonRefusal({ headers: jsonHeaders("DescribeConnections", "application/json"), body: "{}" }),
        ).to.equal("400 UnknownOperationException: The request has no content type application/x-amz-json-1.1.");
    });

    it("refuses what is no JSON object", async () => {
        for (const body of ["{", "[]", "null", '"text"', "7", "a=b", "[".repeat(100_000)]) {
            expect(await jsonRefusal({ headers: jsonHeaders("DescribeConnections"), body }), body.slice(0, 9)).to.equal(
                "400 SerializationException: The request body is not a JSON object.",
            );
        }
    });

    const wrongTypes: [string, unknown, string][] = [
        ["DescribeConnections", { connectionId: 7 }, "Parameter connectionId must be a string."],
        ["DescribeConnections", { maxResults: "7" }, "Parameter maxResults must be an integer."],
        ["DescribeConnections", { maxResults: 1.5 }, "Parameter maxResults must be an integer."],
        ["DescribeTags", { resourceArns: "arn" }, "Parameter resourceArns must be a list."],
        ["DescribeTags", { resourceArns: [{ toString: 1 }] }, "Parameter resourceArns must be a list of strings."],
        [
            "CreatePrivateVirtualInterface",
            { connectionId: "dxcon-1", newPrivateVirtualInterface: [] },
            "Parameter newPrivateVirtualInterface must be a structure.",
        ],
        [
            "CreatePrivateVirtualInterface",
            { connectionId: "dxcon-1", newPrivateVirtualInterface: { vlan: 101, asn: 45104, enableSiteLink: "yes" } },
            "Parameter enableSiteLink must be true or false.",
        ],
    ];
    for (const [action, input, message] of wrongTypes) {
        it(`refuses ${action} of ${JSON.stringify(input)}`, async () => {
            addConnection(server.world, "dxcon-1");
            expect(await jsonRefusal({ headers: jsonHeaders(action), body: JSON.stringify(input) })).to.equal(
                `400 SerializationException: ${message}`,
            );
        });
    }

    it("names a parameter that is missing", async () => {
        expect(await jsonRefusal({ headers: jsonHeaders("ConfirmConnection"), body: "{}" })).to.equal(
            "400 DirectConnectClientException: Missing required parameter: connectionId",
        );
        expect(await jsonRefusal({ headers: jsonHeaders("DeleteVirtualInterface"), body: "{}" })).to.equal(
            "400 DirectConnectClientException: Missing required parameter: virtualInterfaceId",
        );
    });

    it("refuses another method, and a body that is too long", async () => {
        expect(await jsonRefusal({ method: "PUT", headers: jsonHeaders("DescribeConnections"), body: "{}" })).to.equal(
            "404 UnknownOperationException: awsJson 1.1 is sent by POST.",
        );
        const body = JSON.stringify({ connectionId: "x".repeat(1024 * 1024) });
        expect(await jsonRefusal({ headers: jsonHeaders("DescribeConnections"), body })).to.equal(
            "413 RequestEntityTooLarge: The request body is too large.",
        );
    });

    it("overlooks a member that is nested a hundred thousand times", async () => {
        const body = `{"a":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`;
        const response = await send(server.url, "directconnect", { headers: jsonHeaders("DescribeConnections"), body });
        expect(response.status).to.equal(200);
    });

    it("refuses CBOR in CBOR", async () => {
        const headers = { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" };
        const response = await send(server.url, "directconnect", { path: "/service/x/operation/y", headers });
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
