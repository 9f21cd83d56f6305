import type { Action, ActionInput, ActionOutput } from "../../action";
import type { VirtualInterface } from "../../world/awsState";
import { offeredToAlibaba } from "../../world/routes/exchange";
import { learnedOverSessions } from "../../world/routes/learned";
import type { Route } from "../../world/routes/route";
import { sessionsUpAt } from "../../world/session";
import type { World } from "../../world/world";
import { clientError, numberListOf, optionalStructure, optionalText, requiredText, textListOf } from "../input";
import { pageAskedFor } from "./page";
import { findVirtualInterface } from "./shapes";

/** Of a route as the API reference's `Route` says it. */
interface ListedRoute extends Route {
    routeDirection: "accepted" | "advertised";
    addressFamily: "ipv4" | "ipv6";
}

/** What AWS has taken over from the customer's side, and what it announces to it, over the sessions that it takes for up. */
function routesOf(world: World, vif: VirtualInterface): ListedRoute[] {
    const accepted = learnedOverSessions(world)
        .byAws.filter(({ ends }) => ends.virtualInterface === vif)
        .flatMap(({ ends, routes }) => routes.map((route) => listed(route, "accepted", ends.awsPeer.addressFamily)));
    const advertised = sessionsUpAt(world, "aws")
        .filter(({ virtualInterface }) => virtualInterface === vif)
        .flatMap((ends) =>
            offeredToAlibaba(world, ends).map((route) => listed(route, "advertised", ends.awsPeer.addressFamily)),
        );
    return [...accepted, ...advertised];
}

function listed(
    route: Route,
    routeDirection: ListedRoute["routeDirection"],
    addressFamily: ListedRoute["addressFamily"],
): ListedRoute {
    return { ...route, routeDirection, addressFamily };
}

/** How AWS shows the path of what it announces is not documented: here as the customer's side gets it. */
function shape({ destinationCidrBlock, asPath, routeDirection, addressFamily }: ListedRoute): ActionOutput {
    return {
        cidr: destinationCidrBlock,
        routeDirection,
        addressFamily,
        asPath: asPath.length === 0 ? [] : [{ pathType: "seq", path: asPath }],
        communities: [],
    };
}

/** "You can specify up to 10 CIDRs": the API reference. */
const mostCidrs = 10;

/** What `filters` lets through. That each given ASN must be in the path is a guess; these routes have no communities. */
function readFilters(input: ActionInput): (route: ListedRoute) => boolean {
    const filters = optionalStructure(input, "filters") ?? {};
    const direction = oneOf(filters, "routeDirection", ["accepted", "advertised"]);
    const family = oneOf(filters, "addressFamily", ["ipv4", "ipv6"]);
    const cidrs = textListOf(filters, "cidrs");
    if (cidrs.length > mostCidrs) {
        throw clientError(`filters.cidrs has ${cidrs.length} entries: it can have at most ${mostCidrs}.`);
    }
    const asns = numberListOf(filters, "asPath");
    const communities = textListOf(filters, "communities");
    return (route) =>
        (direction === undefined || route.routeDirection === direction) &&
        (family === undefined || route.addressFamily === family) &&
        (cidrs.length === 0 || cidrs.includes(route.destinationCidrBlock)) &&
        asns.every((asn) => route.asPath.includes(asn)) &&
        communities.length === 0;
}

function oneOf(input: ActionInput, name: string, known: readonly string[]): string | undefined {
    const value = optionalText(input, name);
    if (value !== undefined && !known.includes(value)) {
        throw clientError(`${name} ${value} is not valid: it must be ${known.join(" or ")}.`);
    }
    return value;
}

export const listVirtualInterfaceRoutes: Action = {
    name: "ListVirtualInterfaceRoutes",
    mutating: false,
    run(context, input) {
        const { world } = context;
        const vif = findVirtualInterface(context, requiredText(input, "virtualInterfaceId"));
        const found = routesOf(world, vif).filter(readFilters(input));
        const inOrder = (route: ListedRoute): string => `${route.routeDirection} ${route.destinationCidrBlock}`;
        const page = pageAskedFor("ListVirtualInterfaceRoutes", input, found, inOrder);
        return {
            virtualInterfaceId: vif.virtualInterfaceId,
            routes: page.items.map(shape),
            nextToken: page.nextToken,
        };
    },
};
