import { createHash, createHmac, randomUUID } from "node:crypto";

import { ownKey, region } from "./alibabaServer";

/** Both signing versions by hand, as the vendor describes them: so that the simulator is judged by something else than a client. */

export interface Signed {
    method: "GET" | "POST";
    url: string;
    headers: Record<string, string>;
    body: string;
}

export interface SigningOptions {
    date?: string;
    nonce?: string;
    accessKeyId?: string;
    secret?: string;
    action?: string;
    version?: string;
    query?: Record<string, string>;
    method?: "GET" | "POST";
}

/** "2026-01-01T00:00:00Z" */
export function dateText(milliseconds = Date.now()): string {
    return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function encode(text: string): string {
    return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** In the order of the names: a value takes no part in it. */
function canonicalQuery(query: Record<string, string>): string {
    return Object.keys(query)
        .sort()
        .map((key) => `${encode(key)}=${encode(query[key] ?? "")}`)
        .join("&");
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** ACS3-HMAC-SHA256: action and version in headers, parameters in the query. */
export function signByHeader(url: string, options: SigningOptions = {}): Signed {
    const query = options.query ?? { RegionId: region };
    const body = "";
    const headers: Record<string, string> = {
        host: new URL(url).host,
        "x-acs-action": options.action ?? "DescribeVpcs",
        "x-acs-content-sha256": sha256(body),
        "x-acs-date": options.date ?? dateText(),
        "x-acs-signature-nonce": options.nonce ?? randomUUID(),
        "x-acs-version": options.version ?? "2016-04-28",
    };
    const names = Object.keys(headers).join(";");
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
    const method = options.method ?? "POST";
    const canonical = [method, "/", canonicalQuery(query), lines.join(""), names, sha256(body)].join("\n");
    const signature = createHmac("sha256", options.secret ?? ownKey.accessKeySecret)
        .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
        .digest("hex");
    const credential = options.accessKeyId ?? ownKey.accessKeyId;
    const authorization = `ACS3-HMAC-SHA256 Credential=${credential},SignedHeaders=${names},Signature=${signature}`;
    return { method, url: `${url}/?${canonicalQuery(query)}`, headers: { ...headers, authorization }, body };
}

/** Signature version 1.0, HMAC-SHA1: everything is a parameter, in a POST here half in the query and half in the form. */
export function signByParameters(url: string, options: SigningOptions = {}): Signed {
    const inQuery: Record<string, string> = {
        Action: options.action ?? "DescribeVpcs",
        Version: options.version ?? "2016-04-28",
        Format: "JSON",
        AccessKeyId: options.accessKeyId ?? ownKey.accessKeyId,
        SignatureMethod: "HMAC-SHA1",
        SignatureVersion: "1.0",
        SignatureNonce: options.nonce ?? randomUUID(),
        Timestamp: options.date ?? dateText(),
    };
    const inForm = options.query ?? { RegionId: region };
    const method = options.method ?? "POST";
    const toSign = `${method}&${encode("/")}&${encode(canonicalQuery({ ...inQuery, ...inForm }))}`;
    const Signature = createHmac("sha1", `${options.secret ?? ownKey.accessKeySecret}&`)
        .update(toSign)
        .digest("base64");
    if (method === "GET") {
        return {
            method,
            url: `${url}/?${canonicalQuery({ ...inQuery, ...inForm, Signature })}`,
            headers: {},
            body: "",
        };
    }
    return {
        method,
        url: `${url}/?${canonicalQuery({ ...inQuery, Signature })}`,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: canonicalQuery(inForm),
    };
}

/** `status code: message`, or `200`. */
export async function send({ method, url, headers, body }: Signed): Promise<string> {
    const response = await fetch(url, { method, headers, ...(method === "POST" && { body }) });
    const { Code, Message } = (await response.json()) as { Code?: string; Message?: string };
    return Code === undefined ? String(response.status) : `${response.status} ${Code}: ${Message ?? ""}`;
}
