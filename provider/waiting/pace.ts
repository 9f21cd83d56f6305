/** A look is due after a tenth of the time waited so far: the lag is at most a tenth of the wait, and long waits cost few calls. */
const fraction = 0.1;
const shortestMilliseconds = 1000;
const longestMilliseconds = 30_000;
/** Only ever shortens, so that many waits do not look in step and none lags more than promised. */
const jitter = 0.05;
/** A throttled caller waits longer: both clouds count calls by the minute. */
const longestThrottledMilliseconds = 60_000;

/** `failedLooks`: how many looks in a row failed by an error that passes by itself; each doubles the pause. */
export function nextLookMilliseconds(
    waitedMilliseconds: number,
    failedLooks = 0,
    random: () => number = Math.random,
): number {
    const proportional = Math.min(Math.max(waitedMilliseconds * fraction, shortestMilliseconds), longestMilliseconds);
    const pause =
        failedLooks === 0 ? proportional : Math.min(proportional * 2 ** failedLooks, longestThrottledMilliseconds);
    return pause * (1 - jitter * random());
}
