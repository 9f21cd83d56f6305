"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

/** Every test whose title names rules, its file in the build and those rules. All of them pass as long as nothing is broken. */
async function findTests(root, folders, interrupted) {
    const files = folders.flatMap((folder) =>
        fs
            .readdirSync(path.join(root, folder), { recursive: true })
            .filter((file) => file.endsWith(".test.ts"))
            .map((file) => path.join(root, "dist", folder, file.replace(/\.ts$/, ".js"))),
    );
    const { tests, failures } = await mocha(root, ["--grep", "\\bP\\d+\\b", ...files], {}, interrupted);
    if (failures.length > 0) {
        throw new Error(`Fails before anything is broken: ${failures.map(({ fullTitle }) => fullTitle).join("; ")}`);
    }
    return tests.map(({ fullTitle, file }) => ({ file, rules: fullTitle.match(/\bP\d+\b/g) ?? [] }));
}

/** Runs the tests of a rule with another source of one file, until one fails: the title of that one, or why none does. */
async function runTests(root, { rule, titled, file, source, interrupted }) {
    // Not before: whoever asks for the mutations may have it installed only now.
    const ts = require("typescript");
    const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
    const { outputText } = ts.transpileModule(source, {
        compilerOptions: { ...options, module: ts.ModuleKind.CommonJS },
    });
    const mutation = {
        MUTATED_FILE: path.join(root, "dist", file.replace(/\.ts$/, ".js")),
        MUTATED_SOURCE: outputText,
    };
    const values = ["--bail", "--require", require.resolve("./substitute"), "--grep", `\\b${rule}\\b`];
    const files = [...new Set(titled.map((test) => test.file))];
    let failures;
    try {
        ({ failures } = await mocha(root, [...values, ...files], mutation, interrupted));
    } catch (error) {
        if (interrupted?.aborted) {
            throw error;
        }
        return { problem: error.message };
    }
    const [first] = failures;
    // Code that cannot run at all shows nothing of the rule.
    const [senseless] = /^(Reference|Syntax)Error.*/.exec(first?.err.stack ?? "") ?? [];
    if (first === undefined || senseless !== undefined) {
        return { problem: senseless ?? `none of ${titled.length} tests fails` };
    }
    return { noticedBy: first.fullTitle };
}

/** Long enough for all tests of a rule; a mutation may make one run for ever. */
const longestMilliseconds = 60_000;

function mocha(root, values, environment, interrupted) {
    const program = require.resolve("mocha/bin/mocha.js");
    const child = spawn(process.execPath, [program, "--exit", "--reporter", "json", ...values], {
        cwd: root,
        env: { ...process.env, ...environment },
        stdio: ["ignore", "pipe", "pipe"],
        timeout: longestMilliseconds,
        killSignal: "SIGKILL",
        signal: interrupted,
    });
    let written = "";
    let complaint = "";
    child.stdout.on("data", (data) => (written += data));
    child.stderr.on("data", (data) => (complaint += data));
    return new Promise((resolve, reject) => {
        child.on("error", (error) =>
            reject(interrupted?.aborted ? Object.assign(new Error("Interrupted."), { exitCode: 130 }) : error),
        );
        child.on("close", (_code, killed) => {
            try {
                resolve(JSON.parse(written));
            } catch {
                const why = killed ?? firstLine(complaint) ?? firstLine(written) ?? "nothing was written";
                reject(new Error(`the tests did not run to their end (${why})`));
            }
        });
    });
}

function firstLine(text) {
    return text
        .split("\n")
        .map((line) => line.trim())
        .find((line) => line !== "");
}

module.exports = { findTests, runTests };
