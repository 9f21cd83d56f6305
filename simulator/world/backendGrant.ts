import type { BorderRouter } from "./alibabaState";
import { enterpriseRouterOf } from "./transitRouters";
import type { World } from "./world";

/**
 * A VBR of Alibaba Cloud's own account is of use only to a CEN that it is granted to (guess `foreignBorderRouterGrant`), in
 * the way that this sort of CEN needs.
 */
export function grantToBuyer(world: World, { vbrId, ownerId, regionId }: BorderRouter): void {
    const { alibabaAccountId, alibabaVendorAccountId } = world.accounts;
    if (ownerId !== alibabaVendorAccountId || world.guesses.foreignBorderRouterGrant === "none") {
        return;
    }
    for (const { cenId, ownerId: cenOwnerId } of world.alibaba.cens.values()) {
        if (cenOwnerId === alibabaAccountId) {
            const isEnterprise = enterpriseRouterOf(world, cenId, regionId) !== undefined;
            world.alibaba.grants.push({
                madeBy: isEnterprise ? "GrantInstanceToTransitRouter" : "GrantInstanceToCen",
                cenId,
                cenOwnerId,
                instanceId: vbrId,
                instanceType: "VBR",
                instanceOwnerId: ownerId,
                regionId,
                creationTime: new Date(world.clock.now()).toISOString(),
                orderType: "PayByCenOwner",
            });
        }
    }
}
