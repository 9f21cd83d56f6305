import { cpus } from "node:os";

import type { SimulatorOptions } from "../simulator/server";
import { compiledFleet, makeFleet, type TestFleet } from "../tests/harness/fleet";
import type { Bench } from "./bench";
import { processorTime } from "./processorTime";

const stacks = 20;
const parallelStacks = 5;

/** The clouds begin only once the `up` accepts, so that the last stack waits as long as the first: some 70 seconds for a quarter of an hour. */
const world: SimulatorOptions = { scenario: "accept-first", speed: 12 };

const names = Array.from({ length: stacks }, (_, index) => `stack-${index + 1}`);

interface Took {
    seconds: number;
    /** Of the simulators, the example and the engines, on all cores together. */
    processorSeconds: number;
}

/** By the example's command, from its start to its end. */
async function bringUp(fleet: TestFleet, wanted: readonly string[]): Promise<Took> {
    await fleet.write(parallelStacks, wanted);
    const processorBefore = processorSeconds();
    const beganAt = performance.now();
    const { exitCode, stdout, stderr } = await fleet.run();
    const took = {
        seconds: (performance.now() - beganAt) / 1000,
        processorSeconds: processorSeconds() - processorBefore,
    };
    if (exitCode !== 0) {
        throw new Error(`${stdout}\n${stderr}`);
    }
    return took;
}

function processorSeconds(): number {
    const { own, below } = processorTime() ?? { own: NaN, below: NaN };
    return own + below;
}

export const fleetStacks: Bench = {
    name: "fleet-stacks",
    says: `fleet-stacks: ${stacks} stacks by examples/fleet, ${parallelStacks} at once, beside one of them alone, as often as it takes one after the other`,
    async run(report) {
        const fleet = await makeFleet(
            Object.fromEntries(["alone", ...names].map((name) => [name, world])),
            compiledFleet,
        );
        try {
            const alone = await bringUp(fleet, ["alone"]);
            const all = await bringUp(fleet, names);
            const idealSeconds = Math.ceil(stacks / parallelStacks) * alone.seconds;
            report({ name: "fleet-stacks", value: all.seconds / idealSeconds, unit: "x", bar: { atMost: 1.2 } });
            report({ name: "fleet-stacks/one alone", value: alone.seconds, unit: "s" });
            report({ name: "fleet-stacks/all", value: all.seconds, unit: "s" });
            report({ name: "fleet-stacks/all, ideal", value: idealSeconds, unit: "s" });
            if (!Number.isNaN(all.processorSeconds)) {
                const each = all.processorSeconds / stacks;
                report({ name: "fleet-stacks/one alone, processor", value: alone.processorSeconds, unit: "s" });
                report({ name: "fleet-stacks/one of all, processor", value: each, unit: "s" });
                // What they would take without any wait: below the ideal, or the cores are the floor.
                const floorSeconds = all.processorSeconds / cpus().length;
                report({ name: `fleet-stacks/all, ${cpus().length} cores' floor`, value: floorSeconds, unit: "s" });
            }
        } finally {
            await fleet.end();
        }
    },
};
