import type { World } from "./world";

/** Differ from run to run, or from moment to moment. */
const volatileFields = new Set([
    "attachTime",
    "createTime",
    "creationTime",
    "expireTime",
    "orderedAt",
    "everEstablished",
]);
const secretFields = new Set(["authKey"]);
/** What a cloud still lists for a while after it is gone. */
const goneStates = new Set(["deleted", "Deleted"]);
const stateFields = ["virtualInterfaceState", "bgpPeerState", "state", "status"];

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** Both clouds as a sorted plain object, without times and secrets: two equal worlds give two equal snapshots. */
export function snapshot(world: World): { aws: Plain; alibaba: Plain } {
    return { aws: plain(world.aws), alibaba: plain(world.alibaba) };
}

function plain(value: unknown): Plain {
    if (value instanceof Map) {
        return object([...value].filter(([, item]) => !isGone(item)));
    }
    if (value instanceof Set) {
        return [...value].map(plain).sort();
    }
    if (Array.isArray(value)) {
        return value.filter((item) => !isGone(item)).map(plain);
    }
    if (typeof value === "object" && value !== null) {
        return object(Object.entries(value).filter(([key]) => !volatileFields.has(key)));
    }
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function object(entries: [unknown, unknown][]): Plain {
    const named = entries.map(([key, value]): [string, Plain] => {
        const name = String(key);
        return [name, secretFields.has(name) && value !== "" ? "***" : plain(value)];
    });
    return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isGone(item: unknown): boolean {
    if (typeof item !== "object" || item === null) {
        return false;
    }
    const state = Object.entries(item).find(([key]) => stateFields.includes(key))?.[1] as unknown;
    return typeof state === "string" && goneStates.has(state);
}
