import { DescribeConnectionsCommand, DirectConnectClient } from "@aws-sdk/client-direct-connect";
import { DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { expect } from "chai";
import { createHash, createHmac } from "node:crypto";

import { refusalCodeOf, refusalOf, region, startAwsServer, type AwsServer } from "./awsServer";

/** SigV4 by hand, as the vendor describes it: so that the simulator's own signer is judged by something else. */
function sign(url: string, body: string, { service = "directconnect", date = new Date(), hashInHeader = false }) {
    const longDate = `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
    const shortDate = longDate.slice(0, 8);
    const hash = createHash("sha256").update(body).digest("hex");
    const headers: Record<string, string> = {
        "content-type": "application/x-amz-json-1.1",
        host: new URL(url).host,
        ...(hashInHeader && { "x-amz-content-sha256": hash }),
        "x-amz-date": longDate,
        "x-amz-target": "OvertureService.DescribeConnections",
    };
    const names = Object.keys(headers).join(";");
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
    const canonical = ["POST", "/", "", lines.join(""), names, hash].join("\n");
    const scope = `${shortDate}/${region}/${service}/aws4_request`;
    const canonicalHash = createHash("sha256").update(canonical).digest("hex");
    const key = [shortDate, region, service, "aws4_request"].reduce<string | Buffer>(
        (secret, part) => createHmac("sha256", secret).update(part).digest(),
        "AWS4own-secret",
    );
    const signature = createHmac("sha256", key)
        .update(["AWS4-HMAC-SHA256", longDate, scope, canonicalHash].join("\n"))
        .digest("hex");
    const authorization = `AWS4-HMAC-SHA256 Credential=AKIAOWN/${scope}, SignedHeaders=${names}, Signature=${signature}`;
    return { ...headers, authorization };
}

describe("signatures of the AWS wire", () => {
    let server: AwsServer;

    beforeEach(async () => {
        server = await startAwsServer();
    });

    afterEach(() => server.close());

    async function post(headers: Record<string, string>, body: string): Promise<string> {
        const response = await fetch(server.url, { method: "POST", headers, body });
        const answer = (await response.json()) as { __type?: string };
        return `${response.status} ${answer.__type ?? "ok"}`;
    }

    const callsOf = (options: Parameters<AwsServer["settings"]>[0]): Promise<unknown>[] => [
        new DirectConnectClient(server.settings(options)).send(new DescribeConnectionsCommand()),
        new EC2Client(server.settings(options)).send(new DescribeVpcsCommand()),
        new STSClient(server.settings(options)).send(new GetCallerIdentityCommand()),
    ];

    it("takes the hash of the body in a header, as Node.js signs, and without one, as Python and Go do", async () => {
        expect(await post(sign(server.url, "{}", { hashInHeader: true }), "{}")).to.equal("200 ok");
        expect(await post(sign(server.url, "{}", { hashInHeader: false }), "{}")).to.equal("200 ok");
    });

    it("refuses a body that was changed after it was signed, whether its hash is in a header or not", async () => {
        const changed = '{"maxResults":1}';
        for (const hashInHeader of [true, false]) {
            expect(await post(sign(server.url, "{}", { hashInHeader }), changed)).to.equal(
                "400 InvalidSignatureException",
            );
        }
    });

    it("refuses a header that was changed after it was signed", async () => {
        const headers = { ...sign(server.url, "{}", {}), "x-amz-target": "OvertureService.DescribeVirtualInterfaces" };
        expect(await post(headers, "{}")).to.equal("400 InvalidSignatureException");
    });

    it("refuses a signature made for another service", async () => {
        expect(await post(sign(server.url, "{}", { service: "ec2" }), "{}")).to.equal("400 InvalidSignatureException");
    });

    it("takes a date 4 minutes off by the real clock, and refuses one 6 minutes off, whatever the world's clock says", async () => {
        server.clock.advance(7 * 24 * 3600);
        for (const [minutes, outcome] of [
            [-6, "400 InvalidSignatureException"],
            [-4, "200 ok"],
            [4, "200 ok"],
            [6, "400 InvalidSignatureException"],
        ] as const) {
            const date = new Date(Date.now() + minutes * 60_000);
            expect(await post(sign(server.url, "{}", { date }), "{}"), `${minutes} minutes`).to.equal(outcome);
        }
    });

    it("refuses half of a signature", async () => {
        const { authorization, ...unsigned } = sign(server.url, "{}", {});
        const half = authorization.slice(0, -10);
        expect(await post({ ...unsigned, authorization: half }, "{}")).to.equal("400 InvalidSignatureException");
    });

    it("refuses a wrong secret and an unknown key with each protocol's own code", async () => {
        const wrong = await Promise.all(callsOf({ secretAccessKey: "guessed" }).map(refusalCodeOf));
        expect(wrong).to.deep.equal(["InvalidSignatureException 400", "AuthFailure 401", "SignatureDoesNotMatch 403"]);
        const unknown = await Promise.all(callsOf({ accessKeyId: "AKIANOBODY" }).map(refusalCodeOf));
        expect(unknown).to.deep.equal([
            "UnrecognizedClientException 400",
            "AuthFailure 401",
            "InvalidClientTokenId 403",
        ]);
        expect(server.world.log).to.deep.equal([]);
    });

    for (const [ec2WrongSignature, refusal] of [
        ["AuthFailure", "AuthFailure 401: AWS was not able to validate the provided access credentials"],
        [
            "SignatureDoesNotMatch",
            "SignatureDoesNotMatch 403: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
        ],
    ] as const) {
        it(`refuses a wrong secret at EC2 as the guess says: ${ec2WrongSignature}`, async () => {
            server.world.guesses.ec2WrongSignature = ec2WrongSignature;
            const ec2 = new EC2Client(server.settings({ secretAccessKey: "guessed" }));
            expect(await refusalOf(ec2.send(new DescribeVpcsCommand()))).to.equal(refusal);
        });
    }

    it("refuses a key of the other cloud", async () => {
        const caller = {
            cloud: "alibaba" as const,
            accountId: "1",
            region,
            arn: "acs:ram::1:user/x",
            accessKeyId: "LTAI1",
        };
        server.keys.add({ accessKeyId: "LTAI1", secret: "secret", caller });
        const codes = await Promise.all(callsOf({ accessKeyId: "LTAI1" }).map(refusalCodeOf));
        expect(codes).to.deep.equal(["UnrecognizedClientException 400", "AuthFailure 401", "InvalidClientTokenId 403"]);
    });
});

describe("sessions of the AWS wire", () => {
    let server: AwsServer;
    let skewMilliseconds = 0;

    beforeEach(async () => {
        skewMilliseconds = 0;
        server = await startAwsServer({}, () => Date.now() + skewMilliseconds);
    });

    afterEach(() => server.close());

    async function assume() {
        const { Credentials: credentials, AssumedRoleUser: user } = await server.sts.send(
            new AssumeRoleCommand({
                RoleArn: "arn:aws:iam::123456789012:role/deploy",
                RoleSessionName: "ci",
                DurationSeconds: 900,
            }),
        );
        return {
            user,
            accessKeyId: credentials?.AccessKeyId ?? "",
            secretAccessKey: credentials?.SecretAccessKey ?? "",
            sessionToken: credentials?.SessionToken ?? "",
            expiration: credentials?.Expiration,
        };
    }

    it("hands out temporary keys that work, with the role's identity", async () => {
        const session = await assume();
        expect(session.user?.Arn).to.equal("arn:aws:sts::123456789012:assumed-role/deploy/ci");
        expect(session.expiration).to.be.instanceOf(Date);
        const sts = new STSClient(server.settings(session));
        const { Account, Arn } = await sts.send(new GetCallerIdentityCommand());
        expect({ Account, Arn }).to.deep.equal({ Account: "123456789012", Arn: session.user?.Arn });
    });

    it("refuses temporary keys without their token, with another one, and after their end", async () => {
        const session = await assume();
        const identityWith = (options: object): Promise<unknown> =>
            new STSClient(server.settings({ ...session, ...options })).send(new GetCallerIdentityCommand());
        expect(await refusalCodeOf(identityWith({ sessionToken: undefined }))).to.equal("InvalidClientTokenId 403");
        expect(await refusalCodeOf(identityWith({ sessionToken: "another" }))).to.equal("InvalidClientTokenId 403");

        const stored = server.keys.find(session.accessKeyId);
        expect(stored?.expiresAt).to.equal(session.expiration?.getTime());
        if (stored !== undefined) {
            stored.expiresAt = Date.now() - 1;
        }
        expect(await refusalOfEach(session)).to.deep.equal([
            "ExpiredTokenException 400",
            "RequestExpired 400",
            "ExpiredToken 403",
        ]);
    });

    const refusalOfEach = (session: object): Promise<string[]> =>
        Promise.all(
            [
                new DirectConnectClient(server.settings(session)).send(new DescribeConnectionsCommand()),
                new EC2Client(server.settings(session)).send(new DescribeVpcsCommand()),
                new STSClient(server.settings(session)).send(new GetCallerIdentityCommand()),
            ].map(refusalCodeOf),
        );

    it("refuses a client whose clock is an hour off, in each protocol's own words", async () => {
        skewMilliseconds = 3600_000;
        expect(await refusalOfEach({})).to.deep.equal([
            "InvalidSignatureException 400",
            "RequestExpired 400",
            "SignatureDoesNotMatch 403",
        ]);
    });
});
