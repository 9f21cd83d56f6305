import { createHash, createHmac, timingSafeEqual, type BinaryLike } from "node:crypto";
import type { IncomingMessage } from "node:http";

import { SignatureV4 } from "@smithy/signature-v4";

import type { KeyStore } from "../keys";
import type { Caller } from "../world/world";

/** Why a signature was refused; each protocol has its own code for it. */
export type Refusal = "missing" | "unknown key" | "wrong signature" | "skewed" | "wrong token" | "expired token";

export interface Verified {
    caller: Caller;
}

/** The documented tolerance of SigV4. */
const toleranceMilliseconds = 5 * 60 * 1000;

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

interface Authorization {
    accessKeyId: string;
    date: string;
    region: string;
    service: string;
    signedHeaders: string[];
    signature: string;
}

/**
 * Signs the request again with the secret of its key, and compares. The date follows the real clock, not the world's.
 * `service` is the one that the request is for: a signature made for another one is worth nothing.
 */
export async function verifySignature(
    request: IncomingMessage,
    body: Buffer,
    service: string,
    keys: KeyStore,
): Promise<Verified | Refusal> {
    const authorization = parseAuthorization(request.headers.authorization);
    if (authorization === undefined) {
        return "missing";
    }
    const key = keys.find(authorization.accessKeyId);
    if (key?.caller.cloud !== "aws") {
        return "unknown key";
    }
    const dateHeader = String(request.headers["x-amz-date"]);
    const signedAt = dateOf(dateHeader);
    if (signedAt === undefined || Math.abs(keys.now() - signedAt.getTime()) > toleranceMilliseconds) {
        return "skewed";
    }
    if (key.sessionToken !== request.headers["x-amz-security-token"]) {
        return "wrong token";
    }
    if (
        authorization.service !== service ||
        authorization.date !== dateHeader.slice(0, 8) ||
        !authorization.signedHeaders.includes("host")
    ) {
        return "wrong signature";
    }
    const expected = await signatureOf(request, body, authorization, key.secret, signedAt);
    if (!timingSafeEqual(Buffer.from(expected), Buffer.from(authorization.signature))) {
        return "wrong signature";
    }
    return keys.isExpired(key) ? "expired token" : { caller: { ...key.caller, region: authorization.region } };
}

function parseAuthorization(header: string | undefined): Authorization | undefined {
    const [, accessKeyId, date, region, service, signedHeaders, signature] =
        /^AWS4-HMAC-SHA256 +Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request, *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/.exec(
            header ?? "",
        ) ?? [];
    return accessKeyId && date && region && service && signedHeaders && signature
        ? { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(";"), signature }
        : undefined;
}

/** Node.js SDKs send and sign the hash of the body, others put it into the signature alone. */
const hashHeader = "x-amz-content-sha256";

async function signatureOf(
    request: IncomingMessage,
    body: Buffer,
    { accessKeyId, region, service, signedHeaders }: Authorization,
    secret: string,
    signingDate: Date,
): Promise<string> {
    const signer = new SignatureV4({
        credentials: { accessKeyId, secretAccessKey: secret },
        region,
        service,
        sha256: Sha256,
        applyChecksum: signedHeaders.includes(hashHeader),
    });
    // Left out, the hash is taken anew from the body: one that belies the body then gives another signature.
    const headers = signedHeaders
        .filter((name) => name !== hashHeader)
        .map((name): [string, string] => [name, String(request.headers[name] ?? "")]);
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
        { signingDate, signableHeaders: new Set(signedHeaders) },
    );
    return /Signature=([0-9a-f]{64})$/.exec(signed.headers.authorization ?? "")?.[1] ?? "".padEnd(64);
}

/** "20260101T000000Z" */
function dateOf(header: string): Date | undefined {
    const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(header);
    return parts === null ? undefined : new Date(`${parts.slice(1, 4).join("-")}T${parts.slice(4, 7).join(":")}Z`);
}
