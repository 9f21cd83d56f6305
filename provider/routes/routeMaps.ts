import type { RouteMap, TransitRouterRouteEntry } from "../clouds/network";
import { covers } from "../rules";

/** One end of a way through a table of the transit router. */
export interface WayEnd {
    /** undefined where the cloud does not tell it, or it is not there yet: no map can name it. */
    instanceId: string | undefined;
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

/** The route map that keeps an entry of a transit router's table from a VBR; undefined: it gets there. */
export function mapKeepingFrom(
    vbrId: string | undefined,
    entry: Pick<TransitRouterRouteEntry, "destinationCidrBlock" | "originResourceId" | "originResourceType">,
    routeTableId: string,
    routeMaps: readonly RouteMap[],
): RouteMap | undefined {
    const source = { instanceId: entry.originResourceId, type: entry.originResourceType };
    const destination = { instanceId: vbrId, type: "VBR" };
    const way: Way = { routeTableId, direction: "RegionOut", source, destination };
    return denyingMap(way, entry.destinationCidrBlock, routeMaps);
}

/**
 * The route map that keeps a route from passing; undefined: it passes. The first one that fits decides
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-createcenroutemap). One that permits and names the next one to be asked is
 * taken for the last word, since the list of a map's fields does not tell here.
 */
export function denyingMap(way: Way, cidrBlock: string, routeMaps: readonly RouteMap[]): RouteMap | undefined {
    const first = routeMaps
        .filter(({ routeTableId }) => (routeTableId ?? way.routeTableId) === way.routeTableId)
        .filter(({ transmitDirection }) => transmitDirection === way.direction)
        .sort((one, other) => one.priority - other.priority)
        .find((map) => fits(map, way, cidrBlock));
    return first?.mapResult === "Deny" ? first : undefined;
}

/** All conditions of a map; one that names nothing is met. */
function fits(map: RouteMap, { direction, source, destination }: Way, cidrBlock: string): boolean {
    const isMeant = (block: string): boolean =>
        map.cidrMatchMode === "Complete" ? block === cidrBlock : covers(block, cidrBlock);
    return (
        (map.destinationCidrBlocks.length === 0 || map.destinationCidrBlocks.some(isMeant)) &&
        names(map.sourceInstanceIds, source.instanceId) &&
        names(map.sourceChildInstanceTypes, source.type) &&
        (direction === "RegionIn" ||
            (names(map.destinationInstanceIds, destination?.instanceId) &&
                names(map.destinationChildInstanceTypes, destination?.type)))
    );
}

function names(wanted: readonly string[], value: string | undefined): boolean {
    return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}
