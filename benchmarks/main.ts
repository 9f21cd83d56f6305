// Measures what the package adds to what the clouds and the engine take; what `npm run bench` has compiled and given an engine.
import { parseArgs } from "node:util";

import { isMet, type Bench, type Row } from "./bench";
import { coalescing } from "./coalescing";
import { criticalPath } from "./criticalPath";
import { fleet } from "./fleet";
import { fleetStacks } from "./fleetStacks";
import { host } from "./host";
import { importCost } from "./import";
import { lag } from "./lag";
import { previews } from "./preview";
import { simulator } from "./simulator";
import { state } from "./state";
import { tests } from "./tests";

const benches: readonly Bench[] = [
    lag,
    coalescing,
    criticalPath,
    previews,
    importCost,
    host,
    state,
    simulator,
    fleet,
    fleetStacks,
    tests,
];

const usage = "npm run bench -- [--only NAME]... [--json]";

function chosen(): { wanted: readonly Bench[]; json: boolean } {
    let values: { only?: string[]; json?: boolean };
    try {
        ({ values } = parseArgs({ options: { only: { type: "string", multiple: true }, json: { type: "boolean" } } }));
    } catch (error) {
        throw new Error(`${(error as Error).message.split(". ")[0] ?? ""}. Write: ${usage}`, { cause: error });
    }
    const { only, json = false } = values;
    const names = benches.map(({ name }) => name);
    const unknown = only?.find((name) => !names.includes(name));
    if (unknown !== undefined) {
        throw new Error(`--only is "${unknown}"; it must be one of ${names.join(", ")}. Write: ${usage}`);
    }
    return { wanted: benches.filter(({ name }) => only?.includes(name) ?? true), json };
}

async function main(): Promise<number> {
    const { wanted, json } = chosen();
    const missed: string[] = [];
    for (const { name, says, run } of wanted) {
        if (!json) {
            process.stdout.write(`\n${says}\n`);
        }
        try {
            await run((row) => {
                missed.push(...(isMet(row) ? [] : [row.name]));
                process.stdout.write(json ? jsonLine(row) : textLine(row));
            });
        } catch (error) {
            missed.push(name);
            process.stderr.write(`${name}: ${messageOf(error)}\n`);
        }
    }
    return missed.length === 0 ? 0 : 1;
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

function jsonLine(row: Row): string {
    const { name, value, unit, bar } = row;
    return `${JSON.stringify({ name, value, unit, bar: bar?.atMost ?? null, ok: isMet(row) })}\n`;
}

function textLine(row: Row): string {
    const { name, value, unit, bar } = row;
    const held = bar === undefined ? "" : `${isMet(row) ? "  ok" : "  NOT MET"}: at most ${shown(bar.atMost)}`;
    return `  ${name.padEnd(44)}${shown(value).padStart(10)} ${unit.padEnd(8)}${held}\n`;
}

function shown(value: number): string {
    return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

main().then(
    (exitCode) => {
        process.exit(exitCode);
    },
    (error: unknown) => {
        process.stderr.write(`${messageOf(error)}\n`);
        process.exit(1);
    },
);
