import type { Action, ActionContext } from "../../action";
import type { CenChildInstance } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { enterpriseRouterOf } from "../../world/transitRouters";
import { requiredText } from "../input";
import { busyRefusal, isAttached, requireCenActive } from "./access";
import { findOwnCen, readAccount, readChild, requireChild, unknownCen, unknownChild } from "./childAccess";
import { requireGranted } from "./grants";

/** On a Basic transit router too, writes go one at a time: terraform-provider-alicloud repeats attaching and detaching for this code. */
function requireNoOther({ world }: ActionContext, cenId: string, regionId: string, except?: CenChildInstance): void {
    const busy = world.alibaba.cenChildren.some(
        (child) =>
            child !== except &&
            child.cenId === cenId &&
            child.childInstanceRegionId === regionId &&
            child.status !== "Attached",
    );
    if (busy) {
        throw busyRefusal(world);
    }
}

/** https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-attachcenchildinstance, error codes. */
export const attachCenChildInstance: Action = {
    name: "AttachCenChildInstance",
    mutating: true,
    run(context, input) {
        const { world, caller } = context;
        const cenId = findOwnCen(context, input);
        const child = readChild(input);
        const ownerId = readAccount(input, "ChildInstanceOwnerId") ?? caller.accountId;
        requireChild(context, child, ownerId);
        requireGranted(context, "Basic", cenId, child.childInstanceId, ownerId);
        if (isAttached(world, child.childInstanceId)) {
            throw new CloudError(
                "InvalidOperation.ChildInstanceAlreadyAttached",
                "Operation is invalid because the child-instance has already been attached to another CEN.",
                409,
            );
        }
        if (enterpriseRouterOf(world, cenId, child.childInstanceRegionId) !== undefined) {
            throw new CloudError(
                "OperationFailed.InvalidTransitRouter",
                "Operation failed because the transit router is not supported.",
            );
        }
        requireCenActive(context, cenId);
        requireNoOther(context, cenId, child.childInstanceRegionId);
        const attached: CenChildInstance = {
            cenId,
            ...child,
            childInstanceOwnerId: ownerId,
            status: "Attaching",
            attachTime: new Date(world.clock.now()).toISOString(),
        };
        world.alibaba.cenChildren.push(attached);
        world.later(world.durations.attachmentCreate, () => {
            attached.status = "Attached";
        });
        world.changed();
        return {};
    },
};

/**
 * The CEN's owner detaches any child; the owner of a child his own, who then names the CEN's (`CenOwnerId`).
 * https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-detachcenchildinstance
 */
export const detachCenChildInstance: Action = {
    name: "DetachCenChildInstance",
    mutating: true,
    run(context, input) {
        const { world, caller } = context;
        const cenId = requiredText(input, "CenId");
        const named = readChild(input);
        const cenOwnerId = readAccount(input, "CenOwnerId") ?? caller.accountId;
        const ownerId = readAccount(input, "ChildInstanceOwnerId");
        if (world.alibaba.cens.get(cenId)?.ownerId !== cenOwnerId) {
            throw unknownCen(cenId);
        }
        const child = world.alibaba.cenChildren.find(
            (other) =>
                other.cenId === cenId &&
                other.childInstanceId === named.childInstanceId &&
                other.childInstanceType === named.childInstanceType &&
                other.childInstanceRegionId === named.childInstanceRegionId &&
                [other.childInstanceOwnerId, cenOwnerId].includes(caller.accountId) &&
                (ownerId === undefined || other.childInstanceOwnerId === ownerId),
        );
        if (child === undefined) {
            // Of one on a transit router, the same page says: "ChildInstanceType or TransitRouterType is not supported by this operation".
            throw enterpriseRouterOf(world, cenId, named.childInstanceRegionId)
                ? new CloudError(
                      "Forbidden.TypeInvalid",
                      "The specified ChildInstanceType or TransitRouterType is not supported by this operation.",
                  )
                : unknownChild(named.childInstanceId);
        }
        if (child.status !== "Attached") {
            // The code is one that terraform-provider-alicloud knows; status and text are guesses.
            throw new CloudError(
                "InvalidOperation.ChildInstanceStatus",
                "The child-instance is not in a valid state for the operation.",
                409,
            );
        }
        requireCenActive(context, cenId);
        requireNoOther(context, cenId, child.childInstanceRegionId, child);
        child.status = "Detaching";
        world.later(world.durations.attachmentDelete, () => {
            world.alibaba.cenChildren.splice(world.alibaba.cenChildren.indexOf(child), 1);
        });
        world.changed();
        return {};
    },
};
