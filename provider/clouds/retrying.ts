import type { Clock } from "../waiting/clock";

const pausesMilliseconds = [500, 1000, 2000, 4000, 8000];

/** Repeats a call while its error passes by itself, with pauses that double. */
export async function retrying<Result>(
    call: () => Promise<Result>,
    passes: (error: unknown) => boolean,
    clock: Clock,
): Promise<Result> {
    for (const pause of pausesMilliseconds) {
        try {
            return await call();
        } catch (error) {
            if (!passes(error)) {
                throw error;
            }
            await clock.sleep(pause);
        }
    }
    return call();
}
