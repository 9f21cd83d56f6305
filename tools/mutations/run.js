"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const ts = require("typescript");

const { root } = require("../prepare");

/** Below the repository's node_modules, so that a copy of the build finds its packages. */
const workshopFolder = path.join(root, "node_modules", ".cache", "mutations");

/** Copies of the build, one for each that works at once: a mutation is written into a copy alone. */
function prepareToMutate(atOnce) {
    const compiler = require.resolve("typescript/bin/tsc");
    require("node:child_process").execFileSync(process.execPath, [compiler, "-b"], { cwd: root, stdio: "inherit" });
    const places = Array.from({ length: atOnce }, (_, index) => path.join(workshopFolder, `${process.pid}-${index}`));
    for (const place of places) {
        fs.cpSync(path.join(root, "dist"), path.join(place, "dist"), { recursive: true });
    }
    const remove = () => places.forEach((place) => fs.rmSync(place, { recursive: true, force: true }));
    return { places, remove };
}

/** Runs the rule's tests on the mutated build: the titles of those that fail and name the rule, and how many others fail. */
async function runMutation(place, { rule, what, file, find, replace, tests = ["unit/world"] }) {
    const source = fs.readFileSync(path.join(root, file), "utf8");
    if (source.split(find).length !== 2) {
        throw new Error(
            `${rule}, "${what}": the text to break stands ${source.split(find).length - 1} times in ${file}. Mend the catalogue.`,
        );
    }
    const compiled = path.join(place, "dist", file.replace(/\.ts$/, ".js"));
    const original = fs.readFileSync(compiled);
    fs.writeFileSync(compiled, compile(source.replace(find, () => replace)));
    try {
        const failing = await failingTests(tests.flatMap((each) => testFiles(path.join(place, "dist", "tests", each))));
        const caughtBy = failing.filter((title) => new RegExp(`\\b${rule}\\b`).test(title));
        return { caughtBy, others: failing.length - caughtBy.length };
    } finally {
        fs.writeFileSync(compiled, original);
    }
}

function compile(source) {
    const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
    return ts.transpileModule(source, { compilerOptions: { ...options, module: ts.ModuleKind.CommonJS } }).outputText;
}

function testFiles(place) {
    if (fs.existsSync(`${place}.test.js`)) {
        return [`${place}.test.js`];
    }
    return fs
        .readdirSync(place, { recursive: true })
        .filter((file) => file.endsWith(".test.js"))
        .map((file) => path.join(place, file));
}

function failingTests(files) {
    const mocha = require.resolve("mocha/bin/mocha.js", { paths: [root] });
    const child = spawn(process.execPath, [mocha, "--exit", "--reporter", "json", ...files], {
        cwd: root,
        stdio: ["ignore", "pipe", "pipe"],
    });
    let written = "";
    let complaint = "";
    child.stdout.on("data", (data) => (written += data));
    child.stderr.on("data", (data) => (complaint += data));
    return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", () => {
            try {
                resolve(JSON.parse(written).failures.map(({ fullTitle }) => fullTitle));
            } catch {
                reject(new Error(`The tests did not run: ${(complaint || written).trim().split("\n")[0]}`));
            }
        });
    });
}

module.exports = { prepareToMutate, runMutation };
