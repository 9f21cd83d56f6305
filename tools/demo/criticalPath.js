// The waits that no program can shorten: those of the clouds that follow each other, by scenario.
"use strict";

/** Simulated seconds until somebody buys the connection in `not-bought-yet`. */
const { boughtAfterSeconds } = require("../../dist/simulator/scenarios/index.js");

/** `passedSeconds`: how old the world was when `up` began; what waits for nothing but time had begun by then. */
function criticalPath(scenario, durations, passedSeconds) {
    const { backendConfiguration, orderToBorderRouter } = durations;
    const accepted = step("AWS: from the acceptance to available", durations.confirmToAvailable);
    const running = step("Alibaba's backend: from Configuring to Running", backendConfiguration);
    const bought = step("until the connection is bought and has a VBR", boughtAfterSeconds + orderToBorderRouter);
    const circuit = {
        default: () => [longest(...lessPassed(passedSeconds, running), accepted)],
        "two-offers": () => [longest(...lessPassed(passedSeconds, running), accepted)],
        // The backend starts with the acceptance, which comes at once.
        "accept-first": () => [longest(running, accepted)],
        "backend-first": () => [...lessPassed(passedSeconds, running), accepted],
        "not-bought-yet": () => {
            const [stillBought, stillRunning] = lessPassed(passedSeconds, bought, running);
            return [stillBought, longest(stillRunning, accepted)];
        },
    };
    return [
        ...circuit[scenario](),
        longest(
            step("AWS: the virtual interface, until available", durations.virtualInterfaceCreate),
            step("Alibaba Cloud: BGP group and peer", 2 * durations.bgpGroupOrPeer),
        ),
        step("both routers: until the BGP session is up", durations.bgpSession),
        step("until both clouds show it", Math.max(durations.readingLagAws, durations.readingLagAlibaba)),
    ];
}

function step(what, seconds) {
    return { what, seconds };
}

/** Steps that follow each other by themselves, without those seconds of them that had passed. */
function lessPassed(passedSeconds, ...steps) {
    let passed = passedSeconds;
    return steps.map(({ what, seconds }) => {
        const before = Math.min(seconds, passed);
        passed -= before;
        const note = before === 0 ? "" : ` (${Math.round(before)} of ${seconds} had passed before)`;
        return step(`${what}${note}`, Math.round(seconds - before));
    });
}

function longest(...steps) {
    return steps.reduce((longer, step) => (step.seconds > longer.seconds ? step : longer));
}

module.exports = { criticalPath };
