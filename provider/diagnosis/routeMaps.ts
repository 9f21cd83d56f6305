import type { RouteMap } from "../clouds/network";
import { covers } from "../rules/cidrBlocks";
import type { LinkFacts } from "./facts";

/** One end of a way through a table of the transit router. */
export interface WayEnd {
    instanceId: string;
    /** VPC, VBR, VPN, or whatever else the cloud says. */
    type: string;
}

/** A way into a table ("RegionIn", on which the destination does not count), or out of it. */
export interface Way {
    routeTableId: string;
    direction: "RegionIn" | "RegionOut";
    source: WayEnd;
    destination: WayEnd | undefined;
}

/**
 * The route map that keeps a route from passing; undefined: it passes. The first one that matches decides
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-createcenroutemap).
 */
export function denyingMap(way: Way, cidrBlock: string, { alibaba }: LinkFacts): RouteMap | undefined {
    const first = (alibaba.routeMaps ?? [])
        .filter(({ routeTableId }) => routeTableId === way.routeTableId)
        .filter(({ transmitDirection }) => transmitDirection === way.direction)
        .sort((a, b) => a.priority - b.priority)
        .find((map) => matches(map, way, cidrBlock));
    return first?.mapResult === "Deny" ? first : undefined;
}

function matches(map: RouteMap, { direction, source, destination }: Way, cidrBlock: string): boolean {
    const fits = (block: string): boolean =>
        map.cidrMatchMode === "Complete" ? block === cidrBlock : covers(block, cidrBlock);
    return (
        (map.destinationCidrBlocks.length === 0 || map.destinationCidrBlocks.some(fits)) &&
        names(map.sourceInstanceIds, source.instanceId) &&
        names(map.sourceChildInstanceTypes, source.type) &&
        (direction === "RegionIn" ||
            (names(map.destinationInstanceIds, destination?.instanceId) &&
                names(map.destinationChildInstanceTypes, destination?.type)))
    );
}

/** An empty condition is met. */
function names(wanted: readonly string[], value: string | undefined): boolean {
    return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}
