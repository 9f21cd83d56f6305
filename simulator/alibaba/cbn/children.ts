import type { Action } from "../../action";
import { CloudError } from "../../world/cloudError";
import { idempotent } from "../idempotency";
import { optionalText, requiredText } from "../input";
import { numberedPage } from "../pages";
import { findCen } from "./access";

function readType(text: string): "VPC" | "VBR" | "CCN" {
    if (text === "VPC" || text === "VBR" || text === "CCN") {
        return text;
    }
    throw new CloudError("ParameterInstanceType", `The child instance type ${text} is not supported.`);
}

export const attachCenChildInstance: Action = idempotent({
    name: "AttachCenChildInstance",
    mutating: true,
    run(context, input) {
        const { world, caller } = context;
        const cenId = findCen(context, requiredText(input, "CenId"));
        const childInstanceId = requiredText(input, "ChildInstanceId");
        const childInstanceType = readType(requiredText(input, "ChildInstanceType"));
        const childInstanceRegionId = requiredText(input, "ChildInstanceRegionId");
        const exists =
            world.alibaba.vpcs.has(childInstanceId) ||
            world.alibaba.borderRouters.has(childInstanceId) ||
            childInstanceType === "CCN";
        if (!exists) {
            throw new CloudError("ParameterInstanceId", `The child instance ${childInstanceId} does not exist.`);
        }
        if (world.alibaba.cenChildren.some((child) => child.childInstanceId === childInstanceId)) {
            throw new CloudError(
                "AlreadyExist.ChildInstance",
                `The child instance ${childInstanceId} is attached already.`,
            );
        }
        const child: (typeof world.alibaba.cenChildren)[number] = {
            cenId,
            childInstanceId,
            childInstanceType,
            childInstanceRegionId,
            childInstanceOwnerId: optionalText(input, "ChildInstanceOwnerId") ?? caller.accountId,
            status: "Attaching",
            attachTime: new Date(world.clock.now()).toISOString(),
        };
        world.alibaba.cenChildren.push(child);
        world.later(world.durations.attachmentCreate, () => {
            child.status = "Attached";
        });
        return {};
    },
});

export const detachCenChildInstance: Action = idempotent({
    name: "DetachCenChildInstance",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const cenId = findCen(context, requiredText(input, "CenId"));
        const id = requiredText(input, "ChildInstanceId");
        const child = world.alibaba.cenChildren.find((other) => other.cenId === cenId && other.childInstanceId === id);
        if (child === undefined) {
            throw new CloudError("ParameterInstanceId", `The child instance ${id} is not attached.`);
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
        const cenId = findCen(context, requiredText(input, "CenId"));
        const type = optionalText(input, "ChildInstanceType");
        const region = optionalText(input, "ChildInstanceRegionId");
        const found = context.world.alibaba.cenChildren.filter(
            (child) =>
                child.cenId === cenId &&
                (type === undefined || child.childInstanceType === type) &&
                (region === undefined || child.childInstanceRegionId === region),
        );
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
