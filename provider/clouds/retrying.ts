import type { Clock } from "../waiting/clock";
import { currentLimit, withinLimit } from "../waiting/timeLimit";

/** How long a cloud may take for an answer. */
const answerLimitMilliseconds = 30_000;
const pausesMilliseconds = [500, 1000, 2000, 4000, 8000];

/**
 * Repeats a call while its error passes by itself, with pauses that double; one without an answer counts among those. It ends after six tries, so in
 * three and a quarter minutes at most, and within a wait never after that one's limit.
 */
export async function retrying<Result>(
    call: (signal: AbortSignal) => Promise<Result>,
    passes: (error: unknown) => boolean,
    clock: Clock,
): Promise<Result> {
    const { endsAt, signal } = currentLimit();
    const tryOnce = (): Promise<Result> =>
        clock.within(Math.min(answerLimitMilliseconds, endsAt - clock.now()), (tryEnds) =>
            withinLimit({ endsAt, signal: tryEnds }, () => call(tryEnds)),
        );
    for (const pause of pausesMilliseconds) {
        try {
            return await tryOnce();
        } catch (error) {
            if (!passes(error) || clock.now() + pause >= endsAt) {
                throw error;
            }
            await clock.sleep(pause, signal);
        }
    }
    return tryOnce();
}
