/** The line to show of whatever was thrown; empty where it has none. */
export function messageOf(error: unknown): string {
    return textOf(error instanceof Error ? error.message : error);
}

/** Anything may be thrown, also what has no text: an object without a prototype, or with a `toString` that is no function. */
export function textOf(value: unknown): string {
    try {
        return String(value);
    } catch {
        return "";
    }
}
