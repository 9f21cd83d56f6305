// Runs the matrices of kills and faults; what `npm run test:faults` has compiled and given an engine.
import type { Batch, CellResult } from "./cell";
import { choiceFrom, chosenOf } from "./choice";
import { healthyLife } from "./kill/life";
import { killBatches } from "./kill/plans";
import { failureLine, hasFailed, summaryOf, tableOf } from "./report";

/** Without a terminal each is a line of the log. */
const progressEveryMilliseconds = 15_000;

async function main(): Promise<number> {
    const choice = choiceFrom(process.argv.slice(2));
    const matrices: Record<CellResult["matrix"], () => Promise<Batch[]>> = {
        kill: async () => killBatches(await healthyLife()),
        fault: () => Promise.resolve([]),
    };
    const wanted = Object.entries(matrices).filter(([name]) => choice.matrix === undefined || name === choice.matrix);
    const batches = (await Promise.all(wanted.map(([, list]) => list()))).flatMap((list) => chosenOf(list, choice));
    const results = await runAll(batches, choice.jobs);
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
