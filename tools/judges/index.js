// Holds what the tests recorded on the wire against the vendors' published models: no answer may have a member, a type or an error that they do not have.
"use strict";

const { spawnSync } = require("node:child_process");
const path = require("node:path");

const { findPython } = require("../python");
const judgeByAwsSdk = require("./awsSdk");
const { readRecording } = require("./exchanges");
const judgeFidelity = require("./fidelity");
const judgePermissions = require("./permissions");

const mostAnswerBytes = 1024 ** 3;
const mostLines = 50;
const longestLine = 300;

/**
 * `folder`: what was recorded, in a folder for each level. `spoken`: the levels that cannot have been silent. Answers how many judges found nothing, and
 * how many did. `isWhole`: every test ran.
 */
async function judge({ folder, spoken, isWhole }, say) {
    const recording = { ...readRecording(folder), commonErrors: commonErrors() };
    const python = await findPython(say);
    const verdicts = [
        ["The recording", judgePresence(recording, spoken)],
        ["The schemas of the AWS SDK for JavaScript", judgeByAwsSdk(recording)],
        ["botocore's service models", judgeInPython(python, "botocore_judge.py", recording)],
        ["The models of Alibaba Cloud's SDKs for Python", judgeInPython(python, "alibaba_judge.py", recording)],
        ["The table of fidelity", judgeFidelity(recording, isWhole)],
        ["The policies of the programs", judgePermissions(recording, isWhole)],
    ];
    say("\n  The answers on the wire, by the vendors' models");
    for (const [name, { judged, what = "exchanges", problems }] of verdicts) {
        say(`    ${problems.length === 0 ? "✔" : "✘"} ${name}: ${judged} ${what}, ${problems.length} problems`);
        linesOf(problems).forEach((line) => say(`        ${line}`));
    }
    say("");
    const failed = verdicts.filter(([, { problems }]) => problems.length > 0).length;
    return { passed: verdicts.length - failed, failed };
}

function judgePresence({ exchanges }, spoken) {
    const silent = spoken.filter((level) => !exchanges.some((exchange) => exchange.level === level));
    return {
        judged: exchanges.length,
        problems: silent.map((level) => ({ said: `has no exchange of the level ${level}` })),
    };
}

/** By service: what any action may answer, from the table of fidelity. Compiled by now. */
function commonErrors() {
    const { protocols } = require("../../dist/simulator/fidelity/index.js");
    return Object.fromEntries(
        Object.values(protocols).flatMap(({ services, errors }) =>
            services.map((service) => [service, errors.map(({ code }) => code)]),
        ),
    );
}

function judgeInPython(python, file, recording) {
    const { status, stdout, stderr, error } = spawnSync(python, [path.join(__dirname, file)], {
        input: JSON.stringify(recording),
        encoding: "utf8",
        maxBuffer: mostAnswerBytes,
        env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
    });
    return status === 0
        ? JSON.parse(stdout)
        : { judged: 0, problems: [{ said: `could not be asked: ${error?.message ?? stderr}` }] };
}

function linesOf(problems) {
    const lines = [...new Set(problems.map(lineOf))];
    return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `and ${lines.length - mostLines} more`];
}

function lineOf({ service, action, status, path: member, said }) {
    return [service, action, status, member, said].filter(Boolean).join(" ").slice(0, longestLine);
}

module.exports = judge;
