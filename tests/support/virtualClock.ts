import { OutOfTime, type Clock } from "../../provider/waiting/clock";

interface Sleeper {
    wakesAt: number;
    wake: () => void;
}

/** Time that a test lets pass. */
export interface VirtualClock extends Clock {
    /** Tells that one of the works under way will never end by itself: without it, a work is given all the time that it needs. */
    workHangs(): void;
}

/**
 * A clock that jumps to the next sleeper's time as soon as nothing else is left to do: waits of hours take no time, and concurrent ones keep their order.
 * It stands still while a work is under way that has not been told to hang. `onTime` is told each new time before the sleeper wakes.
 */
export function virtualClock(
    startedAt: number,
    onTime: (nowMilliseconds: number) => void = () => undefined,
): VirtualClock {
    let now = startedAt;
    const sleepers = new Set<Sleeper>();
    let worksUnderWay = 0;
    let hangingWorks = 0;
    const wakeNext = (): void => {
        const next = worksUnderWay <= hangingWorks ? earliestOf(sleepers) : undefined;
        if (next !== undefined) {
            sleepers.delete(next);
            now = Math.max(now, next.wakesAt);
            onTime(now);
            next.wake();
        }
    };
    // After every promise that is due: one turn of the event loop a sleeper.
    const wakeSoon = (): unknown => setImmediate(wakeNext);
    const sleep: Clock["sleep"] = (milliseconds, signal) =>
        new Promise((resolve, reject) => {
            const wake = (): void => {
                signal?.removeEventListener("abort", abort);
                resolve();
            };
            const sleeper = { wakesAt: now + milliseconds, wake };
            const abort = (): void => {
                sleepers.delete(sleeper);
                reject(signal?.reason as Error);
            };
            if (signal?.aborted === true) {
                abort();
                return;
            }
            signal?.addEventListener("abort", abort, { once: true });
            sleepers.add(sleeper);
            wakeSoon();
        });
    return {
        now: () => now,
        sleep,
        async within(milliseconds, work) {
            const [over, done] = [new AbortController(), new AbortController()];
            worksUnderWay += 1;
            const late = sleep(milliseconds, done.signal).then(() => {
                hangingWorks -= 1;
                const error = new OutOfTime(milliseconds);
                over.abort(error);
                throw error;
            });
            // Where the work ends first, nobody waits for this.
            late.catch(() => undefined);
            try {
                return await Promise.race([work(over.signal), late]);
            } finally {
                worksUnderWay -= 1;
                done.abort();
                wakeSoon();
            }
        },
        workHangs() {
            hangingWorks += 1;
            wakeSoon();
        },
    };
}

/** Of those that wake at the same time, the one that has slept longest. */
function earliestOf(sleepers: Iterable<Sleeper>): Sleeper | undefined {
    let earliest: Sleeper | undefined;
    for (const sleeper of sleepers) {
        if (earliest === undefined || sleeper.wakesAt < earliest.wakesAt) {
            earliest = sleeper;
        }
    }
    return earliest;
}
