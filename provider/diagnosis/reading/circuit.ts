import type { BorderRouter, HostedConnection, VirtualInterface } from "../../clouds/clouds";
import { hasEnded } from "../../hostedConnectionAcceptance/find";
import { acceptedForTag } from "../../rules/marks";
import { isGone } from "../../virtualInterface";
import type { LinkIds } from "../link";

interface Lists {
    connections: readonly HostedConnection[];
    virtualInterfaces: readonly VirtualInterface[];
    borderRouters: readonly BorderRouter[];
}

/** Both ends of the circuit and the virtual interface on it, as far as they are there. */
export interface Circuit {
    connection: HostedConnection | undefined;
    virtualInterface: VirtualInterface | undefined;
    borderRouter: BorderRouter | undefined;
}

/** What is named is that and nothing else; what is not is told from what is. Throws where that fits several: the diagnosis of another link would mislead. */
export function circuitOf(ids: LinkIds, lists: Lists): Circuit {
    const named = lists.virtualInterfaces.find(
        ({ virtualInterfaceId }) => virtualInterfaceId === ids.virtualInterfaceId,
    );
    const ofInterface = lists.connections.find(({ connectionId }) => connectionId === named?.connectionId);
    const borderRouter = borderRouterOf(ids, ofInterface, lists);
    const connection = connectionOf(ids, ofInterface, borderRouter, lists);
    const virtualInterface =
        ids.virtualInterfaceId === undefined ? liveInterfaceOn(connection?.connectionId, lists) : named;
    return { connection, virtualInterface, borderRouter };
}

function borderRouterOf(
    { vbrId, accessPointId, connectionId }: LinkIds,
    ofInterface: HostedConnection | undefined,
    { borderRouters, connections }: Lists,
): BorderRouter | undefined {
    if (vbrId !== undefined) {
        return borderRouters.find((router) => router.vbrId === vbrId);
    }
    const connection = connections.find((other) => other.connectionId === connectionId) ?? ofInterface;
    const fitting =
        accessPointId === undefined
            ? borderRouters.filter(({ vlanId }) => vlanId !== undefined && vlanId === connection?.vlan)
            : borderRouters.filter((router) => router.accessPointId === accessPointId);
    refuseSeveral(
        "VBRs",
        fitting.map((router) => router.vbrId),
        "--vbr-id",
    );
    return fitting[0];
}

function connectionOf(
    { connectionId }: LinkIds,
    ofInterface: HostedConnection | undefined,
    borderRouter: BorderRouter | undefined,
    { connections }: Lists,
): HostedConnection | undefined {
    if (connectionId !== undefined) {
        return connections.find((connection) => connection.connectionId === connectionId);
    }
    if (borderRouter === undefined) {
        return ofInterface;
    }
    const accepted = connections.filter(({ tags }) => tags[acceptedForTag] === borderRouter.vbrId);
    const ofVlan = connections.filter(({ vlan }) => vlan !== undefined && vlan === borderRouter.vlanId);
    const meant = [...accepted, ...(ofInterface ? [ofInterface] : [])];
    const isStanding = ({ connectionState }: HostedConnection): boolean => !hasEnded(connectionState);
    const standing = meant.find(isStanding);
    if (standing !== undefined) {
        return standing;
    }
    const fitting = ofVlan.filter(isStanding);
    refuseSeveral(
        "hosted connections",
        fitting.map((connection) => connection.connectionId),
        "--connection-id",
    );
    return fitting[0] ?? meant[0] ?? ofVlan[0];
}

function liveInterfaceOn(connectionId: string | undefined, { virtualInterfaces }: Lists): VirtualInterface | undefined {
    const all = virtualInterfaces.filter((each) => each.connectionId === connectionId);
    return all.find((each) => !isGone(each));
}

function refuseSeveral(kind: string, ids: readonly string[], option: string): void {
    if (ids.length > 1) {
        throw new Error(`The ${kind} ${ids.join(", ")} all fit this link. Name the right one with ${option}.`);
    }
}
