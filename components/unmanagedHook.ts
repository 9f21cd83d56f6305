import * as pulumi from "@pulumi/pulumi";

import type { HostSettings } from "./hostProvider";

/** The kinds of children of which the cloud takes no second one. */
type Searched = "unmanagedVirtualInterface" | "unmanagedVpnGateway" | "unmanagedCenAttachment";

const names = new Map<string, number>();

/**
 * A hook that runs only where the engine is about to create the child, and refuses where the cloud has one already: what the state holds is known to
 * the engine alone, so no look before that moment could tell a stranger from the stack's own (measured: an update, a refresh and an import do not run it).
 */
export function refusingUnmanaged(
    child: string,
    search: Searched,
    settings: HostSettings | undefined,
): Pick<pulumi.CustomResourceOptions, "hooks"> {
    if (!canRegisterHooks()) {
        return {};
    }
    const hook = new pulumi.ResourceHook(uniqueName(child), async ({ newInputs = {} }) => {
        // eslint-disable-next-line import-x/no-restricted-paths -- the one place where a program's process needs the clouds, so they are loaded only here
        const unmanaged = await import("../provider/unmanaged.js");
        const configuration = await configurationFrom(settings);
        await unmanaged.refuseUnmanaged(unmanaged[search], newInputs, configuration);
    });
    return { hooks: { beforeCreate: [hook] } };
}

/** The mocks of a user's unit tests register none, and would fail (measured with 3.270.0). */
function canRegisterHooks(): boolean {
    return "registerResourceHook" in (pulumi.runtime.getMonitor() ?? {});
}

/** The engine knows hooks by name; two components of one name under different parents are allowed. */
function uniqueName(child: string): string {
    const count = (names.get(child) ?? 0) + 1;
    names.set(child, count);
    return `${child}-unmanaged${count === 1 ? "" : `-${count}`}`;
}

/** What the dynamic host is configured with: an explicit one's settings, else the stack configuration. */
async function configurationFrom(
    settings: HostSettings | undefined,
): Promise<{ get(key: string): string | undefined }> {
    if (settings === undefined) {
        return { get: (key) => pulumi.runtime.getConfig(key) };
    }
    const known = await new Promise<Record<string, string | undefined>>((resolve) => {
        pulumi.output(settings).apply((values) => resolve(values));
    });
    return { get: (key) => known[key] };
}
