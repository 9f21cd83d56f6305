import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

import { rehearse } from "../tests/harness/rehearsal";
import { median, type Bench } from "./bench";
import { processorTime } from "./processorTime";
import { succeeded } from "./succeeded";

const command = path.join(__dirname, "..", "cli", "main.js");
const runs = 7;

/** From the start of the process to its line of JSON. */
async function startUp(): Promise<number> {
    const beganAt = performance.now();
    const simulator = spawn(process.execPath, [command, "simulate", "--json"], { stdio: ["pipe", "pipe", "inherit"] });
    const ended = once(simulator, "exit");
    await once(simulator.stdout, "data");
    const milliseconds = performance.now() - beganAt;
    simulator.kill("SIGTERM");
    await ended;
    return milliseconds;
}

/** Of what tests on the engine do most of their time. This process is the simulator, and does little else. */
async function shareOfALife(): Promise<number | undefined> {
    const rehearsal = await rehearse();
    try {
        const before = processorTime();
        succeeded(await rehearsal.stack.up());
        succeeded(await rehearsal.stack.preview());
        succeeded(await rehearsal.stack.destroy());
        const after = processorTime();
        if (before === undefined || after === undefined) {
            return undefined;
        }
        const own = after.own - before.own;
        return own / (own + after.below - before.below);
    } finally {
        await rehearsal.end();
    }
}

export const simulator: Bench = {
    name: "simulator",
    says: "simulator: from the start of the command to its line of JSON; and its share of the processors' time in a test on the engine",
    async run(report) {
        const all: number[] = [];
        for (let run = 0; run < runs; run++) {
            all.push(await startUp());
        }
        const share = await shareOfALife();
        report({ name: "simulator/start-up", value: median(all), unit: "ms", bar: { atMost: 500 } });
        if (share !== undefined) {
            report({ name: "simulator/share of an up, a preview and a destroy", value: share * 100, unit: "%" });
        }
    },
};
