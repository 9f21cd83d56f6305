import type { Outcome } from "../tests/harness/outcome";

/** The outcome of a command that did what it should; throws with what it said where it did not. */
export function succeeded(outcome: Outcome): Outcome {
    if (outcome.failed) {
        throw new Error(outcome.diagnostics.join("\n"));
    }
    return outcome;
}
