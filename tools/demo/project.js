// The root Pulumi.yaml as a stack of its own: state, configuration and engine's home lie in a temporary folder, so the user's own stay untouched.
"use strict";

const { execFile } = require("node:child_process");
const fs = require("node:fs/promises");
const os = require("node:os");
const path = require("node:path");
const { promisify } = require("node:util");

const { root } = require("../prepare");
const { configuration, engineSettings } = require("../throwawayStack");

const stack = "demo";

async function makeProject(simulator, environment) {
    const { runInEnvironment } = require("../../dist/cli/runInEnvironment.js");
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), "multicloud-demo-"));
    const configFile = path.join(folder, `Pulumi.${stack}.yaml`);
    await fs.mkdir(path.join(folder, "state"));
    await fs.writeFile(configFile, configuration(simulator.description.world));
    const variables = {
        PATH: environment.PATH,
        ...simulator.environment,
        ...engineSettings(folder),
    };
    const quietly = (workingFolder, ...values) =>
        promisify(execFile)("pulumi", ["--cwd", workingFolder, "--non-interactive", ...values], {
            env: { ...process.env, ...variables },
        });
    // From a copy: it writes the stack's salt beside the Pulumi.yaml, into the configuration that the other commands are given.
    await fs.copyFile(path.join(root, "Pulumi.yaml"), path.join(folder, "Pulumi.yaml"));
    await quietly(folder, "stack", "init", stack, "--no-select");

    return {
        /** Shows what the engine shows; throws where the command fails. */
        async pulumi(...values) {
            const code = await runInEnvironment(
                ["pulumi", "--cwd", root, ...values, "--stack", stack, "--config-file", configFile],
                variables,
            );
            if (code !== 0) {
                throw new Error(`pulumi ${values[0]} ended with exit code ${code}.`);
            }
        },
        async outputs() {
            const { stdout } = await quietly(root, "stack", "output", "--json", "--stack", stack);
            return JSON.parse(stdout);
        },
        remove: () => fs.rm(folder, { recursive: true, force: true }),
    };
}

module.exports = { makeProject };
