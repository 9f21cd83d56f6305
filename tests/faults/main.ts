// Runs the matrices of kills and faults; what `npm run test:faults` has compiled and given an engine.
import type { Batch, CellResult } from "./cell";
import { choiceFrom, chosenOf, type Choice } from "./choice";
import { engineBatches } from "./engine/batches";
import { handlerBatches } from "./handlers/batches";
import { closeWires } from "./handlers/bench";
import { healthyLife } from "./kill/life";
import { killBatches } from "./kill/plans";
import { failureLine, hasFailed, summaryOf, tableOf } from "./report";

/** Without a terminal each is a line of the log. */
const progressEveryMilliseconds = 15_000;

interface Part {
    matrix: CellResult["matrix"];
    list: () => Promise<Batch[]>;
    /** How many stacks at once. */
    jobs: number;
    /** Of the sample's number of cells. */
    share: number;
}

function partsOf({ jobs }: Choice): Part[] {
    return [
        // In virtual time and in this process: one after the other is as fast.
        { matrix: "fault", list: () => Promise.resolve(handlerBatches()), jobs: 1, share: 1 },
        { matrix: "fault", list: () => Promise.resolve(engineBatches()), jobs, share: 0.25 },
        { matrix: "kill", list: async () => killBatches(await healthyLife()), jobs, share: 1 },
    ];
}

async function main(): Promise<number> {
    const choice = choiceFrom(process.argv.slice(2));
    const results: CellResult[] = [];
    for (const { matrix, list, jobs, share } of partsOf(choice)) {
        if (choice.matrix === undefined || choice.matrix === matrix) {
            const sample = choice.sample === undefined ? undefined : choice.sample * share;
            const batches = chosenOf(await list(), { ...choice, sample });
            results.push(...(await runAll(batches, jobs)));
        }
    }
    await closeWires();
    process.stdout.write(`${tableOf(results)}\n${JSON.stringify(summaryOf(results))}\n`);
    return results.length > 0 && !results.some(hasFailed) ? 0 : 1;
}

async function runAll(batches: readonly Batch[], jobs: number): Promise<CellResult[]> {
    const startedAt = Date.now();
    const results: CellResult[] = [];
    const total = batches.reduce((sum, { cells }) => sum + cells, 0);
    const progress = (): void => {
        const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
        const failed = results.filter(hasFailed).length;
        process.stdout.write(`${results.length} of ${total} cells, ${failed} failed, ${minutes} min\n`);
    };
    const timer = setInterval(progress, progressEveryMilliseconds);
    const waiting = [...batches];
    const work = async (): Promise<void> => {
        for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
            const done = await batch.run();
            results.push(...done);
            process.stdout.write(
                done
                    .filter(hasFailed)
                    .map((result) => `${failureLine(result)}\n`)
                    .join(""),
            );
        }
    };
    try {
        await Promise.all(Array.from({ length: jobs }, work));
    } finally {
        clearInterval(timer);
    }
    progress();
    return results;
}

main().then(
    (exitCode) => {
        process.exit(exitCode);
    },
    (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
    },
);
