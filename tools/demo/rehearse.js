// The engine's five commands one after the other, each held to what it must show.
"use strict";

const { say } = require("../prepare");
const { criticalPath } = require("./criticalPath");
const { differences } = require("./differences");
const { makeProject } = require("./project");

/** What a connection keeps for good: it was accepted, and Alibaba's backend has configured its end, in some worlds with BGP. */
function stays({ guesses }, line) {
    return (
        /^(aws\.connections|alibaba\.(circuits|borderRouters))\./.test(line) ||
        (guesses.backendMakesBgp !== "none" && /^alibaba\.(bgpGroups|bgpPeers)\./.test(line))
    );
}

/** Answers an exit code: 0 where everything that the demo is about was seen to be true. */
async function rehearse({ simulator, scenario, speed, environment }) {
    const worldBegan = simulator.world.clock.now();
    const { snapshot } = require("../../dist/simulator/world/snapshot.js");
    const project = await makeProject(simulator, environment);
    try {
        const before = snapshot(simulator.world);
        title("1/5 pulumi preview", "what one `up` will do");
        await project.pulumi("preview");

        title("2/5 pulumi up", "accept, wait for both clouds, wire them together, and wait until BGP is up");
        const passedSeconds = (simulator.world.clock.now() - worldBegan) / 1000;
        const upSeconds = await timed(() => project.pulumi("up", "--yes", "--skip-preview"));
        const { verification } = await project.outputs();
        const { aws, alibaba } = verification;
        must(
            aws.bgpStatus === "up" && alibaba.bgpStatus === "Established",
            `BGP is not up on both sides: ${JSON.stringify(verification)}`,
        );

        title("3/5 pulumi preview", "there must be nothing left to do");
        const idleSeconds = await timed(() => project.pulumi("preview", "--expect-no-changes"));

        title("4/5 pulumi refresh", "the clouds must be as the state says: no drift");
        await project.pulumi("refresh", "--yes", "--skip-preview", "--expect-no-changes");

        title("5/5 pulumi destroy", "everything that `up` made goes again");
        await project.pulumi("destroy", "--yes", "--skip-preview");
        const left = differences(before, snapshot(simulator.world));
        const unexpected = left.filter((line) => scenario !== "not-bought-yet" && !stays(simulator.world, line));
        must(unexpected.length === 0, `destroy left something behind:\n  ${unexpected.join("\n  ")}`);

        summarize({
            verification,
            upSeconds,
            idleSeconds,
            speed,
            path: criticalPath(scenario, simulator.world, passedSeconds),
            left,
        });
        return 0;
    } finally {
        await project.remove();
    }
}

async function timed(action) {
    const startedAt = Date.now();
    await action();
    return (Date.now() - startedAt) / 1000;
}

function title(command, meaning) {
    const line = `── ${command} ── ${meaning} `;
    say(`\n${process.stderr.isTTY ? `\x1b[1m${line}\x1b[0m` : line}`);
}

function must(holds, otherwise) {
    if (!holds) {
        throw new Error(otherwise);
    }
}

function summarize({ verification, upSeconds, idleSeconds, speed, path, left }) {
    const waited = path.reduce((sum, { seconds }) => sum + seconds, 0);
    const real = waited / speed;
    title("What was proved", "on a real engine, against both clouds as simulated");
    say(
        `BGP is up on both sides: AWS says "${verification.aws.bgpStatus}", Alibaba Cloud says "${verification.alibaba.bgpStatus}".`,
    );
    say("A second look had nothing to do, and a refresh saw no drift.");
    say("\nThe critical path of the clouds, in simulated seconds:");
    for (const { what, seconds } of path) {
        say(`  ${String(seconds).padStart(5)}  ${what}`);
    }
    say(
        `  ${String(waited).padStart(5)}  in all, which pass in ${real.toFixed(1)} s here (${speed} simulated seconds in a real one)`,
    );
    say(
        `The wall time of \`up\` was ${upSeconds.toFixed(1)} s: ${(upSeconds - real).toFixed(1)} s more than the clouds took. With nothing to do (the preview of 3/5) the engine takes ${idleSeconds.toFixed(1)} s.`,
    );
    say("\nAfter destroy the clouds differ from before in this alone, the accepted connection:");
    for (const line of left) {
        say(`  ${line}`);
    }
}

module.exports = { rehearse };
