import type { AwsRoute, AwsRouteTable } from "../awsState";
import type { World } from "../world";
import { gatewayRoutes } from "./awsGatewayRoutes";
import { firstOfEach, mostSpecific } from "./route";

const isPropagated = ({ origin }: AwsRoute): boolean => origin === "EnableVgwRoutePropagation";
const isLocal = ({ gatewayId }: AwsRoute): boolean => gatewayId === "local";

/** Writes into a route table of AWS what its VPC and its gateways bring: a local route for each of the VPC's CIDRs, and what is propagated. */
export function settleAwsTable(world: World, table: AwsRouteTable): void {
    const local = (world.aws.vpcs.get(table.vpcId)?.cidrBlocks ?? []).map(localRoute);
    const own = [...local, ...table.routes.filter((route) => !isLocal(route) && !isPropagated(route))];
    // P35: a static route of the same destination takes the place of the propagated one.
    const taken = own.filter((route) => rankOf(route) === 0).map(({ destinationCidrBlock }) => destinationCidrBlock);
    const propagated = table.propagatingVgws
        .flatMap((gatewayId) => propagatedRoutes(world, table.vpcId, gatewayId))
        .filter(({ destinationCidrBlock }) => !taken.includes(destinationCidrBlock));
    table.routes = [...own, ...withinLimit(world, firstOfEach(propagated), table.routes.filter(isPropagated))];
}

/** P34: which ones are left out where there are more is not documented: here those that came last. */
function withinLimit({ quotas }: World, propagated: AwsRoute[], known: AwsRoute[]): AwsRoute[] {
    const isNew = ({ destinationCidrBlock }: AwsRoute): boolean =>
        known.every((route) => route.destinationCidrBlock !== destinationCidrBlock);
    const kept = propagated
        .toSorted((a, b) => Number(isNew(a)) - Number(isNew(b)))
        .slice(0, quotas.propagatedRoutesPerAwsRouteTable);
    return propagated.filter((route) => kept.includes(route));
}

function localRoute(destinationCidrBlock: string): AwsRoute {
    return { destinationCidrBlock, gatewayId: "local", state: "active", origin: "CreateRouteTable" };
}

/** P34: only with propagation on that very table, and the gateway attached to its VPC. */
function propagatedRoutes(world: World, vpcId: string, gatewayId: string): AwsRoute[] {
    const gateway = world.aws.vpnGateways.get(gatewayId);
    if (!gateway?.attachments.some((attachment) => attachment.vpcId === vpcId && attachment.state === "attached")) {
        return [];
    }
    return gatewayRoutes(world, gatewayId).map(({ destinationCidrBlock }) => ({
        destinationCidrBlock,
        gatewayId,
        state: "active",
        origin: "EnableVgwRoutePropagation",
    }));
}

/**
 * P35: the route that a table has for an address
 * (https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html): the local route over any propagated one,
 * even a more specific; then the longest prefix; then static routes, prefix lists and propagated routes, in this order.
 */
export function chosenByAwsTable(table: AwsRouteTable, address: string): AwsRoute | undefined {
    const local = table.routes.filter(isLocal);
    const candidates =
        mostSpecific(local, address).length > 0 ? table.routes.filter((route) => !isPropagated(route)) : table.routes;
    return mostSpecific(candidates, address)
        .sort((a, b) => rankOf(a) - rankOf(b))
        .at(0);
}

/** The lower the better: static, from a prefix list, propagated. */
function rankOf(route: AwsRoute): number {
    if (isPropagated(route)) {
        return 2;
    }
    return route.destinationPrefixListId === undefined ? 0 : 1;
}
