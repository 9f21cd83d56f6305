import { backendConfigurationHandler } from "../provider/backendConfiguration/handler";
import type { BorderRouter } from "../simulator/world/alibabaState";
import { closeWires, openBench } from "../tests/faults/handlers/bench";
import type { Bench, Row } from "./bench";

const counts = [1, 10, 100, 1000];
/** As long as the backend works. */
const waitSeconds = 300;
/** Within which staggered waits begin. */
const staggeredOverSeconds = 240;

interface Outcome {
    calls: number;
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
        return { calls: world.log.length, lagSeconds: (context.clock.now() - beganAt) / 1000 - waitSeconds };
    } finally {
        bench.close();
    }
}

export const coalescing: Bench = {
    name: "coalescing",
    says: "coalescing: the calls of many waits in one process, as multiples of those of one wait; a page holds 50",
    async run(report) {
        const one = await waitForMany(1, () => 0);
        const rowOf = (name: string, { calls }: Outcome): Omit<Row, "bar"> => ({
            name: `coalescing/${name}`,
            value: calls / one.calls,
            unit: "x",
        });
        for (const count of counts.slice(1)) {
            const together = await waitForMany(count, () => 0);
            report({ ...rowOf(`${count} together`, together), ...(count <= 50 && { bar: { atMost: 1.2 } }) });
            const staggered = await waitForMany(count, (index) => (index / count) * staggeredOverSeconds);
            report(rowOf(`${count} over ${staggeredOverSeconds} s`, staggered));
            report({
                name: `coalescing/${count} over ${staggeredOverSeconds} s, lag`,
                value: staggered.lagSeconds,
                unit: "s",
                bar: { atMost: 30 },
            });
            report({ name: `coalescing/${count} with a poll each`, value: count, unit: "x" });
        }
        await closeWires();
    },
};
