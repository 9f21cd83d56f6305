import { expect } from "chai";
import { createRequire } from "node:module";
import path from "node:path";

import { startSimulator, type Simulator } from "../../../simulator/server";
import { snapshot } from "../../../simulator/world/snapshot";
import { bgpAuthKey, runGuide, withNames, type Line } from "./guide";
import { refusalsIn, type ErrorStyle } from "./refusals";
import { refusedWrites, steps, writes } from "./steps";

export const root = path.resolve(__dirname, "..", "..", "..", "..");
/** The tools are JavaScript, beside what is compiled. */
export const requireTool = createRequire(path.join(root, "tools", "_.js"));

export const say = (line: string): boolean => process.stderr.write(`${line}\n`);

/** Ten simulated minutes pass in a second. */
const speed = 600;
/** Another partner's hosted connection waits too, and must not be taken. */
const scenario = "two-offers";

/** One run of a client's program, looked at from all sides. */
export function guideSuite(
    client: string,
    { command, errors }: { command: () => Promise<[string, ...string[]]>; errors: ErrorStyle },
): void {
    describe(`the console guide by the official clients of ${client}`, function () {
        this.timeout("25m");
        let simulator: Simulator;
        let worldBefore: World;
        let lines: Line[];

        before(async () => {
            const program = await command();
            simulator = await startSimulator({ speed, scenario });
            worldBefore = worldOf(simulator);
            try {
                lines = withNames(simulator, await runGuide(program, simulator));
            } finally {
                await simulator.close();
            }
        });

        it("goes all the way up and down again", () => {
            expect(lines.filter(({ step }) => step !== "refused")).to.deep.equal(steps);
        });

        it("is refused in the vendors' words, which its errors tell", () => {
            const refused = lines.filter(({ step }) => step === "refused").map(({ step: _step, ...told }) => told);
            expect(refused).to.deep.equal(refusalsIn(errors));
        });

        it("writes each thing once", () => {
            const asked = simulator.world.log.filter(({ mutating }) => mutating);
            const done = asked.filter(({ outcome }) => outcome === "ok");
            const not = asked.filter(({ outcome }) => outcome !== "ok");
            expect(done.map(({ action }) => action)).to.deep.equal(writes);
            expect(not.map(({ action, outcome }) => `${action} ${outcome}`)).to.deep.equal(refusedWrites);
        });

        it("leaves no key in the log", () => {
            expect(JSON.stringify(simulator.world.log)).not.to.contain(bgpAuthKey);
        });

        it("leaves the world as it was, but for the accepted connection and the circuit that has become ready", () => {
            const { vbrId = "", hostedConnectionId = "" } = simulator.description.world;
            const expected = structuredClone(worldBefore);
            Object.assign(expected.aws.connections[hostedConnectionId] ?? {}, { connectionState: "available" });
            for (const circuit of Object.values(expected.alibaba.circuits)) {
                circuit.status = "Enabled";
            }
            Object.assign(expected.alibaba.borderRouters[vbrId] ?? {}, {
                localGatewayIp: "169.254.10.1",
                peerGatewayIp: "169.254.10.2",
                peeringSubnetMask: "255.255.255.252",
            });
            expect(worldOf(simulator)).to.deep.equal(expected);
        });
    });
}

type Things = Record<string, Record<string, unknown>>;

interface World {
    aws: { connections: Things };
    alibaba: { circuits: Things; borderRouters: Things };
}

function worldOf({ world }: Simulator): World {
    return snapshot(world) as unknown as World;
}
