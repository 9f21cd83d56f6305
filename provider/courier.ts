import type * as pulumi from "@pulumi/pulumi";

/** The verbs of Pulumi's dynamic provider protocol, each called by name on the package's entry point `handlers`. */
type Verb = "configure" | "check" | "diff" | "create" | "read" | "update" | "delete";

/**
 * The object that Pulumi serializes into the state: all it does is to find this package from the program's working directory and to call one verb,
 * so fixes reach old resources and the state stays small. It captures the kind alone, and nothing secret. Made once a kind: the SDK caches the
 * serialized text by object.
 *
 * `createRequire` from the working directory resolves for users and, by self-reference, inside this repository (measured); a plain
 * `require` in serialized code does not.
 */
export function courierFor(kind: string): pulumi.dynamic.ResourceProvider {
    const call =
        (verb: Verb) =>
        async (...values: unknown[]): Promise<never> => {
            const entry = "pulumi-multicloud-connection/handlers";
            let handlers: { invoke(kind: string, verb: string, values: unknown[]): Promise<never> };
            try {
                handlers = process.getBuiltinModule("module").createRequire(process.cwd() + "/_.js")(
                    entry,
                ) as typeof handlers;
            } catch (error) {
                throw new Error(
                    `${kind}: "${entry}" cannot be loaded from ${process.cwd()}. Add pulumi-multicloud-connection to the dependencies in the program's package.json and install it. (${String(error)})`,
                );
            }
            return handlers.invoke(kind, verb, values);
        };
    return {
        configure: call("configure"),
        check: call("check"),
        diff: call("diff"),
        create: call("create"),
        read: call("read"),
        update: call("update"),
        delete: call("delete"),
    };
}
