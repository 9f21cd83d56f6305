/** A look is due after a tenth of the time waited so far: the lag is at most a tenth of the wait, and long waits cost few calls. */
const fraction = 0.1;
const shortestMilliseconds = 1000;
const longestMilliseconds = 30_000;
/** Only ever shortens, so that many waits do not look in step and none lags more than promised. */
const jitter = 0.05;

export function nextLookMilliseconds(waitedMilliseconds: number, random: () => number = Math.random): number {
    const pause = Math.min(Math.max(waitedMilliseconds * fraction, shortestMilliseconds), longestMilliseconds);
    return pause * (1 - jitter * random());
}
