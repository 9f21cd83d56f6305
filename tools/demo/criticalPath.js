// The waits that no program can shorten: those of the clouds that follow each other, by scenario.
"use strict";

/** Simulated seconds until somebody buys the connection in `not-bought-yet`. */
const { boughtAfterSeconds } = require("../../dist/simulator/scenarios/index.js");

/** `passedSeconds`: how old the world was when `up` began; what waits for nothing but time had begun by then. */
function criticalPath(scenario, durations, passedSeconds) {
    const { backendConfiguration, orderToBorderRouter } = durations;
    const accepted = step("AWS: from the acceptance to available", durations.confirmToAvailable);
    const running = step("Alibaba's backend: from Configuring to Running", backendConfiguration);
    const circuit = {
        default: [longest(lessPassed(running, passedSeconds), accepted)],
        "two-offers": [longest(lessPassed(running, passedSeconds), accepted)],
        // The backend starts with the acceptance, which comes at once.
        "accept-first": [longest(running, accepted)],
        "backend-first": [lessPassed(running, passedSeconds), accepted],
        "not-bought-yet": [
            lessPassed(
                step("until the connection is bought and has a VBR", boughtAfterSeconds + orderToBorderRouter),
                passedSeconds,
            ),
            longest(running, accepted),
        ],
    };
    return [
        ...circuit[scenario],
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

function lessPassed({ what, seconds }, passedSeconds) {
    const left = Math.max(0, seconds - passedSeconds);
    return step(`${what} (${Math.round(seconds - left)} of ${seconds} had passed before)`, Math.round(left));
}

function longest(...steps) {
    return steps.reduce((longer, step) => (step.seconds > longer.seconds ? step : longer));
}

module.exports = { criticalPath };
