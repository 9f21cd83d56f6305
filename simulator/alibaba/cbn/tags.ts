import type { Action, ActionContext, ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";
import { listOf, requiredText } from "../input";
import { tokenPage } from "../pages";
import { findAttachment } from "./access";
import { readTags } from "./vbrAttachments";

const attachmentTypes = ["TransitRouterVbrAttachment", "TransitRouterVpcAttachment"];

function tagged(context: ActionContext, input: ActionInput): { id: string; tags: Map<string, string> }[] {
    const type = requiredText(input, "ResourceType");
    if (!attachmentTypes.includes(type)) {
        throw new CloudError("InvalidResourceType.NotFound", `The specified ResourceType ${type} is not found.`, 404);
    }
    return listOf(input, "ResourceId").map((id) => ({
        id: String(id),
        tags: findAttachment(context, String(id)).tags,
    }));
}

export const tagResources: Action = {
    name: "TagResources",
    mutating: true,
    run(context, input) {
        const added = readTags(input);
        for (const { tags } of tagged(context, input)) {
            added.forEach((value, key) => tags.set(key, value));
        }
        return {};
    },
};

export const untagResources: Action = {
    name: "UntagResources",
    mutating: true,
    run(context, input) {
        const keys = listOf(input, "TagKey").map(String);
        for (const { tags } of tagged(context, input)) {
            keys.forEach((key) => tags.delete(key));
        }
        return {};
    },
};

export const listTagResources: Action = {
    name: "ListTagResources",
    mutating: false,
    run(context, input) {
        const type = requiredText(input, "ResourceType");
        const found = tagged(context, input).flatMap(({ id, tags }) =>
            [...tags].map(([TagKey, TagValue]) => ({ ResourceId: id, ResourceType: type, TagKey, TagValue })),
        );
        const { page, counts } = tokenPage(input, found);
        return { ...counts, TagResources: { TagResource: page } };
    },
};
