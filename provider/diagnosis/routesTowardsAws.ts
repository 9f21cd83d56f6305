import type { LinkFacts } from "./facts";
import { activeTables, isAttached, isOnBasicCen, prefixesOf } from "./networks";
import { denyingMap, type WayEnd } from "./routeMaps";

export interface RouteTowardsAws {
    destinationCidrBlock: string;
    asPath: string[];
}

/**
 * What the VBR gets to tell AWS: the active entries of the table that it is associated with, but for its own, after the outgoing route maps; on a Basic CEN
 * what the VPCs bring.
 */
export function routesTowardsAws(facts: LinkFacts): RouteTowardsAws[] {
    const { borderRouterAttachment: attachment, transitRouterRouteTables = [], vpcs = [] } = facts.alibaba;
    if (isOnBasicCen(facts)) {
        return unique(vpcs.flatMap(prefixesOf).map((destinationCidrBlock) => ({ destinationCidrBlock, asPath: [] })));
    }
    if (attachment === undefined || !isAttached(attachment) || !attachment.autoPublishRouteEnabled) {
        return [];
    }
    const destination: WayEnd = { instanceId: attachment.resourceId, type: "VBR" };
    const used = activeTables(attachment.associations);
    const routes = transitRouterRouteTables
        .filter(({ routeTableId }) => used.includes(routeTableId))
        .flatMap(({ routeTableId, entries = [] }) =>
            entries
                .filter(({ status, attachmentId }) => status === "Active" && attachmentId !== attachment.attachmentId)
                .filter(({ destinationCidrBlock, originResourceId = "", originResourceType }) => {
                    const source = { instanceId: originResourceId, type: originResourceType };
                    const way = { routeTableId, direction: "RegionOut", source, destination } as const;
                    return denyingMap(way, destinationCidrBlock, facts) === undefined;
                }),
        );
    return unique(routes);
}

function unique(routes: readonly RouteTowardsAws[]): RouteTowardsAws[] {
    return [...new Map(routes.map((route) => [route.destinationCidrBlock, route])).values()];
}
