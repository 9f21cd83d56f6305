import type { AwsRoute, AwsRouteTable, AwsSubnet } from "../awsState";
import { carriesRoutes } from "../attachment";
import { chosenByGateway } from "../routes/awsGatewayRoutes";
import { chosenByAwsTable } from "../routes/awsTables";
import { passingSessions } from "../session";
import type { SessionEnds } from "../sessionRules";
import type { World } from "../world";
import { awsVpc, isAttached } from "./intoAws";
import { mtu } from "./mtu";
import type { Onward, Packet, Place } from "./packet";
import { borderRouterIntoCen, transitRouter, vpn } from "./throughCen";

/** A subnet of AWS, as a packet leaves it. */
export function awsSubnet(subnet: AwsSubnet): Place {
    return {
        at: subnet.subnetId,
        mtu: mtu.awsVpc,
        onward(world, packet) {
            const table = tableOf(world, subnet);
            const route = table && chosenByAwsTable(table, packet.to.address);
            return route === undefined
                ? { stop: "no-route", at: table?.routeTableId ?? subnet.subnetId }
                : alongRoute(world, subnet, route, packet);
        },
    };
}

function tableOf(world: World, { vpcId, routeTableId }: AwsSubnet): AwsRouteTable | undefined {
    const { routeTables } = world.aws;
    return routeTableId === undefined
        ? [...routeTables.values()].find((table) => table.vpcId === vpcId && table.main)
        : routeTables.get(routeTableId);
}

function alongRoute(world: World, { vpcId }: AwsSubnet, { gatewayId, state }: AwsRoute, { to }: Packet): Onward {
    if (gatewayId === "local") {
        const isOwn = world.aws.subnets.get(to.subnetId)?.vpcId === vpcId;
        return isOwn ? awsVpc(vpcId) : { stop: "local-route", at: vpcId };
    }
    const isVpnGateway = world.aws.vpnGateways.has(gatewayId);
    // The target of a static route may be gone since.
    if (state === "blackhole" || (isVpnGateway && !isAttached(world, { vpcId }, gatewayId))) {
        return { stop: "blackhole", at: gatewayId };
    }
    return isVpnGateway || isTransitGateway(world, gatewayId)
        ? gatewayOutOfAws(gatewayId)
        : { stop: "leads-elsewhere", at: gatewayId };
}

/** Of transit gateways this world knows those alone that a Direct Connect gateway is associated with. */
function isTransitGateway(world: World, id: string): boolean {
    return [...world.aws.directConnectGateways.values()].some(({ associations }) =>
        associations.some(({ gatewayId, gatewayType }) => gatewayId === id && gatewayType === "transitGateway"),
    );
}

function gatewayOutOfAws(gatewayId: string): Place {
    return {
        at: gatewayId,
        mtu: mtu.awsVpc,
        onward(world, { to }) {
            const route = chosenByGateway(world, gatewayId, to.address);
            if (route === undefined) {
                return { stop: "gateway", at: gatewayId };
            }
            return route.over.kind === "Direct Connect BGP"
                ? virtualInterfaceOutOfAws(route.over.ends)
                : vpnOutOfAws(route.over.vpnConnectionId);
        },
    };
}

function virtualInterfaceOutOfAws(ends: SessionEnds): Place {
    const { virtualInterfaceId, mtu: ownMtu } = ends.virtualInterface;
    return {
        at: virtualInterfaceId,
        mtu: ownMtu,
        onward: (world) =>
            passingSessions(world).includes(ends)
                ? borderRouterIntoCen(ends)
                : { stop: "session", at: virtualInterfaceId },
    };
}

function vpnOutOfAws(vpnConnectionId: string): Place {
    return vpn(vpnConnectionId, (world) => {
        const { transitRouterAttachmentId } = world.aws.vpnConnections.get(vpnConnectionId) ?? {};
        const attachment = world.alibaba.attachments.get(transitRouterAttachmentId ?? "");
        return attachment && carriesRoutes(attachment)
            ? transitRouter(attachment)
            : { stop: "vpn", at: vpnConnectionId };
    });
}
