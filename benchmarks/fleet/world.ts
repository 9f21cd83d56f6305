import { buildAwsVpc } from "../../simulator/scenarios/vpcs";
import { singaporeOrder } from "../../simulator/scenarios/order";
import { startSimulator, type Simulator } from "../../simulator/server";
import { orderConnection } from "../../simulator/world/circuit";
import { quickstartArgs, type QuickstartArgs } from "../../tests/harness/rehearsal";

/** A simulator in which so many links can be made, and the arguments of each. */
export interface FleetWorld {
    simulator: Simulator;
    links: Record<string, QuickstartArgs>;
}

/** Each link has a VBR, a circuit, a hosted connection and an AWS VPC of its own; all are attached to one transit router. */
export async function buildFleet(count: number, speed: number): Promise<FleetWorld> {
    const simulator = await startSimulator({
        scenario: "accept-first",
        speed,
        // Alibaba Cloud sells a user one connection, and AWS allows five gateways a region, until they are asked for more.
        quotas: { multiCloudConnectionsPerUser: count, vpnGatewaysPerRegion: count },
    });
    const { world } = simulator;
    const first = quickstartArgs(simulator);
    const links: Record<string, QuickstartArgs> = { link1: first };
    for (let number = 2; number <= count; number++) {
        const { awsVpcId: vpcId, routeTableIds } = buildAwsVpc(world);
        const vpc = world.aws.vpcs.get(vpcId);
        // No two of them announce the same network to the transit router.
        Object.assign(vpc ?? {}, { cidrBlocks: [`10.${number}.0.0/16`] });
        const { vbrId } = orderConnection(world, {
            ...singaporeOrder(world, true),
            name: `multi-cloud-${number}`,
            vlanId: 1100 + number,
            localGatewayIp: `169.254.${10 * number}.1`,
            peerGatewayIp: `169.254.${10 * number}.2`,
        });
        links[`link${number}`] = { alibaba: { ...first.alibaba, vbrId }, aws: { vpcId, routeTableIds } };
    }
    return { simulator, links };
}
