import { AsyncResource } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";

import type { HostSettings } from "./hostProvider";

/** The kinds of children of which the cloud takes no second one, or would make one without a word. */
type Searched =
    | "vpnGateway"
    | "vpnGatewayAttachment"
    | "virtualInterface"
    | "cenAttachment"
    | "basicCenAttachment"
    | "cenAssociation"
    | "cenPropagation";

/** By the run of a program, whose monitor is its own: a process of the Automation API has many. */
const namesOfRuns = new WeakMap<object, Map<string, number>>();

/**
 * A hook that runs only where the engine is about to create the child, and refuses where the cloud has one already: what the state holds is known to
 * the engine alone, so no look before that moment could tell a stranger from the stack's own (measured: an update, a refresh and an import do not run it).
 */
export function refusingUnmanaged(
    child: string,
    search: Searched,
    settings: HostSettings | undefined,
): Pick<pulumi.CustomResourceOptions, "hooks"> {
    return beforeCreate(`${child}-unmanaged`, {}, async (newInputs) => {
        const looks = await loadLooks();
        await looks.refuseUnmanaged(looks.unmanagedSearches[search], newInputs, await configurationFrom(settings));
    });
}

/**
 * Shows at a preview what to buy, while there is no VBR: during the wait itself a terminal has one line for each resource, and the engine shows the rest
 * of a message only in the end.
 */
export function showingOrderSheet(
    child: string,
    settings: HostSettings | undefined,
): Pick<pulumi.CustomResourceOptions, "hooks"> {
    return beforeCreate(`${child}-order-sheet`, { onDryRun: true }, async (newInputs) => {
        // An up has its wait, which shows the same.
        if (!pulumi.runtime.isDryRun()) {
            return;
        }
        const looks = await loadLooks();
        const sheet = await looks.orderSheetWhileMissing(newInputs, await configurationFrom(settings));
        if (sheet !== undefined) {
            await pulumi.log.info(sheet);
        }
    });
}

/** Says something at a preview, and only where the child is to be made. */
export function sayingAtPreview(child: string, text: string): Pick<pulumi.CustomResourceOptions, "hooks"> {
    return beforeCreate(`${child}-says`, { onDryRun: true }, async () => {
        if (pulumi.runtime.isDryRun()) {
            await pulumi.log.info(text);
        }
    });
}

function loadLooks() {
    // eslint-disable-next-line import-x/no-restricted-paths -- the one place where a program's process needs the clouds, so they are loaded only when a hook runs
    return import("../provider/beforeCreation.js");
}

function beforeCreate(
    name: string,
    options: pulumi.ResourceHookOptions,
    look: (newInputs: Record<string, unknown>) => Promise<void>,
): Pick<pulumi.CustomResourceOptions, "hooks"> {
    const monitor = pulumi.runtime.getMonitor();
    // The mocks of a user's unit tests register none, and would fail (measured with 3.270.0).
    if (monitor === undefined || !("registerResourceHook" in monitor)) {
        return {};
    }
    // The SDK calls a hook outside the run that registered it: of a program in the Automation API's process, configuration, dry run and log would be
    // nobody's (measured with 3.270.0).
    const lookInRun = AsyncResource.bind(look);
    const hook = new pulumi.ResourceHook(
        uniqueName(name, monitor),
        ({ newInputs = {} }) => lookInRun(newInputs),
        options,
    );
    return { hooks: { beforeCreate: [hook] } };
}

/** The engine knows hooks by name; two components of one name under different parents are allowed. */
function uniqueName(hook: string, run: object): string {
    const names = namesOfRuns.get(run) ?? new Map<string, number>();
    namesOfRuns.set(run, names);
    const count = (names.get(hook) ?? 0) + 1;
    names.set(hook, count);
    return `${hook}${count === 1 ? "" : `-${count}`}`;
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
