import type { Action } from "../../action";
import type { TransitRouterRouteTable } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { idempotentButForDryRuns } from "../idempotency";
import { optionalText, requiredText } from "../input";
import { named } from "../filters";
import { tokenPage, usualPaging } from "../pages";
import { findAttachment, findRouteTable, ownRouteTables, requireIdle } from "./access";
import { endDryRun } from "../dryRun";

/** What association and propagation share: an attachment, a route table, and states on the way in and out. */
interface LegKind {
    list: "associations" | "propagations";
    create: string;
    remove: string;
    describe: string;
    answer: string;
    illegalToken: string;
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
    illegalToken: "The specified NextToken is invalid.",
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
    illegalToken: "The parameter NextToken is invalid.",
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
    return idempotentButForDryRuns({
        name: kind.create,
        mutating: true,
        run(context, input) {
            const { world } = context;
            const attachment = findAttachment(context, requiredText(input, "TransitRouterAttachmentId"), 404);
            const table = findRouteTable(context, requiredText(input, "TransitRouterRouteTableId"));
            if (table.transitRouterId !== attachment.transitRouterId) {
                throw new CloudError(
                    "InvalidParameter.TransitRouterRouteTableId",
                    "The specified parameter TransitRouterRouteTableId is invalid.",
                );
            }
            if (attachment.status !== "Attached") {
                throw new CloudError(
                    "IncorrectStatus.AttachmentOrRouteTable",
                    "The resource is not in a valid state for the operation.",
                );
            }
            requireIdle(context, table.transitRouterId);
            const tables = kind.onlyOne ? [...world.alibaba.routeTables.values()] : [table];
            if (
                tables.some((other) => legsOf(other, kind).some((leg) => leg.attachmentId === attachment.attachmentId))
            ) {
                // Codes and text are guesses.
                throw new CloudError(
                    kind.onlyOne ? "InvalidStatus.AttachmentAssociated" : "InvalidStatus.AttachmentPropagated",
                    `The attachment ${attachment.attachmentId} has a route table already.`,
                );
            }
            endDryRun(input);
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
    return idempotentButForDryRuns({
        name: kind.remove,
        mutating: true,
        run(context, input) {
            const { world } = context;
            const attachment = findAttachment(context, requiredText(input, "TransitRouterAttachmentId"));
            const table = findRouteTable(context, requiredText(input, "TransitRouterRouteTableId"));
            const leg = legsOf(table, kind).find(({ attachmentId }) => attachmentId === attachment.attachmentId);
            if (leg === undefined) {
                // That a leg which is not there is answered as an unknown attachment is a guess.
                throw new CloudError("InvalidAttachmentId.NotFound", "The specified AttachmentId is not found.");
            }
            requireIdle(context, table.transitRouterId);
            endDryRun(input);
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
            const { attachments } = context.world.alibaba;
            const tableId = optionalText(input, "TransitRouterRouteTableId");
            const tables = tableId === undefined ? ownRouteTables(context) : [findRouteTable(context, tableId)];
            const legs = tables.flatMap((table) =>
                legsOf(table, kind).map((leg) => ({
                    TransitRouterAttachmentId: leg.attachmentId,
                    TransitRouterRouteTableId: table.transitRouterRouteTableId,
                    ResourceId: attachments.get(leg.attachmentId)?.resourceId,
                    ResourceType: attachments.get(leg.attachmentId)?.kind,
                    Status: leg.status,
                })),
            );
            const found = named(input, legs, {
                TransitRouterAttachmentId: (leg) => leg.TransitRouterAttachmentId,
                TransitRouterAttachmentResourceId: (leg) => leg.ResourceId,
                TransitRouterAttachmentResourceType: (leg) => leg.ResourceType,
                Status: (leg) => leg.Status,
            });
            const { page, counts } = tokenPage(kind.describe, input, found, {
                ...usualPaging,
                usual: 50,
                illegalToken: new CloudError("IllegalParam.NextToken", kind.illegalToken),
            });
            return { ...counts, [kind.answer]: page };
        },
    };
}

export const legActions: Action[] = [association, propagation].flatMap((kind) => [
    createLeg(kind),
    removeLeg(kind),
    listLegs(kind),
]);
