import { snapshot, type Plain } from "../../simulator/world/snapshot";
import type { World } from "../../simulator/world/world";

/** An identifier of either cloud: its end, which may be letters alone, differs from one simulator to the next. */
const identifier = /\b([a-z]+(?:-[a-z]+)*)-[0-9a-z]{8,}\b/g;

/** Both clouds without the ends of their identifiers, so that two worlds in which the same happened are alike. */
export function shapeOfWorld(world: World): Plain {
    return shape(snapshot(world));
}

function shape(value: Plain): Plain {
    if (Array.isArray(value)) {
        return sorted(value.map(shape));
    }
    if (typeof value === "object" && value !== null) {
        const entries = Object.entries(value).map(([key, item]): [string, Plain] => [nameless(key), shape(item)]);
        // A table by identifiers is a set of its rows.
        return entries.some(([key]) => key.endsWith("-*"))
            ? sorted(entries.map(([, item]) => item))
            : Object.fromEntries(entries);
    }
    return typeof value === "string" ? nameless(value) : value;
}

function nameless(text: string): string {
    return text.replace(identifier, "$1-*");
}

function sorted(items: Plain[]): Plain[] {
    return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Where two shapes differ, as paths; empty: nowhere. */
export function shapeDifferences(expected: Plain, actual: Plain, path = ""): string[] {
    if (JSON.stringify(expected) === JSON.stringify(actual)) {
        return [];
    }
    if (isTree(expected) && isTree(actual)) {
        const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
        return [...keys].flatMap((key) =>
            shapeDifferences(valueAt(expected, key), valueAt(actual, key), path === "" ? key : `${path}.${key}`),
        );
    }
    return [`${path} is ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}

type Tree = Plain[] | Record<string, Plain>;

function isTree(value: Plain): value is Tree {
    return typeof value === "object" && value !== null;
}

function valueAt(tree: Tree, key: string): Plain {
    return (tree as Record<string, Plain>)[key] ?? null;
}
