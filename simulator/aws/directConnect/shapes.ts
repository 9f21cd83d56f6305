import type { ActionContext, ActionOutput } from "../../action";
import type { CloudError } from "../../world/cloudError";
import { awsBgpStatus } from "../../world/readings";
import type { HostedConnection, VirtualInterface } from "../../world/awsState";
import type { World } from "../../world/world";
import { clientError } from "../input";

export function tagsOf(tags: ReadonlyMap<string, string>): { key: string; value: string }[] {
    return [...tags].map(([key, value]) => ({ key, value }));
}

export function connectionShape(connection: HostedConnection): ActionOutput {
    const { circuitId: _circuit, vlanTranslated: _translated, tags, ...fields } = connection;
    return {
        ...fields,
        tags: tagsOf(tags),
        jumboFrameCapable: true,
        hasLogicalRedundancy: "unknown",
        macSecCapable: false,
    };
}

/** The highest ASN that fits into `asn`; above it, `asn` reads 0. */
export const highestShortAsn = 2_147_483_646;

export function virtualInterfaceShape(world: World, vif: VirtualInterface): ActionOutput {
    const bgpStatus = awsBgpStatus(world, vif);
    const asn = vif.asn <= highestShortAsn ? vif.asn : 0;
    const { asn: _asn, bgpPeerId, bgpPeerState, bgpStatus: _truth, tags, directConnectGatewayId, ...fields } = vif;
    return {
        ...fields,
        ...(directConnectGatewayId !== undefined && { directConnectGatewayId }),
        asn,
        asnLong: vif.asn,
        location: world.aws.connections.get(vif.connectionId)?.location,
        virtualInterfaceType: "private",
        customerRouterConfig: "",
        routeFilterPrefixes: [],
        jumboFrameCapable: true,
        siteLinkEnabled: false,
        bgpPeers: [
            {
                bgpPeerId,
                bgpPeerState,
                bgpStatus,
                asn,
                asnLong: vif.asn,
                authKey: vif.authKey,
                addressFamily: vif.addressFamily,
                amazonAddress: vif.amazonAddress,
                customerAddress: vif.customerAddress,
            },
        ],
        tags: tagsOf(tags),
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
export function findConnection({ world, caller }: ActionContext, connectionId: string): HostedConnection {
    const connection = world.aws.connections.get(connectionId);
    if (connection?.ownerAccount !== caller.accountId || connection.region !== caller.region) {
        throw clientError(`Could not find Connection with ID ${connectionId}`);
    }
    return connection;
}

export function findVirtualInterface({ world, caller }: ActionContext, id: string): VirtualInterface {
    const vif = world.aws.virtualInterfaces.get(id);
    if (vif?.ownerAccount !== caller.accountId || vif.region !== caller.region) {
        throw clientError(`Virtual Interface ${id} does not exist`);
    }
    return vif;
}
