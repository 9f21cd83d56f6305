import { BrokenAnswer } from "./brokenAnswer";
import { numberOf, textOf } from "./values";

/** Far more than any list of a link has: one that goes on and on must not hold a wait up. */
export const mostPages = 100;

/** What both vendors' numbered lists take at most. */
export const pageSize = 50;

export interface NumberedPage<Item> {
    items: Item[];
    /** How many there are in all, where the answer tells. */
    total: unknown;
}

/** Every page of a numbered list, as one snapshot: where the list grew or shrank in between, it is read anew. */
export async function everyNumberedPage<Item>(
    read: (pageNumber: number) => Promise<NumberedPage<Item>>,
): Promise<Item[]> {
    let items: Item[] = [];
    let total: number | undefined;
    let pageNumber = 1;
    for (let calls = 0; calls < mostPages; calls++) {
        const page = await read(pageNumber);
        const counted = numberOf(page.total);
        if (pageNumber > 1 && counted !== total) {
            [items, pageNumber] = [[], 1];
            continue;
        }
        total = counted;
        items.push(...page.items);
        const isShort = page.items.length < pageSize;
        if (items.length === total || page.items.length === 0 || (isShort && items.length > (total ?? 0))) {
            return items;
        }
        pageNumber += 1;
    }
    throw new BrokenAnswer(`the list has no end, or changed all the time, over ${mostPages} pages`);
}

export interface TokenPage<Item> {
    items: Item[];
    /** Empty, or not there, on the last page. */
    nextToken: unknown;
}

/** Every page of a list that each page's token leads on. A token that was there before would lead in a circle. */
export async function everyTokenPage<Item>(
    read: (token: string | undefined) => Promise<TokenPage<Item>>,
): Promise<Item[]> {
    const items: Item[] = [];
    const seen = new Set<string | undefined>();
    let token: string | undefined;
    do {
        if (seen.has(token)) {
            throw new BrokenAnswer("the list repeats its page token");
        }
        if (seen.size === mostPages) {
            throw new BrokenAnswer(`the list has no end over ${mostPages} pages`);
        }
        seen.add(token);
        const page = await read(token);
        items.push(...page.items);
        token = tokenOf(page.nextToken);
    } while (token !== undefined);
    return items;
}

function tokenOf(value: unknown): string | undefined {
    if (value === undefined || value === null || value === "") {
        return undefined;
    }
    const token = textOf(value);
    if (token === "") {
        throw new BrokenAnswer("the page token is no text");
    }
    return token;
}
