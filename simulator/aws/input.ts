import type { ActionInput } from "../action";
import { CloudError } from "../world/cloudError";

/** Reads parameters with the checks of Direct Connect's protocol. */
export function clientError(message: string): CloudError {
    return new CloudError("DirectConnectClientException", message);
}

export function optionalText(input: ActionInput, name: string): string | undefined {
    const value = input[name];
    if (value === undefined || value === null) {
        return undefined;
    }
    if (typeof value !== "string") {
        throw new CloudError("SerializationException", `Parameter ${name} must be a string.`);
    }
    return value;
}

export function requiredText(input: ActionInput, name: string): string {
    const value = optionalText(input, name);
    if (value === undefined || value === "") {
        throw clientError(`Missing required parameter: ${name}`);
    }
    return value;
}

export function optionalNumber(input: ActionInput, name: string): number | undefined {
    const value = input[name];
    if (value === undefined || value === null) {
        return undefined;
    }
    if (typeof value !== "number" || !Number.isInteger(value)) {
        throw new CloudError("SerializationException", `Parameter ${name} must be an integer.`);
    }
    return value;
}

export function optionalFlag(input: ActionInput, name: string): boolean | undefined {
    const value = input[name];
    if (value === undefined || value === null) {
        return undefined;
    }
    if (typeof value !== "boolean") {
        throw new CloudError("SerializationException", `Parameter ${name} must be true or false.`);
    }
    return value;
}

export function listOf(input: ActionInput, name: string): unknown[] {
    const value = input[name] ?? [];
    if (!Array.isArray(value)) {
        throw new CloudError("SerializationException", `Parameter ${name} must be a list.`);
    }
    return value as unknown[];
}

export function textListOf(input: ActionInput, name: string): string[] {
    return listOf(input, name).map((value) => {
        if (typeof value !== "string") {
            throw new CloudError("SerializationException", `Parameter ${name} must be a list of strings.`);
        }
        return value;
    });
}

export function numberListOf(input: ActionInput, name: string): number[] {
    return listOf(input, name).map((value) => {
        if (typeof value !== "number" || !Number.isInteger(value)) {
            throw new CloudError("SerializationException", `Parameter ${name} must be a list of integers.`);
        }
        return value;
    });
}

export function requiredTextList(input: ActionInput, name: string): string[] {
    requiredList(input, name);
    return textListOf(input, name);
}

export function requiredList(input: ActionInput, name: string): unknown[] {
    const list = listOf(input, name);
    if (list.length === 0) {
        throw clientError(`Missing required parameter: ${name}`);
    }
    return list;
}

export function requiredStructure(input: ActionInput, name: string): ActionInput {
    const structure = optionalStructure(input, name);
    if (structure === undefined) {
        throw clientError(`Missing required parameter: ${name}`);
    }
    return structure;
}

export function optionalStructure(input: ActionInput, name: string): ActionInput | undefined {
    const value = input[name];
    if (value === undefined || value === null) {
        return undefined;
    }
    if (typeof value !== "object" || Array.isArray(value)) {
        throw new CloudError("SerializationException", `Parameter ${name} must be a structure.`);
    }
    return value as ActionInput;
}

export function structureOf(value: unknown): ActionInput {
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as ActionInput) : {};
}
