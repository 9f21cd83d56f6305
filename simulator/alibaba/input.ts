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

export function optionalNumber(input: ActionInput, name: string): number | undefined {
    const text = optionalText(input, name);
    if (text === undefined) {
        return undefined;
    }
    if (!/^-?\d+$/.test(text)) {
        throw new CloudError(`Invalid${name}.Malformed`, `The specified ${name} is not valid.`);
    }
    return Number(text);
}

/** Node sends `true`, the Python SDK `True`. */
export function optionalFlag(input: ActionInput, name: string): boolean | undefined {
    const text = optionalText(input, name)?.toLowerCase();
    return text === undefined ? undefined : text === "true";
}

export function listOf(input: ActionInput, name: string): unknown[] {
    const value = input[name];
    return Array.isArray(value) ? (value as unknown[]) : [];
}

export function structureOf(value: unknown): ActionInput {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as ActionInput) : {};
}

const knownRegions = [
    "ap-southeast-1",
    "cn-hangzhou",
    "cn-shanghai",
    "cn-beijing",
    "cn-shenzhen",
    "cn-hongkong",
    "us-west-1",
    "eu-central-1",
];

/** The region that a regional action names. */
export function regionOf({ caller }: ActionContext, input: ActionInput): string {
    const region = optionalText(input, "RegionId") ?? caller.region;
    if (!knownRegions.includes(region)) {
        throw new CloudError("InvalidRegionId.NotFound", "The specified RegionId is not found.", 404);
    }
    return region;
}
