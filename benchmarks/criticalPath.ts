import { defaultDurations, type Durations } from "../simulator/world/limits";
import { rehearse } from "../tests/harness/rehearsal";
import { median, type Bench } from "./bench";
import { succeeded } from "./succeeded";

/** Simulated seconds in a real one. */
const speed = 5;
/** Both slow waits take ten minutes, which users saw of AWS's acceptance (see `confirmToAvailable` in the simulator's limits). */
const slowWaitSeconds = 600;
/** The pace looks every 12 s when a wait ends after two real minutes: its changes come at five moments between two looks, evenly spread. */
const phasesSeconds = [0, 2.4, 4.8, 7.2, 9.6];
/** Between the starts of the five: their processors' work does not meet. */
const apartSeconds = 12;

const nothing = Object.fromEntries(Object.keys(defaultDurations).map((name) => [name, 0])) as Durations;

/** What the engine and this package take where nothing has to be waited for. */
const withoutWaits: Partial<Durations> = {
    ...nothing,
    // What is no wait of an `up`.
    failoverTest: defaultDurations.failoverTest,
    bgpHoldAws: defaultDurations.bgpHoldAws,
    bgpHoldAlibaba: defaultDurations.bgpHoldAlibaba,
    bgpKeepaliveAws: defaultDurations.bgpKeepaliveAws,
    bgpKeepaliveAlibaba: defaultDurations.bgpKeepaliveAlibaba,
};

function durationsOf(phaseSeconds: number): Durations {
    const slow = slowWaitSeconds + phaseSeconds * speed;
    return { ...defaultDurations, backendConfiguration: slow, confirmToAvailable: slow };
}

/** No wait of these can begin before the one in front of it has ended: the circuit, the virtual interface, the session, its routes. */
function longestChainSeconds(durations: Durations): number {
    const { confirmToAvailable, virtualInterfaceCreate, bgpSession, routeInstallation } = durations;
    return (confirmToAvailable + virtualInterfaceCreate + bgpSession + routeInstallation) / speed;
}

/** Everything that somebody waits for who does one step after the other in two consoles. */
function oneAfterTheOtherSeconds(durations: Durations): number {
    const onTheWay = durations.vpnGatewayCreate + durations.vpnGatewayAttach + durations.attachmentCreate;
    const legs = 2 * durations.associationOrPropagation + 2 * durations.bgpGroupOrPeer;
    return longestChainSeconds(durations) + (durations.backendConfiguration + onTheWay + legs) / speed;
}

async function secondsOfUp(durations: Partial<Durations>, atSpeed: number): Promise<number> {
    const rehearsal = await rehearse({ speed: atSpeed, durations });
    try {
        const beganAt = performance.now();
        succeeded(await rehearsal.stack.up());
        return (performance.now() - beganAt) / 1000;
    } finally {
        await rehearsal.end();
    }
}

async function pause(seconds: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

export const criticalPath: Bench = {
    name: "critical-path",
    says: `critical-path: an up of the quickstart, the clouds ${speed} times as fast, beside its longest chain of waits and the same up without waits`,
    async run(report) {
        const bare: number[] = [];
        for (let run = 0; run < 3; run++) {
            bare.push(await secondsOfUp(withoutWaits, speed));
        }
        const bareSeconds = median(bare);
        report({ name: "critical-path/without waits", value: bareSeconds, unit: "s" });
        const phases = await Promise.all(
            phasesSeconds.map(async (phaseSeconds, index) => {
                await pause(index * apartSeconds);
                const durations = durationsOf(phaseSeconds);
                const seconds = await secondsOfUp(durations, speed);
                return {
                    phaseSeconds,
                    seconds,
                    overChain: seconds / (longestChainSeconds(durations) + bareSeconds),
                    overByHand: seconds / oneAfterTheOtherSeconds(durations),
                };
            }),
        );
        for (const { phaseSeconds, seconds, overChain } of phases) {
            report({ name: `critical-path/up, ${phaseSeconds} s later`, value: seconds, unit: "s" });
            report({ name: `critical-path/${phaseSeconds} s later`, value: overChain, unit: "x" });
        }
        const worst = (ratios: readonly number[]): number => Math.max(...ratios);
        const chain = worst(phases.map(({ overChain }) => overChain));
        report({ name: "critical-path", value: chain, unit: "x", bar: { atMost: 1.1 } });
        const byHand = worst(phases.map(({ overByHand }) => overByHand));
        report({ name: "critical-path/by hand", value: byHand, unit: "x", bar: { atMost: 0.6 } });
    },
};
