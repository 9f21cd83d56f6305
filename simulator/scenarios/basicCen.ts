import type { World } from "../world/world";
import type { WorldIds } from "./scenario";
import { alibabaRegion, buildVpcAndCen } from "./vpcs";

/** The VPC as a child of a Basic CEN, whose transit router in the region came with it. */
export function buildBasicCen(world: World): Pick<WorldIds, "alibabaVpcId" | "cenId"> {
    const { alibabaVpcId, cenId } = buildVpcAndCen(world);
    const transitRouterId = world.newId("tr-t4n", 17);
    world.alibaba.transitRouters.set(transitRouterId, {
        transitRouterId,
        cenId,
        regionId: alibabaRegion,
        type: "Basic",
        status: "Active",
    });
    world.alibaba.cenChildren.push({
        cenId,
        childInstanceId: alibabaVpcId,
        childInstanceType: "VPC",
        childInstanceRegionId: alibabaRegion,
        childInstanceOwnerId: world.accounts.alibabaAccountId,
        status: "Attached",
        attachTime: new Date(world.clock.now()).toISOString(),
    });
    return { alibabaVpcId, cenId };
}
