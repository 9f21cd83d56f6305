// What the commands need before their own work: packages, a build, an engine. Each step says what it does, and is skipped when it is done.
"use strict";

const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const root = path.dirname(__dirname);

function say(line) {
    process.stderr.write(`${line}\n`);
}

/** Answers the environment, with the engine on PATH unless the work needs none. */
async function prepare({ engine = true } = {}) {
    installPackages();
    say("Compiling.");
    run("npm", ["run", "--silent", "build"]);
    const folder = engine ? await require("./engine").findEngine(say) : undefined;
    return folder === undefined
        ? { ...process.env }
        : { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH}` };
}

function installPackages() {
    if (packagesAreInstalled()) {
        return;
    }
    say("Installing packages.");
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel", "error"]);
}

/** By what npm noted of its last installation; a lockfile's age says nothing after a checkout. */
function packagesAreInstalled() {
    const note = path.join(root, "node_modules", ".package-lock.json");
    if (!fs.existsSync(note)) {
        return false;
    }
    const [installed, wanted] = [note, path.join(root, "package-lock.json")].map(
        (file) => JSON.parse(fs.readFileSync(file, "utf8")).packages,
    );
    return Object.entries(wanted).every(
        ([place, { version, optional }]) => place === "" || optional || installed[place]?.version === version,
    );
}

function run(command, values) {
    const { status, error } = spawnSync(command, values, { cwd: root, stdio: "inherit" });
    if (error || status !== 0) {
        throw new Error(
            `${command} ${values.join(" ")} failed${error ? `: ${error.message}` : ` with exit code ${status}`}`,
        );
    }
}

/** Ends with one line instead of a stack trace, behind what a failed command wrote. */
function main(action) {
    action().then(
        (code) => {
            process.exitCode = code;
        },
        (error) => {
            if (typeof error.output === "string") {
                say(error.output.trimEnd());
            }
            say(error instanceof Error ? error.message : String(error));
            process.exitCode = error.exitCode ?? 1;
        },
    );
}

module.exports = { installPackages, main, prepare, root, say };
