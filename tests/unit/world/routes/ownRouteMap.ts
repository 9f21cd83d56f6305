import type { CenRouteMap } from "../../../../simulator/world/alibabaState";
import type { Joined } from "../joined";

/** A map on the system table that permits everything out of it, unless its fields say otherwise. */
export function addMap({ world, systemTable, attachment }: Joined, fields: Partial<CenRouteMap>): CenRouteMap {
    const map: CenRouteMap = {
        routeMapId: `cenrmap-${world.alibaba.routeMaps.size + 1}`,
        cenId: attachment.cenId,
        cenRegionId: attachment.regionId,
        transitRouterRouteTableId: systemTable.transitRouterRouteTableId,
        transmitDirection: "RegionOut",
        mapResult: "Permit",
        priority: 20,
        nextPriority: undefined,
        preference: undefined,
        prependAsPath: [],
        cidrMatchMode: undefined,
        destinationCidrBlocks: [],
        sourceInstanceIds: [],
        destinationInstanceIds: [],
        sourceRegionIds: [],
        sourceChildInstanceTypes: [],
        destinationChildInstanceTypes: [],
        description: "",
        status: "Active",
        ...fields,
    };
    world.alibaba.routeMaps.set(map.routeMapId, map);
    return map;
}
