/** How the engine writes a value that is not known yet, for arrays and numbers too (pulumi/pulumi#6310). */
const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A value that a preview does not know yet. One that was left out is known: it is undefined. */
export function isUnknown(value: unknown): boolean {
    return value === unknownValue;
}

/** Rules are applied to known values alone. */
export function isKnown<Value>(value: Value | undefined): value is Value {
    return value !== undefined && value !== null && value !== unknownValue;
}

/** Whether an identity that was given differs from the one in state; an unknown one counts as different on purpose. */
export function isAnother(given: string | undefined, inState: string): boolean {
    return given !== undefined && given !== "" && given !== inState;
}
