import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { Simulator } from "../../simulator/server";
import { compiledProgram } from "./project";
import { engineEnvironment, pulumiIn, showingDebugFlags } from "./pulumi";
import { processesOf, watchCommand } from "./runningCommand";

/** A text that a command left behind or gave a process, and where it was. */
export interface Trace {
    place: string;
    text: string;
}

/** A stack whose commands run at the engine's highest verbosity, and all of whose traces are kept. */
export interface TracedStack {
    configure(key: string, value: string): Promise<void>;
    configureSecret(key: string, value: string): Promise<void>;
    /** Looks at the processes when it has printed the pattern. */
    up(lookAt: RegExp, ...flags: string[]): Promise<{ exitCode: number | null; traces: Trace[] }>;
    remove(): Promise<void>;
}

/** Beside the program's own folder, each of these holds what the engine writes. */
const folders = ["state", "home", "temporary files"] as const;

export async function traceStack(simulator: Simulator, environment: Record<string, string>): Promise<TracedStack> {
    const folder = await mkdtemp(path.join(tmpdir(), "multicloud-traced-"));
    const inFolder = (name: string): string => path.join(folder, name);
    await Promise.all(["program", ...folders].map((name) => mkdir(inFolder(name))));
    await compiledProgram("link").writeInto(inFolder("program"));
    const pulumi = pulumiIn({
        workDir: inFolder("program"),
        stackName: "test",
        environment: {
            ...simulator.environment,
            ...engineEnvironment(folder),
            ...showingDebugFlags,
            TMPDIR: inFolder("temporary files"),
            ...environment,
        },
    });
    await pulumi.ask("stack", "init");
    return {
        async configure(key, value) {
            await pulumi.ask("config", "set", key, value);
        },
        async configureSecret(key, value) {
            await pulumi.ask("config", "set", "--secret", key, value);
        },
        async up(lookAt, ...flags) {
            const kept = ["-v=9", "--logflow", "--event-log", inFolder("events.jsonl")];
            const command = pulumi.start(["up", "--yes", "--skip-preview", ...kept, ...flags]);
            const running = watchCommand(command);
            const closed = once(command, "close");
            await running.said(lookAt);
            const processes = await Promise.all(processesOf(running).map(({ id }) => tracesOfProcess(id)));
            await closed;
            const files = await Promise.all(folders.map((name) => tracesOfFiles(name, inFolder(name))));
            return {
                exitCode: command.exitCode,
                traces: [
                    ...processes.flat(),
                    ...files.flat(),
                    { place: "configuration", text: await readFile(inFolder("program/Pulumi.test.yaml"), "utf8") },
                    ...tracesOfEvents(await readFile(inFolder("events.jsonl"), "utf8")),
                    { place: "output", text: running.printed() },
                    { place: "simulator's log", text: JSON.stringify(simulator.world.log) },
                ],
            };
        },
        remove: () => rm(folder, { recursive: true, force: true }),
    };
}

/** What the operating system shows of it to its owner (proc(5)). */
async function tracesOfProcess(id: number): Promise<Trace[]> {
    const read = (file: string): Promise<string> => readFile(`/proc/${id}/${file}`, "utf8");
    const commandLine = await read("cmdline");
    const role = /cmd\/run\b/.test(commandLine) ? "program" : "other process";
    const variables = (await read("environ")).split("\0").map((variable): Trace => {
        const [name = ""] = variable.split("=");
        return { place: name === "PULUMI_CONFIG" ? `${name} of the ${role}` : name, text: variable };
    });
    return [{ place: "arguments", text: commandLine }, ...variables];
}

/** Of the event log each line, which is an event; the SDK's own tracing is among them, with --debug or without. */
function tracesOfEvents(text: string): Trace[] {
    return text.split("\n").map((line) => ({
        place: line.includes('"severity":"debug"') ? "event log of the SDK's tracing" : "event log",
        text: line,
    }));
}

/** Of the engine's log each line, so that what it tells of every property on its way is told from the rest. */
const engineLog = /pulumi\..*\.log\./;
const propertyLine =
    /"msg":"((Unm|M)arshaling property for RPC\[|(eventSink::Debug\(<\{%reset%\}>)?RegisterResource RPC finished: )/;

async function tracesOfFiles(place: string, folder: string): Promise<Trace[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
    const traces = files.map(async (file): Promise<Trace[]> => {
        const text = await readFile(file, "utf8");
        return engineLog.test(file)
            ? text.split("\n").map((line) => ({
                  place: propertyLine.test(line) ? "engine's log of properties" : "engine's log",
                  text: line,
              }))
            : [{ place, text }];
    });
    return (await Promise.all(traces)).flat();
}

/** Where a secret stands in the clear. */
export function placesOf(secret: string, traces: readonly Trace[]): string[] {
    return [...new Set(traces.filter(({ text }) => text.includes(secret)).map(({ place }) => place))].sort();
}
