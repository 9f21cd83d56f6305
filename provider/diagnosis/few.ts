const mostShown = 3;

/** A list that is not too long to be read. */
export function few(items: readonly string[], none = "none"): string {
    if (items.length === 0) {
        return none;
    }
    const rest = items.length - mostShown;
    return rest > 0 ? `${items.slice(0, mostShown).join(", ")} and ${rest} more` : items.join(", ");
}
