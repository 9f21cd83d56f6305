// `npm test [-- --level unit|components|host|wire|e2e] [-- --grep TEXT]`: installs, builds, finds an engine and runs the tests.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");

const { main, prepare, root, say } = require("./prepare");
const runMocha = require("./test/runMocha");

const oneByOne = { levels: ["unit", "components", "host", "wire"], flags: [] };
/** Each of these files has a simulator and stacks of its own, and mostly waits for the engine: two at once. */
const needsEngine = { levels: ["e2e"], flags: ["--parallel", "--jobs", "2"] };
const levels = [...oneByOne.levels, ...needsEngine.levels];

main(async () => {
    const { level, grep } = readOptions();
    const environment = await prepare({ engine: level === undefined || needsEngine.levels.includes(level) });
    const total = { passed: 0, failed: 0, skipped: 0 };
    let exitCode = 0;
    for (const { files, flags } of runsOf(level)) {
        if (flags.includes("--parallel")) {
            say("Two files at once from here on: each shows when it is done.");
        }
        const run = await runMocha([...flags, ...(grep === undefined ? [] : ["--grep", grep]), ...files], environment);
        for (const count of Object.keys(total)) {
            total[count] += run.counts[count];
        }
        exitCode ||= run.exitCode;
        if (run.interrupted) {
            break;
        }
    }
    if (exitCode === 0 && total.passed === 0) {
        const chosen = [level && `--level ${level}`, grep && `--grep "${grep}"`].filter(Boolean).join(" ");
        say(`No test ran${chosen === "" ? "" : `: none matches ${chosen}`}.`);
        exitCode = 1;
    }
    process.stdout.write(closingLine(total));
    return exitCode;
});

function readOptions() {
    let values;
    try {
        ({ values } = parseArgs({ options: { level: { type: "string" }, grep: { type: "string" } } }));
    } catch (error) {
        throw new Error(`${error.message.split(". ")[0]}. Write: npm test -- [--level LEVEL] [--grep TEXT]`);
    }
    if (values.level !== undefined && !levels.includes(values.level)) {
        throw new Error(`--level is "${values.level}"; it must be one of ${levels.join(", ")}.`);
    }
    return values;
}

function runsOf(level) {
    return [oneByOne, needsEngine]
        .map((run) => ({ ...run, levels: run.levels.filter((each) => level === undefined || each === level) }))
        .map(({ levels, flags }) => ({ flags, files: levels.flatMap(testFilesOf) }))
        .filter(({ files }) => files.length > 0);
}

/** A compiled test whose source is gone is not run. */
function testFilesOf(level) {
    const sources = path.join(root, "tests", level);
    if (!fs.existsSync(sources)) {
        return [];
    }
    return fs
        .readdirSync(sources, { recursive: true })
        .filter((file) => file.endsWith(".test.ts"))
        .map((file) => path.join(root, "dist", "tests", level, file.replace(/\.ts$/, ".js")))
        .sort();
}

function closingLine({ passed, failed, skipped }) {
    return `${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}\n`;
}
