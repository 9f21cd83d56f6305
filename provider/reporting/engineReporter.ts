import type { Clock } from "../waiting/clock";
import { systemClock } from "../waiting/clock";
import { currentEngine, type Engine } from "./engine";
import { fingerprintOf, progressLine, type Stage } from "./progress";
import type { Reporter } from "./reporter";

/** Without a terminal each message is a line of the log: the same state is repeated after a tenth of the time waited so far, within these limits. */
const soonestRepeatMilliseconds = 30_000;
const latestRepeatMilliseconds = 120_000;

/** Messages under the resource's own URN, so that the engine shows them on its line. Without an engine they go nowhere. */
export function reporterFor(
    urn: string,
    engine: Pick<Engine, "log"> | undefined = currentEngine(),
    clock: Pick<Clock, "now"> = systemClock,
): Reporter {
    let last = { fingerprint: "", at: -Infinity };
    return {
        progress(...stages) {
            const [fingerprint, now] = [fingerprintOf(stages), clock.now()];
            if (fingerprint !== last.fingerprint || now - last.at >= repeatMilliseconds(stages)) {
                last = { fingerprint, at: now };
                engine?.log("info", urn, progressLine(stages), true);
            }
        },
        warn: (line) => engine?.log("warning", urn, line, false),
        info: (line) => engine?.log("info", urn, line, false),
    };
}

function repeatMilliseconds(stages: readonly Stage[]): number {
    const waited = Math.max(...stages.map(({ waitedMilliseconds }) => waitedMilliseconds));
    return Math.min(Math.max(waited / 10, soonestRepeatMilliseconds), latestRepeatMilliseconds);
}
