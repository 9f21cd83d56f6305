// Our types at a user's: what they cost at every preview, and whether the sources hold with the peers that are installed there.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const { root } = require("../prepare");
const runPatiently = require("../runPatiently");
const { compilerOptions } = require("../../tsconfig.json");

async function checkTypesOfProgram(folder, options) {
    const { say } = options;
    say("tsc, the declarations of every library checked too");
    await tsc(folder, [], options);
    say("tsc, as a preview checks");
    const stdout = await tsc(folder, ["--skipLibCheck", "--extendedDiagnostics"], options);
    const measured = (name) => new RegExp(`^${name}:\\s*(.+)$`, "m").exec(stdout)?.[1];
    say(`  ${measured("Files")} files in ${measured("Total time")} and ${measured("Memory used")}`);
}

/** A deployment takes one path; the types see them all: an argument that the lowest peers do not know, say. */
async function checkTypesOfSources(folder, options) {
    const sources = path.join(folder, "sources");
    const shipped = ["index.ts", "components", "provider", "topology"];
    for (const name of shipped) {
        fs.cpSync(path.join(root, name), path.join(sources, name), { recursive: true });
    }
    fs.writeFileSync(
        path.join(sources, "tsconfig.json"),
        JSON.stringify({
            compilerOptions: { ...compilerOptions, composite: false, incremental: false, types: ["node"] },
            include: shipped,
        }),
    );
    options.say("tsc of the component's sources, with these peers");
    await tsc(folder, ["-p", "sources"], options);
}

function tsc(folder, values, options) {
    const command = path.join(folder, "node_modules", "typescript", "bin", "tsc");
    return runPatiently(process.execPath, [command, "--noEmit", ...values], { ...options, subject: "The type check" });
}

module.exports = { checkTypesOfProgram, checkTypesOfSources };
