// Brings a fleet of stacks up from one process, a few at once: node index.js fleet.json. Run again, it goes on with those that are not done.
import { setMaxListeners } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { bringFleetUp } from "./bringUp";
import { parseFleet, type Fleet } from "./fleet";
import { firstErrorLine, isUp, table } from "./report";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
    const [file = "fleet.json"] = process.argv.slice(2);
    const folder = path.dirname(path.resolve(file));
    const fleet = await read(file);
    const reports = await bringFleetUp(fleet, {
        programFolder: path.join(folder, "program"),
        logFolder: path.join(folder, "logs"),
        ...listenForInterruption(),
        say,
    });
    say(`\n${table(reports)}`);
    return reports.every(isUp) ? 0 : 1;
}

async function read(file: string): Promise<Fleet> {
    try {
        return parseFleet(await readFile(file, "utf8"));
    } catch (error) {
        throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
    }
}

function listenForInterruption(): { noFurtherStack: AbortSignal; interruptEngines: AbortSignal } {
    const [noFurtherStack, interruptEngines] = [new AbortController(), new AbortController()];
    // Each stack listens to it, and Node.js warns of more than ten.
    setMaxListeners(0, interruptEngines.signal);
    const interrupt = (signal: NodeJS.Signals): void => {
        if (!noFurtherStack.signal.aborted) {
            say(
                `${signal}: no further stack begins, and the running ones come to an end. Run it again, and it goes on.`,
            );
        }
        noFurtherStack.abort();
        // A terminal sends Ctrl-C to the engines too, and a second one would let them leave half-done work behind.
        const fromTerminal =
            signal === "SIGINT" && [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
        if (!fromTerminal) {
            interruptEngines.abort();
        }
    };
    process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
    return { noFurtherStack: noFurtherStack.signal, interruptEngines: interruptEngines.signal };
}

main().then(
    (exitCode) => process.exit(exitCode),
    (error: unknown) => {
        process.stderr.write(`${firstErrorLine(error)}\n`);
        process.exit(1);
    },
);
