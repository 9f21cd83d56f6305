// `npm run demo [-- --scenario NAME] [-- --speed N]`: the quickstart on a real engine and two simulated clouds, from `pulumi up` to `pulumi destroy`.
"use strict";

const { parseArgs } = require("node:util");

const { main, prepare } = require("./prepare");

const usage = "Write: npm run demo -- [--scenario NAME] [--speed N]";

main(async () => {
    const { scenario, speed } = readOptions();
    const environment = await prepare();
    // Compiled by `prepare` just now.
    const { findScenario } = require("../dist/simulator/scenarios/index.js");
    if (!findScenario(scenario).comesUp) {
        throw new Error(
            `In scenario "${scenario}" the link does not come up by itself. Try it by hand: npm run simulate -- --scenario ${scenario} -- bash`,
        );
    }
    const { startSimulator } = require("../dist/simulator/server.js");
    const { rehearse } = require("./demo/rehearse");
    const simulator = await startSimulator({ scenario, speed });
    try {
        return await rehearse({ simulator, scenario, speed, environment });
    } finally {
        await simulator.close();
    }
});

function readOptions() {
    let values;
    try {
        ({ values } = parseArgs({ options: { scenario: { type: "string" }, speed: { type: "string" } } }));
    } catch (error) {
        throw new Error(`${error.message.split(". ")[0]}. ${usage}`);
    }
    const speed = Number(values.speed ?? 60);
    if (!(speed > 0 && speed <= 600)) {
        throw new Error(
            `--speed is "${values.speed}"; it must be a number of simulated seconds in a real one, above 0 and at most 600.`,
        );
    }
    return { scenario: values.scenario ?? "default", speed };
}
