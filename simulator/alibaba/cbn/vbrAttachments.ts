import type { Action } from "../../action";
import type { TransitRouterAttachment } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { makeEnterpriseRouter } from "../../world/transitRouters";
import { idempotentButForDryRuns } from "../idempotency";
import { optionalFlag, optionalText, requiredText } from "../input";
import { isVisible } from "../vpc/access";
import { findAttachment, isAttached, ownAttachments, requireIdle, unknownAttachment } from "./access";
import { endDryRun } from "../dryRun";
import { requireGranted } from "./grants";
import { readOrderType } from "./orderType";
import { readTags } from "./tags";
import { readText } from "./text";
import { requireUnused } from "./unused";
import { readPlace } from "./vbrAttachmentPlace";

export const createTransitRouterVbrAttachment: Action = idempotentButForDryRuns({
    name: "CreateTransitRouterVbrAttachment",
    mutating: true,
    run(context, input) {
        const { world, caller } = context;
        const place = readPlace(context, input);
        const vbr = world.alibaba.borderRouters.get(requiredText(input, "VbrId"));
        const ownerId = optionalText(input, "VbrOwnerId") ?? caller.accountId;
        if (vbr === undefined || (vbr.ownerId !== ownerId && !isVisible(context, vbr))) {
            throw new CloudError("InvalidVbrId.NotFound", "The specified VirutalBorderRouter is not found.");
        }
        if (vbr.ownerId !== ownerId) {
            // Code and text are guesses.
            throw new CloudError("InvalidVbrOwnerId", `The VBR ${vbr.vbrId} does not belong to account ${ownerId}.`);
        }
        if (vbr.regionId !== place.regionId) {
            // Code and text are guesses.
            throw new CloudError(
                "InvalidRegionId",
                `The VBR is in ${vbr.regionId}, the transit router in ${place.regionId}.`,
            );
        }
        requireGranted(context, "Enterprise", place.cenId, vbr.vbrId, ownerId);
        if (isAttached(world, vbr.vbrId)) {
            // Code and text are guesses.
            throw new CloudError("InvalidStatus.ResourceAttached", `${vbr.vbrId} is attached already.`);
        }
        if (place.router !== undefined) {
            requireIdle(context, place.router.transitRouterId);
        }
        const tags = readTags(world, input);
        const name = readText(input, "TransitRouterAttachmentName", 128) ?? "";
        const description = readText(input, "TransitRouterAttachmentDescription", 256) ?? "";
        if (optionalFlag(input, "DryRun")) {
            return {};
        }
        const router = place.router ?? makeEnterpriseRouter(world, place.cenId, place.regionId);
        const seconds = world.durations.attachmentCreate + (place.router ? 0 : world.durations.transitRouterCreate);
        const attachment: TransitRouterAttachment = {
            attachmentId: world.newId("tr-attach-", 18),
            kind: "VBR",
            cenId: router.cenId,
            transitRouterId: router.transitRouterId,
            regionId: router.regionId,
            resourceId: vbr.vbrId,
            resourceOwnerId: ownerId,
            name,
            description,
            status: "Attaching",
            autoPublishRouteEnabled: optionalFlag(input, "AutoPublishRouteEnabled") ?? false,
            creationTime: new Date(world.clock.now()).toISOString(),
            tags,
        };
        world.alibaba.attachments.set(attachment.attachmentId, attachment);
        world.later(seconds, () => {
            attachment.status = "Attached";
        });
        return { TransitRouterAttachmentId: attachment.attachmentId };
    },
});

export const updateTransitRouterVbrAttachmentAttribute: Action = idempotentButForDryRuns({
    name: "UpdateTransitRouterVbrAttachmentAttribute",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const attachment = findAttachment(context, requiredText(input, "TransitRouterAttachmentId"));
        if (attachment.kind !== "VBR") {
            throw unknownAttachment();
        }
        const name = readText(input, "TransitRouterAttachmentName", 128);
        const description = readText(input, "TransitRouterAttachmentDescription", 256);
        const autoPublish = optionalFlag(input, "AutoPublishRouteEnabled");
        const orderType = readOrderType(input);
        requireIdle(context, attachment.transitRouterId);
        endDryRun(input);
        attachment.name = name ?? attachment.name;
        attachment.description = description ?? attachment.description;
        attachment.autoPublishRouteEnabled = autoPublish ?? attachment.autoPublishRouteEnabled;
        attachment.orderType = orderType ?? attachment.orderType;
        world.changed();
        return {};
    },
});

export const deleteTransitRouterVbrAttachment: Action = idempotentButForDryRuns({
    name: "DeleteTransitRouterVbrAttachment",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const id = requiredText(input, "TransitRouterAttachmentId");
        const attachment = ownAttachments(context).find((own) => own.attachmentId === id && own.kind === "VBR");
        if (attachment === undefined) {
            // "If a parameter is invalid, the system returns a request ID and does not delete the VBR connection."
            return {};
        }
        const { attachmentId } = attachment;
        if (optionalFlag(input, "Force") !== true) {
            requireUnused(world, attachmentId);
        }
        requireIdle(context, attachment.transitRouterId);
        if (optionalFlag(input, "DryRun")) {
            return {};
        }
        for (const table of world.alibaba.routeTables.values()) {
            table.associations = table.associations.filter((leg) => leg.attachmentId !== attachmentId);
            table.propagations = table.propagations.filter((leg) => leg.attachmentId !== attachmentId);
        }
        for (const table of world.alibaba.vpcRouteTables.values()) {
            table.entries = table.entries.filter(({ nextHopId }) => nextHopId !== attachmentId);
        }
        attachment.status = "Detaching";
        world.later(world.durations.attachmentDelete, () => {
            world.alibaba.attachments.delete(attachmentId);
        });
        world.changed();
        return {};
    },
});
