import { expect } from "chai";

import { startSimulator, type Simulator } from "../../simulator/server";
import { ManualClock } from "../../simulator/world/clock";
import { run, runIn, type Ended } from "./simulateCommand";

describe("the command doctor", function () {
    this.timeout(20_000);

    let simulator: Simulator;
    let environment: NodeJS.ProcessEnv;
    let vbrId: string;

    beforeEach(async () => {
        const clock = new ManualClock();
        // The command has the real time, by which a subscription may be over.
        clock.advance((Date.now() - clock.now()) / 1000);
        simulator = await startSimulator({ clock, scenario: "locked" });
        environment = { PATH: process.env.PATH, ...simulator.environment };
        vbrId = simulator.description.world.vbrId ?? "";
    });
    afterEach(() => simulator.close());

    const examine = (...args: string[]): Promise<Ended> => runIn(environment, "doctor", ...args);

    it("on both clouds' wires: what is wrong and what mends it, in 100 columns, without a write", async () => {
        const { code, stdout, stderr } = await examine("--vbr-id", vbrId);
        expect({ code, stderr }).to.deep.equal({ code: 1, stderr: "" });
        const { hostedConnectionId = "" } = simulator.description.world;
        const [circuitId = ""] = simulator.world.alibaba.circuits.keys();
        expect(stdout.split("\n").slice(0, 12)).to.deep.equal([
            "BGP is not up on both sides; 4 things are to be mended, the first one first:",
            "",
            `1. Hosted connection ${hostedConnectionId} is ordering: nobody has accepted it.`,
            "   Fix: Run pulumi up, or accept it in the Direct Connect console.",
            "",
            `2. Alibaba Cloud has not finished ${vbrId}: the circuit is Allocating, it has no`,
            "   addresses.",
            "   Fix: Wait; open a ticket with Alibaba Cloud if it stays so.",
            "",
            `3. Circuit ${circuitId} is FinancialLocked; it must be Normal.`,
            "   Fix: Pay the open bill of the circuit in the Alibaba Cloud console.",
            "",
        ]);
        expect(stdout.split("\n").filter((line) => line.length > 100)).to.deep.equal([]);
        expect(simulator.world.log.filter(({ mutating }) => mutating)).to.deep.equal([]);
    });

    it("prints one line of JSON with --json", async () => {
        const { code, stdout, stderr } = await examine("--vbr-id", vbrId, "--json");
        expect({ code, stderr }).to.deep.equal({ code: 1, stderr: "" });
        expect(stdout).to.match(/^\{.*\}\n$/);
        const report = JSON.parse(stdout) as Record<string, unknown>;
        expect(Object.keys(report)).to.deep.equal(["isWell", "ids", "findings", "rows", "isUp", "unreadable"]);
        expect(report).to.deep.include({ isWell: false, isUp: false, unreadable: [] });
    });

    it("ends in one line for credentials that a cloud refuses", async () => {
        environment.ALICLOUD_SECRET_KEY = "wrong";
        const { code, stdout, stderr } = await examine("--vbr-id", vbrId);
        expect({ code, stdout }).to.deep.equal({ code: 1, stdout: "" });
        expect(stderr).to.match(/^Alibaba Cloud account: Alibaba Cloud says SignatureDoesNotMatch: .*\n$/);
    });

    it("says in one line what to do without a stack and without IDs", async () => {
        const { code, stdout, stderr } = await examine();
        expect({ code, stdout }).to.deep.equal({ code: 1, stdout: "" });
        expect(stderr).to.match(
            /^Which link\? Give --stack in the program's folder, or IDs: --vbr-id, --virtual-interface-id\. .*\n$/,
        );
    });

    for (const [what, args, line] of [
        ["an unknown option", ["--id", "x"], "Unknown option '--id'. Valid options:"],
        ["another kind of ID", ["--vbr-id", "dxcon-1"], '--vbr-id is "dxcon-1"; give an ID that'],
        ["an argument", ["dev"], '"doctor" takes no argument "dev". Name the stack with --stack, or give IDs.'],
        ["a command", ["--", "true"], '"doctor" takes no argument "--". Name the stack with --stack, or give IDs.'],
    ] as const) {
        it(`ends with 1 for ${what}: what it takes`, async () => {
            const { code, stdout, stderr } = await run("doctor", ...args);
            expect({ code, stdout }).to.deep.equal({ code: 1, stdout: "" });
            expect(stderr.split("\n")).to.have.length(2);
            expect(stderr.startsWith(line), stderr).to.equal(true);
        });
    }
});
