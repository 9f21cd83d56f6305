import type { Action, ActionContext, ActionInput } from "../../action";
import type { CenRouteMap, TransitRouterRouteTable } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { optionalText, requiredText } from "../input";
import { findCen, findRouteTable, ownRouteTables, ownTransitRouters, requireIdle } from "./access";
import { illegal, readRouteMapSettings } from "./routeMapSettings";

/** "If you do not specify a route table ID, the policy is associated with the default route table of the transit router." */
function tableOf(context: ActionContext, input: ActionInput): TransitRouterRouteTable {
    const cenId = findCen(context, requiredText(input, "CenId"));
    const regionId = requiredText(input, "CenRegionId");
    const router = ownTransitRouters(context).find((own) => own.cenId === cenId && own.regionId === regionId);
    if (router?.type !== "Enterprise") {
        throw new CloudError(
            "OperationUnsupported.TransitRouterType",
            "The simulator has routing policies on Enterprise transit routers alone.",
        );
    }
    const id = optionalText(input, "TransitRouterRouteTableId");
    const table =
        id === undefined
            ? ownRouteTables(context).find(
                  (own) => own.transitRouterId === router.transitRouterId && own.type === "System",
              )
            : findRouteTable(context, id);
    if (table?.transitRouterId !== router.transitRouterId) {
        throw illegal("TransitRouterRouteTableId");
    }
    return table;
}

/**
 * "Within an Enterprise Edition transit router, each routing policy must have a unique priority for a given region and
 * direction" (https://www.alibabacloud.com/help/en/cen/user-guide/work-with-routing-policies); code and text are guesses.
 */
function requireFreePriority({ world }: ActionContext, map: CenRouteMap): void {
    const taken = [...world.alibaba.routeMaps.values()].some(
        (other) =>
            other.cenId === map.cenId &&
            other.cenRegionId === map.cenRegionId &&
            other.transmitDirection === map.transmitDirection &&
            other.priority === map.priority,
    );
    if (taken) {
        throw new CloudError(
            "InvalidOperation.RouteMapPriorityExist",
            `The priority ${map.priority} is used by another routing policy of the region and direction.`,
        );
    }
}

/** Asynchronous, and without a ClientToken. */
export const createCenRouteMap: Action = {
    name: "CreateCenRouteMap",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const { transitRouterRouteTableId, transitRouterId } = tableOf(context, input);
        const map: CenRouteMap = {
            routeMapId: world.newId("cenrmap-", 18),
            cenId: requiredText(input, "CenId"),
            cenRegionId: requiredText(input, "CenRegionId"),
            transitRouterRouteTableId,
            ...readRouteMapSettings(world, input),
            status: "Creating",
        };
        requireFreePriority(context, map);
        requireIdle(context, transitRouterId);
        world.alibaba.routeMaps.set(map.routeMapId, map);
        world.later(world.durations.routeMap, () => {
            map.status = "Active";
        });
        return { RouteMapId: map.routeMapId };
    },
};

/** Its own code: terraform-provider-alicloud tries again after it (resource_alicloud_cen_route_map.go); the text is a guess. */
const incorrectStatus = new CloudError("IncorrectStatus.RouteMap", "The status of RouteMap is incorrect.");

/** "You cannot modify the default routing policy. The priority value is larger than 1000"; that it cannot be deleted either is a guess. */
const largestOfUsers = 1000;

export const deleteCenRouteMap: Action = {
    name: "DeleteCenRouteMap",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const cenId = findCen(context, requiredText(input, "CenId"));
        const regionId = requiredText(input, "CenRegionId");
        const map = world.alibaba.routeMaps.get(requiredText(input, "RouteMapId"));
        if (map?.cenId !== cenId || map.cenRegionId !== regionId) {
            // Code and text are guesses.
            throw new CloudError("InvalidRouteMapId.NotFound", "The specified RouteMapId is not found.");
        }
        if (map.priority > largestOfUsers) {
            // Code and text are guesses.
            throw new CloudError(
                "OperationUnsupported.DefaultRouteMap",
                "The default routing policy cannot be deleted.",
            );
        }
        if (map.status !== "Active") {
            throw incorrectStatus;
        }
        requireIdle(context, findRouteTable(context, map.transitRouterRouteTableId).transitRouterId);
        map.status = "Deleting";
        world.later(world.durations.routeMap, () => {
            world.alibaba.routeMaps.delete(map.routeMapId);
        });
        world.changed();
        return {};
    },
};
