import type { Action } from "../action";
import { requiredText } from "./input";

export const getOrderDetail: Action = {
    name: "GetOrderDetail",
    mutating: false,
    run({ world, caller }, input) {
        const orderId = requiredText(input, "OrderId");
        const order = world.alibaba.orders.get(orderId);
        if (order?.ownerId !== caller.accountId) {
            // BSS answers errors with HTTP 200.
            return { Success: false, Code: "OrderNotExist", Message: `Order ${orderId} does not exist.` };
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
                            CreateTime: order.createTime,
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
