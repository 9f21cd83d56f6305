import type { Action } from "../../action";
import type { TransitRouterAttachment } from "../../world/alibabaState";
import { named } from "../filters";
import { optionalText } from "../input";
import { tokenPage } from "../pages";
import { findCen, ownAttachments } from "./access";

function listAttachments(kind: TransitRouterAttachment["kind"], name: string): Action {
    return {
        name,
        mutating: false,
        run(context, input) {
            const cenId = optionalText(input, "CenId");
            if (cenId !== undefined) {
                findCen(context, cenId);
            }
            const ofKind = ownAttachments(context).filter((attachment) => attachment.kind === kind);
            const found = named(input, ofKind, {
                CenId: (attachment) => attachment.cenId,
                TransitRouterId: (attachment) => attachment.transitRouterId,
                TransitRouterAttachmentId: (attachment) => attachment.attachmentId,
            });
            const { page, counts } = tokenPage(name, input, found);
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
