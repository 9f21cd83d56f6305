import { execFile } from "node:child_process";

/** Asks the Pulumi CLI of the working directory's project, and answers what it prints. */
export type AskPulumi = (...values: string[]) => Promise<string>;

/** A state of thousands of resources is some tens of megabytes. */
const mostBytes = 1 << 30;

/** Throws with the CLI's own words. */
export const askPulumi: AskPulumi = (...values) =>
    new Promise((resolve, reject) => {
        const environment = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
        const options = { env: environment, maxBuffer: mostBytes };
        execFile("pulumi", ["--non-interactive", "--color", "never", ...values], options, (error, stdout, stderr) => {
            if (error === null) {
                resolve(stdout);
            } else if (error.code === "ENOENT") {
                reject(new Error("The Pulumi CLI is not on PATH. Install it, or give the IDs as options."));
            } else {
                const said = stderr.trim().replace(/^error: /, "");
                reject(new Error(`pulumi ${values.slice(0, 2).join(" ")} says: ${said || error.message}`));
            }
        });
    });
