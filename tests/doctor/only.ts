export function only<Value>(values: Iterable<Value>): Value {
    const [value, ...others] = values;
    if (value === undefined || others.length > 0) {
        throw new Error("expected exactly one");
    }
    return value;
}

/** The first one, where there is any: what a Basic CEN does not have no set-up asks for. */
export function firstOf<Value>(values: Iterable<Value>): Value {
    const [first] = values;
    return first as Value;
}
