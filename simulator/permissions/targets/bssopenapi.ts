import type { ServicePermissions } from "../target";

/** The permission has a name of its own (https://api.alibabacloud.com/document/BssOpenApi/2017-12-14/GetOrderDetail). */
export const bssopenapi: ServicePermissions = {
    prefix: "bss",
    actions: { GetOrderDetail: () => [{ resource: "*", action: "bss:DescribeOrderDetail" }] },
};
