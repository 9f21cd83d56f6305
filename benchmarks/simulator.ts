import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

import { median, type Bench } from "./bench";

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

export const simulator: Bench = {
    name: "simulator",
    says: "simulator: from the start of the command to its line of JSON",
    async run(report) {
        const all: number[] = [];
        for (let run = 0; run < runs; run++) {
            all.push(await startUp());
        }
        report({ name: "simulator/start-up", value: median(all), unit: "ms", bar: { atMost: 500 } });
    },
};
