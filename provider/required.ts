/** The value of a wait whose target states promise one. */
export function required<Value>(value: Value | undefined, subject: string): Value {
    if (value === undefined) {
        throw new Error(`${subject}: the wait ended without a value; report this as a defect.`);
    }
    return value;
}
