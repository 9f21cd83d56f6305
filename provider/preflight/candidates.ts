import type { BorderRouter, HostedConnection } from "../clouds/clouds";
import { findBorderRouter } from "../borderRouter/find";
import { findHostedConnection } from "../hostedConnectionAcceptance/find";
import { messageOf } from "../messageOf";
import type { Facts } from "./find";
import { nothing, problems, together, type Found } from "./findings";
import type { PreflightInputs } from "./handler";

export interface Candidates {
    /** The VBR that the link would take; undefined: none yet, or nobody knows. */
    borderRouter: BorderRouter | undefined;
    /** The hosted connection, in the same way. */
    connection: HostedConnection | undefined;
    found: Found;
}

/** Which VBR and which hosted connection would be taken, by the searches that take them later. */
export function candidatesOf(inputs: PreflightInputs, facts: Facts): Candidates {
    const { borderRouter, found } = borderRouterOf(inputs, facts);
    const { connection, found: ofConnection } = connectionOf(inputs, facts, borderRouter);
    return { borderRouter, connection, found: together(found, ofConnection) };
}

function borderRouterOf(
    { vbrId, search }: PreflightInputs,
    { borderRouters, borderRouter }: Facts,
): Omit<Candidates, "connection"> {
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
function connectionOf(
    inputs: PreflightInputs,
    facts: Facts,
    borderRouter: BorderRouter | undefined,
): Omit<Candidates, "borderRouter"> {
    const { connectionId, search } = inputs;
    if (borderRouter?.vlanId === undefined || facts.connections === undefined || facts.connection === null) {
        return { connection: undefined, found: nothing };
    }
    try {
        const { connection } = findHostedConnection(facts.connections, {
            vbrId: borderRouter.vbrId,
            vlanId: borderRouter.vlanId,
            connectionId,
            connectionName: search?.connectionName,
            partnerName: search?.partnerName,
            vlanMayDiffer: search?.vlanMayDiffer,
        });
        return { connection, found: nothing };
    } catch (error) {
        return { connection: undefined, found: problems([messageOf(error)]) };
    }
}
