import type { Action, ActionContext, ActionInput } from "../../action";
import type { AlibabaVpc, BorderRouter, CenChildInstance } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { named } from "../filters";
import { idempotent } from "../idempotency";
import { optionalText, requiredText } from "../input";
import { numberedPage } from "../pages";
import { requireUnattached } from "./access";
import { requireGranted } from "./grants";

/** These actions are older than transit routers, and have a code of their own. */
function findChildCen({ world, caller }: ActionContext, input: ActionInput): string {
    const cenId = requiredText(input, "CenId");
    if (world.alibaba.cens.get(cenId)?.ownerId !== caller.accountId) {
        throw new CloudError("ParameterCenInstanceId", `The CEN instance ${cenId} does not exist.`);
    }
    return cenId;
}

type ChildType = CenChildInstance["childInstanceType"];

function readType(text: string): ChildType {
    if (text === "VPC" || text === "VBR" || text === "CCN") {
        return text;
    }
    throw new CloudError("ParameterIllegal.ChildInstanceType", "The parameter of child instance type is illegal.");
}

/** The VPC or VBR of the account that the call names, else the caller's own; a CCN is no part of this world, and taken as it is. */
function findChild(context: ActionContext, type: ChildType, id: string, ownerId: string): AlibabaVpc | BorderRouter {
    const { vpcs, borderRouters } = context.world.alibaba;
    const child = type === "VPC" ? vpcs.get(id) : borderRouters.get(id);
    if (child?.ownerId !== ownerId) {
        throw new CloudError("ParameterInstanceId", `The child instance ${id} does not exist.`);
    }
    return child;
}

export const attachCenChildInstance: Action = idempotent({
    name: "AttachCenChildInstance",
    mutating: true,
    run(context, input) {
        const { world, caller } = context;
        const cenId = findChildCen(context, input);
        const childInstanceId = requiredText(input, "ChildInstanceId");
        const childInstanceType = readType(requiredText(input, "ChildInstanceType"));
        const childInstanceRegionId = requiredText(input, "ChildInstanceRegionId");
        const ownerId = optionalText(input, "ChildInstanceOwnerId") ?? caller.accountId;
        if (childInstanceType !== "CCN") {
            const { regionId } = findChild(context, childInstanceType, childInstanceId, ownerId);
            if (regionId !== childInstanceRegionId) {
                throw new CloudError(
                    "ParameterIllegal.ChildInstanceRegionId",
                    "The parameter of child instance region id is illegal.",
                );
            }
            requireGranted(context, cenId, childInstanceId, ownerId);
        }
        requireUnattached(context, childInstanceId);
        const child: CenChildInstance = {
            cenId,
            childInstanceId,
            childInstanceType,
            childInstanceRegionId,
            childInstanceOwnerId: ownerId,
            status: "Attaching",
            attachTime: new Date(world.clock.now()).toISOString(),
        };
        world.alibaba.cenChildren.push(child);
        world.later(world.durations.attachmentCreate, () => {
            child.status = "Attached";
        });
        world.changed();
        return {};
    },
});

export const detachCenChildInstance: Action = idempotent({
    name: "DetachCenChildInstance",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const cenId = findChildCen(context, input);
        const id = requiredText(input, "ChildInstanceId");
        requiredText(input, "ChildInstanceRegionId");
        const type = readType(requiredText(input, "ChildInstanceType"));
        const child = world.alibaba.cenChildren.find(
            (other) => other.cenId === cenId && other.childInstanceId === id && other.childInstanceType === type,
        );
        if (child === undefined) {
            throw new CloudError("ParameterInstanceId", `The child instance ${id} is not attached.`);
        }
        if (child.status !== "Attached") {
            throw new CloudError(
                "InvalidOperation.ChildInstanceStatus",
                "The child-instance is not in a valid state for the operation.",
                409,
            );
        }
        child.status = "Detaching";
        world.later(world.durations.attachmentDelete, () => {
            world.alibaba.cenChildren.splice(world.alibaba.cenChildren.indexOf(child), 1);
        });
        world.changed();
        return {};
    },
});

export const describeCenAttachedChildInstances: Action = {
    name: "DescribeCenAttachedChildInstances",
    mutating: false,
    run(context, input) {
        findChildCen(context, input);
        const found = named(input, context.world.alibaba.cenChildren, {
            CenId: (child) => child.cenId,
            ChildInstanceType: (child) => child.childInstanceType,
            ChildInstanceRegionId: (child) => child.childInstanceRegionId,
        });
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            ChildInstances: {
                ChildInstance: page.map((child) => ({
                    CenId: child.cenId,
                    ChildInstanceId: child.childInstanceId,
                    ChildInstanceType: child.childInstanceType,
                    ChildInstanceRegionId: child.childInstanceRegionId,
                    ChildInstanceOwnerId: Number(child.childInstanceOwnerId),
                    ChildInstanceAttachTime: child.attachTime,
                    Status: child.status,
                })),
            },
        };
    },
};
