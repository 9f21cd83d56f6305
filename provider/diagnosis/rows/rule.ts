import type { CauseName } from "../causes/names";
import type { LinkFacts } from "../facts";

/** One row of both sides side by side. It differs where one of its causes was found. */
export interface RowRule {
    what: string;
    causes: readonly CauseName[];
    /** An empty text: this side has nothing of the kind. */
    aws: (facts: LinkFacts) => string;
    alibaba: (facts: LinkFacts) => string;
}

export const notThere = "not there";
/** Nothing told what to read, or it could not be read. */
export const notKnown = "not known";

/** What is to be shown of something that may be missing, in a list that may not have been read. */
export function shown<Thing>(thing: Thing | undefined, list: unknown, show: (thing: Thing) => string): string {
    if (thing !== undefined) {
        return show(thing);
    }
    return list === undefined ? notKnown : notThere;
}
