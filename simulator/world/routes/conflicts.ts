import type { VpcRouteTable } from "../alibabaState";
import type { World } from "../world";
import { offeredRoutes } from "./alibabaVpcTables";

/** A route that synchronisation offers a VPC's table, and that is not in it. */
export interface RouteConflict {
    destinationCidrBlock: string;
    /** The network that brings it. */
    instanceId: string;
    /** An entry of the same destination is there already, or there is no room left (P30). */
    cause: "conflict" | "overflow";
}

export function conflictsOf(world: World, table: VpcRouteTable): RouteConflict[] {
    if (table.routePropagationEnabled === false) {
        return [];
    }
    const own = table.entries.filter(({ type }) => type !== "CEN").map((entry) => entry.destinationCidrBlock);
    const synchronised = table.entries.filter(({ type }) => type === "CEN").map((entry) => entry.destinationCidrBlock);
    return offeredRoutes(world, table.vpcId).flatMap(({ destinationCidrBlock, instanceId }): RouteConflict[] => {
        if (own.includes(destinationCidrBlock)) {
            return [{ destinationCidrBlock, instanceId, cause: "conflict" }];
        }
        return synchronised.includes(destinationCidrBlock)
            ? []
            : [{ destinationCidrBlock, instanceId, cause: "overflow" }];
    });
}
