import type { IncomingMessage } from "node:http";

/** Far above what any request of these services needs. */
const limitBytes = 1024 * 1024;

/** What is longer is read to its end, so that its client hears the refusal; of what is longer than this the connection is closed. */
const longestHeardBytes = 64 * 1024 * 1024;

/** The whole body; undefined if it is larger than any of these services takes. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request) {
        size += (chunk as Buffer).length;
        if (size <= limitBytes) {
            chunks.push(chunk as Buffer);
        }
        if (size > longestHeardBytes) {
            throw new Error("The request body has no end.");
        }
    }
    return size > limitBytes ? undefined : Buffer.concat(chunks);
}
