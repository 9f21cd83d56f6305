/* eslint-disable @typescript-eslint/no-require-imports -- an import would be written into the state too. */
import type nodeModule from "node:module";
import type * as pulumi from "@pulumi/pulumi";

/** The package's entry point `handlers`. */
interface Handlers {
    invoke(kind: string, verb: string, values: unknown[]): Promise<unknown>;
}

interface Courier {
    kind: string;
    configure(request: unknown): Promise<unknown>;
    [verb: string]: unknown;
}

/**
 * The serializer writes every function out by itself, all of it seven times for seven verbs. So there is this one, which the host calls before any
 * other, and which puts all verbs, its own too, in place at once. They are there before the host can call one, and stay where the package
 * cannot be loaded: the host takes a `delete` that is missing for one that succeeded.
 *
 * `createRequire` from the working directory resolves for users and, by self-reference, inside this repository (measured); a plain `require` of
 * the package in serialized code does not. A comment inside would be written out too. The error's stack is its text: the host
 * prints the stack, and the engine each line of it.
 */
const configure = function (this: Courier, request: unknown): Promise<unknown> {
    for (const verb of "configure check diff create read update delete".split(" ")) {
        this[verb] = async (...values: unknown[]) => {
            let handlers: Handlers;
            try {
                handlers = (require("module") as typeof nodeModule).createRequire(process.cwd() + "/_.js")(
                    "pulumi-multicloud-connection/handlers",
                ) as Handlers;
            } catch (error) {
                const text = `pulumi-multicloud-connection cannot be loaded from ${process.cwd()}. Add it to the program's package.json and install it. (${String(error).split("\n")[0]})`;
                throw Object.assign(new Error(text), { stack: text });
            }
            return handlers.invoke(this.kind, verb, values);
        };
    }
    return this.configure(request);
};

/**
 * The object that Pulumi serializes into the state, twice a resource: all it does is to find this package from the program's working directory and to
 * call one verb of it, so fixes reach old resources and the state stays small. It holds the kind alone, and nothing secret. Made once a kind:
 * the SDK caches the serialized text by object.
 */
export function courierFor(kind: string): pulumi.dynamic.ResourceProvider {
    return { kind, configure } as object as pulumi.dynamic.ResourceProvider;
}
