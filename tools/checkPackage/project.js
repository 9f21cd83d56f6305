// A user's project in an empty folder: the README's program, the tarball and the peers, installed.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const { root } = require("../prepare");
const manifest = require("../../package.json");

const peers = Object.keys(manifest.peerDependencies);

/** `^3.62.0` begins with 3.62.0; the highest are those of the lockfile, which this repository keeps at the newest. */
const peerVersions = {
    lowest: Object.fromEntries(peers.map((name) => [name, manifest.peerDependencies[name].replace(/^\^/, "")])),
    highest: Object.fromEntries(peers.map((name) => [name, manifest.devDependencies[name]])),
};

const packageManagers = {
    npm: {
        installation: { command: "npm", values: ["install", "--no-audit", "--no-fund", "--prefer-offline"] },
        files: {},
    },
    pnpm: {
        installation: {
            command: "npm",
            values: [
                ...["exec", "--yes", "--package=pnpm@12.21.0", "--"],
                ...["pnpm", "install", "--no-frozen-lockfile", "--prefer-offline"],
            ],
        },
        files: {
            "pnpm-workspace.yaml": JSON.stringify({
                // Stricter than the default: a package sees what it declares, and nothing else.
                hoist: false,
                // Neither script does anything that is needed. Any other one fails the installation.
                allowBuilds: { "@alicloud/openapi-core": false, protobufjs: false },
                // These two import what they do not declare; by default pnpm helps them by hoisting.
                packageExtensions: {
                    "@alicloud/credentials": { dependencies: { debug: "*" } },
                    "@alicloud/openapi-core": { dependencies: { "@alicloud/tea-typescript": "*" } },
                },
            }),
        },
    },
};

/** As Pulumi's own TypeScript template has it. */
const tsconfig = {
    compilerOptions: {
        strict: true,
        outDir: "bin",
        target: "es2020",
        module: "commonjs",
        moduleResolution: "node",
        sourceMap: true,
        experimentalDecorators: true,
        pretty: true,
        noFallthroughCasesInSwitch: true,
        noImplicitReturns: true,
        forceConsistentCasingInFileNames: true,
    },
    files: ["index.ts"],
};

function writeProject(folder, { manager, peers, tarball }) {
    const { typescript, "@types/node": nodeTypes } = manifest.devDependencies;
    const files = {
        "package.json": JSON.stringify({
            name: "check",
            private: true,
            dependencies: { [manifest.name]: `file:${tarball}`, ...peerVersions[peers] },
            devDependencies: { typescript, "@types/node": nodeTypes },
        }),
        "tsconfig.json": JSON.stringify(tsconfig),
        // The keys of the configuration begin with the project's name.
        "Pulumi.yaml": "name: multicloud\nruntime: nodejs\n",
        "index.ts": programOfReadme(),
        ...packageManagers[manager].files,
    };
    fs.mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) {
        fs.writeFileSync(path.join(folder, name), text);
    }
}

/** What a user copies. */
function programOfReadme() {
    const readme = fs.readFileSync(path.join(root, "README.md"), "utf8");
    const programs = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, text]) => text);
    const program = programs.find((text) => text.includes(`from "${manifest.name}"`));
    if (program === undefined) {
        throw new Error(`README.md shows no program that imports ${manifest.name}.`);
    }
    return program;
}

module.exports = { packageManagers, peerVersions, programOfReadme, writeProject };
