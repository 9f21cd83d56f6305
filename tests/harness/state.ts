import type { Stack } from "@pulumi/pulumi/automation";

import { nameOf } from "./outcome";

export interface StateResource {
    urn: string;
    type: string;
    dependencies?: string[];
    id?: string;
    inputs?: Record<string, unknown>;
    outputs?: Record<string, unknown>;
}

export async function resourcesOf(stack: Stack): Promise<StateResource[]> {
    const { deployment } = (await stack.exportStack()) as { deployment: { resources?: StateResource[] } };
    return deployment.resources ?? [];
}

export async function forget(stack: Stack, names: readonly string[]): Promise<void> {
    const exported = await stack.exportStack();
    const deployment = exported.deployment as { resources: StateResource[] };
    const forgotten = new Set<string>();
    // In the state a resource stands behind all that it depends on.
    deployment.resources = deployment.resources.filter(({ urn, dependencies = [] }) => {
        const goes = names.includes(nameOf(urn)) || dependencies.some((dependency) => forgotten.has(dependency));
        if (goes) {
            forgotten.add(urn);
        }
        return !goes;
    });
    await stack.importStack(exported);
}
