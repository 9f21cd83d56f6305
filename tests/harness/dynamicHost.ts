import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

import { startFakeEngine, type FakeEngine } from "./fakeEngine";
import { connectToProvider, type ProviderCalls } from "./providerClient";
import { register, type Kind } from "./serializedCourier";

const root = path.resolve(__dirname, "..", "..", "..");

export interface HostOptions {
    environment?: Readonly<Record<string, string>>;
    /** What the engine puts before its address: flags for logging and tracing. */
    flags?: string[];
    /** Whether the program's folder links the package. Default: true. */
    linked?: boolean;
}

/** A resource of the package as a program asks for it. */
export interface Asked {
    urn: string;
    inputs: Record<string, unknown>;
}

/** The real dynamic host, in a program's folder outside the repository, with an engine that takes its messages. */
export interface DynamicHost extends ProviderCalls {
    engine: FakeEngine;
    /** The program's folder. */
    folder: string;
    /** Of which it is the first process. */
    processGroup: number;
    ask(kind: Kind, args: object): Promise<Asked>;
    /** Everything that it printed so far, which the engine would show the user. */
    printed(): string;
    /** The exit code, once it has ended. */
    ended: Promise<number | null>;
    /** Ends its standard input, as the end of the engine's process does. */
    endInput(): void;
    stop(): Promise<void>;
}

/** Starts it as the engine does: by the SDK's script, in the program's folder, in a process group of its own, with a pipe as its input. */
export async function startHost({
    environment = {},
    flags = [],
    linked = true,
}: HostOptions = {}): Promise<DynamicHost> {
    const folder = await makeProgramFolder(linked);
    const engine = await startFakeEngine();
    const sdk = path.dirname(createRequire(__filename).resolve("@pulumi/pulumi/package.json"));
    const host = spawn("sh", [path.join(sdk, "pulumi-resource-pulumi-nodejs"), ...flags, engine.address], {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: folder, ...environment },
        stdio: ["pipe", "pipe", "pipe"],
        detached: true,
    });
    let printed = "";
    host.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    const ended = once(host, "exit").then(([code]) => code as number | null);
    const lines = createInterface({ input: host.stdout });
    const [port] = (await Promise.race([once(lines, "line"), ended.then(() => [])])) as [string?];
    if (port === undefined) {
        throw new Error(`The dynamic host ended before it served: ${printed}`);
    }
    lines.on("line", (line) => (printed += `${line}\n`));
    const calls = connectToProvider(Number(port));
    return {
        ...calls,
        engine,
        folder,
        processGroup: host.pid ?? NaN,
        ask: async (kind, args) => {
            const { type, inputs } = await register(kind, args);
            const urn = `urn:pulumi:test::host::${type}::${kind}`;
            // The arguments once more: the mocks drop what is unknown.
            return { urn, inputs: { ...inputs, ...args, resourceUrn: urn } };
        },
        printed: () => printed,
        ended,
        endInput: () => host.stdin.end(),
        async stop() {
            calls.close();
            engine.close();
            if (host.exitCode === null && host.signalCode === null && host.pid !== undefined) {
                // The script and the host that it started: the group is ours alone.
                process.kill(-host.pid, "SIGKILL");
            }
            await ended;
            await rm(folder, { recursive: true, force: true });
        },
    };
}

async function makeProgramFolder(linked: boolean): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), "multicloud-host-"));
    const modules = path.join(folder, "node_modules");
    await mkdir(modules);
    await symlink(path.join(root, "node_modules", "@pulumi"), path.join(modules, "@pulumi"));
    if (linked) {
        await symlink(root, path.join(modules, "pulumi-multicloud-connection"));
    }
    await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: "program", private: true }));
    return folder;
}
