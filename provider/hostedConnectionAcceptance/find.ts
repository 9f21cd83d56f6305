import type { AwsCloud, HostedConnection } from "../clouds/clouds";
import { acceptedForTag } from "../rules/marks";

/** How a hosted connection is recognised. An ID wins; else VLAN and bandwidth are the strong keys, and names only narrow: partners reuse them. */
export interface ConnectionSearch {
    vbrId: string;
    connectionId?: string;
    connectionName?: string;
    partnerName?: string;
    /** The VBR's VLAN; until it is known nothing is recognised but by ID. */
    vlanId?: number;
    /** Takes a connection that is named by its ID with another VLAN than the VBR's. */
    vlanMayDiffer?: boolean;
}

/** The connection, or, while none is recognised, those that it could be. */
export interface ConnectionFinding {
    connection?: HostedConnection;
    candidates: readonly HostedConnection[];
    /** Where none is recognised: one of the VBR's VLAN that has ended, so that it may be the one that is waited for in vain. */
    ended?: HostedConnection;
}

/** What the product sells. */
const bandwidth = "1Gbps";

const endedStates = ["deleting", "deleted", "rejected"];

/** One that has ended never comes back by itself. */
export function hasEnded(connectionState: string): boolean {
    return endedStates.includes(connectionState);
}

/** Throws where several fit, where the one that was named is another circuit's, and where the one that was accepted has ended. */
export function findHostedConnection(all: readonly HostedConnection[], search: ConnectionSearch): ConnectionFinding {
    const candidates = all.filter((connection) => couldBe(connection, search));
    const { connectionId, vbrId, vlanId } = search;
    if (connectionId !== undefined && connectionId !== "") {
        const named = all.find((connection) => connection.connectionId === connectionId);
        return { connection: named && requireSameVlan(named, search), candidates };
    }
    const fitting = candidates.filter(({ vlan }) => vlan !== undefined && vlan === vlanId);
    const marked = fitting.filter(({ tags }) => tags[acceptedForTag] === vbrId);
    const found = marked.length > 0 ? marked : fitting;
    if (found.length > 1) {
        throw new Error(
            [
                `Hosted connection: ${found.length} have the VLAN ${vlanId ?? ""} of ${vbrId} and ${bandwidth}. Write aws.connectionId: "..." with one of these IDs:`,
                ...found.map(
                    ({ connectionId: id, connectionName, partnerName, connectionState }) =>
                        `  ${id}  name "${connectionName}", partner "${partnerName}", ${connectionState}`,
                ),
            ].join("\n"),
        );
    }
    const [connection] = found;
    return connection === undefined
        ? { candidates, ended: findEndedConnection(all, search) }
        : { connection, candidates };
}

/** Throws where it was accepted for this VBR: then no other one comes by itself. Without that mark it may be another circuit's of the same VLAN. */
function findEndedConnection(
    all: readonly HostedConnection[],
    { vbrId, vlanId }: ConnectionSearch,
): HostedConnection | undefined {
    const ended = all.filter(
        ({ connectionState, vlan }) => endedStates.includes(connectionState) && vlan !== undefined && vlan === vlanId,
    );
    const accepted = ended.find(({ tags }) => tags[acceptedForTag] === vbrId);
    if (accepted !== undefined) {
        throw new Error(
            `Hosted connection ${accepted.connectionId}, which was accepted for ${vbrId}, is ${accepted.connectionState}. Only Alibaba Cloud can issue it again: ask its support, and run pulumi up again once it has.`,
        );
    }
    return ended[0];
}

/** The connection of this ID; undefined: it is gone. */
export async function lookUpHostedConnection(
    connectionId: string,
    aws: AwsCloud,
): Promise<HostedConnection | undefined> {
    const found = (await aws.describeConnections()).find((connection) => connection.connectionId === connectionId);
    return found === undefined || ["deleted", "rejected"].includes(found.connectionState) ? undefined : found;
}

/** Everything but the VLAN. What was accepted for another VBR is another link's. */
function couldBe(connection: HostedConnection, { vbrId, connectionName, partnerName }: ConnectionSearch): boolean {
    return (
        !hasEnded(connection.connectionState) &&
        connection.bandwidth === bandwidth &&
        (connection.tags[acceptedForTag] ?? vbrId) === vbrId &&
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
