import type { Action, ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";
import { idempotent } from "../idempotency";
import { optionalFlag, requiredText } from "../input";
import { findAttachment, requireIdle } from "./access";
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
            throw new CloudError("InvalidAttachmentId.NotFound", "The specified AttachmentId is not found.");
        }
        const changes = readChanges(input);
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

function readChanges(input: ActionInput): object {
    const name = readText(input, "TransitRouterAttachmentName", 128);
    const description = readText(input, "TransitRouterAttachmentDescription", 256);
    const autoPublish = optionalFlag(input, "AutoPublishRouteEnabled");
    return {
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description }),
        ...(autoPublish !== undefined && { autoPublishRouteEnabled: autoPublish }),
    };
}
