import type { ActionInput } from "../action";
import { CloudError } from "../world/cloudError";
import { optionalNumber, optionalText } from "./input";

interface NumberedPage<Item> {
    page: Item[];
    counts: { TotalCount: number; PageNumber: number; PageSize: number };
}

/** PageNumber from 1, PageSize 10 by default and 50 at most. */
export function numberedPage<Item>(input: ActionInput, items: readonly Item[]): NumberedPage<Item> {
    const number = optionalNumber(input, "PageNumber") ?? 1;
    const size = optionalNumber(input, "PageSize") ?? 10;
    if (number < 1 || size < 1 || size > 50) {
        // The common code of CBN's pages; that VPC, whose pages have none, answers the same is a guess.
        throw new CloudError("InvalidParameter", "Invalid parameter.");
    }
    return {
        page: items.slice((number - 1) * size, number * size),
        counts: { TotalCount: items.length, PageNumber: number, PageSize: size },
    };
}

interface TokenPage<Item> {
    page: Item[];
    counts: { TotalCount: number; MaxResults: number; NextToken?: string };
}

/** How a list is paged: the name of its size, its bounds, and what is refused. */
export interface TokenPaging {
    parameter: string;
    usual: number;
    fewest?: number;
    most: number;
    illegalSize: CloudError;
    illegalToken: CloudError;
}

function pagingOfCen(parameter: string): TokenPaging {
    return {
        parameter,
        usual: 20,
        most: 100,
        illegalSize: new CloudError(`IllegalParam.${parameter}`, `The specified ${parameter} is illegal.`),
        illegalToken: new CloudError("IllegalParam.NextToken", "The specified NextToken is invalid."),
    };
}

export const usualPaging = pagingOfCen("MaxResults");
/** ListTagResources calls it otherwise: 1 to 50, 10 by default. */
export const tagPaging = { ...pagingOfCen("PageSize"), usual: 10, most: 50 };

/** MaxResults 20 by default and 100 at most, unless said otherwise; the token is opaque, and one that `list` did not give is refused. */
export function tokenPage<Item>(
    list: string,
    input: ActionInput,
    items: readonly Item[],
    paging: TokenPaging = usualPaging,
): TokenPage<Item> {
    const asked = optionalNumber(input, paging.parameter);
    if (asked !== undefined && (asked < (paging.fewest ?? 1) || asked > paging.most)) {
        throw paging.illegalSize;
    }
    const size = asked ?? paging.usual;
    const token = optionalText(input, "NextToken");
    const start = token === undefined ? 0 : startIn(list, token);
    if (!(start <= items.length)) {
        throw paging.illegalToken;
    }
    const end = start + size;
    return {
        page: items.slice(start, end),
        counts: {
            TotalCount: items.length,
            MaxResults: size,
            ...(end < items.length && { NextToken: Buffer.from(`${list} ${end}`).toString("base64url") }),
        },
    };
}

function startIn(list: string, token: string): number {
    const [, ofList, start] = /^(\S+) (\d+)$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
    return ofList === list ? Number(start) : NaN;
}
