// The console guide in Go (tests/wire/clients/go), built into the user's cache folder.
"use strict";

const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const { cacheFolder, fillFolder } = require("../engine/cache");
const { root } = require("../prepare");
const runPatiently = require("../runPatiently");

const sources = path.join(root, "tests", "wire", "clients", "go");
/** Of the linker alone: the compiled packages are also those of `go vet`. */
const flags = ["-ldflags", "-s -w"];
const environment = { CGO_ENABLED: "0" };
const limitSeconds = 20 * 60;

/** Answers the program's path. Throws, with what to do, where it cannot be built. */
async function findGoGuide(say) {
    const version = versionOfGo();
    const folder = cacheFolder(`go-guide-${keyOf(version)}`);
    if (!isWhole(folder)) {
        say("Building the console guide in Go with the vendors' SDKs; the first time takes one to three minutes.");
        await fillFolder(folder, { subject: "The console guide in Go", fill: (draft) => fill(draft, say), isWhole });
    }
    return programIn(folder);
}

function versionOfGo() {
    const { status, stdout } = spawnSync("go", ["env", "GOVERSION"], { cwd: sources, encoding: "utf8" });
    if (status !== 0) {
        throw new Error(
            `There is no "go" on PATH that runs. The Go client of the tests needs Go 1.25 or later: https://go.dev/dl/.`,
        );
    }
    return stdout.trim();
}

/** Whatever decides the content, and nothing else, decides the name. */
function keyOf(version) {
    const hash = createHash("sha256");
    hash.update(JSON.stringify([process.platform, process.arch, version, flags, environment]));
    for (const file of fs.readdirSync(sources).sort()) {
        hash.update(JSON.stringify([file, fs.readFileSync(path.join(sources, file), "utf8")]));
    }
    return hash.digest("hex").slice(0, 12);
}

async function fill(draft, say) {
    const options = { cwd: sources, env: { ...process.env, ...environment }, limitSeconds, say };
    await runPatiently("go", ["build", ...flags, "-o", programIn(draft), "."], { ...options, subject: "go build" });
    await runPatiently("go", ["vet", "."], { ...options, subject: "go vet" });
}

/** Without what the consoles show, the guide has nothing to do. */
function isWhole(folder) {
    return spawnSync(programIn(folder), []).status === 2;
}

function programIn(folder) {
    return path.join(folder, "guide");
}

module.exports = { findGoGuide };
