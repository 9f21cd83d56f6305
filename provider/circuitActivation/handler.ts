import { requireExpectedAccounts, type ExpectedAccounts } from "../accounts";
import type { Handler, HandlerContext } from "../handler";
import { failureOfAcceptance, type AcceptanceProgress } from "../hostedConnectionAcceptance/accept";
import { differenceOfAcceptance, readAcceptedConnection } from "../hostedConnectionAcceptance/life";
import { sayWhatStays } from "../hostedConnectionRelease/release";
import { checkLocalAsn } from "../rules";
import { failuresOf, failuresOfId, failuresOfTimeout } from "../rules/failures";
import { activateCircuit, type ActiveCircuit } from "./activate";

export interface CircuitActivationInputs extends ExpectedAccounts {
    vbrId: string;
    connectionId?: string;
    connectionName?: string;
    partnerName?: string;
    vlanMayDiffer?: boolean;
    localAsn?: number;
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

/** Once its create has succeeded, nothing changes it in place: an update would make the VIF preview as a replacement. */
export const circuitActivationHandler: Handler<CircuitActivationInputs, CircuitActivationOutputs> = {
    check({ vbrId, connectionId, vlanMayDiffer, localAsn, timeoutSeconds }) {
        return [
            ...failuresOfId("vbrId", vbrId, "a VBR", "vbr-"),
            ...failuresOfId("connectionId", connectionId, "a hosted connection", "dxcon-"),
            ...(vlanMayDiffer === true && connectionId === undefined
                ? [
                      {
                          property: "vlanMayDiffer",
                          reason: "vlanMayDiffer is true, and without the VLAN nothing tells whose a hosted connection is; set connectionId as well",
                      },
                  ]
                : []),
            ...failuresOf("localAsn", localAsn, "number", checkLocalAsn),
            ...failuresOfTimeout(timeoutSeconds),
        ];
    },

    diff: differenceOfAcceptance,

    async create(inputs, context) {
        const outputs = await activate(inputs, { made: false }, context);
        return { id: outputs.connectionId, outputs };
    },

    update: (id, olds, news, context) => activate({ ...news, connectionId: id }, { made: olds.made }, context),

    async read(id, olds, context) {
        return (await readAcceptedConnection(id, olds, context)) && olds;
    },

    delete: sayWhatStays,
};

async function activate(
    inputs: CircuitActivationInputs,
    progress: AcceptanceProgress,
    context: HandlerContext,
): Promise<CircuitActivationOutputs> {
    const accounts = await requireExpectedAccounts(inputs, context.clouds, ["aws", "alibaba"]);
    try {
        const circuit = await activateCircuit({ ...inputs, ...accounts }, progress, context);
        return { ...inputs, ...accounts, ...circuit, made: progress.made, ready: true };
    } catch (error) {
        throw failureOfAcceptance(error, progress, { ...inputs, ...accounts });
    }
}
