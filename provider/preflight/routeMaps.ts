import type { RouteMap, TransitRouterRouteEntry } from "../clouds/network";
import { covers } from "../rules";

/**
 * Whether an outgoing route map keeps an entry of a transit router's table from a VBR. The first that fits decides
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-createcenroutemap); one that permits and names a next one is taken for the
 * last word.
 */
export function isKeptFrom(
    vbrId: string | undefined,
    entry: TransitRouterRouteEntry,
    routeMaps: readonly RouteMap[],
    routeTableId: string,
): boolean {
    const first = routeMaps
        .filter((map) => map.transmitDirection === "RegionOut" && (map.routeTableId ?? routeTableId) === routeTableId)
        .sort((one, other) => one.priority - other.priority)
        .find((map) => fits(map, vbrId, entry));
    return first?.mapResult === "Deny";
}

/** All conditions of a map; one that names nothing is met. */
function fits(map: RouteMap, vbrId: string | undefined, entry: TransitRouterRouteEntry): boolean {
    const { destinationCidrBlock } = entry;
    const isMeant = (block: string): boolean =>
        map.cidrMatchMode === "Complete" ? block === destinationCidrBlock : covers(block, destinationCidrBlock);
    return (
        (map.destinationCidrBlocks.length === 0 || map.destinationCidrBlocks.some(isMeant)) &&
        names(map.sourceInstanceIds, entry.originResourceId) &&
        names(map.sourceChildInstanceTypes, entry.originResourceType) &&
        names(map.destinationInstanceIds, vbrId) &&
        names(map.destinationChildInstanceTypes, "VBR")
    );
}

function names(wanted: readonly string[], value: string | undefined): boolean {
    return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}
