import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

export const main = resolve(__dirname, "../../cli/main.js");

export interface Ended {
    code: number | null;
    stdout: string;
    stderr: string;
}

/** Runs the command to its end. */
export async function run(...args: string[]): Promise<Ended> {
    return runIn(process.env, ...args);
}

/** The same in another environment. */
export async function runIn(environment: NodeJS.ProcessEnv, ...args: string[]): Promise<Ended> {
    const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"], env: environment });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, "close")) as [number | null];
    return { code, stdout, stderr };
}

export interface Serving {
    firstLine: string;
    child: ChildProcess;
    /** Sends the signal and answers the exit code. */
    end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the command and waits for its first line. */
export async function serve(...args: string[]): Promise<Serving> {
    return serveWith([], ...args);
}

/** `nodeOptions` are those of Node.js itself. */
export async function serveWith(nodeOptions: string[], ...args: string[]): Promise<Serving> {
    const child = spawn(process.execPath, [...nodeOptions, main, "simulate", ...args], {
        stdio: ["ignore", "pipe", "inherit"],
    });
    const [firstLine] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    return {
        firstLine,
        child,
        async end(signal) {
            child.kill(signal);
            const [code] = (await once(child, "exit")) as [number | null];
            return code;
        },
    };
}
