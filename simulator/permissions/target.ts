import type { ActionContext, ActionInput } from "../action";
import type { Caller } from "../world/world";

/** What a call acts on, as policies see it. */
export interface Target {
    resource: string;
    /** Tags that the resource has, and that the request gives it. */
    tags?: ReadonlyMap<string, string> | undefined;
    requestTags?: ReadonlyMap<string, string>;
    /** Keys of tags that the request takes away. */
    tagKeys?: readonly string[];
    /** Where the permission is not named as the action is. */
    action?: string;
    /** The action that gives a new resource its tags. */
    createAction?: string;
}

export type TargetsOf = (context: ActionContext, input: ActionInput) => readonly Target[];

/** What the actions of a service are called in policies, and what each of them acts on. Each target has to be allowed. */
export interface ServicePermissions {
    prefix: string;
    actions: Readonly<Record<string, TargetsOf>>;
}

/** Actions that take no resource, or none in particular. */
export const everything: TargetsOf = () => [{ resource: "*" }];

/** A parameter that names a resource; one that is missing or malformed names none, and the action itself refuses it, for whoever may call it at all. */
export function idIn(input: ActionInput, parameter: string): string {
    return optionalId(input, parameter) ?? "*";
}

export function optionalId(input: ActionInput, parameter: string): string | undefined {
    const value = input[parameter];
    return typeof value === "string" && value !== "" ? value : undefined;
}

/** The same of a list. */
export function idsIn(input: ActionInput, parameter: string): string[] {
    const ids = textsIn(input, parameter);
    return ids.length === 0 ? ["*"] : ids;
}

export function textsIn(input: ActionInput, parameter: string): string[] {
    const value = input[parameter];
    return Array.isArray(value) ? (value as unknown[]).map((text) => (typeof text === "string" ? text : "*")) : [];
}

export function structureIn(input: ActionInput, parameter: string): ActionInput {
    const value = input[parameter];
    return typeof value === "object" && value !== null ? (value as ActionInput) : {};
}

/** Tags as a list of keys and values, named as the service names them. */
export function tagsIn(list: unknown, key: string, value: string): Map<string, string> {
    const tags = Array.isArray(list) ? (list as unknown[]) : [];
    return new Map(
        tags
            .filter((tag): tag is ActionInput => typeof tag === "object" && tag !== null)
            .map((tag): [string, string] => [textOf(tag[key]), textOf(tag[value])]),
    );
}

function textOf(value: unknown): string {
    return typeof value === "string" ? value : "";
}

export function awsArn({ region, accountId }: Caller, service: "ec2" | "directconnect", resource: string): string {
    return `arn:aws:${service}:${region}:${accountId}:${resource}`;
}
