// What the tarball holds must be what the sources say, and nothing else.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const mostBytes = 3_000_000;
const shippedFolders = ["cli", "components", "provider", "simulator", "topology"];
/** What docs/fidelity.md and a judge of the tests are made from: nothing that runs asks for it. */
const keptFolders = ["simulator/fidelity"];
/** Nobody imports the command or the simulator, so their types stay at home, and with them the packages that only types need. */
const typedFolders = ["components", "provider", "topology"];
/** What `tools/bundleHost.mjs` writes, beside files that its bundler names. */
const bundled = ["dist/host/handlers.js", "dist/host/LICENSES.txt"];

/** Everything that is wrong, a line each. `files`: those of the tarball, each with its path and size. */
function problemsOfContents(files, manifest, root) {
    const there = new Set(files.map((file) => file.path));
    const expected = new Set([
        "LICENSE",
        "README.md",
        "package.json",
        ...compiled(root),
        ...bundled,
        ...bundledParts(there),
    ]);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    return [
        ...[...expected].filter((file) => !there.has(file)).map((file) => `${file} is missing.`),
        ...[...there].filter((file) => !expected.has(file)).map((file) => `${file} has no business in it.`),
        ...entryPoints(manifest)
            .filter((file) => !there.has(file))
            .map((file) => `${file} is named in package.json and is missing.`),
        ...(bytes > mostBytes ? [`It unpacks to ${bytes} bytes; at most ${mostBytes} are expected.`] : []),
    ];
}

function compiled(root) {
    const sources = shippedFolders.flatMap((folder) =>
        fs
            .readdirSync(path.join(root, folder), { recursive: true })
            .filter((file) => file.endsWith(".ts"))
            .map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
            .filter((file) => !keptFolders.includes(path.posix.dirname(file))),
    );
    return ["index.ts", ...sources].flatMap((source) => {
        const typed = source === "index.ts" || typedFolders.includes(source.split("/")[0]);
        return [".js", ...(typed ? [".d.ts"] : [])].map((ending) => `dist/${source.replace(/\.ts$/, ending)}`);
    });
}

function bundledParts(files) {
    return [...files].filter((file) => /^dist\/host\/[^/]+\.js$/.test(file));
}

function entryPoints({ main, types, bin, exports, typesVersions }) {
    const texts = (value) => (typeof value === "object" ? Object.values(value).flatMap(texts) : [value]);
    const named = [main, types, bin, exports, typesVersions].filter((value) => value !== undefined);
    return texts(named).map((file) => path.posix.normalize(file));
}

module.exports = problemsOfContents;
