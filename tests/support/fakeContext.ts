import type { Clouds } from "../../provider/clouds/clouds";
import type { HandlerContext } from "../../provider/handler";

export interface FakeContext extends HandlerContext {
    /** What was reported, in order: `[progress|warn|info, line]`. */
    lines: [string, string][];
}

/** A clock whose sleeps pass at once, and a reporter that remembers. Starts at 2026-01-01T00:00:00Z. */
export function fakeContext(clouds: Clouds, onSleep: (nowMilliseconds: number) => void = () => undefined): FakeContext {
    let now = Date.UTC(2026, 0, 1);
    const lines: [string, string][] = [];
    return {
        clouds,
        clock: {
            now: () => now,
            sleep: (milliseconds) => {
                now += milliseconds;
                onSleep(now);
                return Promise.resolve();
            },
        },
        reporter: {
            progress: (line) => lines.push(["progress", line]),
            warn: (line) => lines.push(["warn", line]),
            info: (line) => lines.push(["info", line]),
        },
        lines,
    };
}
