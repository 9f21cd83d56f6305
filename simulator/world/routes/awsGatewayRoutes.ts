import type { SessionEnds } from "../sessionRules";
import type { World } from "../world";
import { learnedOverSessions } from "./learned";
import { mostSpecific, type Route } from "./route";

/** A route that a VPN gateway or a transit gateway of AWS knows, and what it leads over. */
export interface GatewayRoute extends Route {
    over:
        { kind: "Direct Connect BGP"; ends: SessionEnds } | { kind: "VPN static" | "VPN BGP"; vpnConnectionId: string };
}

/** P35: the order in which a gateway takes routes of one destination, the best first. */
const kindsByPriority: GatewayRoute["over"]["kind"][] = ["Direct Connect BGP", "VPN static", "VPN BGP"];

export function gatewayRoutes(world: World, gatewayId: string): GatewayRoute[] {
    return [...overDirectConnect(world, gatewayId), ...overVpn(world, gatewayId)].sort(
        (a, b) =>
            kindsByPriority.indexOf(a.over.kind) - kindsByPriority.indexOf(b.over.kind) ||
            a.asPath.length - b.asPath.length,
    );
}

/** P35: the longest prefix, then the kind of route, then the shortest AS path. */
export function chosenByGateway(world: World, gatewayId: string, address: string): GatewayRoute | undefined {
    return mostSpecific(gatewayRoutes(world, gatewayId), address).at(0);
}

function overDirectConnect(world: World, gatewayId: string): GatewayRoute[] {
    return learnedOverSessions(world)
        .byAws.filter(({ ends }) => endsIn(world, ends, gatewayId))
        .flatMap(({ ends, routes }) =>
            routes.map((route): GatewayRoute => ({ ...route, over: { kind: "Direct Connect BGP", ends } })),
        );
}

/** A virtual interface ends in a gateway directly, or through a Direct Connect gateway that is associated with it. */
function endsIn(world: World, { virtualInterface }: SessionEnds, gatewayId: string): boolean {
    const { virtualGatewayId, directConnectGatewayId } = virtualInterface;
    const associations = world.aws.directConnectGateways.get(directConnectGatewayId ?? "")?.associations ?? [];
    return (
        virtualGatewayId === gatewayId ||
        associations.some(
            (association) =>
                association.gatewayId === gatewayId &&
                (association.state === "associated" || association.state === "updating"),
        )
    );
}

function overVpn(world: World, gatewayId: string): GatewayRoute[] {
    return [...world.aws.vpnConnections.values()]
        .filter(({ vpnGatewayId, state }) => vpnGatewayId === gatewayId && state === "available")
        .flatMap(({ vpnConnectionId, staticRoutes, bgpRoutes }): GatewayRoute[] => [
            ...staticRoutes.map((destinationCidrBlock): GatewayRoute => ({
                destinationCidrBlock,
                asPath: [],
                over: { kind: "VPN static", vpnConnectionId },
            })),
            ...bgpRoutes.map((route): GatewayRoute => ({ ...route, over: { kind: "VPN BGP", vpnConnectionId } })),
        ]);
}
