import type { ActionInput } from "./action";

/** No parameter of these services has more parts; a longer name is taken as it is. */
const deepest = 16;

/**
 * `Filter.1.Value.2=x` becomes `{ Filter: [{ Value: [.., "x"] }] }`: query protocols number their lists from 1. Of a name that is there
 * twice the first value counts, as for those who ask for one parameter.
 */
export function parseForm(parameters: URLSearchParams): ActionInput {
    const root = new Map<string, unknown>();
    for (const [name, value] of parameters) {
        let level = root;
        const parts = name.split(".");
        const path = parts.length > deepest ? [name] : parts;
        for (const key of path.slice(0, -1)) {
            const next = level.get(key);
            const inner = next instanceof Map ? (next as Map<string, unknown>) : new Map<string, unknown>();
            level.set(key, inner);
            level = inner;
        }
        const last = path.at(-1) ?? "";
        if (!level.has(last)) {
            level.set(last, value);
        }
    }
    // Names that are numbers are names here: what an action is asked for is no list.
    return Object.fromEntries([...root].map(([name, value]) => [name, plain(value)]));
}

function plain(value: unknown): unknown {
    if (!(value instanceof Map)) {
        return value;
    }
    const entries = [...(value as Map<string, unknown>)];
    const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key));
    return isList
        ? entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, entry]) => plain(entry))
        : Object.fromEntries(entries.map(([key, entry]) => [key, plain(entry)]));
}
