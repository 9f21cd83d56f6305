import { SignatureV4 } from "@smithy/signature-v4";
import { createHash, createHmac, type BinaryLike } from "node:crypto";

import { region } from "./awsServer";
import type { Sent } from "./exchange";

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
export async function signed(
    serverUrl: string,
    service: Service,
    { method = "POST", path = "/", headers = {}, body = "" }: Asked,
    signedAt = Date.now(),
): Promise<Sent> {
    const signer = new SignatureV4({
        credentials: { accessKeyId: "AKIAOWN", secretAccessKey: "own-secret" },
        region,
        service,
        sha256: Sha256,
    });
    const url = new URL(path, serverUrl);
    const request = await signer.sign(
        {
            method,
            protocol: "http:",
            hostname: url.hostname,
            path: url.pathname,
            query: Object.fromEntries(url.searchParams),
            headers: { host: url.host, ...headers },
            body,
        },
        { signingDate: new Date(signedAt) },
    );
    return { method, path: url.pathname + url.search, headers: request.headers, body };
}

export async function send(serverUrl: string, service: Service, asked: Asked): Promise<Response> {
    const { method, path, headers, body } = await signed(serverUrl, service, asked);
    const { host: _host, ...rest } = headers;
    return fetch(new URL(path, serverUrl), { method, headers: rest, body: method === "GET" ? undefined : body });
}

export function jsonHeaders(action: string, contentType = "application/x-amz-json-1.1"): Record<string, string> {
    return { "content-type": contentType, "x-amz-target": `OvertureService.${action}` };
}

export const formHeaders = { "content-type": "application/x-www-form-urlencoded" };

/** A form of the query protocols. */
export function formOf(body: string): Asked {
    return { headers: formHeaders, body };
}
