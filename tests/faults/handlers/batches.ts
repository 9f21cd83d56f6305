import type { Batch } from "../cell";
import { cells } from "./cells";

export function handlerBatches(): Batch[] {
    return cells.map(({ name, run }) => ({
        cells: 1,
        async run() {
            const result = { matrix: "fault" as const, name: `handlers: ${name}`, adoptedByHand: 0 };
            try {
                const { duplicates, orphans } = await run();
                return [{ ...result, duplicates: named(duplicates, "a write"), orphans: named(orphans, "something") }];
            } catch (error) {
                return [{ ...result, failure: (error as Error).message, duplicates: [], orphans: [] }];
            }
        },
    }));
}

function named(count: number, what: string): string[] {
    return Array.from({ length: count }, () => what);
}
