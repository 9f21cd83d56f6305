import { CloudError } from "../world/cloudError";
import type { Cloud } from "./cloud";
import { autoname, withoutConflicts } from "./inputs";
import { resourceKinds, type ResourceKind } from "./kinds/index";
import { schemaOf } from "./schema";
import { isUnknown, only, unknownValue, type Values } from "./values";

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
