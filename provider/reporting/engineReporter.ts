import type { Clock } from "../waiting/clock";
import { systemClock } from "../waiting/clock";
import { currentEngine, type Severity } from "./engine";
import type { Reporter } from "./reporter";

/** Without a terminal each message is a line of the log, so the same state is repeated at most this often. */
const repeatMilliseconds = 30_000;

/** Messages under the resource's own URN, so that the engine shows them on its line. Without an engine they go nowhere. */
export function reporterFor(urn: string, clock: Clock = systemClock): Reporter {
    let last = { state: "", at: -Infinity };
    const send = (severity: Severity, message: string, ephemeral: boolean): void => {
        currentEngine()?.log(severity, urn, message, ephemeral);
    };
    return {
        progress(line) {
            const state = withoutDurations(line);
            if (state !== last.state || clock.now() - last.at >= repeatMilliseconds) {
                last = { state, at: clock.now() };
                send("info", line, true);
            }
        },
        warn: (line) => send("warning", line, false),
        info: (line) => send("info", line, false),
    };
}

/** Two lines that differ in durations alone report the same state. */
function withoutDurations(line: string): string {
    return line.replace(/\b\d+[hms]\b/g, "");
}
