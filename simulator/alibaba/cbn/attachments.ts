import type { Action, ActionInput, ActionOutput } from "../../action";
import type { TransitRouterAttachment } from "../../world/alibabaState";
import { named } from "../filters";
import { listOf, optionalText, structureOf } from "../input";
import { tokenPage } from "../pages";
import { toSeconds } from "../times";
import { findCen, ownAttachments } from "./access";

type Readers = Readonly<Record<string, (attachment: TransitRouterAttachment) => string>>;

/** `more`: what narrows this list beside what narrows both. */
function listAttachments(kind: TransitRouterAttachment["kind"], name: string, more: Readers): Action {
    return {
        name,
        mutating: false,
        run(context, input) {
            const cenId = optionalText(input, "CenId");
            if (cenId !== undefined) {
                findCen(context, cenId);
            }
            const ofKind = ownAttachments(context).filter(
                (attachment) => attachment.kind === kind && hasTags(attachment, input),
            );
            const found = named(input, ofKind, {
                RegionId: (attachment) => attachment.regionId,
                CenId: (attachment) => attachment.cenId,
                TransitRouterId: (attachment) => attachment.transitRouterId,
                TransitRouterAttachmentId: (attachment) => attachment.attachmentId,
                ...more,
            });
            const { page, counts } = tokenPage(name, input, found);
            return { ...counts, TransitRouterAttachments: page.map(shape) };
        },
    };
}

function hasTags({ tags }: TransitRouterAttachment, input: ActionInput): boolean {
    return listOf(input, "Tag")
        .map(structureOf)
        .every(({ Key, Value }) => {
            const value = tags.get(String(Key));
            return value !== undefined && (Value === undefined || Value === value);
        });
}

/** Who pays for it: CEN's owner, until an update says otherwise. */
function orderTypeOf({ orderType }: TransitRouterAttachment): string {
    return orderType ?? "PayByCenOwner";
}

/** alibabacloud_cbn20170912, ListTransitRouterVbrAttachmentsResponseBody and ListTransitRouterVpcAttachmentsResponseBody. */
function shape(attachment: TransitRouterAttachment): ActionOutput {
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
        CreationTime: toSeconds(attachment.creationTime),
        OrderType: orderTypeOf(attachment),
        Tags: [...attachment.tags].map(([Key, Value]) => ({ Key, Value })),
        ...(attachment.kind === "VBR"
            ? { VbrId: attachment.resourceId, VbrOwnerId: owner, VbrRegionId: attachment.regionId }
            : {
                  VpcId: attachment.resourceId,
                  VpcOwnerId: owner,
                  VpcRegionId: attachment.regionId,
                  ChargeType: "POSTPAY",
                  ZoneMappings: (attachment.zoneMappings ?? []).map(({ vSwitchId, zoneId, networkInterfaceId }) => ({
                      VSwitchId: vSwitchId,
                      ZoneId: zoneId,
                      NetworkInterfaceId: networkInterfaceId,
                  })),
              }),
    };
}

export const listTransitRouterVbrAttachments = listAttachments("VBR", "ListTransitRouterVbrAttachments", {});
export const listTransitRouterVpcAttachments = listAttachments("VPC", "ListTransitRouterVpcAttachments", {
    VpcId: (attachment) => attachment.resourceId,
    Status: (attachment) => attachment.status,
    OrderType: orderTypeOf,
});
