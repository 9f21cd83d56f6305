// The CLI built from Go modules, pinned in go/. The official Node.js language host cannot be had in this way, so ours stands beside it.
"use strict";

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const runPatiently = require("../runPatiently");
const version = require("./version");

const modules = path.join(__dirname, "go");
const target = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const flags = [
    "-trimpath",
    "-tags",
    "osusergo,grpcnotrace",
    "-ldflags",
    `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`,
];
const environment = { CGO_ENABLED: "0" };

/** The plugins that the engine looks for beside the CLI. */
function plugins() {
    const sdk = path.dirname(require.resolve("@pulumi/pulumi/package.json"));
    return {
        "pulumi-language-nodejs": path.join(__dirname, "pulumi-language-nodejs.js"),
        "pulumi-resource-pulumi-nodejs": path.join(sdk, "pulumi-resource-pulumi-nodejs"),
    };
}

/** Whatever decides the content, and nothing else, decides the name. */
function cacheKey() {
    const hash = createHash("sha256");
    hash.update(JSON.stringify([process.platform, process.arch, target, flags, environment]));
    for (const file of [path.join(modules, "go.mod"), path.join(modules, "go.sum"), ...Object.values(plugins())]) {
        hash.update(fs.readFileSync(file));
    }
    return `engine-${version}-${hash.digest("hex").slice(0, 12)}`;
}

async function fill(draft, say, { buildSeconds = 45 * 60 }) {
    say(`Building the Pulumi CLI ${version} from Go modules; this takes about six minutes, once.`);
    await runPatiently("go", ["build", ...flags, "-o", path.join(draft, "pulumi"), target], {
        cwd: modules,
        env: { ...process.env, ...environment },
        subject: "The build from Go modules",
        limitSeconds: buildSeconds,
        say,
    });
    for (const [name, source] of Object.entries(plugins())) {
        fs.copyFileSync(source, path.join(draft, name));
        fs.chmodSync(path.join(draft, name), 0o755);
    }
}

module.exports = { binaries: "", cacheKey, fill };
