import { PartialCreation } from "./handler";
import { messageOf, textOf } from "./messageOf";
import { withoutKey } from "./withoutKey";

/**
 * What leaves for the dynamic host (all measured): always a new Error, because where `undefined` is thrown the host never answers and the engine hangs,
 * and because anything with an `id` counts as a partial creation, an SDK's error say. Of a failed check, diff, read or delete the host
 * prints the error and its stack, and the engine shows each line of it to the user: so both together are one line here.
 */
export function hostError(kind: string, thrown: unknown, inputs: unknown): Error {
    const text = messageOf(thrown);
    const message =
        text === "" || thrown === undefined
            ? `An error without a text was thrown (${textOf(thrown)}); report this as a defect.`
            : withoutKey(text, inputs);
    return Object.assign(new Error(message), {
        stack: message,
        toString: () => kind,
        ...(thrown instanceof PartialCreation && {
            id: thrown.id,
            // The raw inputs too: without `__provider` in them the next delete dies ("code must be a string").
            properties: plainOf({ ...(inputs as object), ...thrown.outputs }),
            reasons: thrown.reasons.map((reason) => withoutKey(reason, inputs)),
        }),
    });
}

/** `undefined` anywhere in outputs fails after the create, as a bigint does, and the ID is lost (measured). */
export function plainOf(outputs: object): Record<string, unknown> {
    const text = JSON.stringify(outputs, (_name, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
    );
    return JSON.parse(text) as Record<string, unknown>;
}
