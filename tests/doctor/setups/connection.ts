import type { HostedConnection } from "../../../simulator/world/awsState";
import { offerForeignConnection } from "../../../simulator/scenarios/order";
import type { Link } from "../healthyLink";
import { only } from "../only";
import { keepsBgpDown, type Setup } from "../setup";
import { deleteVirtualInterface } from "./deleteVirtualInterface";

/** A connection that is not accepted, or is gone, has no virtual interface (P2). */
function without(link: Link, change: Partial<HostedConnection>): void {
    deleteVirtualInterface(link);
    Object.assign(link.connection, change);
}

/** Another partner's offer to the same account. */
function foreignConnection({ world }: Link): HostedConnection {
    offerForeignConnection(world);
    return only([...world.aws.connections.values()].filter(({ circuitId }) => circuitId === undefined));
}

/** The hosted connection itself. */
export const connectionSetups: Setup[] = [
    {
        ...keepsBgpDown,
        cause: "no-hosted-connection",
        how: "the order named another account",
        breaks(link) {
            without(link, { ownerAccount: "210987654321", connectionState: "ordering" });
            delete link.ids.connectionId;
        },
        also: ["no-virtual-interface"],
        touches: ["offer", "acceptance", "virtual interface"],
    },
    {
        ...keepsBgpDown,
        cause: "no-hosted-connection",
        how: "the order named another region",
        breaks(link) {
            without(link, { region: "eu-central-1", connectionState: "ordering" });
            delete link.ids.connectionId;
        },
        also: ["no-virtual-interface"],
        touches: ["offer", "acceptance", "virtual interface"],
    },
    {
        ...keepsBgpDown,
        cause: "not-accepted",
        how: "still offered",
        breaks: (link) => {
            without(link, { connectionState: "ordering" });
        },
        also: ["no-virtual-interface"],
        touches: ["acceptance", "virtual interface"],
        needs: ["offer"],
    },
    {
        ...keepsBgpDown,
        cause: "connection-ended",
        how: "rejected",
        breaks: (link) => {
            without(link, { connectionState: "rejected" });
        },
        also: ["no-virtual-interface"],
        touches: ["offer", "acceptance", "virtual interface"],
    },
    {
        ...keepsBgpDown,
        cause: "connection-ended",
        how: "deleted",
        breaks: (link) => {
            without(link, { connectionState: "deleted" });
        },
        also: ["no-virtual-interface"],
        touches: ["offer", "acceptance", "virtual interface"],
    },
    {
        ...keepsBgpDown,
        cause: "foreign-connection",
        how: "another partner's offer was accepted, and the virtual interface made on it",
        breaks(link) {
            const foreign = foreignConnection(link);
            const { vif, connection, ids } = link;
            foreign.connectionState = "available";
            connection.connectionState = "ordering";
            Object.assign(vif, { connectionId: foreign.connectionId, vlan: foreign.vlan });
            ids.connectionId = foreign.connectionId;
        },
        touches: ["offer", "acceptance", "virtual interface's connection"],
        needs: ["virtual interface", "VLAN"],
    },
    {
        ...keepsBgpDown,
        cause: "circuit-down",
        how: "the connection is down",
        breaks: ({ connection }) => (connection.connectionState = "down"),
        touches: ["acceptance"],
        needs: ["offer"],
    },
    {
        ...keepsBgpDown,
        cause: "aws-maintenance",
        how: "AWS works on its device",
        breaks: ({ connection }) => (connection.underMaintenance = true),
        touches: ["session"],
        // Nothing differs: that is how it is told.
        needs: ["acceptance", "virtual interface's state"],
    },
];
