import { describeDuration } from "./duration";

/** The only file with `setTimeout` and `Date.now` in the provider: everything else gets a clock. */
export interface Clock {
    /** Milliseconds since the epoch. */
    now(): number;
    sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
    /** Ends as the work does; where that takes longer, the signal aborts and this rejects with `OutOfTime`. */
    within<Result>(milliseconds: number, work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
}

/** Nothing has come in time. */
export class OutOfTime extends Error {
    constructor(readonly milliseconds: number) {
        super(`no answer within ${describeDuration(milliseconds)}`);
    }
}

export const systemClock: Clock = {
    now: () => Date.now(),
    sleep: (milliseconds, signal) =>
        new Promise((resolve, reject) => {
            const timer = setTimeout(() => {
                signal?.removeEventListener("abort", abort);
                resolve();
            }, milliseconds);
            const abort = (): void => {
                clearTimeout(timer);
                reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
            };
            if (signal?.aborted) {
                abort();
            } else {
                signal?.addEventListener("abort", abort, { once: true });
            }
        }),
    async within(milliseconds, work) {
        const over = new AbortController();
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<never>((_resolve, reject) => {
            timer = setTimeout(() => {
                const error = new OutOfTime(milliseconds);
                over.abort(error);
                reject(error);
            }, milliseconds);
        });
        try {
            return await Promise.race([work(over.signal), late]);
        } finally {
            clearTimeout(timer);
        }
    },
};
