import path from "node:path";

import { startSimulator, type Simulator } from "../simulator/server";
import { acceptConnection } from "../tests/harness/existing";
import { liveConnection } from "../tests/harness/byHand";
import type { Outcome } from "../tests/harness/outcome";
import { typeScriptProgram } from "../tests/harness/project";
import { makeStack, type RealStack } from "../tests/harness/stack";
import { median, type Bench } from "./bench";

const runs = 7;
/** An hour in a second: what is measured waits for no cloud. */
const speed = 3600;

/** A stack that is up. */
interface Standing {
    stack: RealStack;
    end(): Promise<void>;
}

async function standing(program: string, settings: (simulator: Simulator) => Promise<object>): Promise<Standing> {
    const simulator = await startSimulator({ speed });
    const folder = path.join("benchmarks", "programs", program);
    const stack = await makeStack(simulator, typeScriptProgram(folder, program, "test"));
    const { vbrId = "", cenId, transitRouterId = "", awsVpcId: vpcId, routeTableIds } = simulator.description.world;
    const own = await settings(simulator);
    for (const [key, value] of Object.entries({ vbrId, cenId, transitRouterId, vpcId, ...own })) {
        await stack.setConfig(key, String(value));
    }
    for (const [index, routeTableId] of routeTableIds.entries()) {
        await stack.setConfig(`routeTableIds[${index}]`, routeTableId);
    }
    succeeded(await stack.up());
    const end = async (): Promise<void> => {
        await simulator.close();
        await stack.remove();
    };
    return { stack, end };
}

/** What somebody has done by hand who has no dynamic resources: the connection is accepted, and AWS has set it up. */
async function byHand({ world, description }: Simulator): Promise<object> {
    acceptConnection(world);
    await new Promise<void>((resolve) => world.clock.after(world.durations.confirmToAvailable, resolve));
    const { connectionId, vlan } = liveConnection(world);
    return { connectionId, vlan, transitRouterRouteTableId: description.world.transitRouterRouteTableId };
}

function succeeded({ failed, diagnostics }: Outcome): void {
    if (failed) {
        throw new Error(diagnostics.join("\n"));
    }
}

async function secondsOfPreview({ stack }: Standing): Promise<number> {
    const beganAt = performance.now();
    const outcome = await stack.preview();
    succeeded(outcome);
    if (Object.keys(outcome.steps).length > 0) {
        throw new Error(`A preview of what is up already announces ${JSON.stringify(outcome.steps)}.`);
    }
    return (performance.now() - beganAt) / 1000;
}

export const preview: Bench = {
    name: "preview",
    says: "preview: one of a quickstart that is up, types checked, beside a program with its official resources and a trivial dynamic one",
    async run(report) {
        const programs = {
            trivial: await standing("trivial", byHand),
            withoutPreflight: await standing("link", () => Promise.resolve({ preflight: false })),
            withPreflight: await standing("link", () => Promise.resolve({ preflight: true })),
        };
        const seconds: Record<keyof typeof programs, number[]> = {
            trivial: [],
            withoutPreflight: [],
            withPreflight: [],
        };
        // In turns, so that all get the same of whatever else the machine does.
        for (let run = 0; run < runs; run++) {
            for (const [name, program] of Object.entries(programs) as [keyof typeof programs, Standing][]) {
                seconds[name].push(await secondsOfPreview(program));
            }
        }
        await Promise.all(Object.values(programs).map(({ end }) => end()));
        const [trivial, without, with_] = Object.values(seconds).map(median) as [number, number, number];
        report({ name: "preview", value: without / trivial, unit: "x", bar: { atMost: 1.15 } });
        report({ name: "preview/trivial", value: trivial, unit: "s" });
        report({ name: "preview/quickstart", value: without, unit: "s" });
        report({ name: "preview/preflight alone", value: with_ - without, unit: "s" });
    },
};
