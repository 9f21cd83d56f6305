import type { Action, ActionContext, ActionInput } from "../../action";
import type { CenGrant } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { grantsMadeBy, isGrantable, requireMayGrant, revokeGrant, type GrantedInstance } from "../grants";
import { regionOf, requiredText } from "../input";
import { tokenPage, usualPaging } from "../pages";
import { toSeconds } from "../times";
import { isAttachedTo } from "./access";
import { readOrderType } from "./orderType";

/**
 * https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-grantinstancetotransitrouter: parameters and
 * values. Its error codes could not be had: codes and texts here are guesses, in the words of CBN's other actions.
 */
const madeBy = "GrantInstanceToTransitRouter";

/** IPsec connections (`VPN`) and Express Connect Routers (`ECR`) have no owner in this world, so none is found. */
const typeOfNamed: Readonly<Record<string, CenGrant["instanceType"] | "none">> = {
    VPC: "VPC",
    ExpressConnect: "VBR",
    VPN: "none",
    ECR: "none",
};

/** The owner's own instance, which `idName` and `typeName` name. */
function ownInstance(
    context: ActionContext,
    input: ActionInput,
    idName: string,
    typeName: string,
): GrantedInstance | undefined {
    const { world, caller } = context;
    const regionId = regionOf(context, input);
    const instanceId = requiredText(input, idName);
    const named = requiredText(input, typeName);
    const instanceType = Object.hasOwn(typeOfNamed, named) ? typeOfNamed[named] : undefined;
    if (instanceType === undefined) {
        throw new CloudError(`IllegalParam.${typeName}`, `The specified ${typeName} is illegal.`);
    }
    const { vpcs, borderRouters } = world.alibaba;
    const known = { VPC: vpcs, VBR: borderRouters, none: new Map<string, never>() }[instanceType];
    const instance = known.get(instanceId);
    const isOwn = instance?.ownerId === caller.accountId && instance.regionId === regionId;
    return instanceType === "none" || !isOwn
        ? undefined
        : { instanceId, instanceType, instanceOwnerId: caller.accountId, regionId };
}

function requireOwnInstance(context: ActionContext, input: ActionInput): GrantedInstance {
    const instance = ownInstance(context, input, "InstanceId", "InstanceType");
    if (instance === undefined) {
        throw new CloudError("InvalidInstanceId.NotFound", "The specified InstanceId is not found.", 404);
    }
    return instance;
}

function readCen({ world }: ActionContext, input: ActionInput): Pick<CenGrant, "cenId" | "cenOwnerId"> {
    const cenId = requiredText(input, "CenId");
    const cenOwnerId = requiredText(input, "CenOwnerId");
    if (world.alibaba.cens.get(cenId)?.ownerId !== cenOwnerId) {
        throw new CloudError("InvalidCenId.NotFound", "The specified CenId is not found.");
    }
    return { cenId, cenOwnerId };
}

export const grantInstanceToTransitRouter: Action = {
    name: "GrantInstanceToTransitRouter",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const instance = requireOwnInstance(context, input);
        const cen = readCen(context, input);
        const orderType = readOrderType(input) ?? "PayByCenOwner";
        requireMayGrant(context, instance, cen.cenOwnerId);
        if (!isGrantable(world, instance)) {
            throw new CloudError(
                "InvalidStatus.ResourceStatus",
                "The resource is not in a valid state for the operation.",
            );
        }
        const isGranted = grantsMadeBy(world, madeBy).some(
            ({ instanceId, cenId }) => instanceId === instance.instanceId && cenId === cen.cenId,
        );
        // What a second grant of the same gets is not documented; it changes nothing (guess).
        if (!isGranted) {
            const creationTime = new Date(world.clock.now()).toISOString();
            world.alibaba.grants.push({ madeBy, ...instance, ...cen, creationTime, orderType });
        }
        return {};
    },
};

/** "Before you call RevokeInstanceFromTransitRouter, you must detach the network instances from the transit router" (its page). */
export const revokeInstanceFromTransitRouter: Action = {
    name: "RevokeInstanceFromTransitRouter",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const { instanceId } = requireOwnInstance(context, input);
        const { cenId } = readCen(context, input);
        if (isAttachedTo(world, cenId, instanceId)) {
            throw new CloudError("InvalidStatus.ResourceAttached", `${instanceId} is attached to ${cenId}.`);
        }
        revokeGrant(world, madeBy, instanceId, cenId);
        return {};
    },
};

/** What an instance is granted to, for its owner; of one that is not his, nothing (a guess). */
export const describeGrantRulesToResource: Action = {
    name: "DescribeGrantRulesToResource",
    mutating: false,
    run(context, input) {
        const instance = ownInstance(context, input, "ResourceId", "ProductType");
        const found = grantsMadeBy(context.world, madeBy).filter(
            ({ instanceId }) => instanceId === instance?.instanceId,
        );
        // "If you do not specify a value for MaxResults, entries are returned in one response."
        const paging = { ...usualPaging, usual: Math.max(found.length, 1) };
        const { page, counts } = tokenPage("DescribeGrantRulesToResource", input, found, paging);
        return {
            ...counts,
            GrantRules: page.map(({ cenId, cenOwnerId, creationTime, orderType }) => ({
                CenId: cenId,
                CenOwnerId: Number(cenOwnerId),
                CreateTime: toSeconds(creationTime),
                OrderType: orderType,
            })),
        };
    },
};
