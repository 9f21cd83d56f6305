export interface Page<Item> {
    items: Item[];
    nextToken: string | undefined;
}

/**
 * One page of a list in the order of its IDs: what appears or goes between two calls neither repeats nor hides anything
 * else. The token is opaque to clients and belongs to one list; undefined means that it is none of this list's.
 */
export function pageOf<Item>(
    list: string,
    items: readonly Item[],
    idOf: (item: Item) => string,
    size: number,
    token: string | undefined,
): Page<Item> | undefined {
    const after = token === undefined ? "" : lastIdOf(list, token);
    if (after === undefined) {
        return undefined;
    }
    const rest = items.filter((item) => idOf(item) > after).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    const page = rest.slice(0, size);
    const last = page.at(-1);
    const nextToken = last !== undefined && rest.length > page.length ? tokenOf(list, idOf(last)) : undefined;
    return { items: page, nextToken };
}

function tokenOf(list: string, id: string): string {
    return Buffer.from(JSON.stringify([list, id])).toString("base64url");
}

function lastIdOf(list: string, token: string): string | undefined {
    const text = Buffer.from(token, "base64url").toString();
    const [, ofList, id] = /^\["([^"\\]*)","([^"\\]+)"\]$/.exec(text) ?? [];
    return ofList === list ? id : undefined;
}
