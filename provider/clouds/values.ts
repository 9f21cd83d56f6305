import { BrokenAnswer } from "./brokenAnswer";

/** Reads values of the clouds' answers, whose types are a promise that no code keeps. What may be missing gets a value; what may not is required. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
    return typeof value === "object" && value !== null ? (value as Fields) : {};
}

export function textOf(value: unknown): string {
    return typeof value === "string"
        ? value
        : typeof value === "number" || typeof value === "bigint"
          ? String(value)
          : "";
}

export function numberOf(value: unknown): number | undefined {
    const number =
        typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
    return Number.isFinite(number) ? number : undefined;
}

/** 1 to 4094. 0 is a port without VLANs, which no hosted connection is: here it can only mean that none is set yet. */
export function vlanOf(value: unknown): number | undefined {
    const vlan = numberOf(value);
    return vlan !== undefined && Number.isInteger(vlan) && vlan >= 1 && vlan <= 4094 ? vlan : undefined;
}

export function flagOf(value: unknown): boolean {
    return value === true || value === "true";
}

/** A state as the cloud writes it, known here or not. */
export function stateOf(value: unknown): string {
    return typeof value === "string" && value !== "" ? value : "unknown";
}

export function listOf(value: unknown): unknown[] {
    return Array.isArray(value) ? (value as unknown[]) : [];
}

/** What tells one entry from another: without it, or with anything else in its place, the entry would count as not there. */
export function requiredId(value: unknown, name: string): string {
    if (typeof value !== "string" || value === "") {
        throw new BrokenAnswer(`the answer has no ${name}`);
    }
    return value;
}

/** An account and the like, which comes as a text or as a number. */
export function requiredText(value: unknown, name: string): string {
    const text = textOf(value);
    if (text === "") {
        throw new BrokenAnswer(`the answer has no ${name}`);
    }
    return text;
}

export function requiredFlag(value: unknown, name: string): boolean {
    if (typeof value !== "boolean" && value !== "true" && value !== "false") {
        throw new BrokenAnswer(`the answer has no ${name}`);
    }
    return flagOf(value);
}

/**
 * The list at a path of an answer. Where nothing is there, both clouds send an empty one: Alibaba Cloud's own Terraform provider takes an answer without the
 * list for an error (alicloud/service_alicloud_vpc.go, DescribeVpcBgpGroup: `jsonpath.Get("$.BgpGroups.BgpGroup", response)`); AWS's SDK reads an empty
 * element of EC2 as an empty list, and a missing one as undefined (measured).
 */
export function requiredList(answer: unknown, path: readonly string[]): unknown[] {
    const found = path.reduce<unknown>((value, name) => fieldsOf(value)[name], answer);
    if (!Array.isArray(found)) {
        throw new BrokenAnswer(`the answer has no ${path.join(".")}`);
    }
    return found as unknown[];
}

/** Both vendors' lists of tags, whose members Direct Connect writes small. */
export function tagsOf(value: unknown): Record<string, string> {
    return Object.fromEntries(
        listOf(value)
            .map(fieldsOf)
            .map(({ key, value: text, Key, Value }) => [textOf(key ?? Key), textOf(text ?? Value)]),
    );
}
