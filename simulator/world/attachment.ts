import type { TransitRouterAttachment } from "./alibabaState";

/** Whether it carries routes: an update that is under way leaves them as they were. */
export function carriesRoutes({ status }: Pick<TransitRouterAttachment, "status">): boolean {
    return status === "Attached" || status === "Modifying";
}
