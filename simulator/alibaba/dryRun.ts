import type { ActionInput } from "../action";
import { CloudError } from "../world/cloudError";
import { optionalFlag } from "./input";

/**
 * "If the request passes the dry run, the DryRunOperation error code is returned", but by a few actions of transit routers
 * a RequestId: CreateTransitRouterVbrAttachment, DeleteTransitRouterVbrAttachment, UpdateTransitRouterVpcAttachmentAttribute.
 */
export function endDryRun(input: ActionInput): void {
    if (optionalFlag(input, "DryRun")) {
        throw new CloudError("DryRunOperation", "Request validation has been passed with DryRun flag set.");
    }
}
