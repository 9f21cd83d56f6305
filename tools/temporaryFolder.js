"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/** A folder outside the repository that goes with this process, however it ends short of a SIGKILL. */
function temporaryFolder(purpose) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), `multicloud-${purpose}-`));
    process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
    return folder;
}

module.exports = temporaryFolder;
