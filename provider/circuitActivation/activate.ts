import { waitForBackend, type BackendSettings } from "../backendConfiguration/configuration";
import type { HandlerContext } from "../handler";
import { acceptHostedConnection, type AcceptanceProgress } from "../hostedConnectionAcceptance/accept";
import { required } from "../required";
import { sideBySide } from "../reporting/sideBySide";
import { WaitEnded } from "../waiting/wait";
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
    const either = abortedBy(context.signal);
    const { signal } = either;
    const [aws, alibaba] = sideBySide(context.reporter);
    let vlanId: number | undefined;
    let backendIsRunning = false;
    let seen: () => void;
    const firstSight = new Promise<void>((resolve) => (seen = resolve));
    const configured = waitForBackend(
        {
            ...inputs,
            onLook: (router) => {
                vlanId = router?.vlanId;
                seen();
            },
        },
        { ...context, reporter: alibaba, signal },
    );
    configured.then(
        () => (backendIsRunning = true),
        () => undefined,
    );
    const accepted = acceptHostedConnection(
        {
            search: async () => {
                // Not even a named connection is accepted before: the VBR's VLAN may show that it is another circuit's.
                await Promise.race([firstSight, configured]);
                return { vbrId, connectionId, connectionName, partnerName, vlanMayDiffer, vlanId };
            },
            farEndIsReady: () => backendIsRunning,
            accounts: inputs,
            timeoutSeconds,
            progress,
        },
        { ...context, reporter: aws, signal },
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
        if (!(error instanceof WaitEnded)) {
            either.abort(new Error("the other side's wait has failed"));
        }
        // Both have one limit, and an interruption ends both: where both sides are late, both are named.
        const ends = await Promise.allSettled([accepted, configured]);
        const late = ends.flatMap((end) =>
            end.status === "rejected" && end.reason instanceof WaitEnded ? [end.reason.message] : [],
        );
        // What the acceptance waited for may be the backend's first look.
        throw late.length > 1 ? new WaitEnded([...new Set(late)].join("\n")) : error;
    }
}

/** A controller of its own that aborts with the other signal too (`AbortSignal.any` came with Node.js 20.3). */
function abortedBy(signal: AbortSignal | undefined): AbortController {
    const controller = new AbortController();
    const abort = (): void => controller.abort(signal?.reason);
    if (signal?.aborted === true) {
        abort();
    }
    signal?.addEventListener("abort", abort, { once: true });
    return controller;
}
