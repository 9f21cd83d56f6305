import type { Batch, CellResult } from "../cell";
import { engineGroups } from "./groups";

export function engineBatches(): Batch[] {
    return engineGroups.map(({ name, cells, run }) => ({
        cells: cells.length,
        async run() {
            const found = await run().catch((error: unknown) => ({
                failure: `${name}: ${(error as Error).message}`,
                duplicates: 0,
                orphans: 0,
            }));
            // What is found is the stack's, not one cell's, and stands at the first.
            return cells.map((cell, index): CellResult => {
                const result = { matrix: "fault" as const, name: `engine: ${cell}`, adoptedByHand: 0 };
                const count = (number: number, what: string): string[] =>
                    index === 0 ? Array.from({ length: number }, () => what) : [];
                return {
                    ...result,
                    ...("failure" in found && { failure: found.failure }),
                    duplicates: count(found.duplicates, "a write"),
                    orphans: count(found.orphans, "something"),
                };
            });
        },
    }));
}
