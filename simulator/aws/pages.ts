import type { CloudError } from "../world/cloudError";

/** One page of a list. The token is opaque to clients; a made-up one is refused. */
export function pageOf<Item>(
    items: readonly Item[],
    size: number,
    token: string | undefined,
    invalidToken: () => CloudError,
): { page: Item[]; nextToken: string | undefined } {
    const start = token === undefined ? 0 : startOf(token, items.length, invalidToken);
    const end = start + size;
    return {
        page: items.slice(start, end),
        nextToken: end < items.length ? Buffer.from(`from:${end}`).toString("base64url") : undefined,
    };
}

function startOf(token: string, length: number, invalidToken: () => CloudError): number {
    const start = /^from:(\d+)$/.exec(Buffer.from(token, "base64url").toString())?.[1];
    if (start === undefined || Number(start) > length) {
        throw invalidToken();
    }
    return Number(start);
}
