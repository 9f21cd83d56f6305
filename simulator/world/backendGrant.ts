import type { BorderRouter } from "./alibabaState";
import type { World } from "./world";

/** A VBR of Alibaba Cloud's own account is of use only to a CEN that it is granted to (guess `foreignBorderRouterGrant`). */
export function grantToBuyer(world: World, borderRouter: BorderRouter): void {
    const { alibabaAccountId, alibabaVendorAccountId } = world.accounts;
    if (borderRouter.ownerId !== alibabaVendorAccountId || world.guesses.foreignBorderRouterGrant === "none") {
        return;
    }
    for (const { cenId, ownerId } of world.alibaba.cens.values()) {
        if (ownerId === alibabaAccountId) {
            world.alibaba.grants.push({
                cenId,
                cenOwnerId: ownerId,
                instanceId: borderRouter.vbrId,
                instanceType: "VBR",
                instanceOwnerId: borderRouter.ownerId,
                regionId: borderRouter.regionId,
                creationTime: new Date(world.clock.now()).toISOString(),
            });
        }
    }
}
