// Gets a Pulumi CLI: one on PATH, else what was fetched or built before, else the npm package `pulumi`, else a build from Go modules.
"use strict";

const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const version = "3.259.0";
const heartbeatMilliseconds = 15_000;

/** Answers the folder of a working CLI; undefined: it is on PATH already. Throws, with what to do, where none can be had. */
async function findEngine(say) {
    if (works("pulumi")) {
        return undefined;
    }
    const folder = cacheFolder();
    if (works(path.join(folder, "pulumi"))) {
        return folder;
    }
    if (!spawnSync("go", ["version"]).error) {
        await buildInto(folder, say);
        return folder;
    }
    throw new Error(
        "No Pulumi CLI on PATH, and no Go to build one. Install either: https://www.pulumi.com/docs/iac/download-install/ or https://go.dev/dl/",
    );
}

function works(command) {
    return spawnSync(command, ["version"], { env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" } }).status === 0;
}

/** One folder a content: the pinned modules and our language host decide its name. */
function cacheFolder() {
    const hash = createHash("sha256");
    for (const file of ["go/go.sum", "pulumi-language-nodejs.js", "index.js"]) {
        hash.update(fs.readFileSync(path.join(__dirname, file)));
    }
    const caches = process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache");
    return path.join(caches, "pulumi-multicloud-connection", `engine-${version}-${hash.digest("hex").slice(0, 12)}`);
}

/** Builds beside the final folder and renames: a build that was interrupted leaves nothing that looks finished. */
async function buildInto(folder, say) {
    fs.mkdirSync(path.dirname(folder), { recursive: true });
    const draft = fs.mkdtempSync(`${folder}-draft-`);
    try {
        say(`Building the Pulumi CLI ${version} from Go modules; this takes about six minutes, once.`);
        await buildCli(draft, say);
        fs.copyFileSync(path.join(__dirname, "pulumi-language-nodejs.js"), path.join(draft, "pulumi-language-nodejs"));
        const sdk = path.dirname(require.resolve("@pulumi/pulumi/package.json"));
        fs.copyFileSync(
            path.join(sdk, "pulumi-resource-pulumi-nodejs"),
            path.join(draft, "pulumi-resource-pulumi-nodejs"),
        );
        for (const file of fs.readdirSync(draft)) {
            fs.chmodSync(path.join(draft, file), 0o755);
        }
        if (!works(path.join(draft, "pulumi"))) {
            throw new Error(
                "The Pulumi CLI was built, but does not run. Install one from https://www.pulumi.com/docs/iac/download-install/",
            );
        }
        fs.rmSync(folder, { recursive: true, force: true });
        fs.renameSync(draft, folder);
    } finally {
        fs.rmSync(draft, { recursive: true, force: true });
    }
}

function buildCli(folder, say) {
    const flags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`;
    const target = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
    const build = spawn(
        "go",
        [
            "build",
            "-trimpath",
            "-tags",
            "osusergo,grpcnotrace",
            "-ldflags",
            flags,
            "-o",
            path.join(folder, "pulumi"),
            target,
        ],
        {
            cwd: path.join(__dirname, "go"),
            env: { ...process.env, CGO_ENABLED: "0" },
            stdio: ["ignore", "ignore", "pipe"],
        },
    );
    const startedAt = Date.now();
    const heartbeat = setInterval(
        () => say(`  still building, ${Math.round((Date.now() - startedAt) / 1000)} s`),
        heartbeatMilliseconds,
    );
    let said = "";
    build.stderr.on("data", (data) => (said = (said + data).slice(-4000)));
    return new Promise((resolve, reject) => {
        build.on("error", reject);
        build.on("exit", (code) => {
            clearInterval(heartbeat);
            if (code === 0) {
                say(`  built in ${Math.round((Date.now() - startedAt) / 1000)} s`);
                resolve();
            } else {
                reject(new Error(`Building the Pulumi CLI failed with exit code ${code}:\n${said}`));
            }
        });
    });
}

module.exports = { findEngine };
