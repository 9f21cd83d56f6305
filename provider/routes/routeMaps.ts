import type { RouteMap, TransitRouterRouteEntry } from "../clouds/network";
import { covers } from "./cidrBlocks";
import type { TransitRouterFacts } from "./facts";

/**
 * The map that keeps a route of a transit router's table from a VBR: of those for outgoing routes the first that fits decides
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-createcenroutemap). One that permits and names the next one to be asked is
 * taken for the last word, since the list of a map's fields does not tell here.
 */
export function denyingMap(
    { routeMaps, routeTableId }: TransitRouterFacts,
    vbrId: string,
    entry: TransitRouterRouteEntry,
): RouteMap | undefined {
    const first = routeMaps
        .filter((map) => map.transmitDirection === "RegionOut" && (map.routeTableId ?? routeTableId) === routeTableId)
        .sort((a, b) => a.priority - b.priority)
        .find((map) => fits(map, vbrId, entry));
    return first?.mapResult === "Deny" ? first : undefined;
}

/** Every condition holds; one that names nothing always does. */
function fits(map: RouteMap, vbrId: string, { destinationCidrBlock, ...origin }: TransitRouterRouteEntry): boolean {
    const isMeant = (block: string): boolean =>
        map.cidrMatchMode === "Complete" ? block === destinationCidrBlock : covers(block, destinationCidrBlock);
    return (
        (map.destinationCidrBlocks.length === 0 || map.destinationCidrBlocks.some(isMeant)) &&
        names(map.sourceInstanceIds, origin.originResourceId) &&
        names(map.sourceChildInstanceTypes, origin.originResourceType) &&
        names(map.destinationInstanceIds, vbrId) &&
        names(map.destinationChildInstanceTypes, "VBR")
    );
}

function names(wanted: readonly string[], value: string | undefined): boolean {
    return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}
