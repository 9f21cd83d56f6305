import type { CheckFailure } from "../handler";
import { isKnown } from "../unknown";
import { checkSeconds } from "./numbers";

/** Applies a rule to an input of a resource whose value is known; one of another type is a failure by itself: a limit that is no number would never be over. */
export function failuresOf<Type extends "number" | "string">(
    property: string,
    value: unknown,
    type: Type,
    rule: (value: Type extends "number" ? number : string) => string[],
): CheckFailure[] {
    if (!isKnown(value)) {
        return [];
    }
    const reasons =
        typeof value === type
            ? rule(value as Type extends "number" ? number : string)
            : [`${property} is of the wrong type; it must be a ${type}.`];
    return reasons.map((reason) => ({ property, reason }));
}

/** The limit of a wait. */
export function failuresOfTimeout(timeoutSeconds: unknown): CheckFailure[] {
    return failuresOf("timeoutSeconds", timeoutSeconds, "number", (limit) => checkSeconds("timeoutSeconds", limit));
}

/** An ID of one of the clouds, which all begin with their kind. */
export function failuresOfId(property: string, id: unknown, kind: string, prefix: string): CheckFailure[] {
    return failuresOf(property, id, "string", (text) =>
        text.startsWith(prefix) ? [] : [`${property} is "${text}"; ${kind}'s ID begins with ${prefix}`],
    );
}

/** An input that takes one of a few words. */
export function failuresOfChoice(property: string, value: unknown, choices: readonly string[]): CheckFailure[] {
    return failuresOf(property, value, "string", (text) =>
        choices.includes(text)
            ? []
            : [`${property} is "${text}"; it must be ${choices.map((choice) => `"${choice}"`).join(" or ")}.`],
    );
}
