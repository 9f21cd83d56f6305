import { rehearse } from "../tests/harness/rehearsal";
import type { Bench } from "./bench";
import { succeeded } from "./succeeded";

/** The dynamic provider's own code, which the SDK puts into each resource. */
const courier = "__provider";

export const state: Bench = {
    name: "state",
    says: "state: bytes of the quickstart's state, as it is written",
    async run(report) {
        const rehearsal = await rehearse();
        const { stack } = rehearsal;
        try {
            succeeded(await stack.up());
            const { deployment } = await stack.exportState();
            const resources = deployment.resources ?? [];
            const couriers = resources.flatMap(({ type, inputs, outputs }) =>
                type.startsWith("pulumi-nodejs:dynamic")
                    ? [bytesOf(inputs?.[courier]) + bytesOf(outputs?.[courier])]
                    : [],
            );
            report({
                name: "state/courier of a dynamic resource",
                value: Math.max(...couriers),
                unit: "bytes",
                bar: { atMost: 1300 },
            });
            report({
                name: "state/couriers of a link",
                value: couriers.reduce((sum, each) => sum + each, 0),
                unit: "bytes",
            });
            report({ name: "state/a link", value: bytesOf(resources), unit: "bytes" });
            // URNs, dependencies, stack traces and times: no package has a say in them.
            const enginesOwn = resources.map((resource) => ({ ...resource, inputs: undefined, outputs: undefined }));
            report({ name: "state/a link, the engine's part", value: bytesOf(enginesOwn), unit: "bytes" });
        } finally {
            await rehearsal.end();
        }
    },
};

function bytesOf(value: unknown): number {
    return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}
