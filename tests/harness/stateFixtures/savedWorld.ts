import type { WorldIds } from "../../../simulator/scenarios/scenario";
import type { Guesses } from "../../../simulator/world/guesses";
import { snapshot } from "../../../simulator/world/snapshot";
import type { World } from "../../../simulator/world/world";

/** The clouds that a state belongs to. The simulator's own, so it may be adapted by hand where the simulator's world changes its shape. */
export interface SavedWorld {
    /** Milliseconds since the epoch. */
    takenAt: number;
    guesses: Guesses;
    /** What the program names. */
    ids: WorldIds;
    clouds: unknown;
    /** What was left once the version that wrote the state had destroyed the stack: the IDs in each collection. */
    leftAfterDestroy: Record<string, string[]>;
}

/** Maps and sets are marked, so that they come back as such. */
interface Marked {
    map?: [unknown, unknown][];
    set?: unknown[];
}

export function cloudsOf({ aws, alibaba }: World): unknown {
    return marked({ aws, alibaba });
}

/** Puts these clouds in the place of what the scenario built. A subscription runs on as long as it did when they were taken. */
export function restoreClouds(world: World, { clouds, takenAt }: SavedWorld): void {
    const { aws, alibaba } = unmarked(clouds) as Pick<World, "aws" | "alibaba">;
    Object.assign(world.aws, aws);
    Object.assign(world.alibaba, alibaba);
    for (const circuit of world.alibaba.circuits.values()) {
        const left = Date.parse(circuit.expireTime) - takenAt;
        circuit.expireTime = new Date(world.clock.now() + left).toISOString();
    }
    world.changed();
}

/** What exists, by collection: `{ "aws.vpnGateways": ["vgw-..."] }`. */
export function idsIn(world: World): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const [cloud, collections] of Object.entries(snapshot(world))) {
        for (const [name, collection] of Object.entries(collections as Record<string, object>)) {
            found[`${cloud}.${name}`] = Array.isArray(collection)
                ? collection.map((item) => JSON.stringify(item)).sort()
                : Object.keys(collection).sort();
        }
    }
    return found;
}

function marked(value: unknown): unknown {
    if (value instanceof Map) {
        return { map: [...value].map(marked) };
    }
    if (value instanceof Set) {
        return { set: [...value].map(marked) };
    }
    if (Array.isArray(value)) {
        return value.map(marked);
    }
    return isObject(value) ? mapValues(value, marked) : value;
}

function unmarked(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(unmarked);
    }
    if (!isObject(value)) {
        return value;
    }
    const { map, set } = value as Marked;
    if (map !== undefined) {
        return new Map(map.map((entry) => unmarked(entry) as [unknown, unknown]));
    }
    return set === undefined ? mapValues(value, unmarked) : new Set(set.map(unmarked));
}

function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null;
}

function mapValues(value: object, change: (value: unknown) => unknown): object {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
}
