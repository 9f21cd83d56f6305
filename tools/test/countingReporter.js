// Shows what mocha's own `spec` shows, and leaves the counts and the slowest tests where `runMocha` reads them: no test's output can be mistaken for them.
"use strict";

const fs = require("node:fs");
const { Runner, reporters } = require("mocha");

const countsChannel = 3;

/** Of a level. */
const slowestCount = 10;

class CountingReporter extends reporters.Spec {
    constructor(runner, options) {
        super(runner, options);
        let slowest = [];
        runner.on(Runner.constants.EVENT_TEST_END, (test) => {
            const timed = [...slowest, { title: test.fullTitle(), seconds: (test.duration ?? 0) / 1000 }];
            slowest = timed.sort((one, other) => other.seconds - one.seconds).slice(0, slowestCount);
        });
        runner.once(Runner.constants.EVENT_RUN_END, () => {
            const { passes, failures, pending } = runner.stats;
            const counts = { passed: passes, failed: failures, skipped: pending };
            fs.writeSync(countsChannel, JSON.stringify({ counts, slowest }));
        });
    }
}

module.exports = CountingReporter;
