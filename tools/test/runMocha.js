"use strict";

const { spawn } = require("node:child_process");
const os = require("node:os");
const path = require("node:path");

const { root, say } = require("../prepare");

/** Where the reporter leaves its counts and the slowest tests, beside what it shows. */
const countsChannel = 3;

const nothingRan = { counts: { passed: 0, failed: 0, skipped: 0 }, slowest: [] };

/** Shows mocha's output as it comes. Answers its exit code, its counts, its slowest tests, and whether it was interrupted. */
function runMocha(values, environment) {
    const child = spawn(
        process.execPath,
        [
            require.resolve("mocha/bin/mocha.js", { paths: [root] }),
            ...["--exit", "--timeout", "600000", "--reporter", path.join(__dirname, "countingReporter.js")],
            // Nothing is left out unseen.
            ...(environment.CI ? ["--forbid-only", "--forbid-pending"] : []),
            ...values,
        ],
        { cwd: root, env: environment, stdio: ["ignore", "inherit", "inherit", "pipe"] },
    );
    let interrupted = false;
    // A terminal sends Ctrl-C to mocha too; we only wait for its end.
    const interrupt = (signal) => {
        interrupted = true;
        if (signal !== "SIGINT" || !process.stdin.isTTY) {
            child.kill(signal);
        }
    };
    process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
    let written = "";
    child.stdio[countsChannel].on("data", (data) => (written += data));
    return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code, signal) => {
            process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
            const exitCode = code ?? 128 + os.constants.signals[signal];
            if (written === "") {
                say(`mocha ended before its tests did (${signal ?? `exit code ${code}`}).`);
            }
            resolve({
                exitCode: written === "" ? exitCode || 1 : exitCode,
                ...(written === "" ? nothingRan : JSON.parse(written)),
                interrupted,
            });
        });
    });
}

module.exports = runMocha;
