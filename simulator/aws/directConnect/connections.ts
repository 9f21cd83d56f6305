import type { Action } from "../../action";
import { hostedConnectionConfirmed } from "../../world/circuit";
import { clientError, optionalNumber, optionalText, requiredText } from "../input";
import { pageOf } from "../pages";
import { connectionShape, findConnection } from "./shapes";

const defaultPageSize = 100;

export const describeConnections: Action = {
    name: "DescribeConnections",
    mutating: false,
    run(context, input) {
        const { world, caller } = context;
        const connectionId = optionalText(input, "connectionId");
        if (connectionId !== undefined) {
            return { connections: [connectionShape(findConnection(context, connectionId))] };
        }
        const own = [...world.aws.connections.values()].filter(
            ({ ownerAccount, region }) => ownerAccount === caller.accountId && region === caller.region,
        );
        const size = optionalNumber(input, "maxResults") ?? defaultPageSize;
        const { page, nextToken } = pageOf(own, size, optionalText(input, "nextToken"), () =>
            clientError("The specified nextToken is invalid."),
        );
        return { connections: page.map(connectionShape), ...(nextToken !== undefined && { nextToken }) };
    },
};

export const confirmConnection: Action = {
    name: "ConfirmConnection",
    mutating: true,
    run(context, input) {
        const connection = findConnection(context, requiredText(input, "connectionId"));
        if (connection.connectionState !== "ordering") {
            throw clientError(
                `ConfirmConnection failed. ${connection.connectionId} is in state ${connection.connectionState}`,
            );
        }
        connection.connectionState = "pending";
        hostedConnectionConfirmed(context.world, connection);
        context.world.changed();
        return { connectionState: "pending" };
    },
};

export const deleteConnection: Action = {
    name: "DeleteConnection",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const connection = findConnection(context, requiredText(input, "connectionId"));
        const used = [...world.aws.virtualInterfaces.values()].some(
            (vif) => vif.connectionId === connection.connectionId && vif.virtualInterfaceState !== "deleted",
        );
        if (used) {
            throw clientError(`Connection ${connection.connectionId} has virtual interfaces. Delete them first.`);
        }
        // While it waits for its owner, a deletion is a refusal, for good (P1).
        connection.connectionState = connection.connectionState === "ordering" ? "rejected" : "deleted";
        world.changed();
        return connectionShape(connection);
    },
};
