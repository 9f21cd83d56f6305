import type { CenRouteMap } from "../../simulator/world/alibabaState";

type Place = "routeMapId" | "cenId" | "cenRegionId" | "transitRouterRouteTableId";

/** A map that permits everything out of its table, unless its fields say otherwise. */
export function routeMapOf(fields: Pick<CenRouteMap, Place> & Partial<CenRouteMap>): CenRouteMap {
    return {
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
}
