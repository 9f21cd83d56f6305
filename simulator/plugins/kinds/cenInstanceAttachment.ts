import type { ActionInput, ActionOutput } from "../../action";
import { CloudError } from "../../world/cloudError";
import type { Cloud } from "../cloud";
import { textOf } from "../values";
import type { ResourceKind } from "./kind";
import { partsOf } from "./resourceId";

/** aliyun/terraform-provider-alicloud, `resource_alicloud_cen_instance_attachment.go`: limits, codes, ID. */
const limitSeconds = 600;

const repeatsAttaching =
    /^(Operation\.Blocking|Throttling.*|OperationFailed\.InvalidVpcStatus|InvalidOperation\.(Cen|Child)InstanceStatus|IncorrectStatus\.Vpc(Switch|RouteTable))$/;
const repeatsDetaching =
    /^(Operation\.Blocking|Throttling.*|InvalidOperation\.CenInstanceStatus|InstanceStatus\.NotSupport|IncorrectStatus\.VpcRouteTable)$/;
const goneCodes = ["ParameterCenInstanceId", "ParameterError", "ParameterInstanceId"];

/** `<cen>:<child>:<type>:<region>`, also for `import`. */
function childIn(id: string): ActionInput {
    const [CenId, ChildInstanceId, ChildInstanceType, ChildInstanceRegionId] = partsOf(id, 4);
    return { CenId, ChildInstanceId, ChildInstanceType, ChildInstanceRegionId };
}

function find(cloud: Cloud, id: string): ActionOutput | undefined {
    try {
        return cloud.call("cbn", "DescribeCenAttachedChildInstanceAttribute", childIn(id));
    } catch (error) {
        if (error instanceof CloudError && goneCodes.includes(error.code)) {
            return undefined;
        }
        throw error;
    }
}

export const cenInstanceAttachment: ResourceKind = {
    replaceOnly: ["childInstanceId", "childInstanceRegionId", "childInstanceType", "instanceId"],
    computed: ["childInstanceOwnerId"],

    async create(cloud, inputs, made) {
        const { instanceId, childInstanceId, childInstanceType, childInstanceRegionId, childInstanceOwnerId } = inputs;
        const id = [instanceId, childInstanceId, childInstanceType, childInstanceRegionId].map(textOf).join(":");
        await cloud.repeating(
            "cbn",
            "AttachCenChildInstance",
            { ...childIn(id), ChildInstanceOwnerId: textOf(childInstanceOwnerId) },
            limitSeconds,
            repeatsAttaching,
        );
        made(id);
        await cloud.until(
            `state to become 'Attached' of ${id}`,
            () => find(cloud, id)?.Status === "Attached",
            limitSeconds,
        );
        return id;
    },

    read(cloud, id) {
        const child = find(cloud, id);
        return (
            child && {
                childInstanceId: child.ChildInstanceId,
                childInstanceOwnerId: child.ChildInstanceOwnerId,
                childInstanceRegionId: child.ChildInstanceRegionId,
                childInstanceType: child.ChildInstanceType,
                instanceId: child.CenId,
                status: child.Status,
            }
        );
    },

    async delete(cloud, id, { cenOwnerId, childInstanceOwnerId }) {
        const owners = { CenOwnerId: textOf(cenOwnerId), ChildInstanceOwnerId: textOf(childInstanceOwnerId) };
        try {
            await cloud.repeating(
                "cbn",
                "DetachCenChildInstance",
                { ...childIn(id), ...owners },
                limitSeconds,
                repeatsDetaching,
            );
        } catch (error) {
            if (error instanceof CloudError && ["Bid.NotFound", "ParameterInstanceId"].includes(error.code)) {
                return;
            }
            throw error;
        }
        await cloud.until(`${id} to be deleted`, () => find(cloud, id) === undefined, limitSeconds);
    },
};
