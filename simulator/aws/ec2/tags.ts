import type { Action, ActionContext, ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";
import { structureOf } from "../input";
import { isOwn, listOf, textList } from "./filters";

/** Tags to set, checked: `Tag.1.Key`, `Tag.1.Value`. */
export function readTagList(list: unknown): [string, string][] {
    return listOf(list)
        .map(structureOf)
        .map(({ Key: key, Value: value }) => {
            if (typeof key !== "string" || key === "") {
                throw new CloudError("MissingParameter", "The request must contain the parameter Tag.Key");
            }
            if (key.startsWith("aws:")) {
                throw new CloudError(
                    "InvalidParameterValue",
                    "Tag keys starting with 'aws:' are reserved for internal use",
                );
            }
            const text = typeof value === "string" ? value : "";
            if (key.length > 128 || text.length > 256) {
                throw new CloudError("InvalidParameterValue", `Tag ${key.slice(0, 128)} is too long.`);
            }
            return [key, text];
        });
}

export function requireFewEnough({ quotas }: World, keys: string[]): void {
    const most = quotas.tagsPerAwsResource;
    if (new Set(keys).size > most) {
        throw new CloudError("TagLimitExceeded", `More than ${most} tags specified`);
    }
}

/** The tags of the caller's own resource; anybody else's does not exist for it. */
function tagsOf(context: ActionContext, id: string): Map<string, string> {
    const { vpnGateways, vpcs, subnets, routeTables } = context.world.aws;
    const inVpc = subnets.get(id) ?? routeTables.get(id);
    const owned = vpnGateways.get(id) ?? vpcs.get(id) ?? vpcs.get(inVpc?.vpcId ?? "");
    const tags = inVpc?.tags ?? owned?.tags;
    if (tags === undefined || owned === undefined || !isOwn(context, owned)) {
        throw new CloudError("InvalidID", `The ID '${id}' is not valid`);
    }
    return tags;
}

function taggedResources(context: ActionContext, input: ActionInput): Map<string, string>[] {
    const ids = textList(input.ResourceId);
    if (ids.length === 0) {
        throw new CloudError("MissingParameter", "The request must contain the parameter resourceIdSet");
    }
    return ids.map((id) => tagsOf(context, id));
}

export const createTags: Action = {
    name: "CreateTags",
    mutating: true,
    run(context, input) {
        const resources = taggedResources(context, input);
        const added = readTagList(input.Tag);
        if (added.length === 0) {
            throw new CloudError("MissingParameter", "The request must contain the parameter tagSet");
        }
        for (const tags of resources) {
            requireFewEnough(context.world, [...tags.keys(), ...added.map(([key]) => key)]);
        }
        for (const tags of resources) {
            for (const [key, value] of added) {
                tags.set(key, value);
            }
        }
        return { return: true };
    },
};

/** Without a value any value of that key goes; without a list every tag goes. */
export const deleteTags: Action = {
    name: "DeleteTags",
    mutating: true,
    run(context, input) {
        const named = input.Tag === undefined ? undefined : listOf(input.Tag).map(structureOf);
        for (const tags of taggedResources(context, input)) {
            for (const [key, value] of [...tags]) {
                if (named?.some((tag) => tag.Key === key && (tag.Value ?? value) === value) ?? true) {
                    tags.delete(key);
                }
            }
        }
        return { return: true };
    },
};
