import { expect } from "chai";

import type { Simulator, SimulatorOptions } from "../../simulator/server";
import { compiledFleet, fleetAsItIs, makeFleet, type TestFleet } from "../harness/fleet";
import { HeldClock, held } from "../harness/heldClock";
import { LeastPrivilege } from "../harness/leastPrivilege";
import { quickstartArgs, writesOf } from "../harness/rehearsal";
import { watchCommand } from "../harness/runningCommand";
import { expectedWrites } from "../harness/scenarioSuite";

const fast: SimulatorOptions = { speed: 600 };
const noSuchVbr = "vbr-nosuchone";

/** Each stack's own policies; those of a stack that names a wrong VBR are made from the wrong one. */
function permitAll({ simulators }: TestFleet, wrong: readonly string[] = []): void {
    for (const [name, simulator] of simulators) {
        const privilege = new LeastPrivilege(simulator);
        const args = quickstartArgs(simulator);
        privilege.addLinks(wrong.includes(name) ? { ...args, alibaba: { ...args.alibaba, vbrId: noSuchVbr } } : args);
        privilege.permit("up");
    }
}

/** The most stacks that were on their way at once. */
function mostAtOnce(printed: string): number {
    let running = 0;
    return printed
        .split("\n")
        .filter((line) => /^\S+: /.test(line))
        .reduce((most, line) => Math.max(most, (running += line.endsWith(": begins") ? 1 : -1)), 0);
}

/** The table at the end, its times aside. */
function tableIn(printed: string): string[] {
    const lines = printed.trimEnd().split("\n");
    const table = lines.slice(lines.findIndex((line) => line.startsWith("stack ")));
    return table.map((line) => line.replace(/ (\d+m )?\d+s\b/, " TIME").replace(/ {2,}/g, " | "));
}

function allWritten({ simulators }: TestFleet): Record<string, string[]> {
    return Object.fromEntries([...simulators].map(([name, simulator]) => [name, writesOf(simulator).sort()]));
}

function writtenOnce({ simulators }: TestFleet): Record<string, string[]> {
    return Object.fromEntries([...simulators].map(([name, simulator]) => [name, expectedWrites(simulator)]));
}

describe("the example with a fleet of stacks", () => {
    describe("of which one fails", () => {
        const names = ["one", "two", "three", "four"];
        let fleet: TestFleet;

        before(async () => {
            fleet = await makeFleet(Object.fromEntries(names.map((name) => [name, fast])), fleetAsItIs);
        });
        after(() => fleet.end());

        it("brings the others up, two at once, and says in one table what came of each", async () => {
            await fleet.write(2, names, { two: { vbrId: noSuchVbr } });
            permitAll(fleet, ["two"]);
            const { exitCode, stdout, stderr } = await fleet.run();
            expect(tableIn(stdout)).to.deep.equal([
                "stack | result | time | error",
                "one | up | TIME",
                `two | failed | TIME | pulumi-nodejs:dynamic/multicloud:Preflight resource 'link-preflight' has a problem: VBR ${noSuchVbr} is not in ap-southeast-1. Check alibaba.vbrId and the region of the alicloud provider.`,
                "three | up | TIME",
                "four | up | TIME",
                "",
                "3 of 4 stacks are up.",
            ]);
            expect(mostAtOnce(stdout)).to.equal(2);
            expect({ exitCode, stderr }).to.deep.equal({ exitCode: 1, stderr: "" });
            expect(allWritten(fleet)).to.deep.equal({ ...writtenOnce(fleet), two: [] });
            expect(await fleet.logOf("one")).to.include('bgpStatus : "up"');
        });

        it("goes on with that one when it is run again, and writes nothing twice", async () => {
            await fleet.write(4, names);
            permitAll(fleet);
            const { exitCode, stdout } = await fleet.run();
            expect(tableIn(stdout)).to.deep.equal([
                "stack | result | time | error",
                "one | unchanged | TIME",
                "two | up | TIME",
                "three | unchanged | TIME",
                "four | unchanged | TIME",
                "",
                "4 of 4 stacks are up.",
            ]);
            expect(exitCode).to.equal(0);
            expect(allWritten(fleet)).to.deep.equal(writtenOnce(fleet));
        });

        it("refuses a file with a mistake in one line, and begins nothing", async () => {
            await fleet.write(0, names);
            const { exitCode, stdout, stderr } = await fleet.run();
            expect({ exitCode, stdout }).to.deep.equal({ exitCode: 1, stdout: "" });
            expect(stderr).to.match(/fleet\.json: the fleet has 0 as "parallelStacks"; .+\n$/);
        });
    });

    describe("that is interrupted", () => {
        const clock = new HeldClock();
        let fleet: TestFleet;

        before(async () => {
            const waiting = {
                clock,
                durations: { backendConfiguration: held },
                guesses: { orderOfWaits: "accept-first" },
            } as const;
            fleet = await makeFleet({ waiting, next: fast }, compiledFleet);
            await fleet.write(1, ["waiting", "next"]);
            permitAll(fleet);
        });
        after(() => fleet.end());

        it("begins no further stack, lets the running one end its wait, and says so", async () => {
            const command = watchCommand(fleet.start());
            await called(fleet.simulators.get("waiting"), "ConfirmConnection");
            command.process.kill("SIGTERM");
            const [exitCode] = await command.ended;
            const printed = command.printed();
            expect(printed).to.include(
                "SIGTERM: no further stack begins, and the running ones come to an end. Run it again, and it goes on.",
            );
            expect(tableIn(printed).map((line) => line.split(" | ").slice(0, 3))).to.deep.equal([
                ["stack", "result", "time"],
                ["waiting", "failed", "TIME"],
                ["next", "not begun"],
                [""],
                ["0 of 2 stacks are up."],
            ]);
            expect(tableIn(printed)[1]).to.match(/Pulumi was interrupted: run the same command again/);
            expect(exitCode).to.equal(1);
        });

        it("goes on where it stopped when it is run again", async () => {
            clock.release();
            const { exitCode, stdout } = await fleet.run();
            expect(tableIn(stdout).at(-1)).to.equal("2 of 2 stacks are up.");
            expect(exitCode).to.equal(0);
            expect(allWritten(fleet)).to.deep.equal(writtenOnce(fleet));
        });
    });
});

/** Settles when a call of the action has taken effect. */
async function called(simulator: Simulator | undefined, wanted: string): Promise<void> {
    await new Promise<void>((resolve) => {
        simulator?.world.watchers.add({
            done: ({ action }) => {
                if (action === wanted) {
                    resolve();
                }
            },
        });
    });
}
