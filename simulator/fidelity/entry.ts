import type { Guesses } from "../world/guesses";

/** What an error rests on: D documented, C read in the code of an SDK or provider, O observed by others, I inferred: a guess. */
export type Evidence = "D" | "C" | "O" | "I";

export interface PossibleError {
    /** `Missing<Parameter>` stands for one code for each parameter. */
    code: string;
    httpStatus: number;
    evidence: Evidence;
}

/** How true to the cloud an action, or a stand-in, is. */
export interface FidelityEntry {
    /** What is checked of what comes in. */
    validation: string;
    /** Beside those that every action of the service may answer. */
    errors: readonly PossibleError[];
    /** The states that it passes through or shows, if any. */
    states?: string;
    /** How its list is cut into pages, if it is. */
    pages?: string;
    /** Beside the page of the vendor's API reference. */
    sources?: readonly string[];
    /** Those that its outcome depends on. */
    guesses?: readonly (keyof Guesses)[];
}

/** All actions of one service, or all stand-ins, by name. */
export type FidelityTable = Readonly<Record<string, FidelityEntry>>;

export const documented = errors("D");
export const inCode = errors("C");
export const observed = errors("O");
export const guessed = errors("I");

function errors(evidence: Evidence): (httpStatus: number, ...codes: string[]) => PossibleError[] {
    return (httpStatus, ...codes) => codes.map((code) => ({ code, httpStatus, evidence }));
}
