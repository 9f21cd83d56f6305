import type { ActionContext, ActionInput } from "../action";
import { CloudError } from "../world/cloudError";

export function optionalText(input: ActionInput, name: string): string | undefined {
    const value = input[name];
    return typeof value === "string" && value !== "" ? value : undefined;
}

export function requiredText(input: ActionInput, name: string): string {
    const value = optionalText(input, name);
    if (value === undefined) {
        throw new CloudError(`Missing${name}`, `${name} is mandatory for this action.`);
    }
    return value;
}

/** `illegal`: what a text that is no number gets; unless a page says more, a guess, as are the next ones. */
export function optionalNumber(
    input: ActionInput,
    name: string,
    illegal = new CloudError(`Invalid${name}.Malformed`, `The specified ${name} is not valid.`),
): number | undefined {
    const text = optionalText(input, name);
    if (text !== undefined && !/^-?\d{1,15}$/.test(text)) {
        throw illegal;
    }
    return text === undefined ? undefined : Number(text);
}

/** Node sends `true`, the Python SDK `True`. */
export function optionalFlag(input: ActionInput, name: string): boolean | undefined {
    const text = optionalText(input, name)?.toLowerCase();
    if (text !== undefined && text !== "true" && text !== "false") {
        throw new CloudError(`Invalid${name}.Malformed`, `The specified ${name} is not valid.`);
    }
    return text === undefined ? undefined : text === "true";
}

/** `Name.1`, `Name.2`: a list without its numbers is none. */
export function listOf(input: ActionInput, name: string): unknown[] {
    const value = input[name];
    if (value !== undefined && !Array.isArray(value)) {
        throw new CloudError(
            `Invalid${name}.Malformed`,
            `The specified ${name} is not valid: write ${name}.1 and so on.`,
        );
    }
    return (value as unknown[] | undefined) ?? [];
}

/** Texts alone: `Name.1.Key` is none. */
export function textListOf(input: ActionInput, name: string): string[] {
    return listOf(input, name).map((value) => {
        if (typeof value !== "string") {
            throw new CloudError(`Invalid${name}.Malformed`, `The specified ${name} is not valid.`);
        }
        return value;
    });
}

export function structureOf(value: unknown): ActionInput {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as ActionInput) : {};
}

const knownRegions: readonly string[] = [
    "ap-southeast-1",
    "cn-hangzhou",
    "cn-shanghai",
    "cn-beijing",
    "cn-shenzhen",
    "cn-hongkong",
    "us-west-1",
    "eu-central-1",
];

export function isKnownRegion(region: string): boolean {
    return knownRegions.includes(region);
}

/** The region that a regional action names. */
export function regionOf(
    { caller }: ActionContext,
    input: ActionInput,
    unknown = "The specified RegionId is not found.",
): string {
    const region = optionalText(input, "RegionId") ?? caller.region;
    if (!isKnownRegion(region)) {
        throw new CloudError("InvalidRegionId.NotFound", unknown, 404);
    }
    return region;
}
