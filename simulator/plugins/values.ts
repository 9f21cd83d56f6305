import { isDeepStrictEqual } from "node:util";
import type { Struct as StructMessage } from "google-protobuf/google/protobuf/struct_pb";

import { Struct } from "./stubs";

/** Properties of a resource as plain values. */
export type Values = Record<string, unknown>;

/** How the engine writes a value that a preview does not know (pulumi/pulumi, sdk/go/common/resource/plugin/rpc.go). */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function valuesOf(message: StructMessage | undefined): Values {
    return message === undefined ? {} : message.toJavaScript();
}

export function messageOf(values: Values): StructMessage {
    const plain = JSON.parse(JSON.stringify(values)) as Parameters<typeof Struct.fromJavaScript>[0];
    return Struct.fromJavaScript(plain);
}

export function isUnknown(value: unknown): boolean {
    return (
        value === unknownValue ||
        (typeof value === "object" && value !== null && Object.values(value).some((entry) => isUnknown(entry)))
    );
}

/** Terraform's types are looser than JSON's: "64512" and 64512 are one. */
export function isSame(one: unknown, other: unknown): boolean {
    return isDeepStrictEqual(loosely(one), loosely(other));
}

function loosely(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(loosely);
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, loosely(entry)]));
    }
    return value === null || value === undefined ? undefined : `${value as string | number | boolean}`;
}

export function textOf(value: unknown): string {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** `{ a: "1" }` of a program as the lists that the actions take. */
export function tagList<Key extends string, Value extends string>(
    tags: unknown,
    key: Key,
    value: Value,
): Record<Key | Value, string>[] {
    return Object.entries((tags ?? {}) as Values).map(
        ([name, text]) => ({ [key]: name, [value]: textOf(text) }) as Record<Key | Value, string>,
    );
}

export function only(values: Values, keys: Iterable<string>): Values {
    return Object.fromEntries([...keys].filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
}
