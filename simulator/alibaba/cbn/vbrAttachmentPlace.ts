import type { ActionContext, ActionInput } from "../../action";
import type { TransitRouter } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { enterpriseRouterOf } from "../../world/transitRouters";
import type { World } from "../../world/world";
import { optionalText, regionOf } from "../input";
import { findCen, findTransitRouter } from "./access";

/** Where an attachment of a VBR is to be; without a transit router that is there already, one is to be made. */
interface Place {
    cenId: string;
    regionId: string;
    router: TransitRouter | undefined;
}

/**
 * A transit router by its own ID, or a CEN and a region: "If you do not have an Enterprise Edition transit router in the target
 * region, specify the VbrId, CenId, and RegionId parameters, and the system will automatically create an Enterprise Edition
 * transit router" (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-createtransitroutervbrattachment).
 */
export function readPlace(context: ActionContext, input: ActionInput): Place {
    const id = optionalText(input, "TransitRouterId");
    const cenId = optionalText(input, "CenId");
    if (cenId !== undefined) {
        findCen(context, cenId);
    }
    if (id !== undefined) {
        const router = findTransitRouter(context, id);
        if (cenId !== undefined && router.cenId !== cenId) {
            throw new CloudError("InvalidTransitRouterId.NotFound", "The specified TransitRouterId is not found.");
        }
        if (router.type !== "Enterprise") {
            throw wrongEdition;
        }
        return { cenId: router.cenId, regionId: router.regionId, router };
    }
    if (cenId === undefined) {
        // The page of CreateTransitRouterVpcAttachment has it; that this action answers the same is a guess.
        throw new CloudError("MissingParam.CenIdOrRegionId", "Either CenId or RegionId must be specified.");
    }
    const regionId = regionOf(context, input);
    const router = enterpriseRouterOf(context.world, cenId, regionId);
    if (router === undefined && isBasicIn(context.world, cenId, regionId)) {
        throw wrongEdition;
    }
    return { cenId, regionId, router };
}

const wrongEdition = new CloudError(
    "OperationUnsupported.TransitRouterType",
    "The specified TransitRouterType does not support the operation.",
);

/** A CEN has one transit router in a region; that a Basic one stays, and refuses, is a guess. */
function isBasicIn({ alibaba }: World, cenId: string, regionId: string): boolean {
    return (
        [...alibaba.transitRouters.values()].some((router) => router.cenId === cenId && router.regionId === regionId) ||
        alibaba.cenChildren.some((child) => child.cenId === cenId && child.childInstanceRegionId === regionId)
    );
}
