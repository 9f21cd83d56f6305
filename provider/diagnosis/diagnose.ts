import { causes } from "./causes";
import { causeNumbers, type CauseName } from "./causes/names";
import { unexplained } from "./causes/unexplained";
import type { LinkFacts } from "./facts";
import { rowsOf } from "./rows";
import { isUp } from "./session";

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
    find: (facts: LinkFacts, now: number) => Omit<Finding, "cause">[];
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

/** What keeps traffic from passing: every cause that is found, and both sides side by side. A healthy link has no finding. */
export function diagnose(facts: LinkFacts, now: number): Diagnosis {
    const known = findCauses(facts, now);
    const findings = [...known, ...unexplained(facts, known)].sort(
        (a, b) => causeNumbers[a.cause] - causeNumbers[b.cause],
    );
    const rows = rowsOf(facts, findings).sort((a, b) => Number(b.differs) - Number(a.differs));
    return { findings, rows, isUp: isUp(facts) };
}

/** Every cause that the configuration shows, what is to be mended first before the others. */
export function findCauses(facts: LinkFacts, now: number): Finding[] {
    return causes.flatMap(({ name, find }) => find(facts, now).map((finding) => ({ cause: name, ...finding })));
}
