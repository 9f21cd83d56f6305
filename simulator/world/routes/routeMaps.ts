import { covers } from "../addresses";
import type { CenRouteMap, TransitRouterAttachment } from "../alibabaState";
import type { World } from "../world";
import type { Route } from "./route";

/** A route inside a transit router. */
export interface TransitRoute extends Route {
    /** The lower the better. */
    preference: number;
}

/** Where a route comes from and, on its way out of the table, where it goes. */
export interface Passage {
    table: string;
    direction: CenRouteMap["transmitDirection"];
    source: TransitRouterAttachment | undefined;
    destination: TransitRouterAttachment | undefined;
}

/**
 * What becomes of a route that passes the route maps of a table (P23 outgoing, P32 incoming); undefined if one of them denies it. The first that matches
 * decides, unless it permits and names the next one; what none matches is permitted
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-createcenroutemap).
 */
export function throughRouteMaps(world: World, passage: Passage, route: TransitRoute): TransitRoute | undefined {
    const maps = [...world.alibaba.routeMaps.values()]
        .filter(
            (map) =>
                map.status === "Active" &&
                map.transitRouterRouteTableId === passage.table &&
                map.transmitDirection === passage.direction,
        )
        .sort((a, b) => a.priority - b.priority);
    let passing = route;
    let nextPriority = 0;
    for (const map of maps) {
        if (map.priority < nextPriority || !matches(map, passage, passing)) {
            continue;
        }
        if (map.mapResult === "Deny") {
            return undefined;
        }
        passing = changedBy(map, passing);
        if (map.nextPriority === undefined) {
            return passing;
        }
        nextPriority = map.nextPriority;
    }
    return passing;
}

function changedBy(map: CenRouteMap, route: TransitRoute): TransitRoute {
    return {
        ...route,
        asPath: [...map.prependAsPath, ...route.asPath],
        preference: map.preference ?? route.preference,
    };
}

/** All conditions of a map must be met; of the values of one condition any. An empty condition is met. */
function matches(map: CenRouteMap, { source, destination }: Passage, { destinationCidrBlock }: Route): boolean {
    const cidrBlockFits =
        map.cidrMatchMode === "Complete"
            ? (cidrBlock: string) => cidrBlock === destinationCidrBlock
            : (cidrBlock: string) => covers(cidrBlock, destinationCidrBlock);
    return (
        (map.destinationCidrBlocks.length === 0 || map.destinationCidrBlocks.some(cidrBlockFits)) &&
        names(map.sourceInstanceIds, source?.resourceId) &&
        names(map.sourceRegionIds, source?.regionId) &&
        names(map.sourceChildInstanceTypes, source?.kind) &&
        // On the way into a table there is no destination yet, and what a map says of one is ignored.
        (destination === undefined ||
            (names(map.destinationInstanceIds, destination.resourceId) &&
                names(map.destinationChildInstanceTypes, destination.kind)))
    );
}

function names(wanted: string[], value: string | undefined): boolean {
    return wanted.length === 0 || (value !== undefined && wanted.includes(value));
}

const apart = ["VPN", "VBR", "CCN"];

/**
 * P33: the first VPN attachment of a transit router gives each of its tables a map that keeps VPN, VBR and CCN apart
 * (https://www.alibabacloud.com/help/en/cen/user-guide/attach-an-ipsec-vpn-connection-to-a-transit-router). That it
 * stays when the last VPN attachment goes is our reading.
 */
export function addSystemRouteMaps(world: World): void {
    const { attachments, routeTables, routeMaps, transitRouters } = world.alibaba;
    const withVpn = new Set(
        [...attachments.values()]
            .filter(({ kind, status }) => kind === "VPN" && status === "Attached")
            .map(({ transitRouterId }) => transitRouterId),
    );
    for (const { transitRouterId, transitRouterRouteTableId } of routeTables.values()) {
        const router = transitRouters.get(transitRouterId);
        const known = [...routeMaps.values()].some(
            (map) => map.transitRouterRouteTableId === transitRouterRouteTableId && map.priority === 5000,
        );
        if (router !== undefined && withVpn.has(transitRouterId) && !known) {
            const map = systemRouteMap(world.newId("cenrmap-", 18), router, transitRouterRouteTableId);
            routeMaps.set(map.routeMapId, map);
        }
    }
}

function systemRouteMap(
    routeMapId: string,
    { cenId, regionId }: { cenId: string; regionId: string },
    transitRouterRouteTableId: string,
): CenRouteMap {
    return {
        routeMapId,
        cenId,
        cenRegionId: regionId,
        transitRouterRouteTableId,
        transmitDirection: "RegionOut",
        mapResult: "Deny",
        priority: 5000,
        nextPriority: undefined,
        preference: undefined,
        prependAsPath: [],
        cidrMatchMode: undefined,
        destinationCidrBlocks: [],
        sourceInstanceIds: [],
        destinationInstanceIds: [],
        sourceRegionIds: [],
        sourceChildInstanceTypes: apart,
        destinationChildInstanceTypes: apart,
        description: "",
        status: "Active",
    };
}
