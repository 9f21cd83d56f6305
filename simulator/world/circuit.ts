import type { Circuit } from "./alibabaState";
import type { HostedConnection } from "./awsState";
import { makeBackendBgp } from "./backendBgp";
import { grantToBuyer } from "./backendGrant";
import { addBorderRouter } from "./borderRouters";
import { CloudError } from "./cloudError";
import {
    newBorderRouter,
    newCircuit,
    offerHostedConnection,
    type ConnectionOrder,
    type OrderedConnection,
} from "./order";
import type { World } from "./world";

/**
 * Buys a multi-cloud connection, as the console does: the VBR and the hosted connection appear by themselves, and the
 * backend goes from Configuring to Running. All identifiers are returned at once, so that tests can name what is to come.
 */
export function orderConnection(world: World, order: ConnectionOrder): OrderedConnection {
    requireFirstOrder(world);
    const ids: OrderedConnection = {
        orderId: String(200_000_000_000_000 + world.alibaba.orders.size + 1),
        physicalConnectionId: world.newId("pc-t4n", 18),
        vbrId: world.newId("vbr-t4n", 17),
        connectionId: world.newId("dxcon-fg", 6),
    };
    const circuit = newCircuit(world, order, ids.physicalConnectionId);
    world.alibaba.orders.set(ids.orderId, {
        orderId: ids.orderId,
        ownerId: world.accounts.alibabaAccountId,
        instanceIds: [ids.physicalConnectionId],
        regionId: order.regionId,
        createTime: new Date(world.clock.now()).toISOString(),
        paymentStatus: "Paid",
    });
    const appear = (seconds: number, change: () => void): void => {
        inSeconds(world, order.fulfilled ? 0 : seconds, change);
    };
    appear(world.durations.orderToBorderRouter, () => {
        world.alibaba.circuits.set(circuit.physicalConnectionId, circuit);
        const borderRouter = newBorderRouter(world, order, ids);
        addBorderRouter(world, borderRouter);
        grantToBuyer(world, borderRouter);
        startBackend(world, order, ids);
        // The subscription's end changes nothing in the state; the physics has to look (P40).
        world.later((Date.parse(circuit.expireTime) - world.clock.now()) / 1000, () => undefined);
    });
    if (world.guesses.orderOfWaits !== "backend-first") {
        appear(world.durations.orderToHostedConnection, () => {
            offerHostedConnection(world, order, ids);
        });
    }
    waitingForAcceptance(world).set(ids.connectionId, () => {
        startBackend(world, order, ids);
    });
    return ids;
}

/** P42, of those that have not ended. The console refuses it; its code and words are a guess. */
function requireFirstOrder({ alibaba, accounts, quotas }: World): void {
    const own = [...alibaba.orders.values()].filter(
        ({ ownerId, instanceIds: [id = ""] }) =>
            ownerId === accounts.alibabaAccountId && alibaba.circuits.get(id)?.status !== "Terminated",
    );
    if (own.length >= quotas.multiCloudConnectionsPerUser) {
        throw new CloudError(
            "QuotaExceeded.MultiCloudConnection",
            `A user can create ${quotas.multiCloudConnectionsPerUser} multi-cloud connection.`,
        );
    }
}

/** What follows when ConfirmConnection has set the connection to `pending` (P1). */
export function hostedConnectionConfirmed(world: World, connection: HostedConnection): void {
    waitingForAcceptance(world).get(connection.connectionId)?.();
    world.later(world.durations.confirmToAvailable, () => {
        if (connection.connectionState === "pending") {
            const waitsForFarEnd =
                world.guesses.acceptedConnection === "down-until-running" &&
                world.alibaba.circuits.get(connection.circuitId ?? "")?.status !== "Enabled";
            connection.connectionState = waitsForFarEnd ? "down" : "available";
        }
    });
}

/** By connection: what the backend does once it hears of the acceptance. */
const acceptanceListeners = new WeakMap<World, Map<string, () => void>>();

function waitingForAcceptance(world: World): Map<string, () => void> {
    const known = acceptanceListeners.get(world) ?? new Map<string, () => void>();
    acceptanceListeners.set(world, known);
    return known;
}

function isAccepted(world: World, connectionId: string): boolean {
    const state = world.aws.connections.get(connectionId)?.connectionState;
    return state === "pending" || state === "available" || state === "down";
}

/** Configuring begins: at once, or only after AWS's acceptance (guess `orderOfWaits`). Runs at most once a circuit. */
function startBackend(world: World, order: ConnectionOrder, ids: OrderedConnection): void {
    const circuit = world.alibaba.circuits.get(ids.physicalConnectionId);
    const mayStart = world.guesses.orderOfWaits !== "accept-first" || isAccepted(world, ids.connectionId);
    if (circuit?.status !== "Approved" || !mayStart) {
        return;
    }
    circuit.status = "Allocating";
    world.later(world.durations.backendConfiguration, () => {
        finishBackend(world, order, ids, circuit);
    });
}

/** Configuring becomes Running: the circuit is Enabled, and shows VLAN and addresses at once or, in some worlds, later. */
function finishBackend(world: World, order: ConnectionOrder, ids: OrderedConnection, circuit: Circuit): void {
    const borderRouter = world.alibaba.borderRouters.get(ids.vbrId);
    if (borderRouter === undefined) {
        return;
    }
    circuit.status = "Enabled";
    inSeconds(world, world.durations.enabledToVlan, () => {
        borderRouter.vlanId = order.vlanId;
    });
    inSeconds(world, world.durations.enabledToAddresses, () => {
        borderRouter.localGatewayIp = order.localGatewayIp;
        borderRouter.peerGatewayIp = order.peerGatewayIp;
        borderRouter.peeringSubnetMask = order.peeringSubnetMask;
        if (world.guesses.backendMakesBgp === "group-and-peer") {
            makeBackendBgp(world, borderRouter);
        }
    });
    const connection = world.aws.connections.get(ids.connectionId);
    if (connection?.connectionState === "down") {
        connection.connectionState = "available";
    }
    if (world.guesses.orderOfWaits === "backend-first") {
        offerHostedConnection(world, order, ids);
    }
}

/** At once where it takes no time, so that what is made together is seen together. */
function inSeconds(world: World, seconds: number, change: () => void): void {
    if (seconds === 0) {
        change();
    } else {
        world.later(seconds, change);
    }
}
