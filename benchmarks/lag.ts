import { nextLookMilliseconds } from "../provider/waiting/pace";
import type { Bench } from "./bench";

/** How long to pause after so many looks, when so many milliseconds have been waited. */
type Pace = (look: number, waitedMilliseconds: number) => number;

const ours: Pace = (_look, waited) => nextLookMilliseconds(waited);

/**
 * The paces of the Terraform providers: the SDK's StateChangeConf doubles from 0.1 s to 10 s
 * (https://github.com/hashicorp/terraform-plugin-sdk/blob/main/helper/retry/state.go), and takes a fixed PollInterval where one is set.
 */
const theirs: Readonly<Record<string, Pace>> = {
    "0.1 s doubling to 10 s": (look) => Math.min(100 * 2 ** look, 10_000),
    "every 5 s": () => 5000,
    "every 10 s": () => 10_000,
};

/** In seconds: 2 s to 6 h. */
const waits = [2, 10, 30, 60, 300, 600, 1800, 3600, 21_600];

/** A change may come right after a look or right before one: the worst of so many counts. */
const phases = 200;

interface Watched {
    /** From the change to the look that shows it, in seconds. */
    lagSeconds: number;
    calls: number;
}

/** A virtual clock is a sum of pauses. */
function watch(pace: Pace, changesAtSeconds: number): Watched {
    let waited = 0;
    let calls = 1;
    while (waited < changesAtSeconds * 1000) {
        waited += pace(calls - 1, waited);
        calls += 1;
    }
    return { lagSeconds: waited / 1000 - changesAtSeconds, calls };
}

function worstOf(pace: Pace, waitSeconds: number): Watched {
    const all = Array.from({ length: phases }, (_, phase) => watch(pace, waitSeconds * (1 + phase / phases / 10)));
    return {
        lagSeconds: Math.max(...all.map(({ lagSeconds }) => lagSeconds)),
        calls: Math.max(...all.map(({ calls }) => calls)),
    };
}

export const lag: Bench = {
    name: "lag",
    says: "lag: from a change in the cloud to its detection, the worst of 200 moments; and the calls until then, beside the Terraform providers' paces",
    run(report) {
        for (const waitSeconds of waits) {
            const { lagSeconds, calls } = worstOf(ours, waitSeconds);
            const name = `lag/${waitSeconds} s`;
            const bar = { atMost: Math.min(Math.max(1, waitSeconds * 1.1 * 0.1), 30) };
            report({ name, value: lagSeconds, unit: "s", bar });
            for (const [who, pace] of Object.entries(theirs)) {
                const other = worstOf(pace, waitSeconds);
                report({ name: `${name}/lag, ${who}`, value: other.lagSeconds, unit: "s" });
                report({
                    name: `${name}/calls, ${who}`,
                    value: calls / other.calls,
                    unit: "x",
                    ...(waitSeconds > 600 && { bar: { atMost: 1 } }),
                });
            }
        }
        return Promise.resolve();
    },
};
