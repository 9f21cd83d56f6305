// The waits that no program can shorten: those of the clouds that follow each other, by what the world takes time for.
"use strict";

/** Simulated seconds until somebody buys the connection in `not-bought-yet`. */
const { boughtAfterSeconds } = require("../../dist/simulator/scenarios/waits.js");

/** `passedSeconds`: how old the world was when `up` began; what waits for nothing but time had begun by then. */
function criticalPath(scenario, { durations, guesses }, passedSeconds) {
    return [
        ...circuitSteps(scenario, { durations, guesses }, passedSeconds),
        longest(
            step("AWS: the virtual interface, until available", durations.virtualInterfaceCreate),
            step("Alibaba Cloud: BGP group and peer", 2 * durations.bgpGroupOrPeer),
        ),
        step("both routers: until the BGP session is up", durations.bgpSession),
        step("until both clouds show it", Math.max(durations.readingLagAws, durations.readingLagAlibaba)),
    ];
}

/** Until the connection is accepted and the backend is Running. */
function circuitSteps(scenario, { durations, guesses }, passedSeconds) {
    const { backendConfiguration, enabledToVlan, enabledToAddresses, orderToBorderRouter } = durations;
    const accepted = step("AWS: from the acceptance to available", durations.confirmToAvailable);
    const running = step(
        "Alibaba's backend: from Configuring to Running",
        backendConfiguration + Math.max(enabledToVlan, enabledToAddresses),
    );
    if (scenario === "not-bought-yet") {
        const bought = step("until the connection is bought and has a VBR", boughtAfterSeconds + orderToBorderRouter);
        const [stillBought, stillRunning] = lessPassed(passedSeconds, bought, running);
        return [stillBought, longest(stillRunning, accepted)];
    }
    if (guesses.orderOfWaits === "accept-first") {
        // The backend starts with the acceptance, which comes at once.
        return [longest(running, accepted)];
    }
    const [stillRunning] = lessPassed(passedSeconds, running);
    // Without the offer, or without the VBR's VLAN to tell it by, nothing is accepted before the backend is Running.
    const acceptedAfterwards = guesses.orderOfWaits === "backend-first" || guesses.borderRouterVlan === "when-running";
    return acceptedAfterwards ? [stillRunning, accepted] : [longest(stillRunning, accepted)];
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
