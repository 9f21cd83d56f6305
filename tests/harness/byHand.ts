import { singaporeOrder } from "../../simulator/scenarios/order";
import type { HostedConnection, VirtualInterface } from "../../simulator/world/awsState";
import type { Circuit } from "../../simulator/world/alibabaState";
import { offerHostedConnection } from "../../simulator/world/order";
import type { World } from "../../simulator/world/world";

/** What befalls a link from outside of its stack: the world as it is once the cloud has followed. */

export function deleteVirtualInterface(world: World): VirtualInterface {
    const found = liveVirtualInterface(world);
    found.virtualInterfaceState = "deleted";
    for (const peer of found.bgpPeers) {
        peer.bgpPeerState = "deleted";
    }
    return found;
}

/** In the console nothing of a virtual interface's BGP can be changed, so somebody has made it anew. */
export function remakeVirtualInterface(world: World, authKey: string): VirtualInterface {
    const before = structuredClone(liveVirtualInterface(world));
    deleteVirtualInterface(world);
    const [peer] = before.bgpPeers;
    const remade = {
        ...before,
        virtualInterfaceId: world.newId("dxvif-", 8),
        bgpPeers: peer === undefined ? [] : [{ ...peer, bgpPeerId: world.newId("dxpeer-", 8), authKey }],
    };
    world.aws.virtualInterfaces.set(remade.virtualInterfaceId, remade);
    return remade;
}

export function detachVpnGateway({ aws }: World): void {
    for (const gateway of aws.vpnGateways.values()) {
        gateway.attachments = [];
    }
    for (const table of aws.routeTables.values()) {
        table.propagatingVgws = [];
    }
}

/** With its association and its propagation, as the console does. */
export function removeVbrAttachment({ alibaba }: World): void {
    for (const { attachmentId, kind } of alibaba.attachments.values()) {
        if (kind === "VBR") {
            alibaba.attachments.delete(attachmentId);
            for (const table of alibaba.routeTables.values()) {
                table.associations = table.associations.filter((leg) => leg.attachmentId !== attachmentId);
                table.propagations = table.propagations.filter((leg) => leg.attachmentId !== attachmentId);
            }
        }
    }
}

/** The backend says Running, and shows the addresses. */
export function finishBackend({ alibaba }: World): void {
    for (const circuit of alibaba.circuits.values()) {
        circuit.status = "Enabled";
    }
    for (const borderRouter of alibaba.borderRouters.values()) {
        borderRouter.localGatewayIp = "169.254.10.1";
        borderRouter.peerGatewayIp = "169.254.10.2";
        borderRouter.peeringSubnetMask = "255.255.255.252";
    }
}

export function changeKeyOfBorderRouter({ alibaba }: World, authKey: string): void {
    for (const group of alibaba.bgpGroups.values()) {
        group.authKey = authKey;
    }
}

export function setBusinessStatus({ alibaba }: World, businessStatus: Circuit["businessStatus"]): void {
    for (const circuit of alibaba.circuits.values()) {
        circuit.businessStatus = businessStatus;
    }
}

/** AWS lets the partner do so only once no virtual interface is left (DeleteConnection). */
export function deleteConnectionAsPartner(world: World): void {
    deleteVirtualInterface(world);
    liveConnection(world).connectionState = "deleted";
}

/** Alibaba Cloud's support offers the connection of the same circuit once more. */
export function issueConnectionAgain(world: World): string {
    const [circuit] = world.alibaba.circuits.values();
    const [borderRouter] = world.alibaba.borderRouters.values();
    const connectionId = world.newId("dxcon-fg", 6);
    offerHostedConnection(world, singaporeOrder(world, true), {
        orderId: "",
        physicalConnectionId: circuit?.physicalConnectionId ?? "",
        vbrId: borderRouter?.vbrId ?? "",
        connectionId,
    });
    return connectionId;
}

/** Of all that ever were, the one that has not ended. */
function live<Item>(items: Iterable<Item>, stateOf: (item: Item) => string): Item {
    const [found] = [...items].filter((item) => !["deleting", "deleted"].includes(stateOf(item)));
    if (found === undefined) {
        throw new Error("Nothing is left that could be changed by hand.");
    }
    return found;
}

export function liveVirtualInterface({ aws }: World): VirtualInterface {
    return live(aws.virtualInterfaces.values(), ({ virtualInterfaceState }) => virtualInterfaceState);
}

export function liveConnection({ aws }: World): HostedConnection {
    return live(aws.connections.values(), ({ connectionState }) => connectionState);
}
