import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { spawn, type ChildProcess } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { LocalWorkspace, type OpMap, type Stack } from "@pulumi/pulumi/automation";
import type { EngineEvent } from "@pulumi/pulumi/automation/events";

import type { Simulator } from "../../simulator/server";

const root = path.resolve(__dirname, "..", "..", "..");
const project = "e2e";

/** What one command of the engine said and did. */
export interface Outcome {
    /** What happened, or would happen, to each resource: `{ "link-circuit": "create" }`. Unchanged ones are left out. */
    steps: Record<string, string>;
    /** Why a resource is replaced, by resource. */
    replacedBecauseOf: Record<string, string[]>;
    counts: OpMap;
    /** Everything under Diagnostics, each with its severity in front, without colours. */
    diagnostics: string[];
    /** Messages on the resources' own lines. */
    progress: string[];
    failed: boolean;
}

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
    setConfig(key: string, value: string): Promise<void>;
    setSecret(key: string, value: string): Promise<void>;
    remove(): Promise<void>;
}

export interface StateResource {
    urn: string;
    type: string;
    dependencies?: string[];
    id?: string;
    inputs?: Record<string, unknown>;
    outputs?: Record<string, unknown>;
}

/**
 * Makes a project outside the repository whose program is one of `tests/e2e/programs`; the package is linked, as a package manager
 * would.
 */
export async function makeStack(
    simulator: Simulator,
    program: string,
    args: object,
    environment: Record<string, string> = {},
): Promise<RealStack> {
    const folder = await mkdtemp(path.join(tmpdir(), "multicloud-e2e-"));
    const workDir = path.join(folder, "program");
    await mkdir(path.join(workDir, "node_modules"), { recursive: true });
    await mkdir(path.join(folder, "state"));
    await symlink(root, path.join(workDir, "node_modules", "pulumi-multicloud-connection"));
    await symlink(path.join(root, "node_modules", "@pulumi"), path.join(workDir, "node_modules", "@pulumi"));
    await writeFile(path.join(workDir, "package.json"), JSON.stringify({ name: project, private: true }));
    const compiled = path.join(root, "dist", "tests", "e2e", "programs", `${program}.js`);
    await writeFile(path.join(workDir, "index.js"), `module.exports = require(${JSON.stringify(compiled)});\n`);
    await writeFile(
        path.join(workDir, "Pulumi.yaml"),
        `name: ${project}\nruntime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n`,
    );
    const envVars = {
        ...simulator.environment,
        PULUMI_BACKEND_URL: `file://${path.join(folder, "state")}`,
        PULUMI_HOME: path.join(folder, "home"),
        PULUMI_CONFIG_PASSPHRASE: "test",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        ...environment,
    };
    const stack = await LocalWorkspace.createStack({ stackName: "test", workDir }, { envVars });
    const setArgs = (value: object): Promise<void> => stack.setConfig("args", { value: JSON.stringify(value) });
    await setArgs(args);
    return {
        preview: () => observe((onEvent) => stack.preview({ onEvent })),
        up: (options) => observe((onEvent) => stack.up({ onEvent, ...options })),
        refresh: () => observe((onEvent) => stack.refresh({ onEvent })),
        destroy: () => observe((onEvent) => stack.destroy({ onEvent })),
        startUp: (more) =>
            spawn("pulumi", ["up", "--yes", "--skip-preview", "--stack", "test"], {
                cwd: workDir,
                env: { ...process.env, ...envVars, ...more },
                stdio: ["ignore", "pipe", "inherit"],
            }),
        outputs: async () =>
            Object.fromEntries(
                Object.entries(await stack.outputs()).map(([name, { value }]) => [name, value as unknown]),
            ),
        resources: () => resourcesOf(stack),
        stateFile: () => readFile(path.join(folder, "state", ".pulumi", "stacks", project, "test.json"), "utf8"),
        forget: (...names) => forget(stack, names),
        setArgs,
        setConfig: (key, value) => stack.setConfig(key, { value }),
        setSecret: (key, value) => stack.setConfig(key, { value, secret: true }),
        remove: () => rm(folder, { recursive: true, force: true }),
    };
}

/** The stack itself and default providers are the engine's own. */
const notOfTheProgram = /^pulumi:(pulumi:Stack|providers:)/;

async function resourcesOf(stack: Stack): Promise<StateResource[]> {
    const { deployment } = (await stack.exportStack()) as { deployment: { resources?: StateResource[] } };
    return deployment.resources ?? [];
}

async function forget(stack: Stack, names: readonly string[]): Promise<void> {
    const exported = await stack.exportStack();
    const deployment = exported.deployment as { resources: StateResource[] };
    const forgotten = new Set<string>();
    // In the state a resource stands behind all that it depends on.
    deployment.resources = deployment.resources.filter(({ urn, dependencies = [] }) => {
        const goes = names.includes(nameOf(urn)) || dependencies.some((dependency) => forgotten.has(dependency));
        if (goes) {
            forgotten.add(urn);
        }
        return !goes;
    });
    await stack.importStack(exported);
}

/** Runs a command and keeps what the engine told about it; a failed command is an outcome too. */
async function observe(command: (onEvent: (event: EngineEvent) => void) => Promise<unknown>): Promise<Outcome> {
    const outcome: Outcome = {
        steps: {},
        replacedBecauseOf: {},
        counts: {},
        diagnostics: [],
        progress: [],
        failed: false,
    };
    try {
        await command((event) => {
            record(outcome, event);
        });
    } catch (error) {
        outcome.failed = true;
        // Without any diagnostic it is not the engine's refusal but something else, which a test must see.
        if (outcome.diagnostics.length === 0) {
            throw error;
        }
    }
    return outcome;
}

function record(outcome: Outcome, { resourcePreEvent, diagnosticEvent, summaryEvent }: EngineEvent): void {
    if (resourcePreEvent !== undefined) {
        const { urn, keys, diffs, type } = resourcePreEvent.metadata;
        // A replacement comes as up to three steps: delete-replaced, replace and create-replacement.
        const op = resourcePreEvent.metadata.op.includes("replace") ? "replace" : resourcePreEvent.metadata.op;
        if (op !== "same" && !notOfTheProgram.test(type)) {
            outcome.steps[nameOf(urn)] = op;
        }
        if (op === "replace") {
            outcome.replacedBecauseOf[nameOf(urn)] ??= [...(keys ?? diffs ?? [])].sort();
        }
    }
    if (diagnosticEvent !== undefined && !isNoise(diagnosticEvent)) {
        const text = diagnosticEvent.message.replace(/<\{%.*?%\}>/g, "").trim();
        if (diagnosticEvent.ephemeral === true) {
            outcome.progress.push(`${nameOf(diagnosticEvent.urn ?? "")}: ${text}`);
        } else {
            outcome.diagnostics.push(`${diagnosticEvent.severity}: ${text}`);
        }
    }
    if (summaryEvent !== undefined) {
        outcome.counts = summaryEvent.resourceChanges;
    }
}

/** The tracing of the SDK itself, and what Node says of the SDK's own promises when an output was rejected; it depends on the machine's load. */
function isNoise({ severity, message }: { severity: string; message: string }): boolean {
    return severity === "debug" || /PromiseRejectionHandledWarning|--trace-warnings/.test(message);
}

function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? urn;
}
