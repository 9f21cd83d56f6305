import type { BorderRouter, TransitRouterAttachment } from "../alibabaState";
import { carriesRoutes } from "../attachment";
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

function overTransitRouter(world: World, { vbrId }: BorderRouter): Route[] {
    return publishingAttachments(world, vbrId).flatMap(({ attachmentId }) => routesKnownTo(world, attachmentId));
}

/** P23: a VBR knows the entries of the table associated with its attachment, and only with publishing on. */
export function publishingAttachments(world: World, vbrId: string): TransitRouterAttachment[] {
    return [...world.alibaba.attachments.values()]
        .filter(({ kind, resourceId }) => kind === "VBR" && resourceId === vbrId)
        .filter((attachment) => carriesRoutes(attachment) && attachment.autoPublishRouteEnabled);
}
