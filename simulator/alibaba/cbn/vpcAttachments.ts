import type { Action, ActionInput } from "../../action";
import type { TransitRouterAttachment } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";
import { idempotent } from "../idempotency";
import { optionalFlag, requiredText } from "../input";
import { findAttachment, requireIdle, unknownAttachment } from "./access";
import { readText } from "./text";

/**
 * Asynchronous: "If a VPC connection is in the Modifying state, you can only query the VPC connection"
 * (https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-updatetransitroutervpcattachmentattribute).
 */
export const updateTransitRouterVpcAttachmentAttribute: Action = idempotent({
    name: "UpdateTransitRouterVpcAttachmentAttribute",
    mutating: true,
    run(context, input) {
        const { world } = context;
        const attachment = findAttachment(context, requiredText(input, "TransitRouterAttachmentId"));
        if (attachment.kind !== "VPC") {
            throw unknownAttachment();
        }
        const changes = readChanges(input);
        if (changes.autoPublishRouteEnabled === true) {
            requireRoomToSynchronise(world, attachment);
        }
        requireIdle(context, attachment.transitRouterId);
        // "If the request passes the dry run, the system returns the ID of the request": alibabacloud_cbn20170912, DryRun.
        if (optionalFlag(input, "DryRun")) {
            return {};
        }
        attachment.status = "Modifying";
        world.later(world.durations.attachmentUpdate, () => {
            Object.assign(attachment, changes, { status: "Attached" });
        });
        world.changed();
        return {};
    },
});

/** The page of this action, error codes. */
function requireRoomToSynchronise({ alibaba, quotas }: World, attachment: TransitRouterAttachment): void {
    const others = [...alibaba.attachments.values()].filter(
        (other) =>
            other !== attachment &&
            other.kind === "VPC" &&
            other.transitRouterId === attachment.transitRouterId &&
            other.autoPublishRouteEnabled,
    );
    if (others.length >= quotas.synchronisedVpcsPerTransitRouter) {
        throw new CloudError(
            "QuotaExceeded.VpcAutoRoutesPublishPerTransitRouter",
            "The number of VPCs that have route synchronization enabled has reached the upper limit.",
        );
    }
}

function readChanges(input: ActionInput): Partial<TransitRouterAttachment> {
    const name = readText(input, "TransitRouterAttachmentName", 128);
    const description = readText(input, "TransitRouterAttachmentDescription", 256);
    const autoPublish = optionalFlag(input, "AutoPublishRouteEnabled");
    return {
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description }),
        ...(autoPublish !== undefined && { autoPublishRouteEnabled: autoPublish }),
    };
}
