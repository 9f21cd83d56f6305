import type { Action } from "../../action";
import type { TransitRouterRouteTable } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { idempotent } from "../idempotency";
import { optionalText, requiredText } from "../input";
import { tokenPage } from "../pages";
import { findAttachment, findRouteTable, requireIdle } from "./access";

/** What association and propagation share: an attachment, a route table, and states on the way in and out. */
interface LegKind {
    list: "associations" | "propagations";
    create: string;
    remove: string;
    describe: string;
    answer: string;
    starting: "Associating" | "Enabling";
    ending: "Dissociating" | "Disabling";
    /** An attachment is associated with one table at most; it may propagate to any number. */
    onlyOne: boolean;
}

const association: LegKind = {
    list: "associations",
    create: "AssociateTransitRouterAttachmentWithRouteTable",
    remove: "DissociateTransitRouterAttachmentFromRouteTable",
    describe: "ListTransitRouterRouteTableAssociations",
    answer: "TransitRouterAssociations",
    starting: "Associating",
    ending: "Dissociating",
    onlyOne: true,
};

const propagation: LegKind = {
    list: "propagations",
    create: "EnableTransitRouterRouteTablePropagation",
    remove: "DisableTransitRouterRouteTablePropagation",
    describe: "ListTransitRouterRouteTablePropagations",
    answer: "TransitRouterPropagations",
    starting: "Enabling",
    ending: "Disabling",
    onlyOne: false,
};

interface Leg {
    attachmentId: string;
    status: string;
}

function legsOf(table: TransitRouterRouteTable, kind: LegKind): Leg[] {
    return table[kind.list];
}

function createLeg(kind: LegKind): Action {
    return idempotent({
        name: kind.create,
        mutating: true,
        run(context, input) {
            const { world } = context;
            const attachment = findAttachment(context, requiredText(input, "TransitRouterAttachmentId"));
            const table = findRouteTable(context, requiredText(input, "TransitRouterRouteTableId"));
            if (table.transitRouterId !== attachment.transitRouterId) {
                throw new CloudError(
                    "InvalidTransitRouterRouteTableId",
                    "Route table and attachment belong to two transit routers.",
                );
            }
            if (attachment.status !== "Attached") {
                throw new CloudError("IncorrectStatus.Attachment", "The status of the attachment is incorrect.");
            }
            requireIdle(context, table.transitRouterId);
            const tables = kind.onlyOne ? [...world.alibaba.routeTables.values()] : [table];
            if (
                tables.some((other) => legsOf(other, kind).some((leg) => leg.attachmentId === attachment.attachmentId))
            ) {
                throw new CloudError(
                    kind.onlyOne ? "InvalidStatus.AttachmentAssociated" : "InvalidStatus.AttachmentPropagated",
                    `The attachment ${attachment.attachmentId} has a route table already.`,
                );
            }
            const leg: Leg = { attachmentId: attachment.attachmentId, status: kind.starting };
            legsOf(table, kind).push(leg);
            world.later(world.durations.associationOrPropagation, () => {
                leg.status = leg.status === kind.starting ? "Active" : leg.status;
            });
            return {};
        },
    });
}

function removeLeg(kind: LegKind): Action {
    return idempotent({
        name: kind.remove,
        mutating: true,
        run(context, input) {
            const { world } = context;
            const attachment = findAttachment(context, requiredText(input, "TransitRouterAttachmentId"));
            const table = findRouteTable(context, requiredText(input, "TransitRouterRouteTableId"));
            const leg = legsOf(table, kind).find(({ attachmentId }) => attachmentId === attachment.attachmentId);
            if (leg === undefined) {
                throw new CloudError(
                    "InvalidTransitRouterAttachmentId.NotFound",
                    "The attachment is not in this route table.",
                );
            }
            requireIdle(context, table.transitRouterId);
            leg.status = kind.ending;
            world.later(world.durations.associationOrPropagation, () => {
                const legs = legsOf(table, kind);
                legs.splice(legs.indexOf(leg), 1);
            });
            world.changed();
            return {};
        },
    });
}

function listLegs(kind: LegKind): Action {
    return {
        name: kind.describe,
        mutating: false,
        run(context, input) {
            const tableId = optionalText(input, "TransitRouterRouteTableId");
            const attachmentId = optionalText(input, "TransitRouterAttachmentId");
            const tables =
                tableId === undefined
                    ? [...context.world.alibaba.routeTables.values()]
                    : [findRouteTable(context, tableId)];
            const found = tables.flatMap((table) =>
                legsOf(table, kind)
                    .filter((leg) => attachmentId === undefined || leg.attachmentId === attachmentId)
                    .map((leg) => ({
                        TransitRouterAttachmentId: leg.attachmentId,
                        TransitRouterRouteTableId: table.transitRouterRouteTableId,
                        ResourceId: context.world.alibaba.attachments.get(leg.attachmentId)?.resourceId,
                        ResourceType: context.world.alibaba.attachments.get(leg.attachmentId)?.kind,
                        Status: leg.status,
                    })),
            );
            const { page, counts } = tokenPage(input, found);
            return { ...counts, [kind.answer]: page };
        },
    };
}

export const legActions: Action[] = [association, propagation].flatMap((kind) => [
    createLeg(kind),
    removeLeg(kind),
    listLegs(kind),
]);
