import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived: the query or the form or the JSON of the body, in one record. */
export interface WireRequest {
    action: string;
    fields: Record<string, unknown>;
    headers: IncomingMessage["headers"];
}

export interface WireAnswer {
    status?: number;
    /** A text is sent as it is. */
    body: object | string;
}

export interface FakeWire {
    url: string;
    requests: WireRequest[];
    close(): Promise<void>;
}

/** A server on loopback that answers what a test tells it: for what no simulated cloud says, such as pages that change underfoot. */
export async function fakeWire(answer: (request: WireRequest, count: number) => WireAnswer): Promise<FakeWire> {
    const requests: WireRequest[] = [];
    const server = createServer((incoming, response) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => {
            const request = parse(incoming, Buffer.concat(chunks).toString());
            requests.push(request);
            const { status = 200, body } = answer(request, requests.length);
            const text = typeof body === "string" ? body : JSON.stringify(withRequestId(request, body));
            response.writeHead(status, { "content-type": "application/json" }).end(text);
        });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        requests,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            }),
    };
}

/** Every answer of Alibaba Cloud has one. */
function withRequestId({ headers }: WireRequest, body: object): object {
    return headers["x-acs-action"] === undefined ? body : { RequestId: "R", ...body };
}

function parse({ url = "/", headers }: IncomingMessage, body: string): WireRequest {
    const query = Object.fromEntries(new URL(url, "http://loopback").searchParams);
    const target = headers["x-acs-action"] ?? headers["x-amz-target"];
    const isJson = body.startsWith("{");
    return {
        action: String(target ?? "").replace(/^.*\./, ""),
        fields: {
            ...query,
            ...(isJson ? (JSON.parse(body) as object) : Object.fromEntries(new URLSearchParams(body))),
        },
        headers,
    };
}
