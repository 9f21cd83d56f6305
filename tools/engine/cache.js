// The user's cache folder: each entry comes into being whole or not at all.
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const abandonedAfterMilliseconds = 24 * 60 * 60 * 1000;

function cacheFolder(key) {
    const caches = process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache");
    return path.join(caches, "pulumi-multicloud-connection", key);
}

/** Fills a draft beside the folder and renames it: what was interrupted leaves nothing that looks finished. */
async function fillFolder(folder, { subject, fill, isWhole }) {
    const entries = path.dirname(folder);
    fs.mkdirSync(entries, { recursive: true });
    removeAbandonedDrafts(entries);
    const draft = fs.mkdtempSync(path.join(entries, `draft-${path.basename(folder)}-`));
    try {
        await fill(draft);
        if (!isWhole(draft)) {
            throw new Error(`${subject} that came does not run on this machine.`);
        }
        publish(draft, folder, isWhole);
    } finally {
        fs.rmSync(draft, { recursive: true, force: true });
    }
}

function publish(draft, folder, isWhole) {
    try {
        fs.renameSync(draft, folder);
    } catch (error) {
        if (!["ENOTEMPTY", "EEXIST"].includes(error.code)) {
            throw error;
        }
        // Either another run was faster, and its result is as good, or what lies there is of no use.
        if (!isWhole(folder)) {
            fs.rmSync(folder, { recursive: true, force: true });
            fs.renameSync(draft, folder);
        }
    }
}

/** What a killed run left behind; a younger draft may be another run's work. */
function removeAbandonedDrafts(entries) {
    for (const name of fs.readdirSync(entries).filter((entry) => entry.startsWith("draft-"))) {
        const draft = path.join(entries, name);
        const { mtimeMs } = fs.statSync(draft, { throwIfNoEntry: false }) ?? {};
        if (mtimeMs !== undefined && Date.now() - mtimeMs > abandonedAfterMilliseconds) {
            fs.rmSync(draft, { recursive: true, force: true });
        }
    }
}

module.exports = { cacheFolder, fillFolder };
