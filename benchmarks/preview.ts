import path from "node:path";

import { startSimulator, type Simulator } from "../simulator/server";
import { typeScriptProgram } from "../tests/harness/project";
import { makeStack, type RealStack } from "../tests/harness/stack";
import { acceptedByHand } from "./acceptedByHand";
import { median, type Bench } from "./bench";
import { succeeded } from "./succeeded";

const runs = 7;
/** An hour in a second: what is measured waits for no cloud. */
const speed = 3600;

/** Of the quickstart without Preflight, each of which waits for one before it. */
const dynamicResourcesOfLink = 9;

/** A stack that is up. */
interface Standing {
    stack: RealStack;
    /** Of its previews so far. */
    seconds: number[];
    end(): Promise<void>;
}

type Settings = Record<string, string>;

async function standing(program: string, settings: (simulator: Simulator) => Promise<Settings>): Promise<Standing> {
    const simulator = await startSimulator({ speed });
    const folder = path.join("benchmarks", "programs", program);
    const stack = await makeStack(simulator, typeScriptProgram(folder, program, "test"));
    const { vbrId = "", cenId, transitRouterId = "", awsVpcId: vpcId, routeTableIds } = simulator.description.world;
    const own = await settings(simulator);
    for (const [key, value] of Object.entries({ vbrId, cenId, transitRouterId, vpcId, ...own })) {
        await stack.setConfig(key, value);
    }
    for (const [index, routeTableId] of routeTableIds.entries()) {
        await stack.setConfig(`routeTableIds[${index}]`, routeTableId);
    }
    succeeded(await stack.up());
    const end = async (): Promise<void> => {
        await simulator.close();
        await stack.remove();
    };
    return { stack, seconds: [], end };
}

const byHand =
    (dynamicResources: number) =>
    async (simulator: Simulator): Promise<Settings> => {
        const { transitRouterRouteTableId = "" } = simulator.description.world;
        const { connectionId, vlan } = await acceptedByHand(simulator);
        const own = { connectionId, vlan: String(vlan), transitRouterRouteTableId };
        return { ...own, dynamicResources: String(dynamicResources) };
    };

async function preview({ stack, seconds }: Standing): Promise<void> {
    const beganAt = performance.now();
    const { steps } = succeeded(await stack.preview());
    if (Object.keys(steps).length > 0) {
        throw new Error(`A preview of what is up already announces ${JSON.stringify(steps)}.`);
    }
    seconds.push((performance.now() - beganAt) / 1000);
}

export const previews: Bench = {
    name: "preview",
    says: "preview: one of a quickstart that is up, types checked, beside a program with its official resources and a trivial dynamic one",
    async run(report) {
        const trivial = await standing("trivial", byHand(1));
        const asMany = await standing("trivial", byHand(dynamicResourcesOfLink));
        const link = await standing("link", () => Promise.resolve({ preflight: "false" }));
        const withPreflight = await standing("link", () => Promise.resolve({ preflight: "true" }));
        const all = [trivial, asMany, link, withPreflight];
        // In turns, so that all get the same of whatever else the machine does.
        for (let run = 0; run < runs; run++) {
            for (const one of all) {
                await preview(one);
            }
        }
        await Promise.all(all.map((one) => one.end()));
        const [ofTrivial = NaN, ofAsMany = NaN, ofLink = NaN, ofPreflight = NaN] = all.map(({ seconds }) =>
            median(seconds),
        );
        report({ name: "preview", value: ofLink / ofTrivial, unit: "x", bar: { atMost: 1.15 } });
        report({ name: "preview/trivial", value: ofTrivial, unit: "s" });
        report({ name: "preview/quickstart", value: ofLink, unit: "s" });
        report({ name: "preview/floor: as many trivial ones", value: ofAsMany / ofTrivial, unit: "x" });
        report({ name: "preview/preflight alone", value: ofPreflight - ofLink, unit: "s" });
    },
};
