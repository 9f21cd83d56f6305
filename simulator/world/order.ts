import type { BorderRouter, Circuit } from "./alibabaState";
import type { World } from "./world";

/** What the order form of the console asks for, and what the backend then chooses by itself. */
export interface ConnectionOrder {
    regionId: string;
    accessPointId: string;
    /** The form's "peer vendor UID": the AWS account that gets the hosted connection. */
    peerVendorUid: string;
    /** Where AWS offers the hosted connection. */
    awsRegion: string;
    awsLocation: string;
    name: string;
    bandwidthMbps: number;
    months: number;
    /** The backend's choices. */
    vlanId: number;
    localGatewayIp: string;
    peerGatewayIp: string;
    peeringSubnetMask: string;
    /** The order is old: the VBR and, unless it waits for the backend, the hosted connection are there already. */
    fulfilled?: boolean;
}

export interface OrderedConnection {
    orderId: string;
    physicalConnectionId: string;
    vbrId: string;
    connectionId: string;
}

const averageMonthMilliseconds = 30.44 * 24 * 3600 * 1000;

function ownerOf(world: World, guess: "user" | "alibaba"): string {
    return guess === "user" ? world.accounts.alibabaAccountId : world.accounts.alibabaVendorAccountId;
}

export function newCircuit(world: World, order: ConnectionOrder, physicalConnectionId: string): Circuit {
    const now = world.clock.now();
    return {
        physicalConnectionId,
        ownerId: ownerOf(world, world.guesses.circuitOwner),
        regionId: order.regionId,
        accessPointId: order.accessPointId,
        status: "Approved",
        businessStatus: "Normal",
        bandwidthMbps: order.bandwidthMbps,
        productType: "PhysicalConnection",
        name: order.name,
        expireTime: new Date(now + order.months * averageMonthMilliseconds).toISOString(),
        peerVendorUid: order.peerVendorUid,
        orderedAt: now,
    };
}

/** A new VBR is `active` at once, so that says nothing about the circuit; the addresses come from the backend. */
export function newBorderRouter(world: World, order: ConnectionOrder, ids: OrderedConnection): BorderRouter {
    return {
        vbrId: ids.vbrId,
        ownerId: ownerOf(world, world.guesses.borderRouterOwner),
        regionId: order.regionId,
        accessPointId: order.accessPointId,
        name: order.name,
        description: "",
        status: "active",
        physicalConnectionId: ids.physicalConnectionId,
        vlanId: world.guesses.borderRouterVlan === "at-creation" ? order.vlanId : undefined,
        localGatewayIp: "",
        peerGatewayIp: "",
        peeringSubnetMask: "",
        routeTableId: world.newId("vtb-t4n", 17),
        creationTime: new Date(world.clock.now()).toISOString(),
        minTxInterval: 1000,
        minRxInterval: 1000,
        detectMultiplier: 3,
    };
}

export function offerHostedConnection(world: World, order: ConnectionOrder, ids: OrderedConnection): void {
    world.aws.connections.set(ids.connectionId, {
        connectionId: ids.connectionId,
        connectionName: order.name,
        ownerAccount: order.peerVendorUid,
        region: order.awsRegion,
        location: order.awsLocation,
        bandwidth:
            order.bandwidthMbps % 1000 === 0 ? `${order.bandwidthMbps / 1000}Gbps` : `${order.bandwidthMbps}Mbps`,
        vlan: order.vlanId,
        // What Alibaba Cloud puts here is not documented.
        partnerName: "Alibaba Cloud",
        providerName: "Alibaba Cloud",
        connectionState: "ordering",
        tags: new Map(),
        circuitId: ids.physicalConnectionId,
    });
}
