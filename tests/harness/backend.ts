import { singaporeOrder } from "../../simulator/scenarios/order";
import type { World } from "../../simulator/world/world";

/** Alibaba Cloud's backend is done at last, in a world in which it would not be by itself. */
export function finishBackend(world: World): void {
    const { localGatewayIp, peerGatewayIp, peeringSubnetMask } = singaporeOrder(world, true);
    for (const circuit of world.alibaba.circuits.values()) {
        circuit.status = "Enabled";
    }
    for (const borderRouter of world.alibaba.borderRouters.values()) {
        Object.assign(borderRouter, { localGatewayIp, peerGatewayIp, peeringSubnetMask });
    }
    world.changed();
}
