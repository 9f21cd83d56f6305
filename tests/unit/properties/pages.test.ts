import { expect } from "chai";
import fc from "fast-check";

import { BrokenAnswer } from "../../../provider/clouds/brokenAnswer";
import { everyNumberedPage, everyTokenPage, mostPages, pageSize } from "../../../provider/clouds/pages";
import { anyValue, manyRuns } from "../../support/randomValues";

/** What a reading of pages ended with, after how many calls. */
async function ending<Item>(
    read: (count: () => void) => Promise<Item[]>,
): Promise<{ items: Item[] | undefined; calls: number }> {
    let calls = 0;
    const count = (): void => {
        calls += 1;
    };
    try {
        return { items: await read(count), calls };
    } catch (error) {
        expect(error).to.be.an.instanceOf(BrokenAnswer);
        return { items: undefined, calls };
    }
}

function numbered(length: number): number[] {
    return Array.from({ length }, (_none, index) => index);
}

describe("the pages of a list, whatever the cloud answers", function () {
    this.timeout(60_000);

    it("are read whole, by number, with a total or without, on pages that are full or not", async () => {
        const list = fc.record({ length: fc.nat({ max: 400 }), size: fc.integer({ min: 10, max: pageSize }) });
        await fc.assert(
            fc.asyncProperty(list, fc.boolean(), async ({ length, size }, counts) => {
                const all = numbered(length);
                const ofPage = counts ? size : pageSize;
                const items = await everyNumberedPage((page) =>
                    Promise.resolve({
                        items: all.slice((page - 1) * ofPage, page * ofPage),
                        total: counts ? length : undefined,
                    }),
                );
                return items.join() === all.join();
            }),
            manyRuns,
        );
    });

    it("end by number, whatever totals and pages come", async () => {
        const page = fc.record({ length: fc.constantFrom(0, 1, pageSize, pageSize, 80), total: anyValue });
        await fc.assert(
            fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 4 }), async (pages) => {
                let at = 0;
                const { calls } = await ending((count) =>
                    everyNumberedPage(() => {
                        count();
                        const { length = 0, total } = pages[at++ % pages.length] ?? {};
                        return Promise.resolve({ items: numbered(length), total });
                    }),
                );
                return calls <= mostPages;
            }),
            manyRuns,
        );
    });

    it("are read whole, by token, in the order of the tokens", async () => {
        const tokens = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 });
        await fc.assert(
            fc.asyncProperty(tokens, async (named) => {
                const order = [undefined, ...named];
                const seen = await everyTokenPage((token) =>
                    Promise.resolve({ items: [token], nextToken: order[order.indexOf(token) + 1] }),
                );
                return seen.join("\n") === order.join("\n");
            }),
            manyRuns,
        );
    });

    it("end by token, whatever tokens come, and never leave a page out without a word", async () => {
        await fc.assert(
            fc.asyncProperty(fc.array(anyValue, { minLength: 1, maxLength: 5 }), async (tokens) => {
                let at = 0;
                const { items, calls } = await ending((count) =>
                    everyTokenPage(() => {
                        count();
                        return Promise.resolve({ items: [at], nextToken: tokens[at++ % tokens.length] });
                    }),
                );
                const end = tokens.findIndex((token) => token === null || token === "");
                return calls <= mostPages && (items === undefined || items.length === end + 1);
            }),
            manyRuns,
        );
    });
});
