import type { TransitRouterRouteTable } from "../alibabaState";
import type { World } from "../world";

type Entry = TransitRouterRouteTable["entries"][number];

/**
 * P32: which of the entries of one destination a transit router uses: the lowest preference, then the shortest AS path,
 * and all that are equal then (ECMP). The longest prefix decides at look-up.
 */
export function choose(world: World, entries: Entry[]): Entry[] {
    return entries.map((entry) => ({ ...entry, status: statusOf(world, entry, entries) }));
}

function statusOf(world: World, entry: Entry, all: Entry[]): Entry["status"] {
    if (entry.status === "Prohibited") {
        return "Prohibited";
    }
    const rivals = all.filter(
        (other) => other.destinationCidrBlock === entry.destinationCidrBlock && other.status !== "Prohibited",
    );
    const firstVpc = rivals.find(({ origin }) => origin === "VPC");
    if (entry.origin === "VPC" && entry !== firstVpc) {
        // Two VPCs with one CIDR block are a conflict and no two ways to the same place; that the first one stays is our reading.
        return "Rejected";
    }
    const preferred = lowest(rivals, ({ preference }) => preference);
    const shortest = lowest(preferred, ({ asPath }) => asPath.length);
    return shortest.includes(entry) ? "Active" : world.guesses.lostRoute;
}

function lowest(entries: Entry[], measure: (entry: Entry) => number): Entry[] {
    const least = Math.min(...entries.map(measure));
    return entries.filter((entry) => measure(entry) === least);
}
