import { requireExpectedAccounts } from "../accounts";
import { PartialCreation, type Handler, type HandlerContext } from "../handler";
import { isAnother } from "../unknown";
import { acceptHostedConnection, type AcceptanceProgress } from "./accept";
import { releaseHostedConnection } from "./release";

export interface HostedConnectionAcceptanceInputs {
    vbrId: string;
    connectionId?: string;
    connectionName?: string;
    partnerName?: string;
    vlanId?: number;
    onDestroy?: "keep" | "delete";
    awsAccountId?: string;
    awsRegion?: string;
    timeoutSeconds?: number;
}

export interface HostedConnectionAcceptanceOutputs extends HostedConnectionAcceptanceInputs {
    connectionId: string;
    connectionState: string;
    made: boolean;
    ready: boolean;
}

const defaultTimeoutSeconds = 2700;

export const hostedConnectionAcceptanceHandler: Handler<
    HostedConnectionAcceptanceInputs,
    HostedConnectionAcceptanceOutputs
> = {
    check({ connectionId, vlanId }) {
        return connectionId === undefined && vlanId === undefined
            ? [
                  {
                      property: "connectionId",
                      reason: "neither a connection nor the VLAN to find it by is given; set connectionId or vlanId",
                  },
              ]
            : [];
    },

    diff(id, olds, news) {
        const replaces = [
            ...(news.vbrId === olds.vbrId ? [] : ["vbrId"]),
            ...(isAnother(news.connectionId, id) ? ["connectionId"] : []),
        ];
        return { changes: replaces.length > 0 || !olds.ready || news.onDestroy !== olds.onDestroy, replaces };
    },

    async create(inputs, context) {
        await requireExpectedAccounts(inputs, context.clouds);
        const outputs = await accept(inputs, undefined, context);
        return { id: outputs.connectionId, outputs };
    },

    update: (id, olds, news, context) =>
        olds.ready ? Promise.resolve({ ...olds, ...news, connectionId: id }) : accept(news, id, context),

    async read(id, olds, { clouds }) {
        const connection = (await clouds.aws.describeConnections()).find(({ connectionId }) => connectionId === id);
        const gone = connection === undefined || ["deleted", "rejected"].includes(connection.connectionState);
        return gone ? undefined : { ...olds, connectionState: connection.connectionState };
    },

    delete: (id, olds, context) => releaseHostedConnection(id, olds, context),
};

async function accept(
    inputs: HostedConnectionAcceptanceInputs,
    id: string | undefined,
    context: HandlerContext,
): Promise<HostedConnectionAcceptanceOutputs> {
    const progress: AcceptanceProgress = { made: false };
    try {
        const connection = await acceptHostedConnection(
            {
                vbrId: inputs.vbrId,
                search: () => ({ ...inputs, connectionId: id ?? inputs.connectionId }),
                timeoutSeconds: inputs.timeoutSeconds ?? defaultTimeoutSeconds,
                progress,
            },
            context,
        );
        const { connectionId, connectionState, vlan } = connection;
        return { ...inputs, connectionId, connectionState, vlanId: vlan, made: progress.made, ready: true };
    } catch (error) {
        const { connection, made } = progress;
        if (connection === undefined || !made) {
            throw error;
        }
        const { connectionId, connectionState } = connection;
        throw new PartialCreation(connectionId, { ...inputs, connectionId, connectionState, made, ready: false }, [
            error instanceof Error ? error.message : String(error),
        ]);
    }
}
