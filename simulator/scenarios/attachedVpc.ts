import type { World } from "../world/world";
import { buildAlibabaVpc } from "./vpcs";

/** The VPC attached to an Enterprise transit router, and nothing more: neither associated nor propagating, and without route synchronisation. */
export function buildAttachedVpc(world: World): ReturnType<typeof buildAlibabaVpc> {
    const ids = buildAlibabaVpc(world);
    for (const table of world.alibaba.routeTables.values()) {
        table.associations = [];
        table.propagations = [];
    }
    for (const attachment of world.alibaba.attachments.values()) {
        attachment.autoPublishRouteEnabled = false;
    }
    return ids;
}
