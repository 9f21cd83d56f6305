import type { CheckFailure } from "../handler";
import { isKnown } from "../unknown";

/** Applies a rule to an input of a resource whose value is known. */
export function failuresOf<Type extends "number" | "string">(
    property: string,
    value: unknown,
    type: Type,
    rule: (value: Type extends "number" ? number : string) => string[],
): CheckFailure[] {
    return isKnown(value) && typeof value === type
        ? rule(value as Type extends "number" ? number : string).map((reason) => ({ property, reason }))
        : [];
}
