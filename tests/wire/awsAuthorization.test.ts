import { expect } from "chai";

import { formHeaders, jsonHeaders, signed, type Service } from "./awsRequest";
import { startAwsServer, type AwsServer } from "./awsServer";
import { Exchange, type Sent } from "./exchange";

const asked = {
    directconnect: { headers: jsonHeaders("DescribeConnections"), body: "{}" },
    ec2: { headers: formHeaders, body: "Action=DescribeVpcs&Version=2016-11-15" },
    sts: { headers: formHeaders, body: "Action=GetCallerIdentity&Version=2011-06-15" },
};

/** In each protocol's own words. */
type Refusals = Record<Service, string>;

describe("the Authorization header of the AWS wire", () => {
    let server: AwsServer;
    let exchange: Exchange;
    let now: number;

    beforeEach(async () => {
        now = Date.now();
        server = await startAwsServer({}, () => now);
        exchange = new Exchange(server.url);
    });

    afterEach(async () => {
        exchange.close();
        await server.close();
    });

    async function outcomeOf(sent: Sent): Promise<string> {
        const { status, body } = await exchange.send(sent);
        const [code, message] = body.startsWith("<")
            ? [/<Code>(.*?)<\/Code>/.exec(body)?.[1], /<Message>(.*?)<\/Message>/s.exec(body)?.[1]]
            : ["__type", "message"].map((name) => (JSON.parse(body) as Record<string, string>)[name]);
        return code === undefined ? String(status) : `${status} ${code}: ${message?.replaceAll("&apos;", "'") ?? ""}`;
    }

    /** What each service says to a request whose headers are changed after they were signed. */
    async function refusals(change: (headers: Record<string, string>) => Record<string, string>): Promise<Refusals> {
        const outcomes: Refusals = { directconnect: "", ec2: "", sts: "" };
        for (const service of Object.keys(outcomes) as Service[]) {
            const request = await signed(server.url, service, asked[service]);
            outcomes[service] = await outcomeOf({ ...request, headers: change({ ...request.headers }) });
        }
        return outcomes;
    }

    const authorized =
        (pattern: RegExp | string, replacement: string) =>
        ({ authorization = "", ...headers }: Record<string, string>): Record<string, string> => ({
            ...headers,
            authorization: authorization.replace(pattern, replacement),
        });

    it("is needed", async () => {
        expect(await refusals(({ authorization: _none, ...headers }) => headers)).to.deep.equal({
            directconnect: "400 MissingAuthenticationTokenException: Missing Authentication Token",
            ec2: "403 MissingAuthenticationToken: The request must contain valid credentials.",
            sts: "403 MissingAuthenticationToken: Request is missing Authentication Token",
        });
    });

    it("is of SigV4, with all of its parts and a date beside it", async () => {
        const incomplete = (text: string): Refusals => ({
            directconnect: `400 IncompleteSignatureException: ${text}`,
            ec2: "400 IncompleteSignature: The request signature does not conform to AWS standards.",
            sts: `400 IncompleteSignature: ${text}`,
        });
        const bearer = ({ "x-amz-date": _date, ...headers }: Record<string, string>): Record<string, string> => ({
            ...headers,
            authorization: "Bearer x",
        });
        expect(await refusals(bearer)).to.deep.equal(
            incomplete(
                "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=Bearer x",
            ),
        );
        const withoutTerminator = await refusals(authorized("/aws4_request", ""));
        expect(withoutTerminator.directconnect).to.match(
            /^400 IncompleteSignatureException: Credential must have exactly 5 slash-delimited elements, e\.g\. keyid\/date\/region\/service\/term, got 'AKIAOWN\/\d{8}\/ap-southeast-1\/directconnect'$/,
        );
        const withoutSignature = await refusals(authorized(/, Signature=.*/, ""));
        expect(withoutSignature.sts).to.match(
            /^400 IncompleteSignature: Authorization header requires 'Signature' parameter\. Authorization=AWS4-HMAC-SHA256 Credential=AKIAOWN\//,
        );
        for (const date of ["Wed, 25 Nov 2026 12:00:00 GMT", "20261399T999999Z"]) {
            expect(await refusals((headers) => ({ ...headers, "x-amz-date": date }))).to.deep.equal(
                incomplete(`Date must be in ISO-8601 'basic format'. Got '${date}'.`),
            );
        }
    });

    it("is scoped to the service, a region and the day", async () => {
        const ofService = await refusals(authorized(/\/(directconnect|ec2|sts)\//, "/s3/"));
        expect(ofService).to.deep.equal({
            directconnect:
                "400 InvalidSignatureException: Credential should be scoped to correct service: 'directconnect'.",
            ec2: "401 AuthFailure: AWS was not able to validate the provided access credentials",
            sts: "403 SignatureDoesNotMatch: Credential should be scoped to correct service: 'sts'.",
        });
        const ofRegion = await refusals(authorized("/ap-southeast-1/", "/mars/"));
        expect(ofRegion.directconnect).to.equal(
            "400 InvalidSignatureException: Credential should be scoped to a valid region, not 'mars'.",
        );
        const ofTerminator = await refusals(authorized("aws4_request", "aws5_request"));
        expect(ofTerminator.sts).to.equal(
            "403 SignatureDoesNotMatch: Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'.",
        );
        const ofDay = await refusals(authorized(/\/\d{8}\//, "/20200101/"));
        expect(ofDay.directconnect).to.match(
            /^400 InvalidSignatureException: Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20200101' != '(\d{8})', from '\1T\d{6}Z'\.$/,
        );
    });

    it("signs the host and every x-amz header", async () => {
        const unsignedHost = await refusals(authorized(/host;/, ""));
        expect(unsignedHost).to.deep.equal({
            directconnect:
                "400 InvalidSignatureException: 'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
            ec2: "401 AuthFailure: AWS was not able to validate the provided access credentials",
            sts: "403 SignatureDoesNotMatch: 'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
        });
        const added = await refusals((headers) => ({ ...headers, "x-amz-expires": "60" }));
        expect(added.directconnect).to.equal(
            "400 InvalidSignatureException: 'x-amz-expires' must be a 'SignedHeader' in the AWS Authorization.",
        );
        const inherited = await refusals(authorized("SignedHeaders=", "SignedHeaders=__proto__;"));
        expect(inherited.directconnect).to.match(/^400 InvalidSignatureException: The request signature we calculated/);
    });

    it("is worth nothing for another host, or with a hash that belies the body", async () => {
        const mismatch = /^400 InvalidSignatureException: The request signature we calculated does not match/;
        const elsewhere = await refusals((headers) => ({ ...headers, host: "example.com" }));
        expect(elsewhere.directconnect).to.match(mismatch);
        const belied = await refusals((headers) => ({ ...headers, "x-amz-content-sha256": "0".repeat(64) }));
        expect(belied.directconnect).to.match(mismatch);
    });

    it("is good for 5 minutes around its date, and for 15 at EC2", async () => {
        const at = (milliseconds: number): string =>
            `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
        for (const [minutes, accepted] of [
            [-16, []],
            [-14, ["ec2"]],
            [-4, ["directconnect", "ec2", "sts"]],
            [4, ["directconnect", "ec2", "sts"]],
            [14, ["ec2"]],
            [16, []],
        ] as const) {
            now = Date.now() + minutes * 60_000;
            const outcomes = Object.entries(await refusals((headers) => headers));
            expect(outcomes.filter(([, outcome]) => outcome === "200").map(([service]) => service)).to.deep.equal(
                accepted,
                `${minutes} minutes`,
            );
        }
        const signedAt = Math.floor(Date.now() / 1000) * 1000;
        now = signedAt + 3_600_000;
        const late = await outcomeOf(await signed(server.url, "directconnect", asked.directconnect, signedAt));
        expect(late).to.equal(
            `400 InvalidSignatureException: Signature expired: ${at(signedAt)} is now earlier than ${at(now - 300_000)} (${at(now)} - 5 min.)`,
        );
        now = signedAt - 3_600_000;
        const early = await outcomeOf(await signed(server.url, "sts", asked.sts, signedAt));
        expect(early).to.equal(
            `403 SignatureDoesNotMatch: Signature not yet current: ${at(signedAt)} is still later than ${at(now + 300_000)} (${at(now)} + 5 min.)`,
        );
        expect(await outcomeOf(await signed(server.url, "ec2", asked.ec2, signedAt))).to.equal(
            "400 RequestExpired: Request has expired.",
        );
    });
});
