import type { Action, ActionContext } from "../../action";
import type { TransitRouter } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { named } from "../filters";
import { grantsMadeBy } from "../grants";
import { requiredText } from "../input";
import { tokenPage, usualPaging } from "../pages";
import { findCen } from "./access";

const productTypes = ["VPC", "VBR", "CCN", "VPN"];

/** What other accounts have granted to a CEN, for its owner. */
export const describeGrantRulesToCen: Action = {
    name: "DescribeGrantRulesToCen",
    mutating: false,
    run(context, input) {
        const cenId = findCen(context, requiredText(input, "CenId"));
        const type = requiredText(input, "ProductType");
        if (!productTypes.includes(type)) {
            // Code and text are guesses, in the words of the other actions of CBN.
            throw new CloudError("IllegalParam.ProductType", "The specified ProductType is illegal.");
        }
        const ofType = context.world.alibaba.grants.filter(
            (grant) => grant.cenId === cenId && grant.instanceType === type,
        );
        const found = named(input, ofType, {
            ChildInstanceId: (grant) => grant.instanceId,
            ChildInstanceOwnerId: (grant) => grant.instanceOwnerId,
            RegionId: (grant) => grant.regionId,
        });
        const { page, counts } = tokenPage("DescribeGrantRulesToCen", input, found, {
            // "If you do not set MaxResults, it indicates that you do not need to query results in batches."
            ...usualPaging,
            usual: Math.max(found.length, 1),
        });
        return {
            ...counts,
            GrantRules: {
                GrantRule: page.map((grant) => ({
                    CenId: grant.cenId,
                    CenOwnerId: Number(grant.cenOwnerId),
                    ChildInstanceId: grant.instanceId,
                    ChildInstanceOwnerId: Number(grant.instanceOwnerId),
                    ChildInstanceRegionId: grant.regionId,
                    ChildInstanceType: grant.instanceType,
                    CreateTime: Date.parse(grant.creationTime),
                    OrderType: grant.orderType,
                })),
            },
        };
    },
};

/**
 * A VPC or VBR of another account hangs on a CEN only if its owner has granted it; an Enterprise transit router needs a grant
 * of its own, a Basic one takes either. Code and text: AttachCenChildInstance; that CreateTransitRouterVbrAttachment answers
 * the same is a guess.
 */
export function requireGranted(
    { world, caller }: ActionContext,
    edition: TransitRouter["type"],
    cenId: string,
    instanceId: string,
    ownerId: string,
): void {
    const grants =
        edition === "Enterprise" ? grantsMadeBy(world, "GrantInstanceToTransitRouter") : world.alibaba.grants;
    const granted = grants.some((grant) => grant.instanceId === instanceId && grant.cenId === cenId);
    if (ownerId !== caller.accountId && !granted) {
        throw new CloudError(
            "Forbbiden.AttachChildInstanceAcrossUid",
            "Operation is invalid because the child-instance is not authorized to CEN.",
            409,
        );
    }
}
