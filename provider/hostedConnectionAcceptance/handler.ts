import { requireExpectedAccounts } from "../accounts";
import type { Handler, HandlerContext } from "../handler";
import { sayWhatStays } from "../hostedConnectionRelease/release";
import { failuresOfId, failuresOfTimeout } from "../rules/failures";
import { acceptHostedConnection, failureOfAcceptance, type AcceptanceProgress } from "./accept";
import { differenceOfAcceptance, readAcceptedConnection } from "./life";

export interface HostedConnectionAcceptanceInputs {
    vbrId: string;
    connectionId?: string;
    connectionName?: string;
    partnerName?: string;
    vlanId?: number;
    awsAccountId?: string;
    awsRegion?: string;
    timeoutSeconds?: number;
}

export interface HostedConnectionAcceptanceOutputs extends HostedConnectionAcceptanceInputs {
    connectionId: string;
    connectionState: string;
    /** Whether this package accepted the connection. */
    made: boolean;
    /** False after a partial creation, until a later `up` has finished it. */
    ready: boolean;
}

type Inputs = HostedConnectionAcceptanceInputs;
type Outputs = HostedConnectionAcceptanceOutputs;

/** Upstream of the VIF, so nothing changes it in place once it is ready. */
export const hostedConnectionAcceptanceHandler: Handler<Inputs, Outputs> = {
    check({ connectionId, vlanId, vbrId, timeoutSeconds }) {
        return [
            ...(connectionId === undefined && vlanId === undefined
                ? [
                      {
                          property: "connectionId",
                          reason: "neither a connection nor the VLAN to find it by is given; set connectionId or vlanId",
                      },
                  ]
                : []),
            ...failuresOfId("connectionId", connectionId, "a hosted connection", "dxcon-"),
            ...failuresOfId("vbrId", vbrId, "a VBR", "vbr-"),
            ...failuresOfTimeout(timeoutSeconds),
        ];
    },

    diff: differenceOfAcceptance,

    async create(inputs, context) {
        const outputs = await accept(inputs, { made: false }, context);
        return { id: outputs.connectionId, outputs };
    },

    update: (id, olds, news, context) => accept({ ...news, connectionId: id }, { made: olds.made }, context),

    async read(id, olds, context) {
        const connection = await readAcceptedConnection(id, olds, context);
        return connection && { ...olds, connectionState: connection.connectionState };
    },

    delete: sayWhatStays,
};

async function accept(inputs: Inputs, progress: AcceptanceProgress, context: HandlerContext): Promise<Outputs> {
    const accounts = await requireExpectedAccounts(inputs, context.clouds, ["aws"]);
    const { timeoutSeconds } = inputs;
    try {
        const { connectionId, connectionState, vlan } = await acceptHostedConnection(
            { search: () => inputs, accounts, timeoutSeconds, progress },
            context,
        );
        const { made } = progress;
        return { ...inputs, ...accounts, connectionId, connectionState, vlanId: vlan, made, ready: true };
    } catch (error) {
        throw failureOfAcceptance(error, progress, { ...inputs, ...accounts });
    }
}
