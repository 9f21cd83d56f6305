import type { BgpPeer, BorderRouter, Clouds, HostedConnection, VirtualInterface } from "../clouds/clouds";
import type { BgpVerificationInputs, BgpView } from "./handler";

/** Both ends as the clouds describe them at one time. */
export interface Ends {
    connection: HostedConnection | undefined;
    virtualInterface: VirtualInterface | undefined;
    borderRouter: BorderRouter | undefined;
    peer: BgpPeer | undefined;
}

export async function findEnds(inputs: BgpVerificationInputs, { aws, alibaba }: Clouds): Promise<Ends> {
    const [connections, virtualInterfaces, borderRouters, peers] = await Promise.all([
        aws.describeConnections(),
        aws.describeVirtualInterfaces(),
        alibaba.describeBorderRouters(),
        alibaba.describeBgpPeers(inputs.vbrId),
    ]);
    return {
        connection: connections.find(({ connectionId }) => connectionId === inputs.connectionId),
        virtualInterface: virtualInterfaces.find(
            ({ virtualInterfaceId }) => virtualInterfaceId === inputs.virtualInterfaceId,
        ),
        borderRouter: borderRouters.find(({ vbrId }) => vbrId === inputs.vbrId),
        peer: peers.find(({ bgpPeerId }) => bgpPeerId === inputs.bgpPeerId),
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
            bgpStatus:
                statuses.length > 0 && statuses.every((status) => status === "up")
                    ? "up"
                    : (statuses.find((status) => status !== "up") ?? "not there"),
            connectionState: connection?.connectionState ?? "not there",
            virtualInterfaceState: virtualInterface?.virtualInterfaceState ?? "not there",
        },
    };
}
