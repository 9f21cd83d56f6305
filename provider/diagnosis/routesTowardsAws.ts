import { mapKeepingFrom } from "../routes/routeMaps";
import type { LinkFacts } from "./facts";
import { activeTables, isAttached, isOnBasicCen, prefixesOf } from "./networks";

export interface RouteTowardsAws {
    destinationCidrBlock: string;
    asPath: string[];
}

/**
 * What the VBR gets to tell AWS: the active entries of the table that it is associated with, but for its own, after the outgoing route maps; on a Basic CEN
 * what the VPCs bring.
 */
export function routesTowardsAws(facts: LinkFacts): RouteTowardsAws[] {
    const {
        borderRouterAttachment: attachment,
        transitRouterRouteTables = [],
        routeMaps = [],
        vpcs = [],
    } = facts.alibaba;
    if (isOnBasicCen(facts)) {
        return unique(vpcs.flatMap(prefixesOf).map((destinationCidrBlock) => ({ destinationCidrBlock, asPath: [] })));
    }
    if (attachment === undefined || !isAttached(attachment) || !attachment.autoPublishRouteEnabled) {
        return [];
    }
    const used = activeTables(attachment.associations);
    const routes = transitRouterRouteTables
        .filter(({ routeTableId }) => used.includes(routeTableId))
        .flatMap(({ routeTableId, entries = [] }) =>
            entries
                .filter(({ status, attachmentId }) => status === "Active" && attachmentId !== attachment.attachmentId)
                .filter((entry) => mapKeepingFrom(attachment.resourceId, entry, routeTableId, routeMaps) === undefined),
        );
    return unique(routes);
}

function unique(routes: readonly RouteTowardsAws[]): RouteTowardsAws[] {
    return [...new Map(routes.map((route) => [route.destinationCidrBlock, route])).values()];
}
