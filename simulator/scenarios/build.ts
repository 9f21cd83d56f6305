import type { Circuit } from "../world/alibabaState";
import { orderConnection } from "../world/circuit";
import type { ConnectionOrder } from "../world/order";
import type { World } from "../world/world";
import { buildAccessPoints, singaporeOrder } from "./order";
import type { WorldIds } from "./scenario";
import { buildAlibabaVpc, buildAwsVpc } from "./vpcs";

/** The Alibaba Cloud VPC on one or the other sort of CEN. */
type BuildCen = (world: World) => Omit<WorldIds, "awsVpcId" | "routeTableIds">;

export function buildVpcs(world: World, buildCen: BuildCen = buildAlibabaVpc): WorldIds {
    buildAccessPoints(world);
    return { ...buildAwsVpc(world), ...buildCen(world) };
}

/** Both VPCs, and a freshly bought connection. `order`: what differs from the usual one. */
export function buildBought(world: World, order: Partial<ConnectionOrder> = {}, buildCen?: BuildCen): WorldIds {
    const vpcs = buildVpcs(world, buildCen);
    const { vbrId, connectionId } = orderConnection(world, { ...singaporeOrder(world, true), ...order });
    return { ...vpcs, vbrId, hostedConnectionId: connectionId };
}

/** A freshly bought connection whose circuit is not as it should be. */
export function buildWithCircuit(world: World, change: (circuit: Circuit) => void): WorldIds {
    const ids = buildBought(world);
    for (const circuit of world.alibaba.circuits.values()) {
        change(circuit);
    }
    return ids;
}
