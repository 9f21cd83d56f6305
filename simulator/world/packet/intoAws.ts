import { covers } from "../addresses";
import type { AwsVpc } from "../awsState";
import { passingSessions } from "../session";
import type { SessionEnds } from "../sessionRules";
import type { World } from "../world";
import { mtu } from "./mtu";
import type { Packet, Place } from "./packet";

/** A virtual interface, as a packet enters AWS. */
export function virtualInterfaceIntoAws(ends: SessionEnds): Place {
    const { virtualInterfaceId, mtu: ownMtu, virtualGatewayId, directConnectGatewayId } = ends.virtualInterface;
    return {
        at: virtualInterfaceId,
        mtu: ownMtu,
        onward(world) {
            if (!passingSessions(world).includes(ends)) {
                return { stop: "session", at: virtualInterfaceId };
            }
            return directConnectGatewayId === undefined
                ? gatewayIntoAws(virtualGatewayId ?? "", (vpc) => isAttached(world, vpc, virtualGatewayId))
                : gatewayIntoAws(directConnectGatewayId, (vpc) => isAssociated(world, vpc, directConnectGatewayId));
        },
    };
}

/** A VPN gateway, as a packet enters AWS through one of its VPN connections. */
export function vpnGatewayIntoAws(world: World, vpnGatewayId: string): Place {
    return gatewayIntoAws(vpnGatewayId, (vpc) => isAttached(world, vpc, vpnGatewayId));
}

/** A gateway that knows the VPCs behind it by their CIDR blocks. */
function gatewayIntoAws(gatewayId: string, leadsTo: (vpc: AwsVpc) => boolean): Place {
    return {
        at: gatewayId,
        mtu: mtu.awsVpc,
        onward(world, { to }) {
            const vpc = [...world.aws.vpcs.values()].find(
                (each) => leadsTo(each) && each.cidrBlocks.some((cidrBlock) => covers(cidrBlock, `${to.address}/32`)),
            );
            return vpc === undefined ? { stop: "gateway", at: gatewayId } : awsVpc(vpc.vpcId);
        },
    };
}

/** A VPC of AWS, which delivers to its own subnets whatever its route tables say. */
export function awsVpc(vpcId: string): Place {
    return {
        at: vpcId,
        mtu: mtu.awsVpc,
        onward: (world: World, { to }: Packet) =>
            world.aws.subnets.get(to.subnetId)?.vpcId === vpcId ? "arrived" : { stop: "destination", at: vpcId },
    };
}

export function isAttached(world: World, { vpcId }: { vpcId: string }, vpnGatewayId: string | undefined): boolean {
    const attachments = world.aws.vpnGateways.get(vpnGatewayId ?? "")?.attachments ?? [];
    return attachments.some((attachment) => attachment.vpcId === vpcId && attachment.state === "attached");
}

/** A VPC that has a route to a transit gateway is attached to it: no other may have one. */
function isAssociated(world: World, { vpcId }: AwsVpc, directConnectGatewayId: string): boolean {
    const gatewayIds = (world.aws.directConnectGateways.get(directConnectGatewayId)?.associations ?? [])
        .filter(({ state }) => state === "associated" || state === "updating")
        .map(({ gatewayId }) => gatewayId);
    const routesOfVpc = [...world.aws.routeTables.values()]
        .filter((table) => table.vpcId === vpcId)
        .flatMap(({ routes }) => routes);
    return gatewayIds.some(
        (id) =>
            isAttached(world, { vpcId }, id) ||
            (!world.aws.vpnGateways.has(id) && routesOfVpc.some(({ gatewayId }) => gatewayId === id)),
    );
}
