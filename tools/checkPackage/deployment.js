// The installed package's program on the real engine: BGP up, then everything gone.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const runPatiently = require("../runPatiently");
const { configuration, engineSettings } = require("../throwawayStack");
const { commandIn, startInstalledSimulator } = require("./simulator");

async function deploy(folder, { PATH, HOME }, say) {
    const simulator = await startInstalledSimulator(folder);
    const run = (command, values, title, subject = title) => {
        const shown = title === undefined ? () => undefined : say;
        shown(title);
        return runPatiently(command, values, {
            cwd: folder,
            // Nothing of the user's own identity or settings.
            env: { PATH, HOME, ...simulator.environment, ...engineSettings(folder) },
            subject,
            limitSeconds: 180,
            say: shown,
        });
    };
    const pulumi = (values, title) => run("pulumi", ["--non-interactive", ...values], title, `pulumi ${values[0]}`);
    try {
        fs.mkdirSync(path.join(folder, "state"));
        fs.writeFileSync(path.join(folder, "Pulumi.check.yaml"), configuration(simulator.world));
        await pulumi(["stack", "init", "check"]);
        await refuseWrongProgram(folder, pulumi);
        await pulumi(["preview"], "pulumi preview, type check included");
        await pulumi(["up", "--yes", "--skip-preview"], "pulumi up");
        expectBgpUp(JSON.parse(await pulumi(["stack", "output", "--json"])));
        await run(commandIn(folder), ["wait", "--for", "bgp-up", "--timeout", "0"], "wait --for bgp-up");
        await pulumi(["destroy", "--yes", "--skip-preview"], "pulumi destroy");
    } finally {
        simulator.end();
    }
}

/** The types reach the user: a program with a wrong argument does not get as far as the engine. */
async function refuseWrongProgram(folder, pulumi) {
    const file = path.join(folder, "index.ts");
    const program = fs.readFileSync(file, "utf8");
    fs.writeFileSync(file, `${program}\nnew MultiCloudConnection("wrong", { alibaba: 1, aws: 2 });\n`);
    try {
        await pulumi(["preview"], "pulumi preview of a program with wrong arguments, which its types must refuse");
    } catch (error) {
        if (/not assignable to type 'AlibabaArgs'/.test(error.output ?? "")) {
            return;
        }
        throw error;
    } finally {
        fs.writeFileSync(file, program);
    }
    throw new Error("A program with wrong arguments got past the type check.");
}

function expectBgpUp({ verification }) {
    const { aws, alibaba } = verification;
    if (aws.bgpStatus !== "up" || alibaba.bgpStatus !== "Established") {
        throw new Error(`BGP is not up on both sides: ${JSON.stringify(verification)}`);
    }
}

module.exports = deploy;
