import type { ActionInput, ActionOutput } from "../../action";
import type { Cloud } from "../cloud";
import { isSame, tagList, textOf, type Values } from "../values";
import type { ResourceKind } from "./kind";
import { partsOf } from "./resourceId";
import { among } from "./validation";

/** aliyun/terraform-provider-alicloud, `resource_alicloud_cen_transit_router_vbr_attachment.go`: limits, codes, ForceNew. */
const limitSeconds = { create: 600, update: 300, delete: 900 };

const busy = /^(Operation\.Blocking|IncorrectStatus\.Status|Throttling.*)$/;
const busyOrUnsupported = /^(Operation\.Blocking|IncorrectStatus\.Status|InstanceStatus\.NotSupport|Throttling.*)$/;

const attachmentType = "TransitRouterVbrAttachment";

function findAttachment(cloud: Cloud, id: string): ActionOutput | undefined {
    return cloud.list(
        "cbn",
        "ListTransitRouterVbrAttachments",
        { TransitRouterAttachmentId: id },
        "TransitRouterAttachments",
    )[0];
}

/** What an attribute that is not set has in Terraform's state. */
const defaults: Values = {
    autoPublishRouteEnabled: false,
    resourceType: "VBR",
    transitRouterAttachmentDescription: "",
    transitRouterAttachmentName: "",
};

function untilAttached(cloud: Cloud, id: string, seconds: number): Promise<void> {
    return cloud.until(
        `state to become 'Attached' of ${id}`,
        () => findAttachment(cloud, id)?.Status === "Attached",
        seconds,
    );
}

/** The ID is `<cen>:<attachment>`, also for `import`. */
function attachmentIn(id: string): string {
    return partsOf(id, 2)[1] ?? id;
}

/** What can be changed in place, and the parameter that changes it. */
const modifiable = {
    autoPublishRouteEnabled: "AutoPublishRouteEnabled",
    orderType: "OrderType",
    transitRouterAttachmentDescription: "TransitRouterAttachmentDescription",
    transitRouterAttachmentName: "TransitRouterAttachmentName",
};

async function modify(cloud: Cloud, id: string, parameters: ActionInput): Promise<void> {
    await cloud.repeating(
        "cbn",
        "UpdateTransitRouterVbrAttachmentAttribute",
        { TransitRouterAttachmentId: id, ...parameters },
        limitSeconds.update,
        busy,
    );
    await untilAttached(cloud, id, limitSeconds.update);
}

export const transitRouterVbrAttachment: ResourceKind = {
    replaceOnly: ["cenId", "resourceType", "transitRouterId", "vbrId", "vbrOwnerId"],
    computed: ["orderType", "transitRouterId", "vbrOwnerId"],
    defaults,
    validations: [among("orderType", ["PayByCenOwner", "PayByResourceOwner"]), among("resourceType", ["VBR"])],

    async create(cloud, inputs, made) {
        const answer = await cloud.repeating(
            "cbn",
            "CreateTransitRouterVbrAttachment",
            {
                CenId: inputs.cenId,
                TransitRouterId: inputs.transitRouterId,
                VbrId: inputs.vbrId,
                VbrOwnerId: inputs.vbrOwnerId,
                AutoPublishRouteEnabled: textOf(inputs.autoPublishRouteEnabled ?? false),
                TransitRouterAttachmentName: inputs.transitRouterAttachmentName,
                TransitRouterAttachmentDescription: inputs.transitRouterAttachmentDescription,
                Tag: tagList(inputs.tags, "Key", "Value"),
            },
            limitSeconds.create,
            busyOrUnsupported,
        );
        const id = textOf(answer.TransitRouterAttachmentId);
        // What the official resource does where the program leaves the CEN's ID out.
        const resourceId = `${inputs.cenId === undefined ? "<nil>" : textOf(inputs.cenId)}:${id}`;
        made(resourceId);
        await untilAttached(cloud, id, limitSeconds.create);
        // CreateTransitRouterVbrAttachment does not take it.
        if (inputs.orderType !== undefined) {
            await modify(cloud, id, { OrderType: inputs.orderType });
        }
        return resourceId;
    },

    read(cloud, id) {
        const attachment = findAttachment(cloud, attachmentIn(id));
        if (attachment === undefined) {
            return undefined;
        }
        const tags = attachment.Tags as { Key: string; Value: string }[];
        return {
            autoPublishRouteEnabled: attachment.AutoPublishRouteEnabled,
            cenId: attachment.CenId,
            createTime: attachment.CreationTime,
            orderType: attachment.OrderType,
            regionId: attachment.VbrRegionId,
            resourceType: attachment.ResourceType,
            status: attachment.Status,
            tags: Object.fromEntries(tags.map((tag) => [tag.Key, tag.Value])),
            transitRouterAttachmentDescription: attachment.TransitRouterAttachmentDescription,
            transitRouterAttachmentId: attachment.TransitRouterAttachmentId,
            transitRouterAttachmentName: attachment.TransitRouterAttachmentName,
            transitRouterId: attachment.TransitRouterId,
            vbrId: attachment.VbrId,
            vbrOwnerId: textOf(attachment.VbrOwnerId),
        };
    },

    async update(cloud, id, olds, news) {
        const attachmentId = attachmentIn(id);
        const changed = Object.entries(modifiable).filter(
            ([name]) => !isSame(olds[name] ?? defaults[name], news[name] ?? defaults[name] ?? olds[name]),
        );
        if (changed.length > 0) {
            const parameters = changed.map(([name, parameter]) => [parameter, textOf(news[name] ?? defaults[name])]);
            await modify(cloud, attachmentId, Object.fromEntries(parameters) as ActionInput);
        }
        const gone = Object.keys((olds.tags ?? {}) as Values).filter((key) => !(key in ((news.tags ?? {}) as Values)));
        const tagged = { ResourceType: attachmentType, ResourceId: [attachmentId] };
        if (gone.length > 0) {
            cloud.call("cbn", "UntagResources", { ...tagged, TagKey: gone });
        }
        const tags = tagList(news.tags, "Key", "Value");
        if (tags.length > 0 && !isSame(olds.tags ?? {}, news.tags)) {
            cloud.call("cbn", "TagResources", { ...tagged, Tag: tags });
        }
    },

    async delete(cloud, id) {
        const attachmentId = attachmentIn(id);
        await cloud.repeating(
            "cbn",
            "DeleteTransitRouterVbrAttachment",
            { TransitRouterAttachmentId: attachmentId },
            limitSeconds.delete,
            busyOrUnsupported,
        );
        await cloud.until(
            `${attachmentId} to be deleted`,
            () => findAttachment(cloud, attachmentId) === undefined,
            limitSeconds.delete,
        );
    },
};
