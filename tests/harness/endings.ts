import type { RunningProcess } from "../faults/kill/processTree";
import { hostAmong, type RunningCommand } from "./runningCommand";

/** How a command comes to its end while one of its resources waits. */
export interface Ending {
    title: string;
    /** As a terminal does it: its signals reach the command alone, since every process below it is in a group of its own. */
    end: (command: RunningCommand, processes: readonly RunningProcess[]) => void | Promise<void>;
    /** What the command may end with. */
    exits: (number | NodeJS.Signals)[];
    /** Whether the wait tells what it saw last and what to do. */
    tells: boolean;
    /** Whether the stack stays locked, and `pulumi cancel` has to come first. */
    locks: boolean;
}

const told = { exits: [1], tells: true, locks: false };

export const endings: readonly Ending[] = [
    { title: "Ctrl-C once", end: ({ process }) => void process.kill("SIGINT"), ...told },
    {
        title: "Ctrl-C twice",
        async end(command) {
            command.process.kill("SIGINT");
            await command.said(/\^C received/);
            command.process.kill("SIGINT");
        },
        // The second one may come when everything has ended well.
        exits: [1, 8],
        tells: false,
        locks: false,
    },
    { title: "a SIGTERM", end: ({ process }) => void process.kill("SIGTERM"), ...told },
    {
        title: "a closed terminal",
        end: ({ process }) => {
            process.stdout?.destroy();
            process.kill("SIGHUP");
        },
        exits: ["SIGHUP"],
        tells: false,
        locks: true,
    },
    {
        title: "a SIGKILL of the engine alone",
        end: ({ process }) => void process.kill("SIGKILL"),
        exits: ["SIGKILL"],
        tells: false,
        locks: true,
    },
    {
        title: "a SIGKILL of the dynamic host alone",
        end: (_command, processes) => void process.kill(hostAmong(processes).id, "SIGKILL"),
        exits: [1],
        tells: false,
        locks: false,
    },
];
