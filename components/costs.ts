import type { ConnectionPlan } from "./plan";

/**
 * What a link costs, in words: prices differ by region and contract.
 * https://www.alibabacloud.com/help/en/express-connect/product-overview/billing-overview, https://aws.amazon.com/directconnect/pricing/,
 * https://www.alibabacloud.com/help/en/cen/product-overview/billing-rules
 */
export function costsOf({ args }: ConnectionPlan): string {
    const { transitRouterId, attachmentId } = args.alibaba.cen;
    const transitRouter = [
        // An attachment that is there already is paid for already.
        ...(attachmentId === undefined ? ["the hours of the VBR's attachment to the transit router"] : []),
        "what passes the transit router",
    ];
    const costs = [
        "the circuit's subscription at Alibaba Cloud, of 12 months, whether it is used or not",
        "AWS's port hours of the hosted connection, from its acceptance on, even while it is down",
        "the outbound traffic of both clouds",
        ...(transitRouterId === undefined ? [] : [transitRouter.join(" and ")]),
    ];
    return ["What this link costs:", ...costs.map((cost) => `  - ${cost}`)].join("\n");
}
