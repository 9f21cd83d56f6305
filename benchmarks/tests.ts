import { readFileSync } from "node:fs";
import path from "node:path";

import type { Bench } from "./bench";

const times = path.join(__dirname, "..", "tests", "times.json");

/** What a whole `npm test` leaves. */
interface TestTimes {
    beganAt: string;
    seconds: number;
    passed: number;
    failed: number;
    levelSeconds: Record<string, number>;
    slowest: { level: string; title: string; seconds: number }[];
}

function lastTimes(): TestTimes | undefined {
    try {
        return JSON.parse(readFileSync(times, "utf8")) as TestTimes;
    } catch {
        return undefined;
    }
}

export const tests: Bench = {
    name: "tests",
    says: "tests: the last whole npm test in this folder, once it has installed, compiled and found an engine",
    run(report) {
        const last = lastTimes();
        if (last === undefined) {
            throw new Error("No whole npm test has run in this folder. Run npm test, and then this.");
        }
        report({ name: "tests", value: last.seconds / 60, unit: "min", bar: { atMost: 6 } });
        report({ name: "tests/passed", value: last.passed, unit: "tests" });
        for (const [level, seconds] of Object.entries(last.levelSeconds)) {
            report({ name: `tests/level ${level}`, value: seconds, unit: "s" });
        }
        for (const { level, title, seconds } of last.slowest) {
            report({ name: `tests/slowest, ${level}: ${title}`, value: seconds, unit: "s" });
        }
        return Promise.resolve();
    },
};
