import type { Action } from "../../action";
import type { ConnectionState } from "../../world/awsState";
import { hostedConnectionConfirmed } from "../../world/circuit";
import { listed } from "../../world/listings";
import { clientError, optionalText, requiredText } from "../input";
import { pageAskedFor } from "./page";
import { connectionShape, findConnection, notAvailable, virtualInterfacesOn } from "./shapes";

export const describeConnections: Action = {
    name: "DescribeConnections",
    mutating: false,
    run(context, input) {
        const { world, caller } = context;
        const connectionId = optionalText(input, "connectionId");
        const all = listed(world, "connections");
        const asked =
            connectionId === undefined
                ? all.filter(
                      ({ ownerAccount, region }) => ownerAccount === caller.accountId && region === caller.region,
                  )
                : [findConnection(context, connectionId, all)];
        const page = pageAskedFor("DescribeConnections", input, asked, (connection) => connection.connectionId);
        return { connections: page.items.map(connectionShape), nextToken: page.nextToken };
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

const deletable: readonly ConnectionState[] = ["ordering", "requested", "available", "down"];

/** While it waits for its owner, a deletion is a refusal, for good (P1). The partner's service goes on either way. */
export const deleteConnection: Action = {
    name: "DeleteConnection",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const connection = findConnection(context, requiredText(input, "connectionId"));
        if (!deletable.includes(connection.connectionState)) {
            throw notAvailable(connection);
        }
        if (virtualInterfacesOn(world, connection.connectionId).length > 0) {
            throw clientError(`Connection ${connection.connectionId} has virtual interfaces. Delete them first.`);
        }
        if (connection.connectionState === "ordering") {
            connection.connectionState = "rejected";
        } else {
            connection.connectionState = "deleting";
            world.later(world.durations.connectionDelete, () => {
                connection.connectionState = "deleted";
            });
        }
        world.changed();
        return connectionShape(connection);
    },
};
