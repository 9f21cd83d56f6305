import { backendConfigurationHandler } from "../provider/backendConfiguration/handler";
import { pageSize } from "../provider/clouds/pages";
import { nextLookMilliseconds } from "../provider/waiting/pace";
import type { BorderRouter } from "../simulator/world/alibabaState";
import { closeWires, openBench } from "../tests/faults/handlers/bench";
import type { Bench } from "./bench";

const counts = [10, 100, 1000];
/** As long as the backend works. */
const waitSeconds = 300;
/** Within which staggered waits begin. */
const staggeredOverSeconds = 240;
/** VBRs that the account may see, and those of its own: each of their pages is a call. */
const listsOfLook = 2;

interface Outcome {
    calls: number;
    /** How often the list of VBRs was read. */
    readings: number;
    /** From the end of the backend's work to the end of the last wait. */
    lagSeconds: number;
}

/** So many VBRs, for each of which a resource of one process waits, in front of the simulator's wire. */
async function waitForMany(count: number, beginsAtSeconds: (index: number) => number): Promise<Outcome> {
    // That one is counted by the real clock.
    const quotas = { alibabaCallsPerMinute: Infinity };
    const bench = await openBench({ durations: { backendConfiguration: waitSeconds }, quotas });
    const { world, ids, context } = bench;
    const { borderRouters } = world.alibaba;
    const original = borderRouters.get(ids.vbrId);
    const vbrIds = [ids.vbrId, ...Array.from({ length: count - 1 }, (_, index) => `${ids.vbrId}${index}`)];
    for (const vbrId of vbrIds.slice(1)) {
        // Whatever the backend does to the one befalls them all.
        borderRouters.set(vbrId, Object.create(original ?? null, { vbrId: { value: vbrId } }) as BorderRouter);
    }
    let calls = 0;
    let pages = 0;
    // The log forgets its oldest.
    world.watchers.add({
        arrived({ action }) {
            calls += 1;
            pages += action === "DescribeVirtualBorderRouters" ? 1 : 0;
        },
    });
    const beganAt = context.clock.now();
    try {
        await Promise.all(
            vbrIds.map(async (vbrId, index) => {
                const beginsAt = beginsAtSeconds(index);
                if (beginsAt > 0) {
                    await context.clock.sleep(beginsAt * 1000);
                }
                await backendConfigurationHandler.create({ vbrId }, context);
            }),
        );
        return {
            calls,
            readings: pages / listsOfLook / pagesOf(count),
            lagSeconds: (context.clock.now() - beganAt) / 1000 - waitSeconds,
        };
    } finally {
        bench.close();
    }
}

function pagesOf(count: number): number {
    return Math.ceil(count / pageSize);
}

/** How often the youngest wait looks, from its first look until there is a younger one, or the backend has finished; by the shortest pauses. */
function looksOfYoungest(count: number): number {
    let looks = 0;
    for (let index = 0; index < count; index++) {
        const beginsAt = (index / count) * staggeredOverSeconds;
        const isYoungestUntil = index === count - 1 ? waitSeconds : ((index + 1) / count) * staggeredOverSeconds;
        let waitedMilliseconds = 0;
        do {
            looks += 1;
            waitedMilliseconds += nextLookMilliseconds(waitedMilliseconds, 0, () => 1);
        } while (beginsAt + waitedMilliseconds / 1000 < isYoungestUntil);
    }
    // The one that finds it finished.
    return looks + 1;
}

export const coalescing: Bench = {
    name: "coalescing",
    says: "coalescing: the calls of many waits in one process, as multiples of those of one wait; a page holds 50; and what is read, as a multiple of what the youngest alone would read",
    async run(report) {
        const one = await waitForMany(1, () => 0);
        for (const count of counts) {
            const name = `coalescing/${count}`;
            const times = (value: number): { value: number; unit: string } => ({ value, unit: "x" });
            const together = await waitForMany(count, () => 0);
            report({
                name: `${name} together`,
                ...times(together.calls / one.calls),
                bar: { atMost: 1.2 * pagesOf(count) },
            });
            const staggered = await waitForMany(count, (index) => (index / count) * staggeredOverSeconds);
            report({ name: `${name} over ${staggeredOverSeconds} s`, ...times(staggered.calls / one.calls) });
            report({
                name: `${name} over ${staggeredOverSeconds} s, readings`,
                ...times(staggered.readings / looksOfYoungest(count)),
                // An older one may ask between two looks of the youngest now and then.
                bar: { atMost: 1.05 },
            });
            report({
                name: `${name} over ${staggeredOverSeconds} s, lag`,
                value: staggered.lagSeconds,
                unit: "s",
                bar: { atMost: 30 },
            });
            report({ name: `${name} with a poll each`, ...times(count) });
        }
        await closeWires();
    },
};
