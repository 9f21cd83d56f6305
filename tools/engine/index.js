// Gets a Pulumi CLI: one on PATH, else what was fetched or built before, else the npm package `pulumi`, else a build from Go modules.
"use strict";

const { spawnSync } = require("node:child_process");
const path = require("node:path");

const { cacheFolder, fillFolder } = require("./cache");
const goModules = require("./goModules");
const npmPackage = require("./npmPackage");

const installation = "https://www.pulumi.com/docs/iac/download-install/";

/** Answers the folder of a working CLI; undefined: it is on PATH already. Throws, with what to do, where none can be had. */
async function findEngine(say, limits = {}) {
    if (works("pulumi")) {
        return undefined;
    }
    const sources = [npmPackage, goModules].map((source) => ({ ...source, folder: cacheFolder(source.cacheKey()) }));
    const cached = sources.map(binariesOf).find(hasWorkingCli);
    if (cached !== undefined) {
        return cached;
    }
    const refusals = [];
    for (const source of sources) {
        try {
            await fillFolder(source.folder, {
                subject: "The Pulumi CLI",
                fill: (draft) => source.fill(draft, say, limits),
                isWhole: (folder) => hasWorkingCli(binariesOf({ ...source, folder })),
            });
            return binariesOf(source);
        } catch (error) {
            if (error.exitCode !== undefined) {
                throw error;
            }
            say(`  ${error.message}`);
            refusals.push(error.message);
        }
    }
    throw new Error(
        `No Pulumi CLI on PATH, and none could be had: ${refusals.join(" ")} Install the CLI (${installation}) or Go (https://go.dev/dl/).`,
    );
}

function binariesOf({ folder, binaries }) {
    return path.join(folder, binaries);
}

function hasWorkingCli(folder) {
    return works(path.join(folder, "pulumi"));
}

function works(command) {
    return spawnSync(command, ["version"], { env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" } }).status === 0;
}

module.exports = { findEngine };
