import type { ActionContext, ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";
import { structureOf } from "../input";
import { pageOf } from "../pages";
import { matcherOf } from "./wildcards";

/** How each filter reads an item: the values of which one must be named. */
export type FilterTable<Item> = Readonly<Record<string, (item: Item) => readonly string[]>>;

interface Described {
    tags: ReadonlyMap<string, string>;
}

const fewestResults = 5;
const mostResults = 1000;
/** EC2 user guide, "Filter your resources". */
const mostFilters = 50;
const mostFilterValues = 200;

const malformed = new CloudError("MalformedQueryString", "The query string contains a syntax error");

/** What a Describe action shows: the caller's own, narrowed by IDs and filters, a page of it. */
export function describe<Item extends Described>(
    input: ActionInput,
    items: readonly Item[],
    ids: { parameter: string; of(item: Item): string; unknown(id: string): CloudError },
    filters: FilterTable<Item>,
): { page: Item[]; nextToken: string | undefined } {
    const wanted = textList(input[ids.parameter]);
    for (const id of wanted) {
        if (!items.some((item) => ids.of(item) === id)) {
            throw ids.unknown(id);
        }
    }
    const asked = readFilters(input.Filter, filters);
    const found = items.filter(
        (item) => (wanted.length === 0 || wanted.includes(ids.of(item))) && asked.every((passes) => passes(item)),
    );
    const token = typeof input.NextToken === "string" ? input.NextToken : undefined;
    const page = pageOf(ids.parameter, found, (item) => ids.of(item), pageSize(input, wanted, ids.parameter), token);
    if (page === undefined) {
        throw new CloudError("InvalidNextToken", "The specified NextToken is invalid.");
    }
    return { page: page.items, nextToken: page.nextToken };
}

function pageSize(input: ActionInput, ids: readonly string[], parameter: string): number {
    if (input.MaxResults === undefined) {
        return mostResults;
    }
    if (ids.length > 0) {
        throw new CloudError(
            "InvalidParameterCombination",
            `The parameter ${parameter} cannot be used with the parameter MaxResults`,
        );
    }
    const text = shown(input.MaxResults);
    const size = wholeNumber(text);
    if (size === undefined || size < fewestResults || size > mostResults) {
        throw new CloudError(
            "InvalidParameterValue",
            `Value (${text}) for parameter maxResults is invalid: it must be between ${fewestResults} and ${mostResults}.`,
        );
    }
    return size;
}

/** `Name.1`, `Name.2`: a list without its numbers is none. */
export function listOf(value: unknown): unknown[] {
    if (value !== undefined && !Array.isArray(value)) {
        throw malformed;
    }
    return (value as unknown[] | undefined) ?? [];
}

export function textList(value: unknown): string[] {
    return listOf(value).map((entry) => {
        if (typeof entry !== "string") {
            throw malformed;
        }
        return entry;
    });
}

/** Digits alone: `1e3`, `0x10` and ` 7` are none. */
export function wholeNumber(text: string): number | undefined {
    return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** A parameter as a refusal repeats it. */
export function shown(value: unknown): string {
    return typeof value === "string" ? value : JSON.stringify(value);
}

/** Filters are ANDed, the values of one ORed. */
function readFilters<Item extends Described>(given: unknown, filters: FilterTable<Item>): ((item: Item) => boolean)[] {
    const asked = listOf(given).map(structureOf);
    const values = asked.map((filter) => textList(filter.Value));
    if (asked.length > mostFilters || values.some((each) => each.length > mostFilterValues)) {
        throw new CloudError("FilterLimitExceeded", "The request uses too many filters or too many filter values.");
    }
    return asked.map((filter, index) => {
        const read = readerOf(typeof filter.Name === "string" ? filter.Name : "null", filters);
        const fits = (values[index] ?? []).map(matcherOf);
        return (item) => read(item).some((value) => fits.some((fit) => fit(value)));
    });
}

function readerOf<Item extends Described>(name: string, filters: FilterTable<Item>): (item: Item) => readonly string[] {
    const tag = /^tag:(.+)$/s.exec(name)?.[1];
    if (tag !== undefined) {
        return ({ tags }) => [tags.get(tag)].filter((value) => value !== undefined);
    }
    if (name === "tag-key") {
        return ({ tags }) => [...tags.keys()];
    }
    const read = Object.hasOwn(filters, name) ? filters[name] : undefined;
    if (read === undefined) {
        throw new CloudError("InvalidParameterValue", `The filter '${name}' is invalid`);
    }
    return read;
}

export function isOwn({ caller }: ActionContext, item: { ownerAccount: string; region: string }): boolean {
    return item.ownerAccount === caller.accountId && item.region === caller.region;
}

export function tagSet(tags: ReadonlyMap<string, string>): { key: string; value: string }[] {
    return [...tags].map(([key, value]) => ({ key, value }));
}

/** EC2 names what is missing as its answers would, with a small letter (boto/boto3#935). */
export function requiredParameter(input: ActionInput, name: string): string {
    const value = input[name];
    if (typeof value !== "string" || value === "") {
        const shownName = name.charAt(0).toLowerCase() + name.slice(1);
        throw new CloudError("MissingParameter", `The request must contain the parameter ${shownName}`);
    }
    return value;
}
