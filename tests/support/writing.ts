/** Notes a write, and throws what the test wants before it takes effect. */
export type Write = (...call: [string, ...unknown[]]) => void;

/** Throws what the test wants after a write took effect. */
export type Answered = (name: string) => void;

export function throwNext(errors: Error[] | undefined): void {
    const error = errors?.shift();
    if (error !== undefined) {
        throw error;
    }
}

/** A call that throws rejects, as a real client's does. */
export function attempt<Arguments extends unknown[], Result>(
    call: (...values: Arguments) => Result,
): (...values: Arguments) => Promise<Result> {
    return (...values) =>
        new Promise((resolve) => {
            resolve(call(...values));
        });
}
