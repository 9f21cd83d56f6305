import { writeFile } from "node:fs/promises";
import path from "node:path";

import { nameOf } from "./outcome";
import type { Pulumi } from "./pulumi";

export interface StateResource {
    urn: string;
    type: string;
    dependencies?: string[];
    id?: string;
    inputs?: Record<string, unknown>;
    outputs?: Record<string, unknown>;
}

export interface ExportedStack {
    deployment: { resources?: StateResource[] };
}

export async function resourcesOf(pulumi: Pulumi): Promise<StateResource[]> {
    return (await exported(pulumi)).deployment.resources ?? [];
}

export async function exported(pulumi: Pulumi): Promise<ExportedStack> {
    return JSON.parse(await pulumi.ask("stack", "export")) as ExportedStack;
}

/** `folder` is for what passes from one command to the next. */
export async function imported(pulumi: Pulumi, stack: ExportedStack, folder: string): Promise<void> {
    const file = path.join(folder, "imported.json");
    await writeFile(file, JSON.stringify(stack));
    await pulumi.ask("stack", "import", "--file", file);
}

export async function forget(pulumi: Pulumi, names: readonly string[], folder: string): Promise<void> {
    await imported(pulumi, without(names, await exported(pulumi)), folder);
}

/** The state without these resources, and all that depend on them. */
export function without(names: readonly string[], stack: ExportedStack): ExportedStack {
    const forgotten = new Set<string>();
    // In the state a resource stands behind all that it depends on.
    const resources = stack.deployment.resources?.filter(({ urn, dependencies = [] }) => {
        const goes = names.includes(nameOf(urn)) || dependencies.some((dependency) => forgotten.has(dependency));
        if (goes) {
            forgotten.add(urn);
        }
        return !goes;
    });
    return { ...stack, deployment: { ...stack.deployment, resources } };
}
