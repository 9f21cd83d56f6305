"use strict";

const { execFileSync } = require("node:child_process");

const { findTests, runTests } = require("./tests");
const { problemsOf, sourceOf } = require("./check");

/** How many mochas run at a time. */
const atOnce = 2;

function compile(root) {
    execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-b"], { cwd: root, stdio: "inherit" });
}

/**
 * Breaks the built code under `root` in one place at a time, in memory alone: no file changes, so nothing is left behind. Writes a line for each mutation,
 * and answers the exit code: 1 where a rule was broken and no test of its name failed.
 */
async function runMutations({ root, rules, catalogue, testFolders, interrupted }) {
    const tests = await findTests(root, testFolders, interrupted);
    const problems = problemsOf({ root, rules, catalogue, tests });
    if (problems.length > 0) {
        throw new Error(problems.join("\n"));
    }
    const breakRule = async (mutation) => {
        const { rule, file, find, replace } = mutation;
        const source = sourceOf(root, file).replace(find, () => replace);
        const titled = tests.filter((test) => test.rules.includes(rule));
        return { mutation, ...(await runTests(root, { rule, titled, file, source, interrupted })) };
    };
    const widest = Math.max(...catalogue.map(({ what }) => what.length));
    let caught = 0;
    for await (const { mutation, noticedBy, problem } of inOrder(catalogue, breakRule)) {
        caught += noticedBy === undefined ? 0 : 1;
        const outcome = noticedBy ?? `SURVIVED: ${problem}`;
        process.stdout.write(`${mutation.rule.padEnd(3)} | ${mutation.what.padEnd(widest)} | ${outcome}\n`);
    }
    process.stdout.write(`mutations: ${caught} of ${catalogue.length} caught\n`);
    return caught === catalogue.length ? 0 : 1;
}

/** What `work` answers for each item, in the order of the items, while `atOnce` of them are being worked at. */
async function* inOrder(items, work) {
    const begin = (item) => {
        const outcome = work(item);
        // Whoever awaits it hears of a failure; nobody does after another one's.
        outcome.catch(() => undefined);
        return outcome;
    };
    const begun = items.slice(0, atOnce).map(begin);
    for (let index = 0; index < items.length; index++) {
        yield await begun[index];
        if (begun.length < items.length) {
            begun.push(begin(items[begun.length]));
        }
    }
}

module.exports = { compile, runMutations };
