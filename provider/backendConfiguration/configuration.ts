import { lookUpBorderRouter } from "../borderRouter/find";
import { findBgpGroup } from "../borderRouterBgp/find";
import type { BorderRouter } from "../clouds/clouds";
import type { HandlerContext } from "../handler";
import { alibabaAsn, prefixLengthOf } from "../rules";
import { required } from "../required";
import { defaultLimitSeconds, meaningIn, waitFor } from "../waiting/wait";
import { backend, statusOfBackend } from "./status";

/** What the backend has set, in the words of the AWS side that mirrors it. */
export interface BackendSettings {
    borderRouterVlanId: number;
    amazonAddress: string;
    customerAddress: string;
    localAsn: number;
}

export interface BackendOptions {
    vbrId: string;
    localAsn?: number;
    /** Default: 2700. */
    timeoutSeconds?: number;
    /**
     * Told at each look that does not end the wait in failure, so that the search for the hosted connection learns the VLAN as early as can be, and
     * nothing is accepted for a circuit that is locked or over. undefined: the VBR is not there.
     */
    onLook?: (router: BorderRouter | undefined) => void;
}

/** Waits until the backend is Running, and reads what it set. */
export async function waitForBackend(
    { vbrId, localAsn, timeoutSeconds, onLook }: BackendOptions,
    { clouds, clock, reporter, signal }: HandlerContext,
): Promise<BackendSettings> {
    const { router: found, group } = await waitFor({
        table: backend,
        look: async () => {
            const router = await lookUpBorderRouter(vbrId, clouds.alibaba);
            const state = statusOfBackend(router, clock.now());
            if (meaningIn(backend.fatal, state) === undefined) {
                onLook?.(router);
            }
            // Only now: before the backend has finished, an empty list of groups proves nothing.
            const hasFinished = meaningIn(backend.target, state) !== undefined;
            const group = hasFinished ? await findBgpGroup(vbrId, clouds.alibaba) : undefined;
            return { state, value: { router, group } };
        },
        timeoutSeconds: timeoutSeconds ?? defaultLimitSeconds,
        clock,
        reporter,
        signal,
    });
    const router = required(found, `VBR ${vbrId}`);
    if (group?.localAsn !== undefined && localAsn !== undefined && group.localAsn !== localAsn) {
        reporter.warn(
            `BGP group ${group.bgpGroupId} of ${vbrId} has the local ASN ${group.localAsn}, which is used; bgp.localAsn is ${localAsn}. Leave bgp.localAsn out, or set it to ${group.localAsn}.`,
        );
    }
    const length = required(prefixLengthOf(router.peeringSubnetMask), `mask of ${vbrId}`);
    return {
        borderRouterVlanId: required(router.vlanId, `VLAN of ${vbrId}`),
        amazonAddress: `${router.peerGatewayIp}/${length}`,
        customerAddress: `${router.localGatewayIp}/${length}`,
        localAsn: group?.localAsn ?? localAsn ?? alibabaAsn,
    };
}
