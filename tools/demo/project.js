// The root Pulumi.yaml as a stack of its own: state, configuration and engine's home lie in a temporary folder, so the user's own stay untouched.
"use strict";

const { execFile } = require("node:child_process");
const fs = require("node:fs/promises");
const os = require("node:os");
const path = require("node:path");
const { promisify } = require("node:util");

const { root } = require("../prepare");
const { configuration, engineSettings } = require("../throwawayStack");
const { wordWrapper } = require("./wordWrap");

const stack = "demo";

/**
 * The engine's tree ends at the edge of the terminal. With the names of this package's types, what is waited for begins in column 117 (measured), and
 * whose turn it is needs 25 columns. In a narrower one the demo shows the engine's log, and wraps it.
 */
const columnsOfTree = 145;

function displayIn({ isTTY, columns }) {
    if (!isTTY || columns >= columnsOfTree) {
        return { options: [], onOutput: undefined };
    }
    const inColor = process.env.NO_COLOR === undefined;
    return {
        options: ["--non-interactive", "--suppress-progress", "--color", inColor ? "always" : "never"],
        onOutput: wordWrapper(columns, (text) => process.stdout.write(text)),
    };
}

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
            const { options, onOutput } = displayIn(process.stdout);
            const target = ["--stack", stack, "--config-file", configFile];
            const code = await runInEnvironment(
                ["pulumi", "--cwd", root, ...values, ...target, ...options],
                variables,
                onOutput,
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
