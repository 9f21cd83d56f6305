import { isDeepStrictEqual } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";

/** Leaves the line of a step. */
export function show(step: string, found: Record<string, unknown>): void {
    console.log(JSON.stringify({ step, ...found }));
}

const lookEveryMilliseconds = 100;
const waitLimitMilliseconds = 60_000;

/** Looks until what it sees will do. */
export async function wait<Seen>(
    subject: string,
    look: () => Promise<Seen>,
    willDo: (seen: Seen) => boolean,
): Promise<Seen> {
    const began = Date.now();
    for (;;) {
        const seen = await look();
        if (willDo(seen)) {
            return seen;
        }
        if (Date.now() - began > waitLimitMilliseconds) {
            throw new Error(`${subject}: still ${JSON.stringify(seen)} after ${waitLimitMilliseconds} ms`);
        }
        await sleep(lookEveryMilliseconds);
    }
}

export function waitFor<Seen>(subject: string, look: () => Promise<Seen>, wanted: Seen): Promise<Seen> {
    return wait(subject, look, (seen) => isDeepStrictEqual(seen, wanted));
}

/** The first of a list that must not be empty. */
export function first<Item>(items: Item[] | undefined): Item {
    const [item] = items ?? [];
    if (item === undefined) {
        throw new Error("An answer has an empty list.");
    }
    return item;
}
