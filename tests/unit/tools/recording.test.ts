import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";

import { listen, type Listening } from "../../../simulator/listen";
import { readPolicy } from "../../../simulator/permissions/readPolicy";
import { recordDemand, recordGrants } from "../../../simulator/permissions/recordPermissions";
import { noteReading, recorded } from "../../../simulator/recording";

const variable = "MULTICLOUD_WIRE_RECORDINGS";

describe("the recording of the wire", () => {
    const before = process.env[variable];
    let folder: string;
    let server: Listening;

    beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "multicloud-recording-"));
        process.env[variable] = folder;
    });
    afterEach(async () => {
        process.env[variable] = before ?? "";
        await server.close();
        await rm(folder, { recursive: true, force: true });
    });

    /** Answers every request with what its query names: a status and a body. */
    async function serve(): Promise<void> {
        const listener = recorded("alibaba", (request, response) => {
            const query = new URLSearchParams(request.url?.split("?")[1]);
            request.resume().on("end", () => {
                response.writeHead(Number(query.get("status")), { "content-type": "application/json", etag: "1" });
                response.end(query.get("body"));
            });
        });
        server = await listen(listener, 0);
    }

    async function ask(status: number, body: string, more: Record<string, string> = {}): Promise<void> {
        const query = new URLSearchParams({ status: String(status), body, ...more });
        const url = `http://127.0.0.1:${server.port}/?${query.toString()}`;
        const headers = { "content-type": "text/plain", authorization: "secret", "x-acs-action": "DescribeVpcs" };
        await (await fetch(url, { method: "POST", headers, body: "Signature=x&RegionId=y" })).text();
    }

    async function records(): Promise<Record<string, unknown>[]> {
        const files = await readdir(folder);
        const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
        return texts
            .join("")
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => JSON.parse(line) as Record<string, unknown>);
    }

    it("has the request and the answer, without what signs", async () => {
        await serve();
        await ask(200, '{"RecordedFirst":"vpc-1"}', { SignatureNonce: "n" });
        expect(await records()).to.deep.equal([
            {
                cloud: "alibaba",
                method: "POST",
                url: "/?status=200&body=%7B%22RecordedFirst%22%3A%22vpc-1%22%7D&",
                requestHeaders: { "content-type": "text/plain", "x-acs-action": "DescribeVpcs" },
                requestBody: "RegionId=y",
                status: 200,
                headers: { "content-type": "application/json" },
                body: '{"RecordedFirst":"vpc-1"}',
            },
        ]);
    });

    it("has no value of a secret", async () => {
        await serve();
        const body =
            '{"RecordedSecrets":[{"authKey":"a\\"b"},{"SessionToken": "t"}],"xml":"<SecretAccessKey>s</SecretAccessKey>"}';
        await ask(200, body, { AuthKey: "k", Other: "o" });
        const [record] = await records();
        expect(record?.body).to.equal(
            '{"RecordedSecrets":[{"authKey":"***"},{"SessionToken": "***"}],"xml":"<SecretAccessKey>***</SecretAccessKey>"}',
        );
        expect(record?.url).to.match(/&AuthKey=\*\*\*&Other=o$/);
    });

    it("has each shape once: another ID is none, another state, member or status is one", async () => {
        await serve();
        await ask(200, '{"RecordedNext":"vpc-1","Status":"Pending"}');
        await ask(200, '{"RecordedNext":"vpc-2f","Status":"Pending"}');
        await ask(200, '{"RecordedNext":"vpc-1","Status":"Available"}');
        await ask(200, '{"RecordedNext":"vpc-1","Status":"Available","More":1}');
        await ask(400, '{"RecordedNext":"vpc-1","Status":"Available"}');
        expect((await records()).map(({ status, body }) => `${String(status)} ${String(body)}`)).to.deep.equal([
            '200 {"RecordedNext":"vpc-1","Status":"Pending"}',
            '200 {"RecordedNext":"vpc-1","Status":"Available"}',
            '200 {"RecordedNext":"vpc-1","Status":"Available","More":1}',
            '400 {"RecordedNext":"vpc-1","Status":"Available"}',
        ]);
    });

    it("has which parameters an action asks for, whether they are there or not", async () => {
        await serve();
        const input = noteReading("vpc", "RecordedAction", { RegionId: "x", Unread: "y" });
        expect(Object.entries(input)).to.deep.equal([
            ["RegionId", "x"],
            ["Unread", "y"],
        ]);
        expect([input.RegionId, input.RegionId, input.Colour]).to.deep.equal(["x", "x", undefined]);
        expect(await records()).to.deep.equal([
            { service: "vpc", action: "RecordedAction", parameterRead: "RegionId" },
            { service: "vpc", action: "RecordedAction", parameterRead: "Colour" },
        ]);
    });

    it("has what a policy allows, and what was asked of one, by the kind of resource", async () => {
        await serve();
        const gateways = "arn:aws:ec2:*:1:recorded-gateway/*";
        const allow = { Effect: "Allow", Action: ["ec2:Recorded", "ec2:Other"], Resource: [gateways, "*"] };
        const deny = { Effect: "Deny", Action: "ec2:Denied", Resource: "*" };
        recordGrants(readPolicy("aws", { Version: "2012-10-17", Statement: [allow, deny] }));
        for (const id of ["vgw-1", "vgw-2"]) {
            const resource = `arn:aws:ec2:eu-west-1:1:recorded-gateway/${id}`;
            recordDemand({ action: "ec2:Recorded", resource, keys: new Map() });
        }
        expect(await records()).to.deep.equal([
            { granted: "ec2:Recorded", of: "recorded-gateway" },
            { granted: "ec2:Recorded", of: "*" },
            { granted: "ec2:Other", of: "recorded-gateway" },
            { granted: "ec2:Other", of: "*" },
            { demanded: "ec2:Recorded", of: "recorded-gateway" },
        ]);
    });

    it("is none where no folder is named", async () => {
        process.env[variable] = "";
        await serve();
        await ask(200, "{}");
        expect(noteReading("vpc", "Other", { RegionId: "x" }).RegionId).to.equal("x");
        expect(await records()).to.deep.equal([]);
    });
});
