/** Makes a value on its first use, once; a failure is not kept. */
export function lazily<Value>(make: () => Promise<Value>): () => Promise<Value> {
    let made: Promise<Value> | undefined;
    return () => {
        made ??= make().catch((error: unknown) => {
            made = undefined;
            throw error;
        });
        return made;
    };
}
