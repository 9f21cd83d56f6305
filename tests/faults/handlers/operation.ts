import type { ServiceName } from "../../../simulator/action";
import { PartialCreation, type Handler } from "../../../provider/handler";
import { plainOf } from "../../../provider/hostError";
import type { Bench, BenchOptions } from "./bench";

/** Something of the product's that is run again after it has failed, as the engine does. */
export interface Attempts {
    /** Rejects where it fails; the next one then goes on as the next `pulumi up` or `pulumi destroy` would. */
    attempt(): Promise<unknown>;
}

export type ActionName = `${ServiceName}.${string}`;

export interface Operation {
    name: string;
    /** Every action that it calls when all goes well. */
    actions: readonly ActionName[];
    /** Within which it ends, whatever happens: of its waits, or of a call without one. */
    limitSeconds: number;
    bench?: BenchOptions;
    /** Brings the clouds to where it begins. */
    prepare(bench: Bench): Promise<Attempts>;
}

/** A single call has six tries of 30 seconds, and pauses in between. */
export const callLimitSeconds = 196;

type Values = Record<string, unknown>;

/** A create; after a partial one, the update that resumes it. */
export function creating<Inputs extends object, Outputs extends Inputs>(
    handler: Handler<Inputs, Outputs>,
    inputs: Inputs,
    { context }: Bench,
): Attempts {
    let kept: { id: string; outputs: Values } | undefined;
    return {
        async attempt() {
            try {
                return kept === undefined
                    ? await handler.create(inputs, context)
                    : { id: kept.id, outputs: await handler.update(kept.id, kept.outputs as Outputs, inputs, context) };
            } catch (error) {
                if (error instanceof PartialCreation) {
                    kept = { id: error.id, outputs: plainOf({ ...inputs, ...error.outputs }) };
                }
                throw error;
            }
        },
    };
}

/** An update of what was created before. */
export function updating<Inputs extends object, Outputs extends Inputs>(
    handler: Handler<Inputs, Outputs>,
    created: { id: string; outputs: Outputs },
    inputs: Inputs,
    { context }: Bench,
): Attempts {
    let olds = plainOf(created.outputs);
    return {
        async attempt() {
            try {
                return await handler.update(created.id, olds as Outputs, inputs, context);
            } catch (error) {
                if (error instanceof PartialCreation) {
                    olds = plainOf({ ...inputs, ...error.outputs });
                }
                throw error;
            }
        },
    };
}

/** A read, in which nothing may be taken for gone. */
export function reading<Inputs extends object, Outputs extends Inputs>(
    handler: Handler<Inputs, Outputs>,
    { id, outputs }: { id: string; outputs: Outputs },
    { context }: Bench,
): Attempts {
    return { attempt: () => handler.read(id, outputs, context) };
}

export function deleting<Inputs extends object, Outputs extends Inputs>(
    handler: Handler<Inputs, Outputs>,
    { id, outputs }: { id: string; outputs: Outputs },
    { context }: Bench,
): Attempts {
    return { attempt: () => handler.delete(id, outputs, context) };
}
