import * as pulumi from "@pulumi/pulumi";

import type * as Package from "../../index";

/** The kinds of dynamic resources: exported classes of the package. */
export const kinds = [
    "BackendConfiguration",
    "BgpAuthKey",
    "BgpVerification",
    "BorderRouter",
    "BorderRouterBgp",
    "CircuitActivation",
    "HostedConnectionAcceptance",
    "HostedConnectionRelease",
    "LeftoverCheck",
    "Preflight",
    "VpcRoutes",
] as const satisfies readonly (keyof typeof Package)[];

export type Kind = (typeof kinds)[number];

/** What a program registers for a resource: its type and its inputs, `__provider` among them, as the SDK serialized it. */
export interface Registered {
    type: string;
    inputs: Record<string, unknown>;
}

/** Constructs a resource of the package under the SDK's mocks. */
export async function register(kind: Kind, args: object = {}): Promise<Registered> {
    const registered = new Map<string, Registered>();
    await pulumi.runtime.setMocks({
        newResource: ({ type, name, inputs }) => {
            registered.set(name, { type, inputs: inputs as Record<string, unknown> });
            return { id: `${name}-id`, state: inputs as Record<string, unknown> };
        },
        call: () => ({}),
    });
    const multicloud = await import("../../index.js");
    const Resource = multicloud[kind] as new (name: string, args: object) => pulumi.CustomResource;
    const resource = new Resource("test", args);
    await new Promise((resolve) => resource.id.apply(resolve));
    const found = registered.get("test");
    if (found === undefined) {
        throw new Error(`${kind} was not registered.`);
    }
    return found;
}
