// Whatever the shipped files import, a strict package manager shows them only what package.json declares.
"use strict";

const fs = require("node:fs");
const { isBuiltin } = require("node:module");
const path = require("node:path");

/** Everything that is wrong, a line each. `folder`: the installed package. */
function undeclaredImports(folder) {
    const manifest = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
    const declared = new Set([
        manifest.name,
        ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies }),
    ]);
    return fs
        .readdirSync(path.join(folder, "dist"), { recursive: true })
        .filter((file) => /\.(js|d\.ts)$/.test(file))
        .flatMap((file) =>
            packagesIn(fs.readFileSync(path.join(folder, "dist", file), "utf8"))
                .filter((name) => !declared.has(name))
                .map((name) => `dist/${file} imports ${name}, which package.json does not declare.`),
        );
}

/** The packages that a compiled file imports: statically, dynamically, by `require`, or as a type. */
function packagesIn(text) {
    // Loaded late: on a fresh clone it is installed only after this file was read.
    const ts = require("typescript");
    const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(text, true, true);
    const names = [...importedFiles, ...typeReferenceDirectives]
        .map(({ fileName }) => fileName)
        .filter((name) => !name.startsWith(".") && !isBuiltin(name))
        .map((name) =>
            name
                .split("/")
                .slice(0, name.startsWith("@") ? 2 : 1)
                .join("/"),
        );
    return [...new Set(names)];
}

module.exports = undeclaredImports;
