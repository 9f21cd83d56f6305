import type { Clock } from "../../provider/waiting/clock";

interface Sleeper {
    wakesAt: number;
    wake: () => void;
}

/**
 * A clock that jumps to the next sleeper's time as soon as nothing else is left to do: waits of hours take no time, and concurrent ones keep their order.
 * `onTime` is told each new time before the sleeper wakes.
 */
export function virtualClock(startedAt: number, onTime: (nowMilliseconds: number) => void = () => undefined): Clock {
    let now = startedAt;
    let sleepers: Sleeper[] = [];
    const wakeNext = (): void => {
        const next = sleepers.toSorted((a, b) => a.wakesAt - b.wakesAt)[0];
        if (next !== undefined) {
            sleepers = sleepers.filter((sleeper) => sleeper !== next);
            now = Math.max(now, next.wakesAt);
            onTime(now);
            next.wake();
        }
    };
    return {
        now: () => now,
        sleep: (milliseconds, signal) =>
            new Promise((resolve, reject) => {
                const wake = (): void => {
                    signal?.removeEventListener("abort", abort);
                    resolve();
                };
                const sleeper = { wakesAt: now + milliseconds, wake };
                const abort = (): void => {
                    sleepers = sleepers.filter((other) => other !== sleeper);
                    reject(signal?.reason as Error);
                };
                if (signal?.aborted === true) {
                    abort();
                    return;
                }
                signal?.addEventListener("abort", abort, { once: true });
                sleepers.push(sleeper);
                // After every promise that is due: one turn of the event loop a sleeper.
                setImmediate(wakeNext);
            }),
    };
}
