import type { CauseName } from "./causes/names";
import type { LinkFacts } from "./facts";

/** One cause that was found. */
export interface Finding {
    cause: CauseName;
    /** The subject, and both values that do not fit. One line. */
    says: string;
    /** What to do about it. One line. */
    fix: string;
}

export interface Cause {
    name: CauseName;
    /** From the configuration, whatever else is broken. `now`: milliseconds since 1970. */
    find(facts: LinkFacts, now: number): Omit<Finding, "cause">[];
}

/** One thing as both sides have it. */
export interface Row {
    what: string;
    aws: string;
    alibaba: string;
    differs: boolean;
    /** Of one that differs. */
    fix?: string;
}

export interface Diagnosis {
    /** What is to be mended first comes first. */
    findings: Finding[];
    /** Those that differ come first. */
    rows: Row[];
    /** Whether BGP is up as both sides say it. */
    isUp: boolean;
}
