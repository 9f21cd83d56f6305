import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { root } from "../project";
import { rehearse, type Rehearsal } from "../rehearsal";
import type { ExportedStack } from "../state";
import type { FixtureName } from "./names";
import { restoreClouds, type SavedWorld } from "./savedWorld";

export const fixturesFolder = path.join(root, "tests", "fixtures", "state");

/** Every version whose state is kept. */
export const fixtureVersions: readonly string[] = readdirSync(fixturesFolder).sort();

export function readState(version: string, name: FixtureName): ExportedStack {
    return read(version, name, "state") as ExportedStack;
}

export function readWorld(version: string, name: FixtureName): SavedWorld {
    return read(version, name, "world") as SavedWorld;
}

/** A new stack that holds this state, on clouds as they were then. */
export async function liveOn(version: string, name: FixtureName): Promise<{ rehearsal: Rehearsal; saved: SavedWorld }> {
    const saved = readWorld(version, name);
    const rehearsal = await rehearse({ guesses: saved.guesses });
    restoreClouds(rehearsal.simulator.world, saved);
    await rehearsal.stack.importState(readState(version, name));
    return { rehearsal, saved };
}

function read(version: string, name: FixtureName, part: "state" | "world"): unknown {
    return JSON.parse(readFileSync(path.join(fixturesFolder, version, name, `${part}.json`), "utf8")) as unknown;
}
