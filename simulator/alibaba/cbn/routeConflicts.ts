import type { Action, ActionContext, ActionInput, ActionOutput } from "../../action";
import { CloudError } from "../../world/cloudError";
import { conflictsOf, type RouteConflict } from "../../world/routes/conflicts";
import { named } from "../filters";
import { requiredText } from "../input";
import { numberedPage } from "../pages";
import { readChild, requireChild } from "./childAccess";

/** A VBR's table takes no entries of CEN that could meet others, and a CCN is no part of this world. */
function conflictsIn(context: ActionContext, input: ActionInput): RouteConflict[] {
    const { world, caller } = context;
    const { vpcRouteTables, borderRouters } = world.alibaba;
    const child = readChild(input);
    const tableId = requiredText(input, "ChildInstanceRouteTableId");
    requireChild(context, child, caller.accountId);
    if (child.childInstanceType === "CCN") {
        return [];
    }
    const table = vpcRouteTables.get(tableId);
    if (table?.vpcId === child.childInstanceId) {
        return conflictsOf(world, table);
    }
    if (borderRouters.get(child.childInstanceId)?.routeTableId !== tableId) {
        // Code and text are those of other actions: a guess.
        throw new CloudError("InvalidRouteTableId.NotFound", "The specified RouteTableId is not found.", 404);
    }
    return [];
}

/**
 * "conflict: the routes have the same destination CIDR block; overflow: the number of routes in the route table has
 * reached the upper limit" (alibabacloud_cbn20170912, DescribeRouteConflictResponseBody).
 */
export const describeRouteConflict: Action = {
    name: "DescribeRouteConflict",
    mutating: false,
    run(context, input) {
        const found = named(input, conflictsIn(context, input), {
            DestinationCidrBlock: ({ destinationCidrBlock }) => destinationCidrBlock,
        });
        const { page, counts } = numberedPage(input, found);
        return { ...counts, RouteConflicts: { RouteConflict: page.map((conflict) => shape(context, conflict)) } };
    },
};

function shape({ world }: ActionContext, { destinationCidrBlock, instanceId, cause }: RouteConflict): ActionOutput {
    const { vpcs, borderRouters } = world.alibaba;
    const vpc = vpcs.get(instanceId);
    return {
        DestinationCidrBlock: destinationCidrBlock,
        InstanceId: instanceId,
        InstanceType: vpc === undefined ? "VBR" : "VPC",
        RegionId: (vpc ?? borderRouters.get(instanceId))?.regionId,
        Status: cause,
    };
}
