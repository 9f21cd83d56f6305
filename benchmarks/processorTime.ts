import { readFileSync } from "node:fs";

/** In seconds, on all cores together. */
export interface ProcessorTime {
    /** Of this process. */
    own: number;
    /** Of all that has ended below it. */
    below: number;
}

/** So far; undefined: only Linux tells (see proc_pid_stat(5): from the fourteenth field on, in hundredths of a second). */
export function processorTime(): ProcessorTime | undefined {
    try {
        const stat = readFileSync("/proc/self/stat", "utf8");
        const fromThird = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const [user = NaN, system = NaN, userBelow = NaN, systemBelow = NaN] = fromThird.slice(11, 15).map(Number);
        return { own: (user + system) / 100, below: (userBelow + systemBelow) / 100 };
    } catch {
        return undefined;
    }
}
