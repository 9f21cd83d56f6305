import { expect } from "chai";

import { NoAnswer } from "../../simulator/faults/noAnswer";
import { startSimulator, type Simulator } from "../../simulator/server";
import { ManualClock } from "../../simulator/world/clock";
import { startHost, type Asked, type DynamicHost } from "../harness/dynamicHost";
import { refusalOf, type RefusedCall } from "../harness/providerClient";

describe("an engine that asks its providers to stop", () => {
    let simulator: Simulator;
    let host: DynamicHost;
    let asked: Asked;

    beforeEach(async () => {
        simulator = await startSimulator({ clock: new ManualClock(), scenario: "not-bought-yet" });
        host = await startHost({ environment: simulator.environment });
        await host.configure({});
        asked = await host.ask("BorderRouter", { accessPointId: "ap-sg-singapore-a" });
    });
    afterEach(async () => {
        await host.stop();
        await simulator.close();
    });

    function create({ urn, inputs }: Asked, name: string): Promise<RefusedCall> {
        return refusalOf(host.create(`${urn}-${name}`, { ...inputs, resourceUrn: `${urn}-${name}` }));
    }

    function expectInterrupted({ message, partial }: RefusedCall): void {
        expect(message).to.match(
            /^VBR: still "not there" \(for the last \d+s\) when the wait had to end\. Pulumi was interrupted: run the same command again; it goes on where it stopped\.$/,
        );
        expect(partial).to.equal(undefined);
    }

    it("ends every wait of the host, with its last state and what to do; nothing is stored", async () => {
        const waits = ["first", "second"].map((name) => create(asked, name));
        await Promise.all(["first", "second"].map((name) => host.engine.said(/VBR: not there/, name)));
        const looks = simulator.world.log.length;
        await host.cancel();
        (await Promise.all(waits)).forEach(expectInterrupted);
        expect(simulator.world.log.length - looks).to.be.at.most(1);
    });

    it("ends a call too that its cloud leaves without an answer", async () => {
        const held = new Promise<void>((resolve) => {
            simulator.world.watchers.add({
                arrived() {
                    resolve();
                    throw new NoAnswer("silence");
                },
            });
        });
        const waiting = create(asked, "held");
        await held;
        await host.cancel();
        expect((await waiting).message).to.equal(
            "A call to a cloud was still without an answer when Pulumi was interrupted. Run the same command again; it goes on where it stopped.",
        );
    });

    it("ends a wait too that was only on its way then", async () => {
        await host.check(asked.urn, asked.inputs);
        const [refused] = await Promise.all([create(asked, "late"), host.cancel()]);
        expectInterrupted(refused);
    });
});
