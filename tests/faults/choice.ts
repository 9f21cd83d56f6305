import { parseArgs } from "node:util";

import type { Batch } from "./cell";

/** Which cells to run, as the command's options say. */
export interface Choice {
    matrix?: string;
    /** At least so many cells of each matrix, drawn by the seed; undefined: all. */
    sample?: number;
    seed: number;
    /** This part of so many. */
    shard: { part: number; parts: number };
    /** How many stacks at once. */
    jobs: number;
}

const usage = "npm run test:faults -- [--matrix kill|fault] [--sample CELLS] [--seed NUMBER] [--shard 1/4] [--jobs N]";

export function choiceFrom(values: string[]): Choice {
    const text = { type: "string" } as const;
    const options = { matrix: text, sample: text, seed: text, shard: text, jobs: text };
    let given;
    try {
        given = parseArgs({ args: values, options }).values;
    } catch (error) {
        throw new Error(`${(error as Error).message.split(". ")[0]?.replace(/\.$/, "") ?? ""}. Write: ${usage}`, {
            cause: error,
        });
    }
    const { matrix, sample, seed = "1", shard = "1/1", jobs = "4" } = given;
    const [part, parts, ...more] = shard.split("/").map((number) => wholeNumber("shard", number));
    if (part === undefined || parts === undefined || more.length > 0) {
        throw new Error(`--shard is "${shard}"; it must be a part of so many, such as 1/4. Write: ${usage}`);
    }
    if (part > parts) {
        throw new Error(`--shard is "${shard}"; the part must be one of 1 to ${parts}. Write: ${usage}`);
    }
    if (matrix !== undefined && !["kill", "fault"].includes(matrix)) {
        throw new Error(`--matrix is "${matrix}"; it must be kill or fault. Write: ${usage}`);
    }
    return {
        matrix,
        sample: sample === undefined ? undefined : wholeNumber("sample", sample),
        seed: wholeNumber("seed", seed),
        shard: { part, parts },
        jobs: wholeNumber("jobs", jobs),
    };
}

function wholeNumber(option: string, text: string): number {
    if (!/^[1-9]\d{0,8}$/.test(text)) {
        throw new Error(`--${option} has "${text}"; it must be a whole number from 1 on. Write: ${usage}`);
    }
    return Number(text);
}

/** The batches of the shard, of each matrix at least the sample's number of cells. */
export function chosenOf(batches: readonly Batch[], { sample, seed, shard }: Choice): Batch[] {
    const drawn = sample === undefined ? [...batches] : sampleOf(batches, sample, seed);
    return drawn.filter((_, index) => index % shard.parts === shard.part - 1);
}

function sampleOf(batches: readonly Batch[], cells: number, seed: number): Batch[] {
    let left = cells;
    return shuffled(batches, seed).filter((batch) => {
        const isWanted = left > 0;
        left -= isWanted ? batch.cells : 0;
        return isWanted;
    });
}

/** The same order for the same seed, on every machine (Fisher and Yates; the numbers are Park and Miller's "minimal standard"). */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
    let state = seed;
    const below = (bound: number): number => {
        state = (state * 48_271) % 2_147_483_647;
        return state % bound;
    };
    const result: Item[] = [];
    for (const item of items) {
        const place = below(result.length + 1);
        result.push(item);
        [result[result.length - 1], result[place]] = [result[place] as Item, item];
    }
    return result;
}
