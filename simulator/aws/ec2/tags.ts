import type { Action, ActionContext } from "../../action";
import { CloudError } from "../../world/cloudError";
import { structureOf } from "../input";
import { textList } from "./filters";

export function readTagList(list: unknown): [string, string][] {
    return (Array.isArray(list) ? list : [])
        .map(structureOf)
        .map((tag) => [String(tag.Key), typeof tag.Value === "string" ? tag.Value : ""]);
}

function tagsOf({ world }: ActionContext, id: string): Map<string, string> {
    const { vpnGateways, vpcs, subnets, routeTables } = world.aws;
    const tags = [vpnGateways, vpcs, subnets, routeTables].map((items) => items.get(id)?.tags).find((found) => found);
    if (tags === undefined) {
        throw new CloudError("InvalidID", `The ID '${id}' is not valid`);
    }
    return tags;
}

export const createTags: Action = {
    name: "CreateTags",
    mutating: true,
    run(context, input) {
        for (const tags of textList(input.ResourceId).map((id) => tagsOf(context, id))) {
            for (const [key, value] of readTagList(input.Tag)) {
                tags.set(key, value);
            }
        }
        return { return: true };
    },
};

export const deleteTags: Action = {
    name: "DeleteTags",
    mutating: true,
    run(context, input) {
        for (const tags of textList(input.ResourceId).map((id) => tagsOf(context, id))) {
            for (const [key] of readTagList(input.Tag)) {
                tags.delete(key);
            }
        }
        return { return: true };
    },
};
