import { SignatureV4 } from "@smithy/signature-v4";
import { createHash, createHmac, type BinaryLike } from "node:crypto";

import { region } from "./awsServer";

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

export type Service = "directconnect" | "ec2" | "sts";

export interface Asked {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
}

/** A request with a right signature, and whatever else no client would send. */
export async function send(
    serverUrl: string,
    service: Service,
    { method = "POST", path = "/", headers = {}, body = "" }: Asked,
): Promise<Response> {
    const signer = new SignatureV4({
        credentials: { accessKeyId: "AKIAOWN", secretAccessKey: "own-secret" },
        region,
        service,
        sha256: Sha256,
    });
    const url = new URL(path, serverUrl);
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

export function jsonHeaders(action: string, contentType = "application/x-amz-json-1.1"): Record<string, string> {
    return { "content-type": contentType, "x-amz-target": `OvertureService.${action}` };
}

/** A form of the query protocols. */
export function formOf(body: string): Asked {
    return { headers: { "content-type": "application/x-www-form-urlencoded" }, body };
}
