import type { ActionInput } from "../action";
import { CloudError } from "../world/cloudError";
import { listOf, optionalText, structureOf, textListOf } from "./input";

const mostFilters = 5;

/** How each filter key reads an item. */
export type FilterTable<Item> = Readonly<Record<string, (item: Item) => string>>;

/**
 * `Filter.N.Key` with `Filter.N.Value.M`: at most five keys, ANDed; several values of one key are ORed. An unknown key is
 * refused as the page of DescribeVirtualBorderRouters says.
 */
export function filtered<Item>(input: ActionInput, items: Iterable<Item>, table: FilterTable<Item>): Item[] {
    const filters = listOf(input, "Filter").map(structureOf);
    if (filters.length > mostFilters) {
        // Code and text are guesses.
        throw new CloudError("InvalidFilter.Malformed", `At most ${mostFilters} filters are allowed.`);
    }
    const wanted = new Map<string, string[]>();
    for (const [index, filter] of filters.entries()) {
        const key = optionalText(filter, "Key") ?? "";
        if (!Object.hasOwn(table, key)) {
            throw new CloudError(
                "InvalidFilterKey.ValueNotSupported",
                `Specified filter key is not supported: Filter.${index + 1}.key`,
                404,
            );
        }
        wanted.set(key, [...(wanted.get(key) ?? []), ...textListOf(filter, "Value")]);
    }
    const demands = [...wanted];
    return [...items].filter((item) => demands.every(([key, values]) => values.includes(table[key]?.(item) ?? "")));
}

/** Parameters that each name one value, those that are left out narrowing nothing. */
export function named<Item>(
    input: ActionInput,
    items: Iterable<Item>,
    table: Readonly<Record<string, (item: Item) => string | undefined>>,
): Item[] {
    const wanted = Object.entries(table).map(([name, read]) => [optionalText(input, name), read] as const);
    return [...items].filter((item) => wanted.every(([value, read]) => value === undefined || value === read(item)));
}
