/** The only file with `setTimeout` and `Date.now` in the provider: everything else gets a clock. */
export interface Clock {
    /** Milliseconds since the epoch. */
    now(): number;
    sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
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
};
