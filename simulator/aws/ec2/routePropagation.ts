import type { Action, ActionContext, ActionInput } from "../../action";
import type { AwsRouteTable } from "../../world/awsState";
import { CloudError } from "../../world/cloudError";
import { isOwn, requiredParameter } from "./filters";
import { findGateway } from "./vpnGateways";

function findRouteTable(context: ActionContext, id: string): AwsRouteTable {
    const table = context.world.aws.routeTables.get(id);
    const vpc = context.world.aws.vpcs.get(table?.vpcId ?? "");
    if (table === undefined || vpc === undefined || !isOwn(context, vpc)) {
        throw new CloudError("InvalidRouteTableID.NotFound", `The routeTable ID '${id}' does not exist`);
    }
    return table;
}

function read(context: ActionContext, input: ActionInput): { table: AwsRouteTable; gatewayId: string } {
    const table = findRouteTable(context, requiredParameter(input, "RouteTableId"));
    return { table, gatewayId: findGateway(context, requiredParameter(input, "GatewayId")).vpnGatewayId };
}

export const enableVgwRoutePropagation: Action = {
    name: "EnableVgwRoutePropagation",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const { table, gatewayId } = read(context, input);
        const attachments = world.aws.vpnGateways.get(gatewayId)?.attachments ?? [];
        if (!attachments.some(({ vpcId, state }) => vpcId === table.vpcId && state === "attached")) {
            throw new CloudError(
                "Gateway.NotAttached",
                `The virtual private gateway ${gatewayId} is not attached to VPC ${table.vpcId}.`,
            );
        }
        if (!table.propagatingVgws.includes(gatewayId)) {
            table.propagatingVgws.push(gatewayId);
        }
        world.changed();
        return { return: true };
    },
};

export const disableVgwRoutePropagation: Action = {
    name: "DisableVgwRoutePropagation",
    mutating: true,
    run(context, input) {
        const { table, gatewayId } = read(context, input);
        table.propagatingVgws = table.propagatingVgws.filter((id) => id !== gatewayId);
        context.world.changed();
        return { return: true };
    },
};
