// The simulator of the installed package, started as its user would: by the command.
"use strict";

const { spawn } = require("node:child_process");
const path = require("node:path");
const { createInterface } = require("node:readline");

const manifest = require("../../package.json");

/** Ten simulated minutes pass in a second. */
const speed = "600";

/** The package's command as its installation linked it. */
function commandIn(folder) {
    return path.join(folder, "node_modules", ".bin", Object.keys(manifest.bin)[0]);
}

/** Answers the world's IDs, the environment, and how to end it. */
async function startInstalledSimulator(folder) {
    const bin = commandIn(folder);
    const child = spawn(bin, ["simulate", "--speed", speed, "--json"], { stdio: ["ignore", "pipe", "inherit"] });
    const end = () => child.kill();
    process.on("exit", end);
    const firstLine = await new Promise((resolve, reject) => {
        createInterface({ input: child.stdout }).once("line", resolve);
        child.once("error", reject);
        child.once("exit", (code) => reject(new Error(`${path.basename(bin)} ended with exit code ${code}.`)));
    });
    const { endpoints, credentials, providers, world } = JSON.parse(firstLine);
    const installed = path.join(folder, "node_modules", manifest.name);
    const { environmentOf } = require(path.join(installed, "dist", "simulator", "environment.js"));
    return { world, environment: environmentOf(endpoints, credentials, providers), end };
}

module.exports = { commandIn, startInstalledSimulator };
