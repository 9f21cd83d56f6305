import type { ActionOutput } from "../../action";
import type { Cloud } from "../cloud";
import { isSame, tagList, textOf, type Values } from "../values";
import type { ResourceKind } from "./kind";

/** aliyun/terraform-provider-alicloud, `resource_alicloud_cen_transit_router_vbr_attachment.go` and its neighbours. */
export const limitSeconds = 1200;

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

/** The ID is `<cen>:<attachment>`, also for `import`. */
function attachmentIn(id: string): string {
    return id.split(":")[1] ?? id;
}

export const transitRouterVbrAttachment: ResourceKind = {
    // The same file: ForceNew, but for orderType, which is newer; its API to modify an attachment does not take it.
    replaceOnly: ["cenId", "orderType", "resourceType", "transitRouterId", "vbrId", "vbrOwnerId"],
    computed: ["orderType", "transitRouterId", "vbrOwnerId"],
    defaults,

    async create(cloud, inputs) {
        const answer = await cloud.whenIdle(
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
            limitSeconds,
        );
        const id = textOf(answer.TransitRouterAttachmentId);
        await cloud.until(
            `state to become 'Attached' of ${id}`,
            () => findAttachment(cloud, id)?.Status === "Attached",
            limitSeconds,
        );
        // What the official resource does where the program leaves the CEN's ID out.
        return `${inputs.cenId === undefined ? "<nil>" : textOf(inputs.cenId)}:${id}`;
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
            orderType: "PayByCenOwner",
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
        const gone = Object.keys((olds.tags ?? {}) as Values).filter((key) => !(key in ((news.tags ?? {}) as Values)));
        const tagged = { ResourceType: attachmentType, ResourceId: [attachmentId] };
        if (gone.length > 0) {
            cloud.call("cbn", "UntagResources", { ...tagged, TagKey: gone });
        }
        const tags = tagList(news.tags, "Key", "Value");
        if (tags.length > 0 && !isSame(olds.tags ?? {}, news.tags)) {
            cloud.call("cbn", "TagResources", { ...tagged, Tag: tags });
        }
        const names = ["transitRouterAttachmentName", "transitRouterAttachmentDescription", "autoPublishRouteEnabled"];
        if (names.some((name) => !isSame(olds[name] ?? defaults[name], news[name] ?? defaults[name]))) {
            await cloud.whenIdle(
                "cbn",
                "UpdateTransitRouterVbrAttachmentAttribute",
                {
                    TransitRouterAttachmentId: attachmentId,
                    TransitRouterAttachmentName: news.transitRouterAttachmentName,
                    TransitRouterAttachmentDescription: news.transitRouterAttachmentDescription,
                    AutoPublishRouteEnabled: textOf(news.autoPublishRouteEnabled ?? false),
                },
                limitSeconds,
            );
        }
    },

    async delete(cloud, id) {
        const attachmentId = attachmentIn(id);
        await cloud.whenIdle(
            "cbn",
            "DeleteTransitRouterVbrAttachment",
            { TransitRouterAttachmentId: attachmentId },
            limitSeconds,
        );
        await cloud.until(
            `${attachmentId} to be deleted`,
            () => findAttachment(cloud, attachmentId) === undefined,
            limitSeconds,
        );
    },
};
