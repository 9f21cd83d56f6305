import { Agent, request, type IncomingMessage } from "node:http";
import { once } from "node:events";

export interface Sent {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string | Buffer;
}

export interface Received {
    status: number;
    contentType: string;
    body: string;
}

/** One connection for many requests, whose methods, headers and bodies may be what no client would send. */
export class Exchange {
    private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

    constructor(private readonly url: string) {}

    async send({ method, path, headers, body }: Sent): Promise<Received> {
        const bytes = Buffer.from(body);
        const { hostname, port } = new URL(this.url);
        const sending = request({
            agent: this.agent,
            hostname,
            port,
            method,
            path,
            headers: { ...headers, "content-length": String(bytes.length) },
        });
        sending.end(bytes);
        const [response] = (await once(sending, "response")) as [IncomingMessage];
        const chunks: Buffer[] = [];
        for await (const chunk of response) {
            chunks.push(chunk as Buffer);
        }
        return {
            status: response.statusCode ?? 0,
            contentType: response.headers["content-type"] ?? "",
            body: Buffer.concat(chunks).toString(),
        };
    }

    close(): void {
        this.agent.destroy();
    }
}
