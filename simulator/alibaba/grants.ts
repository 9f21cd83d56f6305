import type { ActionContext } from "../action";
import type { CenGrant } from "../world/alibabaState";
import { CloudError } from "../world/cloudError";
import type { World } from "../world/world";

/** What one grant is about. */
export type GrantedInstance = Pick<CenGrant, "instanceId" | "instanceType" | "instanceOwnerId" | "regionId">;

/** The grants that one action makes, reads and revokes; whether the other's are the same is a guess (`grantsToTransitRouters`). */
export function grantsMadeBy({ alibaba, guesses }: World, action: CenGrant["madeBy"]): CenGrant[] {
    return alibaba.grants.filter(({ madeBy }) => madeBy === action || guesses.grantsToTransitRouters === "the-same");
}

/**
 * By default no VBR is granted to another account's CEN; Alibaba Cloud's own account may, and whom it lets. Code and text:
 * GrantInstanceToCen; that of GrantInstanceToTransitRouter, whose page says the same in words ("contact your account
 * manager"), is a guess.
 */
export function requireMayGrant(
    { world, caller }: ActionContext,
    { instanceType }: GrantedInstance,
    cenOwnerId: string,
): void {
    const mayGrant =
        instanceType === "VPC" ||
        cenOwnerId === caller.accountId ||
        caller.accountId === world.accounts.alibabaVendorAccountId ||
        world.guesses.borderRouterGrantToOtherAccount === "allowed";
    if (!mayGrant) {
        throw new CloudError("Invalid.Grant", "Can not grant to other owner cen.");
    }
}

/** A VBR that is not active is granted to nobody. */
export function isGrantable({ alibaba }: World, { instanceId }: GrantedInstance): boolean {
    const router = alibaba.borderRouters.get(instanceId);
    return router === undefined || router.status === "active";
}

/** Takes a grant back; what is not there is taken back all the same (a guess). */
export function revokeGrant(world: World, action: CenGrant["madeBy"], instanceId: string, cenId: string): void {
    const { grants } = world.alibaba;
    for (const grant of grantsMadeBy(world, action)) {
        if (grant.instanceId === instanceId && grant.cenId === cenId) {
            grants.splice(grants.indexOf(grant), 1);
        }
    }
}
