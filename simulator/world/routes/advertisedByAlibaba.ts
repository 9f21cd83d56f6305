import type { BorderRouter } from "../alibabaState";
import type { World } from "../world";
import { learnedOverBasicCen } from "./basicCen";
import { firstOfEach, type Route } from "./route";
import { routesKnownTo } from "./transitRouterTables";

/** What CEN hands a VBR for its BGP sessions: one route per vSwitch, among others. */
export function advertisedByAlibaba(world: World, borderRouter: BorderRouter): Route[] {
    const published = [...overTransitRouter(world, borderRouter), ...learnedOverBasicCen(world, borderRouter.vbrId)];
    return firstOfEach(published).map(({ destinationCidrBlock, asPath }) => ({
        destinationCidrBlock,
        // P27: some devices do not keep the AS path.
        asPath: borderRouter.losesAsPath ? [] : asPath,
    }));
}

/** P23: the entries of the table associated with the VBR's attachment, and only with publishing on. */
function overTransitRouter(world: World, { vbrId }: BorderRouter): Route[] {
    return [...world.alibaba.attachments.values()]
        .filter(({ kind, resourceId, status }) => kind === "VBR" && resourceId === vbrId && status === "Attached")
        .filter(({ autoPublishRouteEnabled }) => autoPublishRouteEnabled)
        .flatMap(({ attachmentId }) => routesKnownTo(world, attachmentId));
}
