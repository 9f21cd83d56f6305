import type { Action, ActionContext } from "../../action";
import type { CenChildInstance } from "../../world/alibabaState";
import { named } from "../filters";
import { optionalText } from "../input";
import { numberedPage } from "../pages";
import { toMinutes } from "../times";
import { findOwnCen, readChild, readType, unknownChild } from "./childAccess";

export const describeCenAttachedChildInstances: Action = {
    name: "DescribeCenAttachedChildInstances",
    mutating: false,
    run(context, input) {
        findOwnCen(context, input);
        const type = optionalText(input, "ChildInstanceType");
        if (type !== undefined) {
            readType(type);
        }
        const found = named(input, context.world.alibaba.cenChildren, {
            CenId: (child) => child.cenId,
            ChildInstanceType: (child) => child.childInstanceType,
            ChildInstanceRegionId: (child) => child.childInstanceRegionId,
        });
        const { page, counts } = numberedPage(input, found);
        return { ...counts, ChildInstances: { ChildInstance: page.map(shape) } };
    },
};

/** What the official resource reads (terraform-provider-alicloud, service_alicloud_cbn.go). */
export const describeCenAttachedChildInstanceAttribute: Action = {
    name: "DescribeCenAttachedChildInstanceAttribute",
    mutating: false,
    run(context, input) {
        const cenId = findOwnCen(context, input);
        const { childInstanceId, childInstanceType, childInstanceRegionId } = readChild(input);
        const child = context.world.alibaba.cenChildren.find(
            (other) =>
                other.cenId === cenId &&
                other.childInstanceId === childInstanceId &&
                other.childInstanceType === childInstanceType &&
                other.childInstanceRegionId === childInstanceRegionId,
        );
        if (child === undefined) {
            throw unknownChild(childInstanceId);
        }
        return { ...shape(child), ...detailsOf(context, child) };
    },
};

function shape(child: CenChildInstance): Record<string, unknown> {
    return {
        CenId: child.cenId,
        ChildInstanceId: child.childInstanceId,
        ChildInstanceType: child.childInstanceType,
        ChildInstanceRegionId: child.childInstanceRegionId,
        ChildInstanceOwnerId: Number(child.childInstanceOwnerId),
        // "The yyyy-MM-ddThh:mmZ format": the page of DescribeCenAttachedChildInstanceAttribute.
        ChildInstanceAttachTime: toMinutes(child.attachTime),
        Status: child.status,
    };
}

function detailsOf({ world }: ActionContext, { childInstanceId }: CenChildInstance): Record<string, unknown> {
    const { vpcs, borderRouters } = world.alibaba;
    const vpc = vpcs.get(childInstanceId);
    return {
        ChildInstanceName: vpc?.name ?? borderRouters.get(childInstanceId)?.name ?? "",
        ...(vpc && {
            ChildInstanceAttributes: {
                CidrBlock: vpc.cidrBlock,
                SecondaryCidrBlocks: { secondaryCidrBlock: [] },
            },
        }),
    };
}
