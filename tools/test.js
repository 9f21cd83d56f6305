// `npm test [-- --level unit|components|host|wire|e2e] [-- --grep TEXT] [-- --recordings FOLDER]`: installs, builds, finds an engine, runs the tests, and
// has every answer that they got from the simulator judged, with what is in FOLDER already (from a demo, say), which is kept.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");

const { main, prepare, root, say } = require("./prepare");
const temporaryFolder = require("./temporaryFolder");
const runMocha = require("./test/runMocha");

/** Of its files so many run at once: one process keeps one core busy, and a file of e2e, with a simulator and stacks of its own, waits now and then. */
const jobsOf = { unit: 2, components: 1, host: 2, wire: 2, e2e: 3 };
const levels = Object.keys(jobsOf);
/** The files of a level that take longest. One that is begun last keeps a single core busy. */
const longestOf = {
    wire: ["faultMatrix", "clients/go", "clients/python"],
    e2e: ["scenarios", "guesses", "drift", "scenariosOneByOne", "troubles", "lostAnswersDestroyed", "timeouts"],
};
const needsEngine = ["e2e"];
/** These talk to the simulator. */
const recordedLevels = ["host", "wire", "e2e"];

main(async () => {
    const { level, grep, recordings = temporaryFolder("recordings") } = readOptions();
    const environment = await prepare({ engine: level === undefined || needsEngine.includes(level) });
    const chosenLevels = levels.filter((each) => level === undefined || each === level);
    const total = { passed: 0, failed: 0, skipped: 0 };
    const add = (counts) => Object.keys(counts).forEach((count) => (total[count] += counts[count]));
    const recordedBefore = fs.readdirSync(recordings);
    const times = { beganAt: Date.now(), levels: [] };
    let exitCode = 0;
    for (const each of chosenLevels) {
        const beganAt = Date.now();
        const run = await runLevel(each, grep, recordings, environment);
        const seconds = (Date.now() - beganAt) / 1000;
        times.levels.push({ level: each, seconds, passed: run.counts.passed, slowest: run.slowest });
        add(run.counts);
        exitCode ||= run.exitCode;
        if (run.interrupted) {
            process.stdout.write(closingLine(total));
            return exitCode;
        }
    }
    if (exitCode === 0 && total.passed === 0) {
        const chosen = [level && `--level ${level}`, grep && `--grep "${grep}"`].filter(Boolean).join(" ");
        say(`No test ran${chosen === "" ? "" : `: none matches ${chosen}`}.`);
        exitCode = 1;
    } else if (chosenLevels.some((each) => recordedLevels.includes(each))) {
        const spoken = grep === undefined ? chosenLevels.filter((each) => recordedLevels.includes(each)) : [];
        const isWhole = grep === undefined && level === undefined;
        // Needs the packages that `prepare` has installed.
        const judge = require("./judges");
        const counts = await judge({ folder: recordings, spoken: [...recordedBefore, ...spoken], isWhole }, say);
        add(counts);
        exitCode ||= counts.failed === 0 ? 0 : 1;
    }
    if (grep === undefined && level === undefined) {
        keepTimes(times, total);
    }
    process.stdout.write(closingLine(total));
    return exitCode;
});

/** For `npm run bench -- --only tests`, which shows them beside their bar. */
function keepTimes({ beganAt, levels: timed }, { passed, failed }) {
    const all = timed.flatMap(({ level, slowest }) => slowest.map((test) => ({ level, ...test })));
    const slowest = all.sort((one, other) => other.seconds - one.seconds).slice(0, 10);
    const seconds = (Date.now() - beganAt) / 1000;
    const levels = timed.map(({ level, seconds, passed }) => ({ level, seconds, passed }));
    const times = { beganAt: new Date(beganAt).toISOString(), seconds, passed, failed, levels, slowest };
    fs.writeFileSync(path.join(root, "dist", "tests", "times.json"), JSON.stringify(times));
}

function runLevel(level, grep, recordings, environment) {
    const jobs = jobsOf[level];
    if (jobs > 1) {
        say(`Level ${level}, ${jobs} files at once: each shows when it is done.`);
    }
    const flags = jobs > 1 ? ["--parallel", "--jobs", String(jobs)] : [];
    const recording = path.join(recordings, level);
    fs.mkdirSync(recording, { recursive: true });
    return runMocha([...flags, ...(grep === undefined ? [] : ["--grep", grep]), ...testFilesOf(level)], {
        ...environment,
        MULTICLOUD_WIRE_RECORDINGS: recording,
    });
}

function readOptions() {
    let values;
    try {
        const text = { type: "string" };
        ({ values } = parseArgs({ options: { level: text, grep: text, recordings: text } }));
    } catch (error) {
        throw new Error(
            `${error.message.split(". ")[0]}. Write: npm test -- [--level LEVEL] [--grep TEXT] [--recordings FOLDER]`,
        );
    }
    if (values.level !== undefined && !levels.includes(values.level)) {
        throw new Error(`--level is "${values.level}"; it must be one of ${levels.join(", ")}.`);
    }
    return values;
}

/** In the order in which they are begun. A compiled test whose source is gone is not run. */
function testFilesOf(level) {
    const sources = path.join(root, "tests", level);
    if (!fs.existsSync(sources)) {
        return [];
    }
    const longest = (longestOf[level] ?? []).map((name) => path.normalize(`${name}.test.ts`));
    const files = fs
        .readdirSync(sources, { recursive: true })
        .filter((file) => file.endsWith(".test.ts"))
        .sort();
    return [...new Set([...longest.filter((file) => files.includes(file)), ...files])].map((file) =>
        path.join(root, "dist", "tests", level, file.replace(/\.ts$/, ".js")),
    );
}

function closingLine({ passed, failed, skipped }) {
    return `${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}\n`;
}
