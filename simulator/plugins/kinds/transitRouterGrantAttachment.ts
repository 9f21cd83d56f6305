import type { ActionInput } from "../../action";
import { textOf } from "../values";
import type { ResourceKind } from "./kind";
import { among } from "./validation";

/** aliyun/terraform-provider-alicloud, `resource_alicloud_cen_transit_router_grant_attachment.go` and `service_alicloud_cbn.go`: limits, codes, ID. */
const limitSeconds = 60;
const repeatsGranting = /^(OperationFailed\.TaskConflict|Throttling.*)$/;
const repeatsRevoking = /^Throttling/;

const parts = ["instanceType", "instanceId", "cenOwnerId", "cenId"] as const;

/** `<type>:<instance>:<owner of the CEN>:<cen>`, also for `import`. */
function partsOf(id: string): Record<(typeof parts)[number], string> {
    const [instanceType = "", instanceId = "", cenOwnerId = "", cenId = ""] = id.split(":");
    const { length } = id.split(":");
    if (length !== parts.length) {
        throw new Error(`Invalid Resource Id ${id}. Expected parts' length ${parts.length}, got ${length}`);
    }
    return { instanceType, instanceId, cenOwnerId, cenId };
}

function ruleOf(id: string): ActionInput {
    const { instanceType, instanceId, cenOwnerId, cenId } = partsOf(id);
    return { InstanceType: instanceType, InstanceId: instanceId, CenOwnerId: cenOwnerId, CenId: cenId };
}

/** The instance's owner lets a transit router of another account have it (CBN 2017-09-12, GrantInstanceToTransitRouter). */
export const transitRouterGrantAttachment: ResourceKind = {
    replaceOnly: ["cenId", "cenOwnerId", "instanceId", "instanceType", "orderType"],
    computed: ["orderType"],
    validations: [among("orderType", ["PayByResourceOwner", "PayByCenOwner"])],

    async create(cloud, inputs) {
        const id = parts.map((part) => textOf(inputs[part])).join(":");
        await cloud.repeating(
            "cbn",
            "GrantInstanceToTransitRouter",
            { ...ruleOf(id), OrderType: textOf(inputs.orderType) },
            limitSeconds,
            repeatsGranting,
        );
        return id;
    },

    read(cloud, id) {
        const { instanceType, instanceId, cenOwnerId, cenId } = partsOf(id);
        const rule = cloud
            .list(
                "cbn",
                "DescribeGrantRulesToResource",
                { ResourceId: instanceId, ProductType: instanceType },
                "GrantRules",
            )
            .find((granted) => granted.CenId === cenId && textOf(granted.CenOwnerId) === cenOwnerId);
        return rule && { instanceType, instanceId, cenOwnerId, cenId, orderType: rule.OrderType };
    },

    async delete(cloud, id) {
        await cloud.repeating("cbn", "RevokeInstanceFromTransitRouter", ruleOf(id), limitSeconds, repeatsRevoking);
    },
};
