import type { HostedConnection } from "../clouds/clouds";

/** How a hosted connection is recognised. An ID wins; else VLAN and bandwidth are the strong keys, and names only narrow. */
export interface ConnectionSearch {
    connectionId?: string;
    connectionName?: string;
    partnerName?: string;
    /** The VBR's VLAN; without it nothing is recognised but by ID: partners reuse names. */
    vlanId?: number;
    vlanMayDiffer?: boolean;
}

/** What the product sells. */
const bandwidth = "1Gbps";

const endedStates = ["deleting", "deleted", "rejected"];

/** The connection, or undefined while there is none. Throws where several fit, and where the one that was named is another circuit's. */
export function findHostedConnection(
    all: readonly HostedConnection[],
    search: ConnectionSearch,
): HostedConnection | undefined {
    if (search.connectionId !== undefined && search.connectionId !== "") {
        const named = all.find(({ connectionId }) => connectionId === search.connectionId);
        return named && requireSameVlan(named, search);
    }
    const candidates = all.filter((connection) => fits(connection, search));
    if (candidates.length > 1) {
        throw new Error(
            [
                `Hosted connection: ${candidates.length} fit VLAN ${search.vlanId ?? "(any)"} and ${bandwidth}. Set aws.connectionId to one of them:`,
                ...candidates.map(
                    ({ connectionId, connectionName, partnerName, connectionState }) =>
                        `  ${connectionId}  name "${connectionName}", partner "${partnerName}", ${connectionState}`,
                ),
            ].join("\n"),
        );
    }
    return candidates[0];
}

function fits(
    connection: HostedConnection,
    { vlanId, vlanMayDiffer, connectionName, partnerName }: ConnectionSearch,
): boolean {
    const narrowed = connectionName !== undefined || partnerName !== undefined;
    return (
        !endedStates.includes(connection.connectionState) &&
        connection.bandwidth === bandwidth &&
        // Where the circuit may translate VLANs, a name together with the bandwidth has to do.
        (vlanMayDiffer === true ? narrowed : vlanId !== undefined && connection.vlan === vlanId) &&
        (connectionName === undefined || connection.connectionName === connectionName) &&
        (partnerName === undefined || connection.partnerName === partnerName)
    );
}

function requireSameVlan(connection: HostedConnection, { vlanId, vlanMayDiffer }: ConnectionSearch): HostedConnection {
    if (vlanId !== undefined && connection.vlan !== vlanId && vlanMayDiffer !== true) {
        throw new Error(
            `Hosted connection ${connection.connectionId} has VLAN ${connection.vlan ?? "none"}, the VBR has ${vlanId}: it is another circuit's. Name the right one in aws.connectionId, or set aws.vlanMayDiffer if the circuit translates.`,
        );
    }
    return connection;
}
