import type { CellResult } from "./cell";

/** What the last line of the command says. */
export interface Summary {
    cells: number;
    failed: number;
    duplicates: number;
    orphans: number;
    adoptedByHand: number;
}

export function summaryOf(results: readonly CellResult[]): Summary {
    return {
        cells: results.length,
        failed: results.filter(hasFailed).length,
        duplicates: results.reduce((sum, { duplicates }) => sum + duplicates.length, 0),
        orphans: results.reduce((sum, { orphans }) => sum + orphans.length, 0),
        adoptedByHand: results.filter(({ adoptedByHand }) => adoptedByHand > 0).length,
    };
}

export function hasFailed({ failure, duplicates, orphans }: CellResult): boolean {
    return failure !== undefined || duplicates.length > 0 || orphans.length > 0;
}

export function failureLine({ matrix, name, failure, duplicates, orphans }: CellResult): string {
    const problems = [
        ...(failure === undefined ? [] : [failure]),
        ...duplicates.map((action) => `${action} took effect once too often`),
        ...orphans.map((id) => `${id} is in no state`),
    ];
    return `FAILED ${matrix} | ${name} | ${problems.join("; ")}`;
}

/** A row for each group of cells, which stands in front of the colon of their names. */
export function tableOf(results: readonly CellResult[]): string {
    const groups = new Map<string, CellResult[]>();
    for (const result of results) {
        const group = `${result.matrix}: ${result.name.split(":")[0] ?? ""}`;
        groups.set(group, [...(groups.get(group) ?? []), result]);
    }
    const rows = [...groups, ["all", results] as const].map(([group, ofGroup]) => {
        const { cells, failed, duplicates, orphans, adoptedByHand } = summaryOf(ofGroup);
        return [group, cells, cells - failed, duplicates, orphans, adoptedByHand].map(String);
    });
    const lines = [["matrix", "cells", "passed", "duplicates", "orphans", "adopting line"], ...rows];
    const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
    return lines
        .map((line) =>
            line
                .map((text, column) =>
                    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
                )
                .join("  "),
        )
        .join("\n");
}
