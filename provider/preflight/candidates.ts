import type { BorderRouter } from "../clouds/clouds";
import { findBorderRouter } from "../borderRouter/find";
import { findHostedConnection } from "../hostedConnectionAcceptance/find";
import { messageOf } from "../messageOf";
import type { Facts } from "./find";
import { nothing, problems, together, type Found } from "./findings";
import type { PreflightInputs } from "./handler";

export interface Candidates {
    /** The VBR that the link would take; undefined: none yet, or nobody knows. */
    borderRouter: BorderRouter | undefined;
    found: Found;
}

/** Which VBR and which hosted connection would be taken, by the searches that take them later. */
export function candidatesOf(inputs: PreflightInputs, facts: Facts): Candidates {
    const { borderRouter, found } = borderRouterOf(inputs, facts);
    return { borderRouter, found: together(found, connectionOf(inputs, facts, borderRouter)) };
}

function borderRouterOf({ vbrId, search }: PreflightInputs, { borderRouters, borderRouter }: Facts): Candidates {
    if (vbrId !== undefined) {
        return { borderRouter: borderRouter ?? undefined, found: nothing };
    }
    if (borderRouters === undefined || (search?.accessPointId ?? search?.borderRouterName) === undefined) {
        return { borderRouter: undefined, found: nothing };
    }
    try {
        return { borderRouter: findBorderRouter(borderRouters, search ?? {}), found: nothing };
    } catch (error) {
        return { borderRouter: undefined, found: problems([messageOf(error)]) };
    }
}

/** Until the backend has set the VBR's VLAN, nothing is recognised. One that is named and not there, or has ended, is told by that. */
function connectionOf(inputs: PreflightInputs, facts: Facts, borderRouter: BorderRouter | undefined): Found {
    const { connectionId, search } = inputs;
    if (borderRouter?.vlanId === undefined || facts.connections === undefined || facts.connection === null) {
        return nothing;
    }
    try {
        findHostedConnection(facts.connections, {
            vbrId: borderRouter.vbrId,
            vlanId: borderRouter.vlanId,
            connectionId,
            connectionName: search?.connectionName,
            partnerName: search?.partnerName,
            vlanMayDiffer: search?.vlanMayDiffer,
        });
        return nothing;
    } catch (error) {
        return problems([messageOf(error)]);
    }
}
