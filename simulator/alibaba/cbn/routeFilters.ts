import type { ActionInput } from "../../action";
import { covers } from "../../world/addresses";
import { CloudError } from "../../world/cloudError";
import { listOf, structureOf } from "../input";

interface Prefixed {
    destinationCidrBlock: string;
}

type Filter = <Each extends Prefixed>(entries: Each[], cidrBlocks: string[]) => Each[];

/** ListTransitRouterRouteEntries, RouteFilter: the keys, as alibabacloud_cbn20170912 explains them. */
const filters: Readonly<Record<string, Filter>> = {
    PrefixExactMatchCidrs: (entries, cidrBlocks) =>
        entries.filter(({ destinationCidrBlock }) => cidrBlocks.includes(destinationCidrBlock)),
    LongestPrefixMatchCidrs: (entries, cidrBlocks) => {
        const longest = cidrBlocks.map((asked) => longestCovering(entries, asked));
        return entries.filter(({ destinationCidrBlock }) => longest.includes(destinationCidrBlock));
    },
    SubnetOfMatchCidrs: (entries, cidrBlocks) =>
        entries.filter(({ destinationCidrBlock }) => cidrBlocks.some((asked) => covers(asked, destinationCidrBlock))),
    SupernetOfMatchCidrs: (entries, cidrBlocks) =>
        entries.filter(({ destinationCidrBlock }) => cidrBlocks.some((asked) => covers(destinationCidrBlock, asked))),
};

/** "You can specify IP addresses and CIDR blocks." */
function longestCovering(entries: Prefixed[], asked: string): string | undefined {
    const cidrBlock = asked.includes("/") ? asked : `${asked}/32`;
    return entries
        .map(({ destinationCidrBlock }) => destinationCidrBlock)
        .filter((destination) => covers(destination, cidrBlock))
        .sort((a, b) => prefixLength(b) - prefixLength(a))[0];
}

function prefixLength(cidrBlock: string): number {
    return Number(cidrBlock.split("/")[1]);
}

/** "The logical operator among filter conditions is AND. Filter conditions must be unique." */
export function filteredByPrefix<Each extends Prefixed>(input: ActionInput, entries: Each[]): Each[] {
    const keys = new Set<string>();
    return listOf(input, "RouteFilter")
        .map(structureOf)
        .reduce((left, condition) => {
            const key = String(condition.Key);
            const filter = Object.hasOwn(filters, key) ? filters[key] : undefined;
            if (filter === undefined || keys.has(key)) {
                // Code and text are guesses.
                throw new CloudError("IllegalParam.RouteFilter", "The specified RouteFilter is illegal.");
            }
            keys.add(key);
            return filter(left, listOf(condition, "Value").map(String));
        }, entries);
}
