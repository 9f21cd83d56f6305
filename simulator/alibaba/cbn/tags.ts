import type { Action, ActionContext, ActionInput } from "../../action";
import type { TransitRouterAttachment } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";
import { listOf, optionalFlag, requiredText, structureOf, textListOf } from "../input";
import { tagPaging, tokenPage } from "../pages";
import { findAttachment, ownAttachments } from "./access";

/** "cannot start with aliyun or acs:, and cannot contain http:// or https://": CreateTransitRouterVbrAttachment, Tag. */
const reserved = /^(aliyun|acs:)|https?:\/\//;

/**
 * `Tag.N.Key` (1 to 64 characters) and `Tag.N.Value` (up to 128), refused in the words of ListTransitRouters' page; for too
 * many of them and for a key that is given twice code and text are guesses.
 */
export function readTags({ quotas }: World, input: ActionInput): Map<string, string> {
    const tags = listOf(input, "Tag")
        .map(structureOf)
        .map((tag): [string, string] => [
            typeof tag.Key === "string" ? tag.Key : "",
            typeof tag.Value === "string" ? tag.Value : "",
        ]);
    if (tags.length > quotas.tagsPerCenCall) {
        throw new CloudError("NumberExceed.Tags", `At most ${quotas.tagsPerCenCall} tags can be given in one call.`);
    }
    for (const [key, value] of tags) {
        if (key === "" || key.length > 64 || reserved.test(key)) {
            throw new CloudError("IllegalParam.TagKey", "The tag keys are not valid.");
        }
        if (value.length > 128 || reserved.test(value)) {
            throw new CloudError("IllegalParam.TagValue", "The tag values are not valid.");
        }
    }
    if (new Set(tags.map(([key]) => key)).size < tags.length) {
        throw new CloudError("Duplicate.TagKey", "A tag key is given more than once.");
    }
    return new Map(tags);
}

function kindOf(input: ActionInput): TransitRouterAttachment["kind"] {
    const type = requiredText(input, "ResourceType");
    if (type !== "TransitRouterVbrAttachment" && type !== "TransitRouterVpcAttachment") {
        throw new CloudError("InvalidResourceType.NotFound", `The specified ResourceType ${type} is not found.`, 404);
    }
    return type === "TransitRouterVbrAttachment" ? "VBR" : "VPC";
}

/** The attachments that the call names, all of the kind that it says. */
function namedAttachments(context: ActionContext, input: ActionInput): TransitRouterAttachment[] {
    const kind = kindOf(input);
    return textListOf(input, "ResourceId").map((id) => {
        const attachment = findAttachment(context, id);
        if (attachment.kind !== kind) {
            throw new CloudError("InvalidAttachmentId.NotFound", "The specified AttachmentId is not found.");
        }
        return attachment;
    });
}

function requireSome<Item>(items: Item[], parameter: string): Item[] {
    if (items.length === 0) {
        throw new CloudError(`Missing${parameter}`, `${parameter} is mandatory for this action.`);
    }
    return items;
}

export const tagResources: Action = {
    name: "TagResources",
    mutating: true,
    run(context, input) {
        const attachments = requireSome(namedAttachments(context, input), "ResourceId");
        const added = requireSome([...readTags(context.world, input)], "Tag");
        for (const { tags } of attachments) {
            added.forEach(([key, value]) => tags.set(key, value));
        }
        return {};
    },
};

/** With `All` and no key, every tag goes. */
export const untagResources: Action = {
    name: "UntagResources",
    mutating: true,
    run(context, input) {
        const attachments = requireSome(namedAttachments(context, input), "ResourceId");
        const all = optionalFlag(input, "All") ?? false;
        const keys = textListOf(input, "TagKey");
        requireSome(all ? ["every"] : keys, "TagKey");
        for (const { tags } of attachments) {
            (keys.length > 0 ? keys : [...tags.keys()]).forEach((key) => tags.delete(key));
        }
        return {};
    },
};

/** By resource, by tag, or by both; a filter without a value is passed by any. */
export const listTagResources: Action = {
    name: "ListTagResources",
    mutating: false,
    run(context, input) {
        const kind = kindOf(input);
        const filters = listOf(input, "Tag").map(structureOf);
        const ids = listOf(input, "ResourceId");
        requireSome([...ids, ...filters], "ResourceId");
        const attachments = ids.length > 0 ? namedAttachments(context, input) : ownAttachments(context);
        const found = attachments
            .filter(
                ({ kind: own, tags }) =>
                    own === kind &&
                    filters.every(({ Key, Value }) => {
                        const value = typeof Key === "string" ? tags.get(Key) : undefined;
                        return value !== undefined && (Value === undefined || Value === value);
                    }),
            )
            .flatMap(({ attachmentId, tags }) =>
                [...tags].map(([TagKey, TagValue]) => ({
                    ResourceId: attachmentId,
                    ResourceType: input.ResourceType,
                    TagKey,
                    TagValue,
                })),
            );
        // Unlike the other lists it takes the size as PageSize and says no counts (ListTagResourcesRequest and -ResponseBody of the SDKs).
        const { page, counts } = tokenPage("ListTagResources", input, found, tagPaging);
        return { NextToken: counts.NextToken, TagResources: { TagResource: page } };
    },
};
