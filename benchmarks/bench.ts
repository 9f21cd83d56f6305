/** One figure beside what it is held to. */
export interface Row {
    /** Of the bench, with `/detail` where it has several figures. */
    name: string;
    value: number;
    unit: string;
    /** What the value must be; undefined: it is only shown. */
    bar?: Bar;
}

export interface Bar {
    atMost: number;
}

export interface Bench {
    name: string;
    /** What is measured against what, in one line. */
    says: string;
    run: (report: (row: Row) => void) => Promise<void>;
}

export function isMet({ value, bar }: Row): boolean {
    return bar === undefined || value <= bar.atMost;
}

/** The middle one of several runs: what else the machine did in one of them does not count. */
export function median(values: readonly number[]): number {
    const sorted = values.toSorted((one, other) => one - other);
    const middle = Math.floor(sorted.length / 2);
    const [below = NaN, above = NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
    return (below + above) / 2;
}
