import type { Action, ActionContext, ActionInput } from "../../action";
import { CloudError } from "../../world/cloudError";
import type { World } from "../../world/world";
import { clientError, optionalText, requiredList, requiredText, requiredTextList, structureOf } from "../input";
import { findConnection, findVirtualInterface, tagsOf } from "./shapes";

const longestKey = 128;
const longestValue = 256;

export function readTags(world: World, list: readonly unknown[]): Map<string, string> {
    const tags = list.map(structureOf).map((tag) => [readKey(tag), optionalText(tag, "value") ?? ""] as const);
    const tooLong = tags.find(([key, value]) => key.length > longestKey || value.length > longestValue);
    if (tooLong !== undefined) {
        throw clientError(
            `Tag ${tooLong[0].slice(0, longestKey)} is too long: a key has at most ${longestKey} characters, a value ${longestValue}.`,
        );
    }
    if (new Set(tags.map(([key]) => key)).size < tags.length) {
        throw new CloudError("DuplicateTagKeysException", "A tag key was specified more than once.");
    }
    requireFewEnough(
        world,
        tags.map(([key]) => key),
    );
    return new Map(tags);
}

function readKey(tag: ActionInput): string {
    const key = requiredText(tag, "key");
    if (key.toLowerCase().startsWith("aws:")) {
        throw clientError(`Tag key ${key} is not valid: keys that begin with aws: are reserved.`);
    }
    return key;
}

function requireFewEnough({ quotas }: World, keys: string[]): void {
    const most = quotas.tagsPerAwsResource;
    if (new Set(keys).size > most) {
        throw new CloudError("TooManyTagsException", `A resource can have at most ${most} tags.`);
    }
}

/** `arn:aws:directconnect:REGION:ACCOUNT:dxcon/dxcon-...` */
function tagsOfArn(context: ActionContext, arn: string): Map<string, string> {
    const [, region, account, kind, id = ""] =
        /^arn:aws[\w-]*:directconnect:([\w-]+):(\d{12}):(dxcon|dxvif)\/(.+)$/.exec(arn) ?? [];
    if (kind === undefined) {
        throw clientError(`${arn} is not the ARN of a Direct Connect resource`);
    }
    if (region !== context.caller.region || account !== context.caller.accountId) {
        throw clientError(`Resource ${arn} does not exist`);
    }
    return kind === "dxcon" ? findConnection(context, id).tags : findVirtualInterface(context, id).tags;
}

export const describeTags: Action = {
    name: "DescribeTags",
    mutating: false,
    run(context, input) {
        const arns = requiredTextList(input, "resourceArns");
        return {
            resourceTags: arns.map((resourceArn) => ({ resourceArn, tags: tagsOf(tagsOfArn(context, resourceArn)) })),
        };
    },
};

export const tagResource: Action = {
    name: "TagResource",
    mutating: true,
    run(context, input) {
        const tags = tagsOfArn(context, requiredText(input, "resourceArn"));
        const added = readTags(context.world, requiredList(input, "tags"));
        requireFewEnough(context.world, [...tags.keys(), ...added.keys()]);
        for (const [key, value] of added) {
            tags.set(key, value);
        }
        context.world.changed();
        return {};
    },
};

export const untagResource: Action = {
    name: "UntagResource",
    mutating: true,
    run(context, input) {
        const tags = tagsOfArn(context, requiredText(input, "resourceArn"));
        for (const key of requiredTextList(input, "tagKeys")) {
            tags.delete(key);
        }
        context.world.changed();
        return {};
    },
};
