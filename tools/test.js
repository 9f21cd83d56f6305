// `npm test [-- --level unit|components|host|wire|e2e] [-- --grep TEXT]`: installs, builds, finds an engine and runs the tests.
"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");

const { main, prepare, root } = require("./prepare");

const levels = ["unit", "components", "host", "wire", "e2e"];

main(async () => {
    const { values } = parseArgs({ options: { level: { type: "string" }, grep: { type: "string" } } });
    if (values.level !== undefined && !levels.includes(values.level)) {
        throw new Error(`--level is "${values.level}"; it must be one of ${levels.join(", ")}.`);
    }
    const env = await prepare();
    const folder = path.join(root, "dist", "tests", values.level ?? "");
    const files = testFilesIn(folder);
    if (files.length === 0) {
        throw new Error(`No test lies in ${path.relative(root, folder)}.`);
    }
    return mocha([...(values.grep === undefined ? [] : ["--grep", values.grep]), ...files], env);
});

/** A compiled test whose source is gone is not run. */
function testFilesIn(folder) {
    return fs
        .readdirSync(folder, { recursive: true })
        .filter((file) => file.endsWith(".test.js"))
        .map((file) => path.join(folder, file))
        .filter((file) => fs.existsSync(file.replace(`${path.sep}dist${path.sep}`, path.sep).replace(/\.js$/, ".ts")))
        .sort();
}

/** Passes mocha's output on, and closes with one plain line. */
function mocha(values, env) {
    const child = spawn(
        process.execPath,
        [require.resolve("mocha/bin/mocha.js", { paths: [root] }), "--exit", "--timeout", "600000", ...values],
        {
            cwd: root,
            env,
            stdio: ["ignore", "pipe", "inherit"],
        },
    );
    let output = "";
    child.stdout.on("data", (data) => {
        process.stdout.write(data);
        output = (output + data).slice(-100_000);
    });
    const count = (word) => Number(output.match(new RegExp(`^\\s*(\\d+) ${word}`, "m"))?.[1] ?? 0);
    return new Promise((resolve) =>
        child.on("exit", (code) => {
            process.stdout.write(`${count("passing")} passed, ${count("failing")} failed\n`);
            resolve(code ?? 1);
        }),
    );
}
