import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { quickstartConfiguration } from "../../cli/quickstart";
import type { FleetStack, StackConfig } from "../../examples/fleet/fleet";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../simulator/server";
import { compiledExample, example, root, type Project } from "./project";
import { engineEnvironment, ranToItsEnd, type Ran } from "./pulumi";

/** `examples/fleet` in a folder of its own, with two clouds for each of its stacks. */
export interface TestFleet {
    /** By the stacks' names. */
    simulators: Map<string, Simulator>;
    /** Writes the fleet's file: the named stacks, each in its own world, with what a test changes of it. */
    write(
        parallelStacks: number,
        names: readonly string[],
        changed?: Record<string, Partial<StackConfig>>,
    ): Promise<void>;
    /** Starts the example's command on that file. */
    start(): ChildProcess;
    run(): Promise<Ran>;
    /** What the engine has said of a stack. */
    logOf(name: string): Promise<string>;
    end(): Promise<void>;
}

/** The example as it is, its program in TypeScript. */
export const fleetAsItIs = example("fleet", "fleet", "");

/** Its program compiled, so that no engine takes its time to compile it. */
export const compiledFleet: Project = {
    ...fleetAsItIs,
    writeInto: async (workDir) => {
        await mkdir(path.join(workDir, "program"));
        await compiledExample("fleet", path.join("fleet", "program")).writeInto(path.join(workDir, "program"));
    },
};

export async function makeFleet(worlds: Record<string, SimulatorOptions>, project: Project): Promise<TestFleet> {
    const folder = await mkdtemp(path.join(tmpdir(), "multicloud-fleet-"));
    const workDir = path.join(folder, "fleet");
    await mkdir(path.join(folder, "state"));
    await mkdir(workDir);
    await project.writeInto(workDir);
    const simulators = new Map<string, Simulator>();
    for (const [name, options] of Object.entries(worlds)) {
        simulators.set(name, await startSimulator(options));
    }
    const file = path.join(workDir, "fleet.json");
    const start = (): ChildProcess =>
        spawn(process.execPath, [path.join(root, "dist", "examples", "fleet", "index.js"), file], {
            env: {
                ...process.env,
                ...engineEnvironment(folder),
            },
            stdio: ["ignore", "pipe", "pipe"],
        });
    return {
        simulators,
        async write(parallelStacks, names, changed = {}) {
            const stacks = names.map((name) => fleetStack(name, worldOf(simulators, name), changed[name]));
            await writeFile(file, JSON.stringify({ parallelStacks, stacks }));
        },
        start,
        run: () => ranToItsEnd(start()),
        logOf: (name) => readFile(path.join(workDir, "logs", `${name}.log`), "utf8"),
        async end() {
            await Promise.all([...simulators.values()].map((simulator) => simulator.close()));
            await rm(folder, { recursive: true, force: true });
        },
    };
}

function worldOf(simulators: ReadonlyMap<string, Simulator>, name: string): Simulator {
    const simulator = simulators.get(name);
    if (simulator === undefined) {
        throw new Error(`No world for the stack ${name}.`);
    }
    return simulator;
}

function fleetStack(name: string, { description, environment }: Simulator, changed?: Partial<StackConfig>): FleetStack {
    const { aws, alibaba } = description.credentials;
    const config = {
        "aws:region": aws.region,
        "alicloud:region": alibaba.region,
        ...quickstartConfiguration(description.world),
        ...changed,
    };
    return { name, config: config as StackConfig, environment };
}
