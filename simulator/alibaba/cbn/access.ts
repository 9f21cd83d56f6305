import type { ActionContext } from "../../action";
import type {
    AlibabaState,
    TransitRouter,
    TransitRouterAttachment,
    TransitRouterRouteTable,
} from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";

function isOwnCen({ world, caller }: ActionContext, cenId: string): boolean {
    return world.alibaba.cens.get(cenId)?.ownerId === caller.accountId;
}

export function findCen(context: ActionContext, cenId: string): string {
    if (!isOwnCen(context, cenId)) {
        throw new CloudError("InvalidCenId.NotFound", "The specified CenId is not found.");
    }
    return cenId;
}

export function ownTransitRouters(context: ActionContext): TransitRouter[] {
    return [...context.world.alibaba.transitRouters.values()].filter(({ cenId }) => isOwnCen(context, cenId));
}

export function ownAttachments(context: ActionContext): TransitRouterAttachment[] {
    return [...context.world.alibaba.attachments.values()].filter(({ cenId }) => isOwnCen(context, cenId));
}

export function ownRouteTables(context: ActionContext): TransitRouterRouteTable[] {
    const ids = ownTransitRouters(context).map(({ transitRouterId }) => transitRouterId);
    return [...context.world.alibaba.routeTables.values()].filter(({ transitRouterId }) =>
        ids.includes(transitRouterId),
    );
}

export function findTransitRouter(context: ActionContext, id: string): TransitRouter {
    const router = ownTransitRouters(context).find(({ transitRouterId }) => transitRouterId === id);
    if (router === undefined) {
        throw new CloudError("InvalidTransitRouterId.NotFound", "The specified TransitRouterId is not found.");
    }
    return router;
}

export function findRouteTable(context: ActionContext, id: string): TransitRouterRouteTable {
    const table = ownRouteTables(context).find(({ transitRouterRouteTableId }) => transitRouterRouteTableId === id);
    if (table === undefined) {
        throw new CloudError("InvalidRouteTableId.NotFound", "The specified RouteTableId is not found.", 404);
    }
    return table;
}

export function unknownAttachment(httpStatus = 400): CloudError {
    return new CloudError("InvalidAttachmentId.NotFound", "The specified AttachmentId is not found.", httpStatus);
}

/** `httpStatus`: the pages of some actions have 404 for the same code. */
export function findAttachment(context: ActionContext, id: string, httpStatus = 400): TransitRouterAttachment {
    const attachment = ownAttachments(context).find(({ attachmentId }) => attachmentId === id);
    if (attachment === undefined) {
        throw unknownAttachment(httpStatus);
    }
    return attachment;
}

/** A VBR or VPC hangs on one CEN at most, in either way of attaching it. */
export function isAttached({ alibaba }: World, resourceId: string): boolean {
    return cenOf(alibaba, resourceId) !== undefined;
}

export function isAttachedTo({ alibaba }: World, cenId: string, resourceId: string): boolean {
    return cenOf(alibaba, resourceId) === cenId;
}

function cenOf({ attachments, cenChildren }: AlibabaState, id: string): string | undefined {
    return (
        [...attachments.values()].find(({ resourceId }) => resourceId === id) ??
        cenChildren.find(({ childInstanceId }) => childInstanceId === id)
    )?.cenId;
}

export function requireCenActive({ world }: ActionContext, cenId: string): void {
    if (world.alibaba.cens.get(cenId)?.status !== "Active") {
        throw new CloudError(
            "InvalidOperation.CenInstanceStatus",
            "The CEN instance is not in a valid state for the operation.",
            409,
        );
    }
}

/** Both codes: terraform-provider-alicloud; both texts are guesses. */
const busy = {
    "Operation.Blocking": new CloudError(
        "Operation.Blocking",
        "The operation is blocked by another operation on the transit router.",
    ),
    "IncorrectStatus.Status": new CloudError(
        "IncorrectStatus.Status",
        "The resource is not in a valid state for the operation.",
    ),
};

/** What a write gets while another one is under way on the same transit router (guess `busyTransitRouter`). */
export function busyRefusal({ guesses }: World): CloudError {
    return busy[guesses.busyTransitRouter];
}

/** Writes on one transit router go one at a time: while one is under way, another is refused (P39). */
export function requireIdle({ world }: ActionContext, transitRouterId: string): void {
    const attachmentBusy = [...world.alibaba.attachments.values()].some(
        (attachment) =>
            attachment.transitRouterId === transitRouterId &&
            /^(Attaching|Modifying|Detaching)$/.test(attachment.status),
    );
    const tableBusy = [...world.alibaba.routeTables.values()].some(
        (table) =>
            table.transitRouterId === transitRouterId &&
            [...table.associations, ...table.propagations].some(({ status }) => status !== "Active"),
    );
    const mapBusy = [...world.alibaba.routeMaps.values()].some(
        ({ status, transitRouterRouteTableId }) =>
            status !== "Active" &&
            world.alibaba.routeTables.get(transitRouterRouteTableId)?.transitRouterId === transitRouterId,
    );
    if (attachmentBusy || tableBusy || mapBusy) {
        throw busyRefusal(world);
    }
}
