import type { AwsCloud, HostedConnection } from "../clouds/clouds";
import type { HandlerContext } from "../handler";
import { required } from "../required";
import { waitFor } from "../waiting/wait";
import { findHostedConnection, type ConnectionSearch } from "./find";
import { acceptance, type AcceptanceState } from "./status";

/** The mark of our acceptance on the connection, made from the VBR's ID, so that a create that was killed recognises its own work. */
export const markKey = "multicloud-connection:accepted-for";

/** What an acceptance has done so far; kept outside, since it must be known even if the wait fails. */
export interface AcceptanceProgress {
    connection?: HostedConnection;
    /** Whether anything was written, by this create or by an earlier one that was killed. */
    made: boolean;
}

export interface AcceptanceOptions {
    vbrId: string;
    /** Asked at each look: the VBR's VLAN may become known meanwhile. */
    search: () => ConnectionSearch;
    timeoutSeconds: number;
    progress: AcceptanceProgress;
    signal?: AbortSignal;
}

/** Finds the hosted connection, accepts it once, and waits until it is available. */
export async function acceptHostedConnection(
    options: AcceptanceOptions,
    { clouds, clock, reporter }: HandlerContext,
): Promise<HostedConnection> {
    const { search, progress, vbrId, timeoutSeconds, signal } = options;
    const found = await waitFor<AcceptanceState, HostedConnection | undefined>({
        table: acceptance,
        look: async () => {
            const known = progress.connection?.connectionId;
            const all = await clouds.aws.describeConnections();
            const connection = findHostedConnection(all, known === undefined ? search() : { connectionId: known });
            if (connection === undefined) {
                return { state: "not there", value: undefined };
            }
            progress.connection = connection;
            progress.made ||= connection.tags[markKey] === vbrId;
            if (connection.connectionState === "ordering") {
                const accepted = await confirm(clouds.aws, connection, vbrId, progress);
                return { state: accepted.connectionState as AcceptanceState, value: accepted };
            }
            return { state: connection.connectionState as AcceptanceState, value: connection };
        },
        timeoutSeconds,
        clock,
        reporter,
        signal,
    });
    return required(found, "hosted connection");
}

/** Marks, then confirms. Confirming twice fails, so after an error it is looked at again: the answer may have been lost. */
async function confirm(
    aws: AwsCloud,
    connection: HostedConnection,
    vbrId: string,
    progress: AcceptanceProgress,
): Promise<HostedConnection> {
    const { connectionId } = connection;
    if (connection.tags[markKey] !== vbrId) {
        await aws.tagConnection(connectionId, { [markKey]: vbrId });
    }
    progress.made = true;
    try {
        await aws.confirmConnection(connectionId);
        return { ...connection, connectionState: "pending" };
    } catch (error) {
        const now = (await aws.describeConnections()).find((other) => other.connectionId === connectionId);
        if (now === undefined || !["pending", "available", "down"].includes(now.connectionState)) {
            throw error;
        }
        return now;
    }
}
