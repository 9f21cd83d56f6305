import { randomBytes } from "node:crypto";

import { resourceKinds } from "./kinds/index";
import { exactlyOne, type CheckFailure, type Validation } from "./kinds/validation";
import { schemaOf } from "./schema";
import { isSame, type Values } from "./values";

export interface PropertyChange {
    property: string;
    kind: "add" | "update" | "delete";
    replaces: boolean;
}

/** Terraform's words for both, which the official providers pass on. */
export function checkInputs(
    token: string,
    name: string,
    olds: Values,
    news: Values,
): { inputs: Values; failures: CheckFailure[] } {
    const schema = schemaOf(token);
    if (schema === undefined) {
        return { inputs: news, failures: [] };
    }
    const missing = schema.required.filter((property) => news[property] === undefined || news[property] === null);
    const unexpected = Object.keys(news).filter(
        (property) => !property.startsWith("__") && !schema.inputs.has(property),
    );
    return {
        inputs: { ...(schema.inputs.has("name") && { name: olds.name ?? autoname(name) }), ...news },
        failures: [
            ...missing.map((property) => ({
                property,
                reason: `Missing required argument. The argument "${property}" is required, but no definition was found.`,
            })),
            ...unexpected.map((property) => ({
                property,
                reason: `Invalid or unknown key. "${property}" is no argument of ${token}.`,
            })),
            ...validationsOf(token).flatMap((validation) => validation(news)),
        ],
    };
}

function validationsOf(token: string): Validation[] {
    const { validations = [], exactlyOneOf = [] } = resourceKinds.get(token) ?? {};
    return [...validations, ...exactlyOneOf.map((properties) => exactlyOne(...properties))];
}

/** The name of what the program does not name. */
export function autoname(name: string): string {
    return `${name}-${randomBytes(4).toString("hex").slice(0, 7)}`;
}

/**
 * Compares inputs with inputs; an unknown in a replace-only property is a replacement, as with the real providers. A computed property that is written down now is
 * compared with what the cloud had chosen (Terraform: Optional and Computed).
 */
export function diffInputs(
    token: string,
    olds: { inputs: Values; state: Values },
    news: Values,
    ignored: readonly string[],
): PropertyChange[] {
    const kind = resourceKinds.get(token);
    const properties = new Set([...Object.keys(olds.inputs), ...Object.keys(news)]);
    const oldOf = (property: string): unknown =>
        olds.inputs[property] ?? (kind?.computed.includes(property) ? olds.state[property] : undefined);
    return [...properties].sort().flatMap((property): PropertyChange[] => {
        const fallback = kind?.defaults?.[property];
        const [before, after] = [oldOf(property) ?? fallback, news[property] ?? fallback];
        if (property.startsWith("__") || ignored.includes(property) || isSame(before, after)) {
            return [];
        }
        if (news[property] === undefined && kind?.computed.includes(property)) {
            return [];
        }
        return [
            {
                property,
                kind: before === undefined ? "add" : after === undefined ? "delete" : "update",
                replaces: kind?.replaceOnly.includes(property) ?? false,
            },
        ];
    });
}

/** As the bridge to Terraform does for an import: of arguments that exclude each other one is left (pulumi-terraform-bridge, deconflict.go). */
export function withoutConflicts(inputs: Values, groups: readonly string[][] = []): Values {
    const surplus = groups.flatMap((group) => group.filter((property) => inputs[property] !== undefined).slice(1));
    return Object.fromEntries(Object.entries(inputs).filter(([property]) => !surplus.includes(property)));
}
