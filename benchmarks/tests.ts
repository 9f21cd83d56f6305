import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";

import { startSimulator } from "../simulator/server";
import { compiledAt } from "../tests/harness/project";
import { makeStack } from "../tests/harness/stack";
import type { Bench } from "./bench";
import { processorTime } from "./processorTime";
import { succeeded } from "./succeeded";

const times = path.join(__dirname, "..", "tests", "times.json");

/** What a whole `npm test` leaves. */
interface TestTimes {
    beganAt: string;
    seconds: number;
    passed: number;
    failed: number;
    levels: { level: string; seconds: number; passed: number }[];
    slowest: { level: string; title: string; seconds: number }[];
}

/** Each test of it runs a command of the engine at least. */
const engineLevel = "e2e";
const previews = 5;

function lastTimes(): TestTimes | undefined {
    try {
        return JSON.parse(readFileSync(times, "utf8")) as TestTimes;
    } catch {
        return undefined;
    }
}

/** The processors' seconds of the least command: a preview of one resource that is up and asks no cloud. */
async function leastCommand(): Promise<number | undefined> {
    const simulator = await startSimulator();
    const stack = await makeStack(simulator, compiledAt("bench", "benchmarks/programs/oneResource.js"));
    try {
        await stack.setConfig("vbrId", simulator.description.world.vbrId ?? "");
        succeeded(await stack.up());
        const before = processorTime();
        for (let run = 0; run < previews; run++) {
            succeeded(await stack.preview());
        }
        const after = processorTime();
        return before && after && (after.below - before.below) / previews;
    } finally {
        await simulator.close();
        await stack.remove();
    }
}

export const tests: Bench = {
    name: "tests",
    says: "tests: the last whole npm test in this folder, once it has installed, compiled and found an engine; beside the least command of the engine for each test",
    async run(report) {
        const last = lastTimes();
        if (last === undefined) {
            throw new Error("No whole npm test has run in this folder. Run npm test, and then this.");
        }
        report({ name: "tests", value: last.seconds / 60, unit: "min", bar: { atMost: 6 } });
        report({ name: "tests/passed", value: last.passed, unit: "tests" });
        for (const { level, seconds } of last.levels) {
            report({ name: `tests/level ${level}`, value: seconds, unit: "s" });
        }
        const seconds = await leastCommand();
        if (seconds !== undefined) {
            report({ name: "tests/the least command, on all cores together", value: seconds, unit: "s" });
            report({ name: "tests/floor: it once for each test", value: floorOf(last, seconds) / 60, unit: "min" });
        }
        for (const { level, title, seconds } of last.slowest) {
            report({ name: `tests/slowest, ${level}: ${title}`, value: seconds, unit: "s" });
        }
    },
};

/** In seconds: the other levels as they ran, and for each test on the engine the least command, with no core ever idle. */
function floorOf({ levels }: TestTimes, secondsOfCommand: number): number {
    return levels.reduce(
        (sum, { level, seconds, passed }) =>
            sum + (level === engineLevel ? (passed * secondsOfCommand) / availableParallelism() : seconds),
        0,
    );
}
