import { requireExpectedAccounts, type ExpectedAccounts } from "../accounts";
import { PartialCreation, type Handler, type HandlerContext } from "../handler";
import type { AcceptanceProgress } from "../hostedConnectionAcceptance/accept";
import { releaseHostedConnection } from "../hostedConnectionAcceptance/release";
import { checkLocalAsn } from "../rules";
import { isAnother, isKnown } from "../unknown";
import { activateCircuit, type ActiveCircuit } from "./activate";

export interface CircuitActivationInputs extends ExpectedAccounts {
    vbrId: string;
    connectionId?: string;
    connectionName?: string;
    partnerName?: string;
    vlanMayDiffer?: boolean;
    localAsn?: number;
    onDestroy?: "keep" | "delete";
    timeoutSeconds?: number;
}

export interface CircuitActivationOutputs
    extends CircuitActivationInputs, Omit<ActiveCircuit, "localAsn" | "connectionId"> {
    connectionId: string;
    /** Whether this package accepted the connection. */
    made: boolean;
    /** False after a partial creation, until a later `up` has finished it. */
    ready: boolean;
}

const defaultTimeoutSeconds = 2700;

/** Once its create has succeeded, nothing changes it in place: an update would make the VIF preview as a replacement. */
export const circuitActivationHandler: Handler<CircuitActivationInputs, CircuitActivationOutputs> = {
    check({ localAsn, onDestroy }) {
        return [
            ...(isKnown(localAsn) && typeof localAsn === "number"
                ? checkLocalAsn(localAsn).map((reason) => ({ property: "localAsn", reason }))
                : []),
            ...(isKnown(onDestroy) && onDestroy !== "keep" && onDestroy !== "delete"
                ? [
                      {
                          property: "onDestroy",
                          reason: `onDestroy is "${String(onDestroy)}"; it must be "keep" or "delete"`,
                      },
                  ]
                : []),
        ];
    },

    diff(id, olds, news) {
        const replaces = [
            ...(news.vbrId === olds.vbrId ? [] : ["vbrId"]),
            ...(isAnother(news.connectionId, id) ? ["connectionId"] : []),
        ];
        return { changes: replaces.length > 0 || !olds.ready, replaces };
    },

    async create(inputs, context) {
        await requireExpectedAccounts(inputs, context.clouds);
        const outputs = await activate(inputs, context);
        return { id: outputs.connectionId, outputs };
    },

    async update(id, _olds, news, context) {
        await requireExpectedAccounts(news, context.clouds);
        return activate({ ...news, connectionId: id }, context);
    },

    async read(id, olds, { clouds }) {
        const connection = (await clouds.aws.describeConnections()).find(({ connectionId }) => connectionId === id);
        const gone = connection === undefined || ["deleted", "rejected"].includes(connection.connectionState);
        return gone ? undefined : olds;
    },

    delete: (id, olds, context) => releaseHostedConnection(id, olds, context),
};

async function activate(inputs: CircuitActivationInputs, context: HandlerContext): Promise<CircuitActivationOutputs> {
    const progress: AcceptanceProgress = { made: false };
    try {
        const circuit = await activateCircuit(
            inputs,
            progress,
            inputs.timeoutSeconds ?? defaultTimeoutSeconds,
            context,
        );
        return { ...inputs, ...circuit, made: progress.made, ready: true };
    } catch (error) {
        if (progress.connection === undefined || !progress.made) {
            throw error;
        }
        const { connectionId, connectionState } = progress.connection;
        throw new PartialCreation(
            connectionId,
            { ...inputs, connectionId, connectionState, made: true, ready: false },
            [error instanceof Error ? error.message : String(error)],
        );
    }
}
