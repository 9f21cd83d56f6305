import type { ActionContext, ActionOutput } from "../../action";
import type { CloudError } from "../../world/cloudError";
import { awsBgpStatus } from "../../world/readings";
import type { AwsBgpPeer, HostedConnection, VirtualInterface } from "../../world/awsState";
import type { World } from "../../world/world";
import { clientError } from "../input";

export function tagsOf(tags: ReadonlyMap<string, string>): { key: string; value: string }[] {
    return [...tags].map(([key, value]) => ({ key, value }));
}

export function connectionShape(connection: HostedConnection): ActionOutput {
    const { tags, ...fields } = connection;
    // What the partner and AWS know of it, and tell nobody.
    const {
        circuitId: _circuit,
        vlanTranslated: _translated,
        routedHops: _hops,
        underMaintenance: _works,
        ...told
    } = fields;
    return {
        ...told,
        tags: tagsOf(tags),
        jumboFrameCapable: true,
        hasLogicalRedundancy: "unknown",
        macSecCapable: false,
    };
}

/** The highest ASN that fits into `asn`; above it, `asn` reads 0. */
export const highestShortAsn = 2_147_483_646;

export function virtualInterfaceShape(world: World, vif: VirtualInterface): ActionOutput {
    const { bgpPeers, tags, directConnectGatewayId, ...fields } = vif;
    const peers = bgpPeers.map((peer) => bgpPeerShape(world, peer));
    const { bgpPeerId: _id, bgpPeerState: _state, bgpStatus: _status, ...ofFirstPeer } = peers[0] ?? {};
    return {
        ...fields,
        ...ofFirstPeer,
        ...(directConnectGatewayId !== undefined && { directConnectGatewayId }),
        location: world.aws.connections.get(vif.connectionId)?.location,
        virtualInterfaceType: "private",
        customerRouterConfig: "",
        routeFilterPrefixes: [],
        jumboFrameCapable: true,
        bgpPeers: peers,
        tags: tagsOf(tags),
    };
}

function bgpPeerShape(world: World, peer: AwsBgpPeer): ActionOutput {
    return {
        ...peer,
        asn: peer.asn <= highestShortAsn ? peer.asn : 0,
        asnLong: peer.asn,
        bgpStatus: awsBgpStatus(world, peer),
    };
}

/** P2: nothing can be made on a connection that is not available. */
export function notAvailable({ connectionId, connectionState }: HostedConnection): CloudError {
    return clientError(
        connectionState === "pending" || connectionState === "deleting"
            ? `Connection ${connectionId} is in a transitioning state.`
            : `The specified Connection ID is not available: ${connectionId} is in state ${connectionState}`,
    );
}

/** What is left on a connection; a virtual interface counts until it is deleted (P3). */
export function virtualInterfacesOn(world: World, connectionId: string): VirtualInterface[] {
    return [...world.aws.virtualInterfaces.values()].filter(
        (vif) => vif.connectionId === connectionId && vif.virtualInterfaceState !== "deleted",
    );
}

/** The caller's own connection in the caller's region; anything else does not exist for it. */
export function findConnection(
    { world, caller }: ActionContext,
    connectionId: string,
    connections: Iterable<HostedConnection> = world.aws.connections.values(),
): HostedConnection {
    const connection = [...connections].find((each) => each.connectionId === connectionId);
    if (connection?.ownerAccount !== caller.accountId || connection.region !== caller.region) {
        throw clientError(`Could not find Connection with ID ${connectionId}`);
    }
    return connection;
}

export function findVirtualInterface(
    { world, caller }: ActionContext,
    id: string,
    virtualInterfaces: Iterable<VirtualInterface> = world.aws.virtualInterfaces.values(),
): VirtualInterface {
    const vif = [...virtualInterfaces].find(({ virtualInterfaceId }) => virtualInterfaceId === id);
    if (vif?.ownerAccount !== caller.accountId || vif.region !== caller.region) {
        throw clientError(`Virtual Interface ${id} does not exist`);
    }
    return vif;
}

/** Nothing changes any more on a virtual interface that is going or gone. The text is a guess. */
export function requireNotGoing({ virtualInterfaceId, virtualInterfaceState: state }: VirtualInterface): void {
    if (state === "deleting" || state === "deleted" || state === "rejected") {
        throw clientError(`Virtual Interface ${virtualInterfaceId} is in state ${state}`);
    }
}
