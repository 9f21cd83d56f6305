import { waitForBackend, type BackendSettings } from "../backendConfiguration/configuration";
import type { HandlerContext } from "../handler";
import { acceptHostedConnection, type AcceptanceProgress } from "../hostedConnectionAcceptance/accept";
import { required } from "../required";
import { sideBySide } from "../reporting/sideBySide";
import type { CircuitActivationInputs } from "./handler";

export interface ActiveCircuit extends BackendSettings {
    connectionId: string;
    connectionState: string;
    vlanId: number;
}

/**
 * Two loops at once: AWS's acceptance and Alibaba's backend. Nobody documents which of them waits for the other, so neither does here; the VLAN
 * that one learns tells the other which connection is ours. The first failure ends both.
 */
export async function activateCircuit(
    inputs: CircuitActivationInputs,
    progress: AcceptanceProgress,
    context: HandlerContext,
): Promise<ActiveCircuit> {
    const { vbrId, connectionId, connectionName, partnerName, vlanMayDiffer, timeoutSeconds } = inputs;
    const either = new AbortController();
    const { signal } = either;
    const [aws, alibaba] = sideBySide(context.reporter);
    let vlanId: number | undefined;
    const search = { vbrId, connectionId, connectionName, partnerName, vlanMayDiffer };
    const accepted = acceptHostedConnection(
        { search: () => ({ ...search, vlanId }), accounts: inputs, timeoutSeconds, progress, signal },
        { ...context, reporter: aws },
    );
    const configured = waitForBackend(
        {
            ...inputs,
            onLook: (router) => {
                vlanId = router.vlanId;
            },
            signal,
        },
        { ...context, reporter: alibaba },
    );
    try {
        const [connection, settings] = await Promise.all([accepted, configured]);
        const { connectionState, vlan } = connection;
        if (vlan !== settings.borderRouterVlanId && vlanMayDiffer !== true) {
            throw new Error(
                `Hosted connection ${connection.connectionId} has VLAN ${vlan ?? "none"}, VBR ${vbrId} has ${settings.borderRouterVlanId}: they are not one circuit. Name the right one in aws.connectionId, or set aws.vlanMayDiffer if the circuit translates.`,
            );
        }
        return {
            ...settings,
            connectionId: connection.connectionId,
            connectionState,
            vlanId: required(vlan, `VLAN of ${connection.connectionId}`),
        };
    } catch (error) {
        either.abort(new Error("the other side's wait has failed"));
        await Promise.allSettled([accepted, configured]);
        throw error;
    }
}
