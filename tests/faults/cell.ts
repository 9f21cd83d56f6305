/** What became of one cell of a matrix. */
export interface CellResult {
    matrix: "kill" | "fault";
    name: string;
    /** What was not as it must be; undefined: passed. */
    failure?: string;
    /** Writes that took effect once more than undisturbed. */
    duplicates: string[];
    /** What the clouds have and no state knows of. */
    orphans: string[];
    /** How many lines of the engine's output had to be applied by hand. */
    adoptedByHand: number;
}

/** Cells that share one stack, and so run one after the other. */
export interface Batch {
    /** How many results `run` gives. */
    cells: number;
    run(): Promise<CellResult[]>;
}

/** What a cell found that throws where it is not as it must be. */
export interface Found {
    duplicates: number;
    orphans: number;
}
