import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

import { alive, processTree, type RunningProcess } from "../faults/kill/processTree";

/** A command of the engine that a test ends somehow. */
export interface RunningCommand {
    process: ChildProcess;
    /** Everything that it printed so far. */
    printed(): string;
    /** Settles when it has printed each of the patterns. */
    said(...patterns: readonly RegExp[]): Promise<void>;
    ended: Promise<[exitCode: number | null, signal: NodeJS.Signals | null]>;
}

/** Watches one that was just started. */
export function watchCommand(command: ChildProcess): RunningCommand {
    let printed = "";
    const looks = new Set<() => void>();
    command.stdout?.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        looks.forEach((look) => {
            look();
        });
    });
    const ended = once(command, "exit") as RunningCommand["ended"];
    return {
        process: command,
        printed: () => printed,
        said: (...patterns) =>
            new Promise((resolve, reject) => {
                const look = (): void => {
                    if (patterns.every((pattern) => pattern.test(printed))) {
                        looks.delete(look);
                        resolve();
                    }
                };
                looks.add(look);
                look();
                void ended.then(() => reject(new Error(`It ended before it said ${patterns.join(", ")}: ${printed}`)));
            }),
        ended,
    };
}

/** The command itself, and everything below it. */
export function processesOf({ process: { pid = 0 } }: RunningCommand): RunningProcess[] {
    return processTree(pid);
}

/** Which of them is the dynamic host: not the shell that started it. */
export function hostAmong(processes: readonly RunningProcess[]): RunningProcess {
    const host = processes.find(({ command }) => /^\S*node \S*\bdynamic-provider\b/.test(command));
    if (host === undefined) {
        throw new Error(`No dynamic host among ${processes.map(({ command }) => command).join(", ")}.`);
    }
    return host;
}

/** Those that still run when the limit is over; answers as soon as none does. The end of what is no child of this process is no event, so it looks. */
export async function leftAfter(milliseconds: number, processes: readonly RunningProcess[]): Promise<RunningProcess[]> {
    const until = Date.now() + milliseconds;
    let left = alive(processes);
    while (left.length > 0 && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        left = alive(left);
    }
    return left;
}
