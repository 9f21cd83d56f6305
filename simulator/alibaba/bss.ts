import type { Action } from "../action";
import { CloudError } from "../world/cloudError";
import { requiredText } from "./input";
import { toSeconds } from "./times";

export const getOrderDetail: Action = {
    name: "GetOrderDetail",
    mutating: false,
    run({ world, caller }, input) {
        const orderId = requiredText(input, "OrderId");
        const order = world.alibaba.orders.get(orderId);
        if (order?.ownerId !== caller.accountId) {
            // Code and text are guesses.
            const refusal = { Code: "OrderNotExist", Message: `Order ${orderId} does not exist.` };
            if (world.guesses.unknownOrder === "error") {
                throw new CloudError(refusal.Code, refusal.Message);
            }
            return { Success: false, ...refusal };
        }
        return {
            Success: true,
            Code: "Success",
            Message: "Successful!",
            Data: {
                TotalCount: 1,
                OrderList: {
                    Order: [
                        {
                            OrderId: orderId,
                            PaymentStatus: order.paymentStatus,
                            CreateTime: toSeconds(order.createTime),
                            Region: order.regionId,
                            OrderType: "New",
                            InstanceIDs: JSON.stringify(order.instanceIds),
                        },
                    ],
                },
            },
        };
    },
};
