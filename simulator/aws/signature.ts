import { createHash, createHmac, timingSafeEqual, type BinaryLike } from "node:crypto";
import type { IncomingMessage } from "node:http";

import { SignatureV4 } from "@smithy/signature-v4";

import type { KeyStore } from "../keys";
import type { Caller } from "../world/world";
import { longDateOf, parseAuthorization, type Authorization } from "./authorization";
import { Refusal, refused } from "./refusal";

/** The one that a request is for. */
export interface SigningService {
    /** Its name in the scope of a signature: one made for another service is worth nothing. */
    signingName: string;
    /** How far a request's date may be from the real clock, not the world's. */
    toleranceMinutes: number;
}

class Sha256 {
    private readonly hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;

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

const invalidToken = refused("unknown key", "The security token included in the request is invalid.");

/** Signs the request again with the secret of its key, and compares. */
export async function verifySignature(
    request: IncomingMessage,
    body: Buffer,
    service: SigningService,
    keys: KeyStore,
): Promise<Caller | Refusal> {
    const authorization = parseAuthorization(request.headers);
    if (authorization instanceof Refusal) {
        return authorization;
    }
    const key = keys.find(authorization.accessKeyId);
    if (key?.caller.cloud !== "aws") {
        return invalidToken;
    }
    if (key.sessionToken !== request.headers["x-amz-security-token"]) {
        return refused("wrong token", invalidToken.message);
    }
    const refusal =
        refusalOfScope(authorization, service) ??
        refusalOfHeaders(request, authorization) ??
        refusalOfDate(authorization, service, keys.now()) ??
        (await refusalOfSignature(request, body, authorization, key.secret));
    if (refusal !== undefined) {
        return refusal;
    }
    return keys.isExpired(key)
        ? refused("expired token", "The security token included in the request is expired")
        : { ...key.caller, region: authorization.region };
}

/** The IAM guide, "Troubleshoot Signature Version 4 signing", has these texts. */
function refusalOfScope(
    { date, region, service, terminator, longDate }: Authorization,
    { signingName }: SigningService,
): Refusal | undefined {
    if (!/^[a-z]{2}(-[a-z]+)+-\d+$/.test(region)) {
        return refused("wrong scope", `Credential should be scoped to a valid region, not '${region}'.`);
    }
    if (service !== signingName) {
        return refused("wrong scope", `Credential should be scoped to correct service: '${signingName}'.`);
    }
    if (terminator !== "aws4_request") {
        return refused(
            "wrong scope",
            `Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator}'.`,
        );
    }
    return date === longDate.slice(0, 8)
        ? undefined
        : refused(
              "wrong scope",
              `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${longDate.slice(0, 8)}', from '${longDate}'.`,
          );
}

/**
 * The IAM guide, "Create a signed AWS API request": the host and every x-amz-* header take part. The first text is documented by
 * users (aws/aws-sdk-php#2469), that of the others is made after it (a guess).
 */
function refusalOfHeaders({ headers }: IncomingMessage, { signedHeaders }: Authorization): Refusal | undefined {
    const unsigned = Object.keys(headers).find(
        (name) => (name === "host" || name.startsWith("x-amz-")) && !signedHeaders.includes(name),
    );
    const shown = unsigned === "host" ? "'Host' or ':authority'" : `'${unsigned ?? ""}'`;
    return unsigned === undefined
        ? undefined
        : refused("wrong signature", `${shown} must be a 'SignedHeader' in the AWS Authorization.`);
}

/** In the words of kinesis, DynamoDB and others (aws/aws-sdk-js#573, s12v/awsbeats#48). */
function refusalOfDate(
    { signedAt, longDate }: Authorization,
    { toleranceMinutes: minutes }: SigningService,
    now: number,
): Refusal | undefined {
    const tolerance = minutes * 60_000;
    if (signedAt.getTime() < now - tolerance) {
        const limit = `${longDateOf(now - tolerance)} (${longDateOf(now)} - ${minutes} min.)`;
        return refused("skewed", `Signature expired: ${longDate} is now earlier than ${limit}`);
    }
    if (signedAt.getTime() > now + tolerance) {
        const limit = `${longDateOf(now + tolerance)} (${longDateOf(now)} + ${minutes} min.)`;
        return refused("skewed", `Signature not yet current: ${longDate} is still later than ${limit}`);
    }
    return undefined;
}

/** Node.js SDKs send and sign the hash of the body, others put it into the signature alone. */
const hashHeader = "x-amz-content-sha256";

async function refusalOfSignature(
    request: IncomingMessage,
    body: Buffer,
    authorization: Authorization,
    secret: string,
): Promise<Refusal | undefined> {
    const given = request.headers[hashHeader];
    const belied = given !== undefined && given !== createHash("sha256").update(body).digest("hex");
    const { signedHeaders, signature } = authorization;
    const expected = Buffer.from(await signedAgain(request, body, authorization, secret));
    const actual = Buffer.from(`SignedHeaders=${signedHeaders.join(";")}, Signature=${signature}`);
    if (!belied && expected.length === actual.length && timingSafeEqual(expected, actual)) {
        return undefined;
    }
    return refused(
        "wrong signature",
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    );
}

/** The end of the header as it should be: a signed header that is not there, or named twice, gives another list. */
async function signedAgain(
    request: IncomingMessage,
    body: Buffer,
    { accessKeyId, region, service, signedHeaders, signedAt }: Authorization,
    secret: string,
): Promise<string> {
    const signer = new SignatureV4({
        credentials: { accessKeyId, secretAccessKey: secret },
        region,
        service,
        sha256: Sha256,
        applyChecksum: signedHeaders.includes(hashHeader),
    });
    // The signer takes the hash anew from the body.
    const headers = signedHeaders
        .filter((name) => name !== hashHeader && Object.hasOwn(request.headers, name))
        .map((name): [string, string] => [name, String(request.headers[name])]);
    const [path = "/", query = ""] = (request.url ?? "/").split(/\?(.*)/s);
    const parameters = new URLSearchParams(query);
    const signed = await signer.sign(
        {
            method: request.method ?? "POST",
            protocol: "http:",
            hostname: "",
            path,
            query: Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)])),
            headers: Object.fromEntries(headers),
            body,
        },
        { signingDate: signedAt, signableHeaders: new Set(signedHeaders) },
    );
    return /SignedHeaders=.*$/.exec(signed.headers.authorization ?? "")?.[0] ?? "";
}
