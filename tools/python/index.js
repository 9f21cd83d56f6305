// A Python with the vendors' SDKs, as tests/python/requirements.txt pins them: a virtual environment in the user's cache folder.
"use strict";

const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const { cacheFolder, fillFolder } = require("../engine/cache");
const { root } = require("../prepare");
const runPatiently = require("../runPatiently");

const requirements = path.join(root, "tests", "python", "requirements.txt");
/** The requirements are pinned for it; an older one needs packages that are not among them. */
const oldest = [3, 11];
const limitSeconds = 15 * 60;

/** Answers the interpreter's path. Throws, with what to do, where none can be had. */
async function findPython(say) {
    const version = versionOfPython();
    const folder = cacheFolder(`python-${version}-${keyOf(version)}`);
    if (!isWhole(folder)) {
        say(
            `Making a virtual environment of Python ${version} with the vendors' SDKs; this takes about half a minute, once.`,
        );
        await fillFolder(folder, { subject: "The virtual environment", fill: (draft) => fill(draft, say), isWhole });
    }
    return interpreterIn(folder);
}

function versionOfPython() {
    const need = `The judges and the Python clients of the tests need Python ${oldest.join(".")} or later: https://www.python.org/downloads/.`;
    const { status, stdout } = spawnSync("python3", ["-c", "import platform; print(platform.python_version())"], {
        encoding: "utf8",
    });
    if (status !== 0) {
        throw new Error(`There is no "python3" on PATH that runs. ${need}`);
    }
    const version = stdout.trim();
    const [major, minor] = version.split(".").map(Number);
    if (major !== oldest[0] || minor < oldest[1]) {
        throw new Error(`"python3" is Python ${version}. ${need}`);
    }
    return version;
}

/** Whatever decides the content, and nothing else, decides the name. */
function keyOf(version) {
    const hash = createHash("sha256");
    hash.update(JSON.stringify([process.platform, process.arch, version]));
    hash.update(fs.readFileSync(requirements));
    return hash.digest("hex").slice(0, 12);
}

async function fill(draft, say) {
    const options = { cwd: draft, limitSeconds, say };
    await runPatiently("python3", ["-m", "venv", draft], {
        ...options,
        subject: `"python3 -m venv" (on Debian it needs the package python3-venv)`,
    });
    const install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--require-hashes",
        "--requirement",
        requirements,
    ];
    await runPatiently(interpreterIn(draft), install, { ...options, subject: "pip" });
}

function isWhole(folder) {
    return spawnSync(interpreterIn(folder), ["-c", "import botocore"]).status === 0;
}

function interpreterIn(folder) {
    return path.join(folder, "bin", "python");
}

module.exports = { findPython };
