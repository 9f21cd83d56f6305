import type { ChildProcess } from "node:child_process";
import { mkdtemp, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { Simulator } from "../../simulator/server";
import type { Outcome } from "./outcome";
import type { Project } from "./project";
import { engineEnvironment, pulumiIn, type Ran } from "./pulumi";
import { exported, forget, imported, resourcesOf, type ExportedStack, type StateResource } from "./state";

export type { Ran } from "./pulumi";

/** A program of a user on the real engine, with the simulator as both clouds. */
export interface RealStack {
    preview(): Promise<Outcome>;
    up(options?: { parallel?: number }): Promise<Outcome>;
    refresh(): Promise<Outcome>;
    destroy(): Promise<Outcome>;
    /** Starts an `up` that the test may kill. */
    startUp(environment?: Record<string, string>): ChildProcess;
    startDestroy(environment?: Record<string, string>): ChildProcess;
    /** Takes away what a killed command has left: the lock, and a side file of the state that it was about to write (see the README). */
    cancel(): Promise<void>;
    /** Drops what the state says of creates that a killed command had begun. */
    clearPendingCreates(): Promise<Outcome>;
    /** Runs a shell script in the program's folder, as a CI job does. */
    run(script: string, environment?: Record<string, string>): Promise<Ran>;
    outputs(): Promise<Record<string, unknown>>;
    /** The resources in the state. */
    resources(): Promise<StateResource[]>;
    /** The state as it lies in the backend: with its secrets encrypted. */
    stateFile(): Promise<string>;
    /** The whole state, with its secrets encrypted by the passphrase. */
    exportState(): Promise<ExportedStack>;
    importState(state: ExportedStack): Promise<void>;
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
        ...engineEnvironment(folder),
        ...environment,
    };
    const pulumi = pulumiIn({ workDir, stackName, environment: envVars });
    const unasked = ["--yes", "--skip-preview"];
    await pulumi.ask("stack", "init");
    return {
        preview: () => pulumi.observe("preview"),
        up: ({ parallel } = {}) =>
            pulumi.observe("up", ...unasked, ...(parallel === undefined ? [] : ["--parallel", String(parallel)])),
        refresh: () => pulumi.observe("refresh", ...unasked),
        destroy: () => pulumi.observe("destroy", ...unasked),
        startUp: (more) => pulumi.start(["up", ...unasked], more),
        startDestroy: (more) => pulumi.start(["destroy", ...unasked], more),
        cancel: async () => {
            await removeEmptySideFiles(path.join(folder, "state", ".pulumi", "stacks", name));
            await pulumi.ask("cancel", "--yes");
        },
        clearPendingCreates: () => pulumi.observe("refresh", "--clear-pending-creates", ...unasked),
        run: (script, more) => pulumi.run(script, more),
        outputs: async () => JSON.parse(await pulumi.ask("stack", "output", "--json")) as Record<string, unknown>,
        resources: () => resourcesOf(pulumi),
        stateFile: () => readFile(path.join(folder, "state", ".pulumi", "stacks", name, `${stackName}.json`), "utf8"),
        exportState: () => exported(pulumi),
        importState: (state) => imported(pulumi, state, folder),
        forget: (...names) => forget(pulumi, names, folder),
        setArgs: async (args) => {
            await pulumi.ask("config", "set", "args", JSON.stringify(args));
        },
        setConfig: async (key, value) => {
            await pulumi.ask("config", "set", "--path", key, value);
        },
        setSecret: async (key, value) => {
            await pulumi.ask("config", "set", "--secret", key, value);
        },
        remove: () => rm(folder, { recursive: true, force: true }),
    };
}

async function removeEmptySideFiles(stacks: string): Promise<void> {
    for (const file of await readdir(stacks)) {
        const { size } = await stat(path.join(stacks, file));
        if (file.endsWith(".attrs") && size === 0) {
            await rm(path.join(stacks, file));
        }
    }
}
