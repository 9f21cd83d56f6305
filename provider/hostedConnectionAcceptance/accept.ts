import type { ExpectedAccounts } from "../accounts";
import { orderLines } from "../borderRouter/orderSheet";
import type { AwsCloud, HostedConnection } from "../clouds/clouds";
import { PartialCreation, type HandlerContext } from "../handler";
import { messageOf } from "../messageOf";
import { required } from "../required";
import { defaultLimitSeconds, waitFor } from "../waiting/wait";
import { acceptedForTag } from "../rules/marks";
import { findHostedConnection, type ConnectionSearch } from "./find";
import { acceptance, describeSearch, type AcceptanceState } from "./status";

/** What an acceptance has done so far; kept outside, since it must be known even if the wait fails. */
export interface AcceptanceProgress {
    connection?: HostedConnection;
    /** Whether anything was written, by this create or by an earlier one that was killed. */
    made: boolean;
    /** Whether AWS has taken the acceptance: its list may still say `ordering` for a while. */
    confirmed?: boolean;
}

export interface AcceptanceOptions {
    /** Asked at each look: the VBR's VLAN may become known meanwhile. */
    search: () => ConnectionSearch | Promise<ConnectionSearch>;
    /** Whether the other end should be up by now: until then a connection that is down is waited for. Default: it should. */
    farEndIsReady?: () => boolean;
    /** Where it is looked for. */
    accounts: ExpectedAccounts;
    /** Default: 2700. */
    timeoutSeconds?: number;
    progress: AcceptanceProgress;
}

/** Finds the hosted connection, accepts it once, and waits until it is available. */
export async function acceptHostedConnection(
    { search, farEndIsReady = () => true, accounts, progress, timeoutSeconds }: AcceptanceOptions,
    { clouds, clock, reporter, signal }: HandlerContext,
): Promise<HostedConnection> {
    let nothingOffered = false;
    const found = await waitFor<AcceptanceState, HostedConnection | undefined>({
        table: {
            ...acceptance,
            get onTimeout() {
                return nothingOffered
                    ? [acceptance.onTimeout, "Compare the order:", ...orderLines(accounts)].join("\n")
                    : acceptance.onTimeout;
            },
        },
        look: async () => {
            const wanted = await search();
            // Before the reading: one that is older than the far end's readiness proves nothing.
            const isFinal = farEndIsReady();
            const connectionId = progress.connection?.connectionId ?? wanted.connectionId;
            const finding = findHostedConnection(await clouds.aws.describeConnections(), { ...wanted, connectionId });
            const { connection, candidates } = finding;
            nothingOffered = connection === undefined && candidates.length === 0;
            if (connection === undefined) {
                return { ...describeSearch(finding, { ...wanted, connectionId }, accounts), value: undefined };
            }
            progress.connection = connection;
            progress.made ||= connection.tags[acceptedForTag] === wanted.vbrId;
            const now =
                connection.connectionState === "ordering"
                    ? await confirmOnce(clouds.aws, connection, wanted.vbrId, progress)
                    : connection;
            progress.connection = now;
            const state = now.connectionState as AcceptanceState;
            return { state: state === "down" && !isFinal ? "down so far" : state, value: now };
        },
        timeoutSeconds: timeoutSeconds ?? defaultLimitSeconds,
        clock,
        reporter,
        signal,
    });
    return required(found, "hosted connection");
}

/** What a create ends with when its wait has failed: an accepted connection is kept, and the next `up` goes on with it. */
export function failureOfAcceptance(error: unknown, { connection, made }: AcceptanceProgress, inputs: object): unknown {
    if (connection === undefined || !made) {
        return error;
    }
    const { connectionId, connectionState } = connection;
    return new PartialCreation(connectionId, { ...inputs, connectionId, connectionState, made, ready: false }, [
        messageOf(error),
    ]);
}

/** What the refusal of a second acceptance says, which is newer than the list. */
const acceptedAlready = /\bis in state (pending|available|down)\b/;

/** Marks, then confirms. Confirming twice fails, so after an error it is looked at again: the answer may have been lost. */
async function confirmOnce(
    aws: AwsCloud,
    connection: HostedConnection,
    vbrId: string,
    progress: AcceptanceProgress,
): Promise<HostedConnection> {
    const { connectionId } = connection;
    if (progress.confirmed) {
        return { ...connection, connectionState: "pending" };
    }
    if (connection.tags[acceptedForTag] !== vbrId) {
        await aws.tagConnection(connectionId, { [acceptedForTag]: vbrId });
    }
    progress.made = true;
    try {
        await aws.confirmConnection(connectionId);
        progress.confirmed = true;
        return { ...connection, connectionState: "pending" };
    } catch (error) {
        const [, connectionState] = acceptedAlready.exec(messageOf(error)) ?? [];
        if (connectionState !== undefined) {
            progress.confirmed = true;
            return { ...connection, connectionState };
        }
        const now = (await aws.describeConnections()).find((other) => other.connectionId === connectionId);
        if (now === undefined || !["pending", "available", "down"].includes(now.connectionState)) {
            throw error;
        }
        return now;
    }
}
