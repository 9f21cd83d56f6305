import type { Clock } from "../waiting/clock";
import { systemClock } from "../waiting/clock";
import { currentEngine, type Engine } from "./engine";
import type { Reporter } from "./reporter";

/** Without a terminal each message is a line of the log, so the same state is repeated at most this often. */
const repeatMilliseconds = 30_000;

/** Messages under the resource's own URN, so that the engine shows them on its line. Without an engine they go nowhere. */
export function reporterFor(
    urn: string,
    engine: Pick<Engine, "log"> | undefined = currentEngine(),
    clock: Pick<Clock, "now"> = systemClock,
): Reporter {
    let last = { state: "", at: -Infinity };
    return {
        progress(line) {
            const state = withoutDurations(line);
            if (state !== last.state || clock.now() - last.at >= repeatMilliseconds) {
                last = { state, at: clock.now() };
                engine?.log("info", urn, line, true);
            }
        },
        warn: (line) => engine?.log("warning", urn, line, false),
        info: (line) => engine?.log("info", urn, line, false),
    };
}

/** Two lines that differ in durations alone report the same state. */
function withoutDurations(line: string): string {
    return line.replace(/\b\d+[hms]( \d+[hms])?\b/g, "");
}
