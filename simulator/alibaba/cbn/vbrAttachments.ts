import type { Action, ActionContext, ActionInput } from "../../action";
import type { TransitRouterAttachment } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { idempotent } from "../idempotency";
import { listOf, optionalFlag, optionalText, requiredText, structureOf } from "../input";
import { tokenPage } from "../pages";
import { isVisible } from "../vpc/access";
import { findCen, findTransitRouter, requireIdle } from "./access";

export const createTransitRouterVbrAttachment: Action = idempotent({
    name: "CreateTransitRouterVbrAttachment",
    mutating: true,
    run(context, input) {
        const { world, caller } = context;
        const router = findTransitRouter(context, requiredText(input, "TransitRouterId"));
        const vbr = world.alibaba.borderRouters.get(requiredText(input, "VbrId"));
        if (vbr === undefined || !isVisible(context, vbr)) {
            throw new CloudError("InvalidVbrId.NotFound", "The specified VirutalBorderRouter is not found.");
        }
        const ownerId = optionalText(input, "VbrOwnerId") ?? caller.accountId;
        if (vbr.ownerId !== ownerId) {
            throw new CloudError("InvalidVbrOwnerId", `The VBR ${vbr.vbrId} does not belong to account ${ownerId}.`);
        }
        if (vbr.regionId !== router.regionId) {
            throw new CloudError(
                "InvalidRegionId",
                `The VBR is in ${vbr.regionId}, the transit router in ${router.regionId}.`,
            );
        }
        const attached = [...world.alibaba.attachments.values()].some(({ resourceId }) => resourceId === vbr.vbrId);
        if (attached) {
            throw new CloudError(
                "InvalidStatus.ResourceAttached",
                `The VBR ${vbr.vbrId} is attached to a transit router already.`,
            );
        }
        requireIdle(context, router.transitRouterId);
        const attachment: TransitRouterAttachment = {
            attachmentId: world.newId("tr-attach-", 18),
            kind: "VBR",
            cenId: router.cenId,
            transitRouterId: router.transitRouterId,
            regionId: router.regionId,
            resourceId: vbr.vbrId,
            resourceOwnerId: ownerId,
            name: optionalText(input, "TransitRouterAttachmentName") ?? "",
            description: optionalText(input, "TransitRouterAttachmentDescription") ?? "",
            status: "Attaching",
            autoPublishRouteEnabled: optionalFlag(input, "AutoPublishRouteEnabled") ?? false,
            creationTime: new Date(world.clock.now()).toISOString(),
            tags: readTags(input),
        };
        world.alibaba.attachments.set(attachment.attachmentId, attachment);
        world.later(world.durations.attachmentCreate, () => {
            attachment.status = "Attached";
        });
        return { TransitRouterAttachmentId: attachment.attachmentId };
    },
});

export function readTags(input: ActionInput): Map<string, string> {
    return new Map(
        listOf(input, "Tag")
            .map(structureOf)
            .map((tag) => [String(tag.Key), typeof tag.Value === "string" ? tag.Value : ""]),
    );
}

export const updateTransitRouterVbrAttachmentAttribute: Action = idempotent({
    name: "UpdateTransitRouterVbrAttachmentAttribute",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const attachment = findVbrAttachment(context, requiredText(input, "TransitRouterAttachmentId"));
        if (attachment === undefined) {
            throw new CloudError(
                "InvalidTransitRouterAttachmentId.NotFound",
                "The specified attachment does not exist.",
            );
        }
        requireIdle(context, attachment.transitRouterId);
        attachment.name = optionalText(input, "TransitRouterAttachmentName") ?? attachment.name;
        attachment.description = optionalText(input, "TransitRouterAttachmentDescription") ?? attachment.description;
        attachment.autoPublishRouteEnabled =
            optionalFlag(input, "AutoPublishRouteEnabled") ?? attachment.autoPublishRouteEnabled;
        world.changed();
        return {};
    },
});

