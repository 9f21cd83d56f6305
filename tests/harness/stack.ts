import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, mkdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { LocalWorkspace } from "@pulumi/pulumi/automation";

import type { Simulator } from "../../simulator/server";
import { observe, type Outcome } from "./outcome";
import type { Project } from "./project";
import { forget, resourcesOf, type StateResource } from "./state";

/** A program of a user on the real engine, with the simulator as both clouds. */
export interface RealStack {
    preview(): Promise<Outcome>;
    up(options?: { parallel?: number }): Promise<Outcome>;
    refresh(): Promise<Outcome>;
    destroy(): Promise<Outcome>;
    /** Starts an `up` that the test may kill. */
    startUp(environment: Record<string, string>): ChildProcess;
    outputs(): Promise<Record<string, unknown>>;
    /** The resources in the state. */
    resources(): Promise<StateResource[]>;
    /** The state as it lies in the backend: with its secrets encrypted. */
    stateFile(): Promise<string>;
    /** Takes resources, and all that depend on them, out of the state, as an answer of a cloud that was lost would. */
    forget(...names: string[]): Promise<void>;
    /** Replaces the arguments that the program reads. */
    setArgs(args: object): Promise<void>;
    /** `a.b` and `a[0]` are paths into a value. */
    setConfig(key: string, value: string): Promise<void>;
    setSecret(key: string, value: string): Promise<void>;
    remove(): Promise<void>;
}

/** A stack of the project, in a folder of its own. */
export async function makeStack(
    simulator: Simulator,
    project: Project,
    environment: Record<string, string> = {},
): Promise<RealStack> {
    const { name, stackName } = project;
    const folder = await mkdtemp(path.join(tmpdir(), "multicloud-e2e-"));
    const workDir = path.join(folder, "program");
    await mkdir(path.join(folder, "state"));
    await mkdir(workDir);
    await project.writeInto(workDir);
    const envVars = {
        ...simulator.environment,
        PULUMI_BACKEND_URL: `file://${path.join(folder, "state")}`,
        PULUMI_HOME: path.join(folder, "home"),
        PULUMI_CONFIG_PASSPHRASE: "test",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        ...environment,
    };
    const stack = await LocalWorkspace.createStack({ stackName, workDir }, { envVars });
    return {
        preview: () => observe((onEvent) => stack.preview({ onEvent })),
        up: (options) => observe((onEvent) => stack.up({ onEvent, ...options })),
        refresh: () => observe((onEvent) => stack.refresh({ onEvent })),
        destroy: () => observe((onEvent) => stack.destroy({ onEvent })),
        startUp: (more) =>
            spawn("pulumi", ["up", "--yes", "--skip-preview", "--stack", stackName], {
                cwd: workDir,
                env: { ...process.env, ...envVars, ...more },
                stdio: ["ignore", "pipe", "inherit"],
            }),
        outputs: async () =>
            Object.fromEntries(
                Object.entries(await stack.outputs()).map(([output, { value }]) => [output, value as unknown]),
            ),
        resources: () => resourcesOf(stack),
        stateFile: () => readFile(path.join(folder, "state", ".pulumi", "stacks", name, `${stackName}.json`), "utf8"),
        forget: (...names) => forget(stack, names),
        setArgs: (args) => stack.setConfig("args", { value: JSON.stringify(args) }),
        setConfig: (key, value) => stack.setConfig(key, { value }, true),
        setSecret: (key, value) => stack.setConfig(key, { value, secret: true }),
        remove: () => rm(folder, { recursive: true, force: true }),
    };
}
