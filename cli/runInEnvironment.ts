import { spawn } from "node:child_process";
import { constants } from "node:os";

/** Would mix the user's real identity or their real endpoints with the simulated keys. */
const misleading = [
    "AWS_SESSION_TOKEN",
    "AWS_PROFILE",
    "AWS_DEFAULT_REGION",
    "AWS_ENDPOINT_URL",
    "ALICLOUD_SECURITY_TOKEN",
    "ALICLOUD_PROFILE",
    "ALIBABA_CLOUD_SECURITY_TOKEN",
    "ALIBABA_CLOUD_PROFILE",
    "ALIBABA_CLOUD_REGION",
];

/**
 * Runs a command in the simulator's environment and answers its exit code, 128 + the signal's number if one ended it. `onOutput` gets its standard output;
 * without, that goes where our own goes.
 */
export async function runInEnvironment(
    command: string[],
    environment: Record<string, string>,
    onOutput?: (data: Buffer) => void,
): Promise<number> {
    const [file = "", ...args] = command;
    const inherited = Object.entries(process.env).filter(([name]) => !misleading.includes(name));
    const child = spawn(file, args, {
        stdio: ["inherit", onOutput === undefined ? "inherit" : "pipe", "inherit"],
        env: { ...Object.fromEntries(inherited), ...environment },
    });
    if (onOutput !== undefined) {
        child.stdout?.on("data", onOutput);
    }
    // A terminal sends Ctrl-C to the command too; what becomes of it is the command's business.
    process.on("SIGINT", () => {
        if (!process.stdin.isTTY) {
            child.kill("SIGINT");
        }
    });
    for (const signal of ["SIGTERM", "SIGHUP"] as const) {
        process.on(signal, () => child.kill(signal));
    }
    return new Promise((resolve) => {
        child.once("error", (error: NodeJS.ErrnoException) => {
            const state = error.code === "ENOENT" ? "was not found" : `could not be started (${error.message})`;
            console.error(`Command "${file}" ${state}. Check its name and PATH.`);
            resolve(error.code === "ENOENT" ? 127 : 126);
        });
        child.once("close", (code, signal) => {
            resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
        });
    });
}
