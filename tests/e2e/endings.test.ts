import { expect } from "chai";

import { endings, type Ending } from "../harness/endings";
import { HeldClock, held } from "../harness/heldClock";
import { bgpCounts, rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";
import { leftAfter, processesOf, watchCommand, type RunningCommand } from "../harness/runningCommand";
import { expectedWrites } from "../harness/scenarioSuite";

/** For the command, and after it for the processes below it; a wait by itself would go on for 45 minutes. */
const limitMilliseconds = 10_000;

interface Wait {
    title: string;
    command: "up" | "destroy";
    line: RegExp;
    /** What the wait says of its state when it is interrupted. */
    state: string;
    /** What must have happened before the first ending: official resources that a kill would lose are another test's. */
    before: readonly RegExp[];
    /** Once what was waited for has come; default: the next wait's first command goes on. */
    goesOn?: (rehearsal: Rehearsal) => Promise<void>;
}

const waits: readonly Wait[] = [
    {
        title: "for the purchase",
        command: "up",
        line: /VBR: not there/,
        state: 'VBR: still "not there"',
        before: [/link-route-propagation-0 created/, /link-route-propagation-1 created/],
    },
    {
        title: "for the backend, after the acceptance",
        command: "up",
        line: /backend: Configuring/,
        state: 'Alibaba backend: still "Configuring"',
        before: [/hosted connection: pending/, /link-cen-propagation created/],
    },
    {
        title: "for BGP",
        command: "up",
        line: /BGP: AWS down, Alibaba Connect/,
        state: 'BGP: still "AWS down, Alibaba Connect"',
        before: [],
        goesOn: bgpIsUp,
    },
    {
        title: "for a deleted BGP peer",
        command: "destroy",
        line: /BGP peer: Deleting/,
        state: 'BGP peer: still "Deleting"',
        before: [/link-virtual-interface deleted/, /link-cen-propagation deleted/],
        goesOn: allIsGone,
    },
];

describe("a wait that is ended from outside", () => {
    const clock = new HeldClock();
    let rehearsal: Rehearsal;

    before(async () => {
        const durations = { orderToBorderRouter: held, backendConfiguration: held, bgpSession: held };
        rehearsal = await rehearse({ scenario: "not-bought-yet", clock, durations });
    });
    after(() => rehearsal.end());

    async function startWaiting({ command, line, before }: Wait, isFirst: boolean): Promise<RunningCommand> {
        const { stack } = rehearsal;
        const running = watchCommand(command === "up" ? stack.startUp() : stack.startDestroy());
        await running.said(line, ...(isFirst ? before : []));
        return running;
    }

    async function expectEnd(running: RunningCommand, ending: Ending, state: string): Promise<void> {
        const { stack, simulator } = rehearsal;
        const processes = processesOf(running);
        const own = processes.find(({ id }) => id === running.process.pid);
        expect(processes.filter(({ groupId }) => groupId === own?.groupId)).to.deep.equal([own]);
        const tooLate = setTimeout(() => running.process.kill("SIGKILL"), limitMilliseconds);
        await ending.end(running, processes);
        const [exitCode, signal] = await running.ended;
        clearTimeout(tooLate);
        expect(ending.exits).to.include(exitCode ?? signal);
        expect(await leftAfter(limitMilliseconds, processes)).to.deep.equal([]);
        const calls = simulator.world.log.length;
        if (ending.tells) {
            expect(running.printed()).to.match(
                new RegExp(
                    `${state} \\(for the last \\d+s\\) when the wait had to end\\. Pulumi was interrupted: run the same command again; it goes on where it stopped\\.`,
                ),
            );
        }
        if (ending.locks) {
            await stack.cancel();
        }
        expect(simulator.world.log).to.have.length(calls);
    }

    for (const wait of waits) {
        describe(wait.title, () => {
            for (const [index, ending] of endings.entries()) {
                it(`is over within seconds after ${ending.title}, and no process stays`, async () => {
                    await expectEnd(await startWaiting(wait, index === 0), ending, wait.state);
                });
            }

            it("goes on once it has come, and nothing was written twice", async () => {
                clock.release();
                await wait.goesOn?.(rehearsal);
            });
        });
    }
});

async function bgpIsUp({ stack, simulator }: Rehearsal): Promise<void> {
    const { failed, steps } = await stack.up();
    expect({ failed, steps }).to.deep.equal({ failed: false, steps: { "link-verification": "create" } });
    const { verification } = (await stack.outputs()) as { verification: { bgpStatus: string } };
    expect(verification.bgpStatus).to.equal("up");
    expect(writesOf(simulator).sort()).to.deep.equal(expectedWrites(simulator));
    expect((await stack.preview()).steps).to.deep.equal({});
    // For the destroy that follows.
    simulator.world.log.length = 0;
    simulator.world.durations.bgpGroupOrPeer = held;
}

const eachDeletedOnce = [
    "DeleteBgpGroup",
    "DeleteBgpPeer",
    "DeleteTransitRouterVbrAttachment",
    "DeleteVirtualInterface",
    "DeleteVpnGateway",
    "DetachVpnGateway",
    "DisableTransitRouterRouteTablePropagation",
    "DisableVgwRoutePropagation",
    "DisableVgwRoutePropagation",
    "DissociateTransitRouterAttachmentFromRouteTable",
];

async function allIsGone({ stack, simulator }: Rehearsal): Promise<void> {
    simulator.world.durations.bgpGroupOrPeer = 1;
    expect((await stack.destroy()).failed).to.equal(false);
    expect(writesOf(simulator).sort()).to.deep.equal(eachDeletedOnce);
    expect(await stack.resources()).to.deep.equal([]);
    expect(bgpCounts(simulator)).to.deep.equal([0, 0]);
}
