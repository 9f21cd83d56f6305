import { expect } from "chai";

import { startSimulator, type Simulator } from "../../simulator/server";
import { ManualClock } from "../../simulator/world/clock";
import { startHost, type DynamicHost } from "../harness/dynamicHost";
import { refusalOf } from "../harness/providerClient";
import { errorOf } from "../support/rejects";

/** Without how long it has waited: the host's clock is real, and loading a cloud's SDK takes a part of it. */
function timeless(text: string): string {
    return text.replace(/\bfor the last \d+s/g, "for the last Ns").replace(/ \d+s of /, " Ns of ");
}

/** Long enough for everything that the clouds have begun. */
const longSeconds = 3600;

describe("a wait in the dynamic host", () => {
    let clock: ManualClock;
    let simulator: Simulator;
    let host: DynamicHost;

    async function start(
        scenario: string,
        { flags = [], environment = {} }: { flags?: string[]; environment?: Record<string, string> } = {},
    ): Promise<void> {
        clock = new ManualClock();
        simulator = await startSimulator({ clock, scenario });
        host = await startHost({ environment: { ...simulator.environment, ...environment }, flags });
        await host.configure({});
    }
    afterEach(async () => {
        await host.stop();
        await simulator.close();
    });

    function linesOf(urn: string, ephemeral: boolean): string[] {
        return host.engine.lines
            .filter((line) => line.urn === urn && line.ephemeral === ephemeral)
            .map(({ severity, message }) => `${severity}: ${timeless(message)}`);
    }

    it("shows its stage on the resource's own line, once a state, and says at the end what to do", async () => {
        await start("not-bought-yet");
        const { urn, inputs } = await host.ask("BorderRouter", {
            accessPointId: "ap-sg-singapore-a",
            awsAccountId: simulator.description.credentials.aws.accountId,
            awsRegion: "ap-southeast-1",
            timeoutSeconds: 3,
        });
        const other = { urn: `${urn}-2`, inputs: { ...inputs, resourceUrn: `${urn}-2`, timeoutSeconds: 1 } };
        const [error, errorOfOther] = await Promise.all([
            refusalOf(host.create(urn, inputs)),
            refusalOf(host.create(other.urn, other.inputs)),
        ]);
        const advice =
            "Buy the connection as the order sheet says, or check alibaba.vbrId and the region, and run pulumi up again; it goes on where it stopped.";
        expect(timeless(error.message)).to.equal(`VBR: still "not there" after 3s (for the last Ns). ${advice}`);
        expect(error.partial).to.equal(undefined);
        expect(timeless(errorOfOther.message)).to.equal(`VBR: still "not there" after 1s (for the last Ns). ${advice}`);
        // The sheet and the line were said in one moment.
        expect(host.engine.mostAtOnce()).to.equal(1);
        // It looked every second.
        expect(linesOf(urn, true)).to.deep.equal([
            "info: your turn: buy the multi-cloud connection, unless you have: access point ap-sg-singapore-a, peer vendor UID 123456789012 | VBR: not there | Ns of 3s",
        ]);
        expect(linesOf(other.urn, true)).to.deep.equal([
            "info: your turn: buy the multi-cloud connection, unless you have: access point ap-sg-singapore-a, peer vendor UID 123456789012 | VBR: not there | Ns of 1s",
        ]);
        expect(linesOf(urn, false)).to.deep.equal([
            [
                "info: Your turn: buy the multi-cloud connection in the Alibaba Cloud console (Express Connect). The wait for it then goes on by itself.",
                "  account          1234567890123456",
                "  region           ap-southeast-1",
                "  access point     ap-sg-singapore-a",
                "  peer vendor      AWS",
                `  peer vendor UID  ${simulator.description.credentials.aws.accountId} (hosted connection in ap-southeast-1)`,
                "  bandwidth        1 Gbit/s",
                "  number           1",
                "  term             12 months",
            ].join("\n"),
        ]);
    });

    it("shows each new state", async () => {
        await start("default");
        const { vbrId } = simulator.description.world;
        const { urn, inputs } = await host.ask("HostedConnectionAcceptance", { vbrId, vlanId: 1101 });
        const created = host.create(urn, inputs);
        const pending = await host.engine.said(/hosted connection: pending/);
        expect({ ...pending, message: timeless(pending.message) }).to.deep.equal({
            severity: "info",
            urn,
            message: "waiting for AWS to set the port up | hosted connection: pending | Ns of 45m",
            ephemeral: true,
        });
        clock.advance(longSeconds);
        await created;
        // What it has come to stays on the line, and in a log.
        expect(host.engine.lines.map(({ message }) => message.replace(/\d+s$/, "Ns"))).to.deep.equal([
            pending.message,
            "hosted connection: ready after Ns",
        ]);
    });

    for (const [what, options] of [
        ["behind flags for logging", { flags: ["--logtostderr", "-v=9"], environment: {} }],
        [
            "past a proxy of the environment",
            { flags: [], environment: { grpc_proxy: "http://127.0.0.1:1", NO_PROXY: "", no_proxy: "" } },
        ],
    ] satisfies [string, Parameters<typeof start>[1]][]) {
        it(`finds the engine ${what}`, async () => {
            await start("not-bought-yet", options);
            const { urn, inputs } = await host.ask("BorderRouter", { accessPointId: "ap-sg-singapore-a" });
            const created = errorOf(host.create(urn, inputs));
            expect((await host.engine.said(/VBR: not there/)).urn).to.equal(urn);
            await host.stop();
            await created;
        });
    }

    it("that runs out after a write keeps the resource, and the next update goes on without a second write", async () => {
        await start("default");
        const { vbrId = "", hostedConnectionId = "" } = simulator.description.world;
        const { urn, inputs } = await host.ask("HostedConnectionAcceptance", {
            vbrId,
            vlanId: 1101,
            timeoutSeconds: 1,
        });
        const { message, partial } = await refusalOf(host.create(urn, inputs));
        expect(partial && { ...partial, reasons: partial.reasons.map(timeless) }).to.deep.equal({
            id: hostedConnectionId,
            properties: {
                __provider: inputs.__provider,
                awsAccountId: "123456789012",
                awsRegion: "ap-southeast-1",
                connectionId: hostedConnectionId,
                connectionState: "pending",
                made: true,
                ready: false,
                resourceUrn: urn,
                timeoutSeconds: 1,
                vbrId,
                vlanId: 1101,
            },
            reasons: [
                'AWS hosted connection: still "pending" after 1s (for the last Ns). Open a ticket with Alibaba Cloud if it stays so. Run pulumi up again; it goes on where it stopped.',
            ],
        });
        expect(message).to.equal(partial?.reasons[0]);

        expect((await host.diff(urn, hostedConnectionId, partial?.properties ?? {}, inputs)).changes).to.equal("some");
        clock.advance(longSeconds);
        const outputs = await host.update(urn, hostedConnectionId, partial?.properties ?? {}, inputs);
        expect(outputs).to.include({ connectionState: "available", made: true, ready: true, vlanId: 1101 });
        expect((await host.diff(urn, hostedConnectionId, outputs, inputs)).changes).to.equal("none");
        const writes = simulator.world.log.filter(({ mutating }) => mutating).map(({ action }) => action);
        expect(writes).to.deep.equal(["TagResource", "ConfirmConnection"]);
    });

    describe("ends with its engine", () => {
        let waiting: Promise<Error>;

        beforeEach(async () => {
            await start("not-bought-yet");
            const { urn, inputs } = await host.ask("BorderRouter", { accessPointId: "ap-sg-singapore-a" });
            waiting = errorOf(host.create(urn, inputs));
            await host.engine.said(/VBR: not there/);
        });

        it("when the host's standard input ends", async () => {
            host.endInput();
            expect(await host.ended).to.equal(1);
            await waiting;
            expect(host.printed()).to.equal("");
        });

        it("when the connection to the engine closes", async () => {
            host.engine.close();
            expect(await host.ended).to.equal(1);
            await waiting;
            expect(host.printed()).to.equal("");
        });
    });

    it("is not needed for the host to end with its engine", async () => {
        await start("default");
        const { urn, inputs } = await host.ask("BorderRouter", { vbrId: "vbr-1" });
        await host.check(urn, inputs);
        host.endInput();
        expect(await host.ended).to.equal(1);
    });
});
