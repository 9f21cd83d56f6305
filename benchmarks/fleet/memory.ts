import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { processTree } from "../../tests/faults/kill/processTree";

const execute = promisify(execFile);
const everyMilliseconds = 500;

/** The two processes of a command that run this package's code, by what their command lines have. */
const kinds = { host: /\bdynamic-provider\b/, program: /\bcmd\/run\b/ };

export type Memory = Record<keyof typeof kinds, number>;

/** The most that each of them held at a time, in MB, of the commands below this process, until it is stopped. */
export function watchMemory(): { stop: () => Promise<Memory> } {
    const most: Memory = { host: 0, program: 0 };
    const over = new AbortController();
    const watching = (async () => {
        while (!over.signal.aborted) {
            await look(most);
            await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
        }
    })();
    return {
        async stop() {
            over.abort();
            await watching;
            return most;
        },
    };
}

async function look(most: Memory): Promise<void> {
    const below = processTree(process.pid);
    for (const kind of Object.keys(kinds) as (keyof Memory)[]) {
        for (const { id } of below.filter(({ command }) => kinds[kind].test(command))) {
            // Nothing, where it has ended since.
            const { stdout } = await execute("ps", ["-o", "rss=", "-p", String(id)]).catch(() => ({ stdout: "" }));
            most[kind] = Math.max(most[kind], Number(stdout) / 1024);
        }
    }
}
