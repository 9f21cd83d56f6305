import type { ActionContext } from "../../action";
import type { TransitRouter, TransitRouterAttachment, TransitRouterRouteTable } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";

/** The vendor's codes; the texts are guesses. */
export function findCen({ world, caller }: ActionContext, cenId: string): string {
    if (world.alibaba.cens.get(cenId)?.ownerId !== caller.accountId) {
        throw new CloudError("ParameterCenInstanceId", `The specified CEN instance ${cenId} does not exist.`);
    }
    return cenId;
}

export function findTransitRouter(context: ActionContext, id: string): TransitRouter {
    const router = context.world.alibaba.transitRouters.get(id);
    if (router === undefined || context.world.alibaba.cens.get(router.cenId)?.ownerId !== context.caller.accountId) {
        throw new CloudError("InvalidTransitRouterId.NotFound", `The specified transit router ${id} does not exist.`);
    }
    return router;
}

export function findRouteTable(context: ActionContext, id: string): TransitRouterRouteTable {
    const table = context.world.alibaba.routeTables.get(id);
    if (table === undefined) {
        throw new CloudError(
            "InvalidTransitRouterRouteTableId.NotFound",
            `The specified route table ${id} does not exist.`,
        );
    }
    findTransitRouter(context, table.transitRouterId);
    return table;
}

export function findAttachment(context: ActionContext, id: string): TransitRouterAttachment {
    const attachment = context.world.alibaba.attachments.get(id);
    if (attachment === undefined) {
        throw new CloudError(
            "InvalidTransitRouterAttachmentId.NotFound",
            `The specified attachment ${id} does not exist.`,
        );
    }
    findTransitRouter(context, attachment.transitRouterId);
    return attachment;
}

/** Writes on one transit router go one at a time: while one is under way, another is refused (P39). */
export function requireIdle({ world }: ActionContext, transitRouterId: string): void {
    const attachmentBusy = [...world.alibaba.attachments.values()].some(
        (attachment) =>
            attachment.transitRouterId === transitRouterId &&
            /^(Attaching|Detaching|Updating)$/.test(attachment.status),
    );
    const tableBusy = [...world.alibaba.routeTables.values()].some(
        (table) =>
            table.transitRouterId === transitRouterId &&
            [...table.associations, ...table.propagations].some(({ status }) => status !== "Active"),
    );
    if (attachmentBusy || tableBusy) {
        throw new CloudError(
            "Operation.Blocking",
            "The operation is blocked by another operation on the transit router.",
        );
    }
}
