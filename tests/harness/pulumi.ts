import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { EngineEvent } from "@pulumi/pulumi/automation/events";

import { outcomeOf, type Outcome } from "./outcome";

const execute = promisify(execFile);

/** Everything that one stack's commands have in common. */
export interface PulumiOptions {
    /** The program's folder. */
    workDir: string;
    stackName: string;
    environment: Record<string, string>;
}

/**
 * The command itself, as a user types it. The Automation API would ask for outputs and history after every update, which takes as long as the
 * update (measured).
 */
export interface Pulumi {
    /** Answers what it printed; throws where it fails. */
    ask(...values: string[]): Promise<string>;
    /** Runs one that changes or previews the stack; that it failed is an outcome too. */
    observe(...values: string[]): Promise<Outcome>;
    start(values: readonly string[], environment?: Record<string, string>): ChildProcess;
    /** Runs a shell script in the program's folder. */
    run(script: string, environment?: Record<string, string>): Promise<Ran>;
}

export interface Ran {
    exitCode: number | null;
    stdout: string;
    stderr: string;
}

export function pulumiIn({ workDir, stackName, environment }: PulumiOptions): Pulumi {
    const env = { ...process.env, ...environment };
    const start: Pulumi["start"] = (values, more = {}) =>
        spawn("pulumi", [...values, "--stack", stackName, "--non-interactive"], {
            cwd: workDir,
            env: { ...env, ...more },
            stdio: ["ignore", "pipe", "inherit"],
        });
    return {
        async ask(...values) {
            const command = [...values, "--stack", stackName, "--non-interactive"];
            const { stdout } = await execute("pulumi", command, { cwd: workDir, env, maxBuffer: 64 * 1024 * 1024 });
            return stdout;
        },
        async observe(...values) {
            const folder = await mkdtemp(path.join(tmpdir(), "multicloud-events-"));
            const eventLog = path.join(folder, "events.jsonl");
            try {
                const command = start([...values, "--event-log", eventLog], showingDebugFlags);
                let printed = "";
                command.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
                const [exitCode] = (await once(command, "close")) as [number | null];
                return outcomeOf(await eventsIn(eventLog), { exitCode, printed });
            } finally {
                await rm(folder, { recursive: true, force: true });
            }
        },
        start,
        async run(script, more = {}) {
            const shell = spawn("sh", ["-c", script], {
                cwd: workDir,
                env: { ...env, ...more },
                stdio: ["ignore", "pipe", "pipe"],
            });
            return ranToItsEnd(shell);
        },
    };
}

/** What a command prints until it ends. */
export async function ranToItsEnd(command: ChildProcess): Promise<Ran> {
    const ran = { stdout: "", stderr: "" };
    command.stdout?.on("data", (chunk: Buffer) => (ran.stdout += chunk.toString()));
    command.stderr?.on("data", (chunk: Buffer) => (ran.stderr += chunk.toString()));
    const [exitCode] = (await once(command, "close")) as [number | null];
    return { exitCode, ...ran };
}

/** Of an engine whose state and home lie in a test's own folder, and that fetches nothing. */
export function engineEnvironment(folder: string): Record<string, string> {
    return {
        PULUMI_BACKEND_URL: `file://${path.join(folder, "state")}`,
        PULUMI_HOME: path.join(folder, "home"),
        PULUMI_CONFIG_PASSPHRASE: "test",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    };
}

/** `--event-log` is one of the flags that the command has only so (measured); the Automation API sets it too. */
export const showingDebugFlags = { PULUMI_DEBUG_COMMANDS: "true" };

async function eventsIn(file: string): Promise<EngineEvent[]> {
    return parseEvents(await readFile(file, "utf8").catch(() => ""));
}

/** Of an event log: one a line. */
export function parseEvents(lines: string): EngineEvent[] {
    return lines
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as EngineEvent);
}
