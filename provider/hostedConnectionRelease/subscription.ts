import { isExpired } from "../backendConfiguration/status";
import { lookUpBorderRouter } from "../borderRouter/find";
import type { HandlerContext } from "../handler";

/** The subscription that was bought at Alibaba Cloud, which nothing here ends. */
export interface Subscription {
    isOver: boolean;
    /** The day of its end in UTC, such as "2027-01-01"; "its end" where Alibaba Cloud does not tell. */
    end: string;
}

/** Asks the VBR (PConnVbrExpireTime of DescribeVirtualBorderRouters). A destroy must not fail for a date, so a question that is refused has no answer. */
export async function findSubscription(
    vbrId: string | undefined,
    { clouds, clock }: HandlerContext,
): Promise<Subscription> {
    const router =
        vbrId === undefined ? undefined : await lookUpBorderRouter(vbrId, clouds.alibaba).catch(() => undefined);
    const end = new Date(router?.expireTime ?? "");
    return router === undefined || Number.isNaN(end.getTime())
        ? { isOver: false, end: "its end" }
        : { isOver: isExpired(router, clock.now()), end: end.toISOString().slice(0, "yyyy-MM-dd".length) };
}
