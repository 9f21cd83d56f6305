import type { CenChildInstance } from "../../../../simulator/world/alibabaState";
import { only, type Joined } from "../joined";

/** Takes both attachments off the transit router and attaches VPC and VBR to a Basic CEN. */
export function moveToBasicCen(
    { world, attachment, borderRouter }: Joined,
    fields: Partial<CenChildInstance> = {},
): void {
    const vpc = only(world.alibaba.vpcs.values());
    world.alibaba.attachments.clear();
    for (const [childInstanceId, childInstanceType] of [
        [vpc.vpcId, "VPC"],
        [borderRouter.vbrId, "VBR"],
    ] as const) {
        world.alibaba.cenChildren.push({
            cenId: "cen-basic",
            childInstanceId,
            childInstanceType,
            childInstanceRegionId: attachment.regionId,
            childInstanceOwnerId: vpc.ownerId,
            status: "Attached",
            attachTime: "2026-01-01T00:00:00Z",
            ...(childInstanceType === "VBR" ? fields : {}),
        });
    }
}
