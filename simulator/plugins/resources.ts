import { randomBytes } from "node:crypto";

import { CloudError } from "../world/cloudError";
import type { Cloud } from "./cloud";
import { resourceKinds, type ResourceKind } from "./kinds/index";
import { exactlyOne, type CheckFailure, type Validation } from "./kinds/validation";
import { schemaOf } from "./schema";
import { isSame, isUnknown, only, unknownValue, type Values } from "./values";

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

function autoname(name: string): string {
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

/** What a preview knows of a resource that is still to be made. */
export function previewCreate(token: string, inputs: Values): Values {
    const outputs = schemaOf(token)?.outputs ?? [];
    const computed = resourceKinds.get(token)?.computed ?? [];
    return { ...Object.fromEntries([...outputs, ...computed].map((output) => [output, unknownValue])), ...inputs };
}

export async function createResource(
    cloud: Cloud,
    token: string,
    name: string,
    inputs: Values,
): Promise<{ id: string; outputs: Values }> {
    const kind = resourceKinds.get(token);
    if (kind === undefined) {
        // A resource of another job is echoed: the world does not know it.
        return { id: autoname(name), outputs: inputs };
    }
    let made: string | undefined;
    try {
        const id = await inProvidersWords("creating", token, () =>
            kind.create(cloud, inputs, (known) => (made = known)),
        );
        return { id, outputs: stateOf(kind, cloud, id, inputs) };
    } catch (error) {
        throw made === undefined || !(error instanceof Error)
            ? error
            : new UnfinishedResource(error.message, made, stateOf(kind, cloud, made, inputs));
    }
}

/** The cloud has it and the wait for it has failed: the engine keeps it, as with the official providers. */
export class UnfinishedResource extends Error {
    constructor(
        message: string,
        readonly id: string,
        readonly outputs: Values,
    ) {
        super(message);
    }
}

function stateOf(kind: ResourceKind, cloud: Cloud, id: string, inputs: Values): Values {
    return { ...inputs, ...definedOf(kind.read(cloud, id) ?? {}) };
}

/** A refresh answers what the program gave, as the cloud has it now; an import, which has given nothing, everything. */
export function readResource(
    cloud: Cloud,
    token: string,
    id: string,
    olds: Values,
    oldInputs: Values,
): { outputs: Values; inputs: Values } | undefined {
    const kind = resourceKinds.get(token);
    if (kind === undefined) {
        return { outputs: olds, inputs: oldInputs };
    }
    const given = Object.keys(oldInputs);
    if (given.length === 0 && kind.importable === false) {
        throw new Error(`${token} does not support import`);
    }
    const state = kind.read(cloud, id);
    if (state === undefined) {
        return undefined;
    }
    const known = definedOf(state);
    const inputs = schemaOf(token)?.inputs ?? new Set(Object.keys(known));
    return {
        outputs: { ...olds, ...known },
        inputs:
            given.length > 0
                ? { ...oldInputs, ...only(known, given) }
                : withoutConflicts(only(known, inputs), kind.exactlyOneOf),
    };
}

/** As the bridge to Terraform does for an import: of arguments that exclude each other one is left (pulumi-terraform-bridge, deconflict.go). */
function withoutConflicts(inputs: Values, groups: readonly string[][] = []): Values {
    const surplus = groups.flatMap((group) => group.filter((property) => inputs[property] !== undefined).slice(1));
    return Object.fromEntries(Object.entries(inputs).filter(([property]) => !surplus.includes(property)));
}

export async function updateResource(
    cloud: Cloud,
    token: string,
    id: string,
    olds: Values,
    news: Values,
): Promise<Values> {
    const kind = resourceKinds.get(token);
    if (kind === undefined) {
        return news;
    }
    await inProvidersWords("updating", token, async () => {
        await kind.update?.(cloud, id, olds, news);
    });
    return stateOf(kind, cloud, id, news);
}

export async function deleteResource(cloud: Cloud, token: string, id: string, state: Values): Promise<void> {
    await inProvidersWords("deleting", token, async () => {
        await resourceKinds.get(token)?.delete(cloud, id, state);
    });
}

export function previewUpdate(olds: Values, news: Values): Values {
    return { ...olds, ...news };
}

function definedOf(values: Values): Values {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && !isUnknown(value)));
}

async function inProvidersWords<Result>(doing: string, token: string, act: () => Promise<Result>): Promise<Result> {
    try {
        return await act();
    } catch (error) {
        if (error instanceof CloudError) {
            const type = token.split(":")[2] ?? token;
            throw new Error(`${doing} ${type}: ${error.code}: ${error.message}`, { cause: error });
        }
        throw error;
    }
}