function findVbrAttachment({ world, caller }: ActionContext, id: string): TransitRouterAttachment | undefined {
    const attachment = world.alibaba.attachments.get(id);
    const own = world.alibaba.cens.get(attachment?.cenId ?? "")?.ownerId === caller.accountId;
    return own && attachment?.kind === "VBR" ? attachment : undefined;
}

export const deleteTransitRouterVbrAttachment: Action = idempotent({
    name: "DeleteTransitRouterVbrAttachment",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const attachment = findVbrAttachment(context, requiredText(input, "TransitRouterAttachmentId"));
        if (attachment === undefined) {
            // Success even for a wrong ID.
            return {};
        }
        const { attachmentId } = attachment;
        const tables = [...world.alibaba.routeTables.values()];
        const used = tables.some((table) =>
            [...table.associations, ...table.propagations].some((leg) => leg.attachmentId === attachmentId),
        );
        if (used && optionalFlag(input, "Force") !== true) {
            throw new CloudError(
                "OperationFailed.AttachmentInUse",
                `The attachment ${attachmentId} still has an association, a propagation or a custom route.`,
            );
        }
        requireIdle(context, attachment.transitRouterId);
        for (const table of tables) {
            table.associations = table.associations.filter((leg) => leg.attachmentId !== attachmentId);
            table.propagations = table.propagations.filter((leg) => leg.attachmentId !== attachmentId);
        }
        attachment.status = "Detaching";
        world.later(world.durations.attachmentDelete, () => {
            world.alibaba.attachments.delete(attachmentId);
        });
        world.changed();
        return {};
    },
});

function listAttachments(kind: TransitRouterAttachment["kind"], name: string): Action {
    return {
        name,
        mutating: false,
        run(context, input) {
            const cenId = optionalText(input, "CenId");
            if (cenId !== undefined) {
                findCen(context, cenId);
            }
            const attachmentId = optionalText(input, "TransitRouterAttachmentId");
            const transitRouterId = optionalText(input, "TransitRouterId");
            const { attachments, cens } = context.world.alibaba;
            const found = [...attachments.values()].filter(
                (attachment) =>
                    attachment.kind === kind &&
                    cens.get(attachment.cenId)?.ownerId === context.caller.accountId &&
                    (cenId === undefined || attachment.cenId === cenId) &&
                    (attachmentId === undefined || attachment.attachmentId === attachmentId) &&
                    (transitRouterId === undefined || attachment.transitRouterId === transitRouterId),
            );
            const { page, counts } = tokenPage(input, found);
            return { ...counts, TransitRouterAttachments: page.map(shape) };
        },
    };
}

function shape(attachment: TransitRouterAttachment): Record<string, unknown> {
    const owner = Number(attachment.resourceOwnerId);
    return {
        TransitRouterAttachmentId: attachment.attachmentId,
        TransitRouterAttachmentName: attachment.name,
        TransitRouterAttachmentDescription: attachment.description,
        CenId: attachment.cenId,
        TransitRouterId: attachment.transitRouterId,
        ResourceType: attachment.kind,
        Status: attachment.status,
        AutoPublishRouteEnabled: attachment.autoPublishRouteEnabled,
        CreationTime: attachment.creationTime,
        Tags: [...attachment.tags].map(([Key, Value]) => ({ Key, Value })),
        ...(attachment.kind === "VBR"
            ? { VbrId: attachment.resourceId, VbrOwnerId: owner, VbrRegionId: attachment.regionId }
            : { VpcId: attachment.resourceId, VpcOwnerId: owner, VpcRegionId: attachment.regionId, ZoneMappings: [] }),
    };
}

export const listTransitRouterVbrAttachments = listAttachments("VBR", "ListTransitRouterVbrAttachments");
export const listTransitRouterVpcAttachments = listAttachments("VPC", "ListTransitRouterVpcAttachments");
