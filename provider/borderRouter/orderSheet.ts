import type { ExpectedAccounts } from "../accounts";

/** What the order must name, as far as it is known here. */
export interface OrderDetails extends ExpectedAccounts {
    accessPointId?: string;
}

/** What to enter in the console: there is no public API for the purchase, and an order pays at once. */
export function orderSheet(order: OrderDetails): string {
    return [
        "Your turn: buy the multi-cloud connection in the Alibaba Cloud console (Express Connect). The wait for it then goes on by itself.",
        ...orderLines(order),
    ].join("\n");
}

/** What of the order differs from user to user, for a line that has no room for all of it. */
export function orderInShort({ accessPointId, awsAccountId }: OrderDetails): string {
    return `access point ${accessPointId ?? "that offers AWS"}, peer vendor UID ${awsAccountId ?? "your AWS account ID"}`;
}

/** Each field of the order form. */
export function orderLines(order: OrderDetails): string[] {
    return [
        `  account          ${order.alibabaAccountId ?? "the one of the alicloud provider"}`,
        `  region           ${order.alibabaRegion ?? "the transit router's"}`,
        `  access point     ${order.accessPointId ?? "one that offers the peer vendor AWS"}`,
        "  peer vendor      AWS",
        `  peer vendor UID  ${order.awsAccountId ?? "your AWS account ID"} (hosted connection in ${order.awsRegion ?? "your AWS region"})`,
        "  bandwidth        1 Gbit/s",
        "  number           1",
        "  term             12 months",
    ];
}
