import type { VpcRouteTable } from "../alibabaState";
import { carriesRoutes } from "../attachment";
import type { World } from "../world";
import { learnedOverBasicCen } from "./basicCen";
import { routesKnownTo } from "./transitRouterTables";

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
    return offered(world, table.vpcId).flatMap((route): RouteConflict[] => {
        if (own.includes(route.destinationCidrBlock)) {
            return [{ ...route, cause: "conflict" }];
        }
        return synchronised.includes(route.destinationCidrBlock) ? [] : [{ ...route, cause: "overflow" }];
    });
}

function offered(world: World, vpcId: string): Omit<RouteConflict, "cause">[] {
    const { attachments } = world.alibaba;
    const overTransitRouter = [...attachments.values()]
        .filter(({ kind, resourceId }) => kind === "VPC" && resourceId === vpcId)
        .filter((attachment) => carriesRoutes(attachment) && attachment.autoPublishRouteEnabled)
        .flatMap(({ attachmentId }) => routesKnownTo(world, attachmentId))
        .map(({ destinationCidrBlock, broughtBy }) => ({
            destinationCidrBlock,
            instanceId: attachments.get(broughtBy)?.resourceId ?? "",
        }));
    const overBasicCen = learnedOverBasicCen(world, vpcId).map(({ destinationCidrBlock, childInstanceId }) => ({
        destinationCidrBlock,
        instanceId: childInstanceId,
    }));
    return [...overTransitRouter, ...overBasicCen];
}
