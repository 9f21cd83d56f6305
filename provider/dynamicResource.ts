import * as pulumi from "@pulumi/pulumi";

import { courierFor } from "./courier";

/** Inputs that every dynamic resource has; they are in no diff. */
export interface WaitInputs {
    /** The limit of its wait, in seconds. */
    timeoutSeconds?: pulumi.Input<number | undefined>;
}

/** A dynamic resource's: by it the engine starts the host that runs the courier. */
function typeOf(kind: string): string {
    return `pulumi-nodejs:dynamic/multicloud:${kind}`;
}

/** The resource side of a kind: its token, its courier, and its own URN, under which it reports progress. */
export abstract class MultiCloudResource extends pulumi.CustomResource {
    protected constructor(
        kind: string,
        name: string,
        inputs: object,
        outputNames: readonly string[],
        opts: pulumi.CustomResourceOptions = {},
    ) {
        // Not named `urn`: the SDK drops inputs of that name.
        const resourceUrn = ownUrn(name, kind, opts.parent);
        const outputs = Object.fromEntries(outputNames.map((output) => [output, undefined]));
        super(typeOf(kind), name, { ...outputs, ...inputs, resourceUrn, __provider: courierFor(kind) }, opts);
    }
}

/**
 * Known at preview, and right at every depth. An output of the parent would make this child depend on the parent, whose children it would then wait
 * for, itself among them (measured: the program never ends); so only the text is passed on.
 */
function ownUrn(name: string, kind: string, parent: pulumi.Resource | undefined): Promise<string> {
    const urn = pulumi.createUrn(name, typeOf(kind), parent);
    return new Promise((resolve) => urn.apply(resolve));
}
