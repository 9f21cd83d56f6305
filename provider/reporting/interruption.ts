import { setMaxListeners } from "node:events";
import { Server } from "node:net";

import { systemClock } from "../waiting/clock";
import { Interruption } from "../waiting/wait";

const cancelPath = "/pulumirpc.ResourceProvider/Cancel";

/** One for the whole process: the engine asks nothing more of a host that it has sent Cancel, and takes another for its next phase (measured). */
const interruption = new AbortController();
let listening = false;

/** Much longer than a call takes that is answered at all. */
const graceMilliseconds = 5000;

/**
 * The work's end, but soon after an interruption an error: a call that its cloud leaves without an answer holds the user's terminal no longer. What it may
 * have done is found by the next command, as after a kill.
 */
export function endingSoonAfterInterruption<Result>(work: Promise<Result>): Promise<Result> {
    return Promise.race([work, overdue()]);
}

let refusal: Promise<never> | undefined;

function overdue(): Promise<never> {
    refusal ??= new Promise<never>((_resolve, reject) => {
        interruptionByEngine().addEventListener("abort", () => {
            void systemClock.sleep(graceMilliseconds).then(() => reject(new Error(noAnswer)));
        });
    });
    // Where nothing is under way any more nobody hears it.
    refusal.catch(() => undefined);
    return refusal;
}

const noAnswer =
    "A call to a cloud was still without an answer when Pulumi was interrupted. Run the same command again; it goes on where it stopped.";

/** Aborts, with an `Interruption`, when the engine asks its providers to stop. */
export function interruptionByEngine(): AbortSignal {
    if (!listening) {
        listening = true;
        // A fleet has more than ten waits at once, which is no leak.
        setMaxListeners(0, interruption.signal);
        onCancel(() => interruption.abort(new Interruption()));
    }
    return interruption.signal;
}

/** An undocumented function of Node.js that may go one day (DEP0161). Without it a wait goes on to its own end, as with any other dynamic provider. */
type WithHandles = typeof process & { _getActiveHandles?: () => unknown[] };

/**
 * At the first Ctrl-C, and at a SIGTERM, the engine calls Cancel of every provider at once (measured: within 2 ms; pulumi/pulumi,
 * pkg/resource/deploy/deployment_executor.go, `SignalCancellation`) and waits for the steps that run. No signal reaches this process then: it is in a process
 * group of its own. The SDK answers that call itself, and does nothing (@pulumi/pulumi, cmd/dynamic-provider, `cancel`); it hands out neither the call nor
 * its server. So this listens to the requests that come to the servers of this process, by the public event of an HTTP/2 server.
 */
function onCancel(callback: () => void): void {
    for (const handle of (process as WithHandles)._getActiveHandles?.() ?? []) {
        if (handle instanceof Server) {
            handle.on("stream", (_stream: unknown, headers: Readonly<Record<string, unknown>>) => {
                if (headers[":path"] === cancelPath) {
                    callback();
                }
            });
        }
    }
}
