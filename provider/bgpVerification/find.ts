import type { BgpGroup, BgpPeer, BorderRouter, Clouds, HostedConnection, VirtualInterface } from "../clouds/clouds";
import { ipOf } from "../rules";
import type { BgpView } from "./handler";

/** Both ends as the clouds describe them at one time. */
export interface Ends {
    connection: HostedConnection | undefined;
    virtualInterface: VirtualInterface | undefined;
    borderRouter: BorderRouter | undefined;
    group: BgpGroup | undefined;
    peer: BgpPeer | undefined;
}

/** Which link. What is left out is told from the virtual interface: its connection, and the peer with its AWS address. */
export interface EndIds {
    vbrId: string;
    virtualInterfaceId: string;
    connectionId?: string;
    bgpPeerId?: string;
}

export async function findEnds(ids: EndIds, { aws, alibaba }: Clouds): Promise<Ends> {
    const { vbrId, virtualInterfaceId } = ids;
    const [connections, virtualInterfaces, borderRouters, groups, peers] = await Promise.all([
        aws.describeConnections(),
        aws.describeVirtualInterfaces(),
        alibaba.describeBorderRouters(),
        alibaba.describeBgpGroups(vbrId),
        alibaba.describeBgpPeers(vbrId),
    ]);
    const virtualInterface = virtualInterfaces.find((each) => each.virtualInterfaceId === virtualInterfaceId);
    const connectionId = ids.connectionId ?? virtualInterface?.connectionId;
    const amazonIp = virtualInterface && ipOf(virtualInterface.amazonAddress);
    const peer = peers.find(({ bgpPeerId, peerIpAddress }) =>
        ids.bgpPeerId === undefined ? peerIpAddress === amazonIp : bgpPeerId === ids.bgpPeerId,
    );
    return {
        connection: connections.find((each) => each.connectionId === connectionId),
        virtualInterface,
        borderRouter: borderRouters.find((each) => each.vbrId === vbrId),
        group: groups.find(({ bgpGroupId }) => bgpGroupId === peer?.bgpGroupId),
        peer,
    };
}

export function viewOf({ connection, virtualInterface, borderRouter, peer }: Ends): BgpView {
    const statuses = virtualInterface?.bgpPeers.map(({ bgpStatus }) => bgpStatus) ?? [];
    return {
        alibaba: {
            bgpStatus: peer?.bgpStatus ?? "not there",
            borderRouterStatus: borderRouter?.status ?? "not there",
            circuitStatus: borderRouter?.physicalConnectionStatus ?? "not there",
            businessStatus: borderRouter?.physicalConnectionBusinessStatus ?? "not there",
            ...(peer?.advertisedRouteCount !== undefined && { advertisedRouteCount: peer.advertisedRouteCount }),
            ...(peer?.receivedRouteCount !== undefined && { receivedRouteCount: peer.receivedRouteCount }),
        },
        aws: {
            // Every peer of the VIF must be up; none at all is down.
            bgpStatus: statuses.find((status) => status !== "up") ?? (statuses.length > 0 ? "up" : "not there"),
            connectionState: connection?.connectionState ?? "not there",
            virtualInterfaceState: virtualInterface?.virtualInterfaceState ?? "not there",
        },
    };
}
