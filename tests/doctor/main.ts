// What `npm run test:doctor` has compiled: sets every cause up, alone and in pairs, and demands that the doctor names it.
import { parseArgs } from "node:util";

import { causeNames, type CauseName } from "../../provider/diagnosis/causes/names";
import { closeWires } from "../faults/handlers/bench";
import { caseOfCause, caseOfPair, healthyCases, type Case } from "./cases";
import { everyPairOf, nameOfPair, pairsOf } from "./pairs";
import { setups } from "./setups/index";

const usage = "npm run test:doctor -- [--seed NUMBER] [--every-pair] [--only TEXT] [--without CAUSE]";

/** What the issue of this test demands; fewer would be another test. */
const leastCauses = 45;
const leastPairs = 60;

interface Choice {
    seed: number;
    everyPair: boolean;
    only: string;
    without: CauseName | undefined;
}

function choiceFrom(args: string[]): Choice {
    const text = { type: "string" } as const;
    const options = { seed: text, "every-pair": { type: "boolean" }, only: text, without: text } as const;
    const { values } = parseArgs({ args, options });
    const seed = Number(values.seed ?? 1);
    const without = causeNames.find((name) => name === values.without);
    if (!Number.isSafeInteger(seed) || seed < 1 || (values.without !== undefined && without === undefined)) {
        throw new Error(`--seed must be a whole number from 1 on, --without the name of a cause. Write: ${usage}`);
    }
    return { seed, everyPair: values["every-pair"] === true, only: values.only ?? "", without };
}

async function main(): Promise<number> {
    const choice = choiceFrom(process.argv.slice(2));
    const pairs = choice.everyPair ? everyPairOf(setups) : pairsOf(setups, choice.seed);
    const failed = [
        await runAll("healthy links and scenarios", healthyCases(), choice),
        await runAll("set-ups of one cause", setups.map(caseOfCause), choice),
        await runAll("set-ups of two causes", pairs.map(caseOfPair), choice),
    ].reduce((sum, each) => sum + each);
    await closeWires();
    const causes = new Set(setups.map(({ cause }) => cause)).size;
    const pairsOfCauses = new Set(pairs.map(nameOfPair)).size;
    const isWhole = choice.only === "" && causes >= leastCauses && pairsOfCauses >= leastPairs;
    if (failed > 0 || !isWhole) {
        process.stdout.write(`doctor: ${failed} failed${isWhole ? "" : ", of a part of the causes and pairs"}\n`);
        return failed > 0 || choice.only === "" ? 1 : 0;
    }
    process.stdout.write(`doctor: ${causes} causes, ${pairsOfCauses} pairs\n`);
    return 0;
}

/** One after the other, in virtual time; answers how many failed. */
async function runAll(what: string, cases: readonly Case[], { only, without }: Choice): Promise<number> {
    const startedAt = Date.now();
    const chosen = cases.filter(({ name }) => name.includes(only));
    let failed = 0;
    for (const { name, run } of chosen) {
        const problem = await run(without).catch((error: unknown) =>
            error instanceof Error ? error.message : String(error),
        );
        if (problem !== undefined) {
            failed += 1;
            process.stdout.write(`FAILED ${name} | ${problem}\n`);
        }
    }
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    process.stdout.write(`${what}: ${chosen.length - failed} of ${chosen.length} in ${seconds} s\n`);
    return failed;
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
