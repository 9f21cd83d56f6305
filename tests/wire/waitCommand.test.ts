import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect } from "chai";

import { startSimulator, type Simulator } from "../../simulator/server";
import { ManualClock } from "../../simulator/world/clock";
import { main, run, runIn, type Ended } from "./simulateCommand";

describe("the command wait", function () {
    this.timeout(20_000);

    let simulator: Simulator;
    let clock: ManualClock;
    let environment: NodeJS.ProcessEnv;
    let vbrId: string;

    beforeEach(async () => {
        clock = new ManualClock();
        // The command has the real time, by which a subscription may be over.
        clock.advance((Date.now() - clock.now()) / 1000);
        simulator = await startSimulator({ clock, scenario: "accept-first" });
        environment = { PATH: process.env.PATH, ...simulator.environment };
        vbrId = simulator.description.world.vbrId ?? "";
    });
    afterEach(() => simulator.close());

    const lookOnce = (...args: string[]): Promise<Ended> => runIn(environment, "wait", "--timeout", "0", ...args);
    const accept = (): void => {
        const connection = [...simulator.world.aws.connections.values()][0];
        Object.assign(connection ?? {}, { connectionState: "available" });
        simulator.world.changed();
    };
    const writes = (): unknown[] => simulator.world.log.filter(({ mutating }) => mutating);

    it("on both clouds' wires: not yet, then ready, without a write", async () => {
        const { hostedConnectionId = "" } = simulator.description.world;
        const notYet = await lookOnce("--for", "available", "--connection-id", hostedConnectionId);
        expect(notYet).to.deep.equal({
            code: 75,
            stdout: "",
            stderr: 'AWS hosted connection is "ordering". Run it again later; open a ticket with Alibaba Cloud if it stays so.\n',
        });
        accept();
        const ready = await lookOnce("--for", "available", "--connection-id", hostedConnectionId);
        expect({ code: ready.code, stderr: ready.stderr }).to.deep.equal({ code: 0, stderr: "" });
        expect(ready.stdout).to.match(/^AWS hosted connection: available, after \ds\.\n$/);
        expect(writes()).to.deep.equal([]);
    });

    it("prints one line of JSON with --json, whatever the end", async () => {
        const ended = await lookOnce("--for", "backend", "--vbr-id", vbrId, "--json");
        expect(ended.code).to.equal(75);
        expect(ended.stdout).to.match(/^\{.*\}\n$/);
        const { since, ...rest } = JSON.parse(ended.stdout) as Record<string, unknown>;
        expect(since).to.match(/^\d{4}-\d\d-\d\dT/);
        expect(rest).to.deep.equal({
            for: "backend",
            exitCode: 75,
            state: "Configuring",
            message: ended.stderr.trimEnd(),
            vbrId,
        });
    });

    it("ends with 1 for credentials that a cloud refuses", async () => {
        environment.ALICLOUD_SECRET_KEY = "wrong";
        const { code, stderr } = await lookOnce("--for", "backend", "--vbr-id", vbrId);
        expect(code).to.equal(1);
        expect(stderr).to.match(/^VBRs: Alibaba Cloud says SignatureDoesNotMatch: .*\n$/);
    });

    it("ends with 130 on Ctrl-C, at once and in one line", async () => {
        const child = spawn(process.execPath, [main, "wait", "--for", "backend", "--vbr-id", vbrId], {
            stdio: ["ignore", "ignore", "pipe"],
            env: environment,
        });
        const lines = createInterface({ input: child.stderr });
        await once(lines, "line");
        child.kill("SIGINT");
        const [last] = (await once(lines, "line")) as [string];
        const [code] = (await once(child, "close")) as [number | null];
        expect([last, code]).to.deep.equal(["Interrupted; nothing was written.", 130]);
    });

    for (const [what, args, line] of [
        ["no step", [], "Required option '--for <STEP>' not specified. Valid options:"],
        ["an unknown step", ["--for", "up"], "Option '--for <STEP>' argument 'up' is invalid. Allowed choices are"],
        ["an unknown option", ["--for", "backend", "--id", "x"], "Unknown option '--id'. Valid options:"],
        ["a bad time-out", ["--for", "backend", "--timeout", "20"], '--timeout is "20"; give a duration such as'],
        ["another kind of ID", ["--for", "backend", "--vbr-id", "dxcon-1"], '--vbr-id is "dxcon-1"; give an ID that'],
        ["an argument", ["--for", "backend", "dev"], '"wait" takes no argument "dev". Name the step with --for.'],
        ["a command", ["--for", "backend", "--", "true"], '"wait" takes no argument "--". Name the step with --for.'],
    ] as const) {
        it(`ends with 1 for ${what}: what it takes`, async () => {
            const { code, stdout, stderr } = await run("wait", ...args);
            expect({ code, stdout }).to.deep.equal({ code: 1, stdout: "" });
            expect(stderr.split("\n")).to.have.length(2);
            expect(stderr.startsWith(line), stderr).to.equal(true);
        });
    }
});
