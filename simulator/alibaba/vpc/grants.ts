import type { Action, ActionContext, ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";
import { grantsMadeBy, isGrantable, requireMayGrant, revokeGrant, type GrantedInstance } from "../grants";
import { idempotent } from "../idempotency";
import { regionOf, requiredText } from "../input";
import { numberedPage } from "../pages";
import { toSeconds } from "../times";

/** Codes, HTTP statuses and texts: the API pages of GrantInstanceToCen, RevokeInstanceFromCen and DescribeGrantRulesToCen. */
const madeBy = "GrantInstanceToCen";

/** The caller's own VPC or VBR: only an instance's owner grants it, and reads or revokes what it is granted to. */
function ownInstance(context: ActionContext, input: ActionInput): GrantedInstance {
    const { world, caller } = context;
    const regionId = regionOf(context, input, "The RegionId provided does not exist in our records.");
    const instanceId = requiredText(input, "InstanceId");
    const instanceType = requiredText(input, "InstanceType");
    if (instanceType !== "VPC" && instanceType !== "VBR") {
        throw new CloudError("InstanceType.Invalid", "Specified type is not valid.", 404);
    }
    const { vpcs, borderRouters } = world.alibaba;
    const instance = (instanceType === "VPC" ? vpcs : borderRouters).get(instanceId);
    if (instance?.ownerId !== caller.accountId || instance.regionId !== regionId) {
        throw instanceType === "VPC"
            ? new CloudError("InvalidInstanceId.NotFound", "Specified Instance does not exist.", 404)
            : new CloudError("InvalidVbr.NotFound", "Specified vbr does not exist.", 404);
    }
    return { instanceId, instanceType, instanceOwnerId: instance.ownerId, regionId };
}

export const grantInstanceToCen: Action = idempotent({
    name: "GrantInstanceToCen",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const instance = ownInstance(context, input);
        const cenId = requiredText(input, "CenId");
        const cenOwnerId = requiredText(input, "CenOwnerId");
        if (world.alibaba.cens.get(cenId)?.ownerId !== cenOwnerId) {
            // The page shows the code with "%s" for the text: a guess.
            throw new CloudError("IllegalParam.CenInstanceId", "The param of CenInstanceId is illegal.");
        }
        requireMayGrant(context, instance, cenOwnerId);
        if (!isGrantable(world, instance)) {
            throw new CloudError("IncorrectStatus", "Current Instance status does not support this operation.");
        }
        const granted = grantsMadeBy(world, madeBy).filter(({ instanceId }) => instanceId === instance.instanceId);
        if (granted.some((grant) => grant.cenId === cenId)) {
            // What a second grant of the same gets is not documented; it changes nothing (guess).
            return {};
        }
        if (granted.length >= world.quotas.cenGrantsPerInstance) {
            throw new CloudError("QuotaExceeded.CbnGrantRules", "cbn grantRules per instance quota exceed", 404);
        }
        world.alibaba.grants.push({
            madeBy,
            ...instance,
            cenId,
            cenOwnerId,
            creationTime: new Date(world.clock.now()).toISOString(),
            orderType: "PayByCenOwner",
        });
        return {};
    },
});

/** What is attached already stays so (a guess). */
export const revokeInstanceFromCen: Action = idempotent({
    name: "RevokeInstanceFromCen",
    mutating: true,
    run(context, input) {
        const { instanceId } = ownInstance(context, input);
        const cenId = requiredText(input, "CenId");
        requiredText(input, "CenOwnerId");
        revokeGrant(context.world, madeBy, instanceId, cenId);
        return {};
    },
});

/** What an instance is granted to, for its owner; the CEN's owner asks CBN's action of the same name. */
export const describeGrantRulesToCen: Action = {
    name: "DescribeGrantRulesToCen",
    mutating: false,
    run(context, input) {
        const { instanceId } = ownInstance(context, input);
        const granted = grantsMadeBy(context.world, madeBy).filter((grant) => grant.instanceId === instanceId);
        const { page, counts } = numberedPage(input, granted);
        return {
            ...counts,
            CenGrantRules: {
                CbnGrantRule: page.map(({ cenId, cenOwnerId, creationTime }) => ({
                    CenInstanceId: cenId,
                    CenOwnerId: Number(cenOwnerId),
                    CreationTime: toSeconds(creationTime),
                })),
            },
        };
    },
};
