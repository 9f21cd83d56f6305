import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

import type { AccessKey, KeyStore } from "../keys";
import { CloudError } from "../world/cloudError";
import type { Caller } from "../world/world";

/** The documented tolerance of both signing versions. */
const toleranceMilliseconds = 15 * 60 * 1000;

const incomplete = new CloudError("IncompleteSignature", "The request signature does not conform to Aliyun standards.");

const mismatch = new CloudError(
    "SignatureDoesNotMatch",
    "Specified signature is not matched with our calculation. Please check your signature algorithm and AccessKey Secret.",
);

/** RFC 3986, as both signing versions encode. */
function encode(text: string): string {
    return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** In the order of the names alone: `Id.1=x` comes before `Id.10=x`, although `=` comes after `0`. */
function canonicalQuery(parameters: Iterable<[string, string]>): string {
    return [...parameters]
        .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
        .map(([key, value]) => `${encode(key)}=${encode(value)}`)
        .join("&");
}

function requireSame(expected: string, given: string): void {
    const [one, other] = [Buffer.from(expected), Buffer.from(given)];
    if (one.length !== other.length || !timingSafeEqual(one, other)) {
        throw mismatch;
    }
}

/** A nonce counts once, by the real clock and for as long as its date would pass. */
export class Nonces {
    private readonly seen = new Map<string, number>();

    use(nonce: string, now: number): void {
        this.forgetBefore(now - toleranceMilliseconds);
        // However long a nonce is, it takes up little.
        const hash = createHash("sha256").update(nonce).digest("base64");
        if (this.seen.has(hash)) {
            throw new CloudError("SignatureNonceUsed", "Specified signature nonce was used already.");
        }
        this.seen.set(hash, now);
    }

    /** The oldest stand first. */
    private forgetBefore(time: number): void {
        for (const [hash, at] of this.seen) {
            if (at >= time) {
                return;
            }
            this.seen.delete(hash);
        }
    }
}

/** Verifies either signing version, and answers whom the key stands for. */
export function verifySignature(
    request: IncomingMessage,
    body: Buffer,
    parameters: URLSearchParams,
    keys: KeyStore,
    nonces: Nonces,
): Caller {
    return request.headers.authorization === undefined
        ? verifyParameters(request, parameters, keys, nonces)
        : verifyHeader(request, body, keys, nonces);
}

/** ACS3-HMAC-SHA256: the signature lies in the Authorization header. */
function verifyHeader(request: IncomingMessage, body: Buffer, keys: KeyStore, nonces: Nonces): Caller {
    const [, accessKeyId = "", signedHeaders = "", signature = ""] =
        /^ACS3-HMAC-SHA256 Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]+)$/.exec(
            request.headers.authorization ?? "",
        ) ?? [];
    const names = signedHeaders.split(";");
    // "Every header that begins with x-acs-, and host, take part": what is not signed could be another's.
    const toBeSigned = Object.keys(request.headers).filter((name) => name === "host" || name.startsWith("x-acs-"));
    if (toBeSigned.some((name) => !names.includes(name))) {
        throw incomplete;
    }
    const nonce = headerOf(request, "x-acs-signature-nonce");
    if (nonce === undefined) {
        throw missing("SignatureNonce");
    }
    const key = findKey(accessKeyId, headerOf(request, "x-acs-security-token"), keys);
    requireFresh(headerOf(request, "x-acs-date"), keys);
    const payloadHash = createHash("sha256").update(body).digest("hex");
    if ((headerOf(request, "x-acs-content-sha256") ?? payloadHash) !== payloadHash) {
        throw mismatch;
    }
    const [path, query] = (request.url ?? "/").split(/\?(.*)/s);
    const canonical = [
        request.method,
        path,
        canonicalQuery(new URLSearchParams(query)),
        ...names.map((name) => `${name}:${(headerOf(request, name) ?? "").trim()}`),
        "",
        signedHeaders,
        payloadHash,
    ].join("\n");
    const toSign = `ACS3-HMAC-SHA256\n${createHash("sha256").update(canonical).digest("hex")}`;
    requireSame(createHmac("sha256", key.secret).update(toSign).digest("hex"), signature);
    nonces.use(nonce, keys.now());
    return key.caller;
}

/** Signature version 1.0: HMAC-SHA1 over all parameters of query and form. */
function verifyParameters(
    request: IncomingMessage,
    parameters: URLSearchParams,
    keys: KeyStore,
    nonces: Nonces,
): Caller {
    for (const name of [
        "AccessKeyId",
        "Signature",
        "SignatureMethod",
        "SignatureNonce",
        "SignatureVersion",
        "Timestamp",
    ]) {
        if (parameters.get(name) === null || parameters.get(name) === "") {
            throw missing(name);
        }
    }
    if (parameters.get("SignatureMethod") !== "HMAC-SHA1" || parameters.get("SignatureVersion") !== "1.0") {
        throw new CloudError("InvalidSignatureMethod", "Specified signature method is not supported.");
    }
    const key = findKey(parameters.get("AccessKeyId") ?? "", parameters.get("SecurityToken") ?? undefined, keys);
    requireFresh(parameters.get("Timestamp") ?? undefined, keys);
    const signed = [...parameters].filter(([name]) => name !== "Signature");
    const toSign = `${request.method ?? "GET"}&${encode("/")}&${encode(canonicalQuery(signed))}`;
    requireSame(
        createHmac("sha1", `${key.secret}&`).update(toSign).digest("base64"),
        parameters.get("Signature") ?? "",
    );
    nonces.use(parameters.get("SignatureNonce") ?? "", keys.now());
    return key.caller;
}

function missing(name: string): CloudError {
    return new CloudError(`Missing${name}`, `${name} is mandatory for this action.`);
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
    const value = Object.hasOwn(request.headers, name) ? request.headers[name] : undefined;
    return Array.isArray(value) ? value.join(",") : value;
}

function findKey(accessKeyId: string, token: string | undefined, keys: KeyStore): AccessKey {
    const key = keys.find(accessKeyId);
    if (key?.caller.cloud !== "alibaba") {
        throw new CloudError("InvalidAccessKeyId.NotFound", "Specified access key is not found.", 404);
    }
    if (key.sessionToken !== undefined && token === undefined) {
        throw missing("SecurityToken");
    }
    if (key.sessionToken !== token) {
        throw new CloudError(
            "InvalidSecurityToken.MismatchWithAccessKey",
            "Specified SecurityToken is mismatched with the AccessKey.",
            403,
        );
    }
    if (keys.isExpired(key)) {
        throw new CloudError("InvalidSecurityToken.Expired", "Specified SecurityToken is expired.", 403);
    }
    return key;
}

/** Since about 2018; an older gateway said IllegalTimestamp of the same (aliyun/aliyun-openapi-python-sdk#41, jeessy2/ddns-go#1291). */
function requireFresh(date: string | undefined, keys: KeyStore): void {
    if (date === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date)) {
        throw new CloudError("InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
    }
    if (!(Math.abs(keys.now() - Date.parse(date)) <= toleranceMilliseconds)) {
        throw new CloudError("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }
}
