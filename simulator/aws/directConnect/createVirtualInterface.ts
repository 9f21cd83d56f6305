import type { Action } from "../../action";
import { clientError, requiredStructure, requiredText } from "../input";
import { setPeerStates } from "./bgpPeers";
import { readNewVirtualInterface } from "./newVirtualInterface";
import { findConnection, notAvailable, virtualInterfaceShape, virtualInterfacesOn } from "./shapes";

export const createPrivateVirtualInterface: Action = {
    name: "CreatePrivateVirtualInterface",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const connection = findConnection(context, requiredText(input, "connectionId"));
        if (connection.connectionState !== "available") {
            throw notAvailable(connection);
        }
        const vif = readNewVirtualInterface(
            context,
            connection,
            requiredStructure(input, "newPrivateVirtualInterface"),
        );
        const others = virtualInterfacesOn(world, connection.connectionId);
        if (others.length >= world.quotas.virtualInterfacesPerHostedConnection) {
            const ids = others.map(({ virtualInterfaceId }) => virtualInterfaceId).join(", ");
            throw clientError(`Hosted connection ${connection.connectionId} already has virtual interface ${ids}.`);
        }
        world.aws.virtualInterfaces.set(vif.virtualInterfaceId, vif);
        world.later(world.durations.virtualInterfaceCreate, () => {
            if (vif.virtualInterfaceState === "pending") {
                // Down until BGP is up; the physics makes it available (P17).
                vif.virtualInterfaceState = "down";
                setPeerStates(vif, "available");
            }
        });
        world.changed();
        return virtualInterfaceShape(world, vif);
    },
};
