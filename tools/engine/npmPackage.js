// The npm package `pulumi`: it downloads the official CLI, with its language hosts, into PULUMI_HOME/versions, and fails where its site cannot be reached.
"use strict";

const path = require("node:path");

const runPatiently = require("../runPatiently");
const version = require("./version");

const cacheKey = () => `fetched-${version}-${process.platform}-${process.arch}`;

async function fill(draft, say, { fetchSeconds = 300 }) {
    say(`Fetching the Pulumi CLI ${version} by the npm package "pulumi".`);
    await runPatiently("npm", ["exec", "--yes", `--package=pulumi@${version}`, "--", "pulumi", "version"], {
        cwd: draft,
        env: { ...process.env, PULUMI_HOME: draft, PULUMI_SKIP_UPDATE_CHECK: "true" },
        subject: `The npm package "pulumi"`,
        limitSeconds: fetchSeconds,
        say,
    });
}

module.exports = { binaries: path.join("versions", version, "bin"), cacheKey, fill };
