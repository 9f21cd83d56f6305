import type { ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";
import { optionalFlag } from "../input";

/**
 * "If the request passes the dry run, the DryRunOperation error code is returned": of every action of transit routers but
 * CreateTransitRouterVbrAttachment and DeleteTransitRouterVbrAttachment, which answer a RequestId.
 */
export function endDryRun(input: ActionInput): void {
    if (optionalFlag(input, "DryRun")) {
        throw new CloudError("DryRunOperation", "Request validation has been passed with DryRun flag set.");
    }
}
