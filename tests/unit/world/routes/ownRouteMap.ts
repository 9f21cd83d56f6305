import type { CenRouteMap } from "../../../../simulator/world/alibabaState";
import { routeMapOf } from "../../../support/routeMap";
import type { Joined } from "../joined";

/** A map on the system table that permits everything out of it, unless its fields say otherwise. */
export function addMap(
    { world, systemTable, attachment }: Pick<Joined, "world" | "systemTable" | "attachment">,
    fields: Partial<CenRouteMap>,
): CenRouteMap {
    const map = routeMapOf({
        routeMapId: `cenrmap-${world.alibaba.routeMaps.size + 1}`,
        cenId: attachment.cenId,
        cenRegionId: attachment.regionId,
        transitRouterRouteTableId: systemTable.transitRouterRouteTableId,
        ...fields,
    });
    world.alibaba.routeMaps.set(map.routeMapId, map);
    return map;
}
