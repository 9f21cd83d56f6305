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

/** Signs the request again with the secret of its key, and compares. The date follows the real clock, not the world's. */
export async function verifySignature(
    request: IncomingMessage,
    body: Buffer,
    keys: KeyStore,
): Promise<Verified | Refusal> {
    const parts =
        /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
            request.headers.authorization ?? "",
        );
    if (parts === null) {
        return "missing";
    }
    const [, accessKeyId = "", region = "", service = "", signedHeaders = "", signature = ""] = parts;
    const key = keys.find(accessKeyId);
    if (key === undefined) {
        return "unknown key";
    }
    const signedAt = dateOf(request.headers["x-amz-date"]);
    if (signedAt === undefined || Math.abs(keys.now() - signedAt.getTime()) > toleranceMilliseconds) {
        return "skewed";
    }
    if (key.sessionToken !== request.headers["x-amz-security-token"]) {
        return "wrong token";
    }
    if (keys.isExpired(key)) {
        return "expired token";
    }
    const url = new URL(request.url ?? "/", "http://localhost");
    const signer = new SignatureV4({
        credentials: {
            accessKeyId,
            secretAccessKey: key.secret,
            ...(key.sessionToken && { sessionToken: key.sessionToken }),
        },
        region,
        service,
        sha256: Sha256,
    });
    const headers = Object.fromEntries(
        signedHeaders.split(";").map((name) => [name, String(request.headers[name] ?? "")]),
    );
    const signed = await signer.sign(
        {
            method: request.method ?? "POST",
            protocol: "http:",
            hostname: url.hostname,
            path: url.pathname,
            query: Object.fromEntries(url.searchParams),
            headers,
            body,
        },
        { signingDate: signedAt, signableHeaders: new Set(signedHeaders.split(";")) },
    );
    const expected = /Signature=([0-9a-f]{64})$/.exec(signed.headers.authorization ?? "")?.[1] ?? "";
    const same = expected.length === signature.length && timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
    return same ? { caller: { ...key.caller, region } } : "wrong signature";
}

/** "20260101T000000Z" */
function dateOf(header: string | string[] | undefined): Date | undefined {
    const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(header));
    return parts === null ? undefined : new Date(`${parts.slice(1, 4).join("-")}T${parts.slice(4, 7).join(":")}Z`);
}
