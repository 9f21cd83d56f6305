import type { BgpGroup, BgpPeer, BorderRouter, Clouds, HostedConnection, VirtualInterface } from "../clouds/clouds";
import type { BgpVerificationInputs, BgpView } from "./handler";

/** Both ends as the clouds describe them at one time. */
export interface Ends {
    connection: HostedConnection | undefined;
    virtualInterface: VirtualInterface | undefined;
    borderRouter: BorderRouter | undefined;
    group: BgpGroup | undefined;
    peer: BgpPeer | undefined;
}

export async function findEnds(inputs: BgpVerificationInputs, { aws, alibaba }: Clouds): Promise<Ends> {
    const [connections, virtualInterfaces, borderRouters, groups, peers] = await Promise.all([
        aws.describeConnections(),
        aws.describeVirtualInterfaces(),
        alibaba.describeBorderRouters(),
        alibaba.describeBgpGroups(inputs.vbrId),
        alibaba.describeBgpPeers(inputs.vbrId),
    ]);
    const peer = peers.find(({ bgpPeerId }) => bgpPeerId === inputs.bgpPeerId);
    return {
        connection: connections.find(({ connectionId }) => connectionId === inputs.connectionId),
        virtualInterface: virtualInterfaces.find(
            ({ virtualInterfaceId }) => virtualInterfaceId === inputs.virtualInterfaceId,
        ),
        borderRouter: borderRouters.find(({ vbrId }) => vbrId === inputs.vbrId),
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
