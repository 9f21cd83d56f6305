import { covers } from "../addresses";

/** A prefix as BGP carries it. */
export interface Route {
    destinationCidrBlock: string;
    /** The ASNs that it has come through, the nearest first. */
    asPath: number[];
}

/** The first route of each destination. */
export function firstOfEach<Each extends { destinationCidrBlock: string }>(routes: Each[]): Each[] {
    const seen = new Set<string>();
    return routes.filter(
        ({ destinationCidrBlock }) => !seen.has(destinationCidrBlock) && seen.add(destinationCidrBlock),
    );
}

/** The routes to an address that have the longest prefix (P32, P35): one, or several of the same destination. */
export function mostSpecific<Each extends { destinationCidrBlock: string }>(routes: Each[], address: string): Each[] {
    const fitting = routes.filter(({ destinationCidrBlock }) => covers(destinationCidrBlock, `${address}/32`));
    const longest = Math.max(...fitting.map(prefixLength));
    return fitting.filter((route) => prefixLength(route) === longest);
}

function prefixLength({ destinationCidrBlock }: { destinationCidrBlock: string }): number {
    return Number(destinationCidrBlock.split("/")[1]);
}
