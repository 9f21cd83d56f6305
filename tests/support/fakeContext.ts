import type { Clouds } from "../../provider/clouds/clouds";
import type { HandlerContext } from "../../provider/handler";
import { progressLine } from "../../provider/reporting/progress";
import { virtualClock, type VirtualClock } from "./virtualClock";

export interface FakeContext extends HandlerContext {
    clock: VirtualClock;
    /** What was reported, in order: `[progress|warn|info, line]`. */
    lines: [string, string][];
}

/** Virtual time from 2026-01-01T00:00:00Z on, and a reporter that remembers. */
export function fakeContext(clouds: Clouds, onTime?: (nowMilliseconds: number) => void): FakeContext {
    const lines: [string, string][] = [];
    return {
        clouds,
        clock: virtualClock(Date.UTC(2026, 0, 1), onTime),
        reporter: {
            progress: (...stages) => lines.push(["progress", progressLine(stages)]),
            warn: (line) => lines.push(["warn", line]),
            info: (line) => lines.push(["info", line]),
        },
        lines,
    };
}
