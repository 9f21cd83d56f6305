import { expect } from "chai";

import {
    hostedConnectionAcceptanceHandler,
    type HostedConnectionAcceptanceOutputs,
} from "../../../provider/hostedConnectionAcceptance/handler";
import { acceptanceWrites, contextOf, offeredCircuit, setUp } from "../../support/circuit";
import { awsAccount, fakeClouds, makeConnection } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { killedAt } from "../../support/killedAt";
import { errorOf, partialOf } from "../../support/rejects";

const inputs = { vbrId: "vbr-1", vlanId: 101 };

const accepted: HostedConnectionAcceptanceOutputs = {
    ...inputs,
    ...awsAccount,
    connectionId: "dxcon-1",
    connectionState: "available",
    made: true,
    ready: true,
};

describe("HostedConnectionAcceptance", () => {
    it("accepts the connection of the VLAN once, and waits until it is available", async () => {
        const clouds = offeredCircuit();
        const context = contextOf(clouds, { 90: setUp });
        expect(await hostedConnectionAcceptanceHandler.create(inputs, context)).to.deep.equal({
            id: "dxcon-1",
            outputs: accepted,
        });
        expect(clouds.writes).to.deep.equal(acceptanceWrites);
        expect(context.lines[0]).to.deep.equal([
            "progress",
            "waiting for AWS to set the port up | hosted connection: pending | 0s of 45m",
        ]);
    });

    for (const [what, looks] of [
        ["its list says ordering for some more looks", 4],
        ["an earlier create, which was killed, did it, and the list still says ordering", 0],
    ] as const) {
        it(`accepts once where ${what}`, async () => {
            const clouds = offeredCircuit();
            const offered = structuredClone(clouds.state.connections);
            if (looks === 0) {
                await clouds.aws.confirmConnection("dxcon-1");
            }
            const current = { ...clouds.aws };
            let seen = 0;
            clouds.aws.describeConnections = () => {
                seen += 1;
                return seen <= Math.max(looks, 2) ? Promise.resolve(offered) : current.describeConnections();
            };
            const { outputs } = await hostedConnectionAcceptanceHandler.create(inputs, contextOf(clouds, { 9: setUp }));
            expect(outputs).to.deep.equal(accepted);
            const confirmed = clouds.writes.filter(([action]) => action === "confirmConnection");
            expect(confirmed.length).to.equal(looks === 0 ? 2 : 1);
        });
    }

    it("tells the VLAN of one that is named by its ID", async () => {
        const clouds = fakeClouds();
        const named = { vbrId: "vbr-1", connectionId: "dxcon-1" };
        const { outputs } = await hostedConnectionAcceptanceHandler.create(named, fakeContext(clouds));
        expect(outputs).to.deep.equal({ ...accepted, ...named, made: false });
        expect(clouds.writes).to.deep.equal([]);
    });

    it("waits for a named one that is not there yet, and lists what is", async () => {
        const named = { vbrId: "vbr-1", connectionId: "dxcon-9", timeoutSeconds: 5 };
        const error = await errorOf(hostedConnectionAcceptanceHandler.create(named, fakeContext(fakeClouds())));
        expect(error.message).to.match(
            /^AWS hosted connection: still "not there" after 5s \(for the last 5s\)\. dxcon-9 is not in AWS account 123456789012 in ap-southeast-1, but: dxcon-1 "multi-cloud" VLAN 101 available\./,
        );
    });

    for (const state of ["rejected", "deleting", "deleted"]) {
        it(`fails at once where the named one is ${state}`, async () => {
            const clouds = fakeClouds({ connections: [makeConnection({ connectionState: state })] });
            const named = { vbrId: "vbr-1", connectionId: "dxcon-1" };
            const error = await errorOf(hostedConnectionAcceptanceHandler.create(named, fakeContext(clouds)));
            expect(error.message).to.equal(
                `AWS hosted connection is "${state}". Ask Alibaba Cloud to issue the connection again.`,
            );
        });
    }

    it("keeps an accepted one as a partial creation, and goes on without a second write", async () => {
        const clouds = offeredCircuit();
        const late = { ...inputs, timeoutSeconds: 60 };
        const { id, outputs } = await partialOf(hostedConnectionAcceptanceHandler.create(late, fakeContext(clouds)));
        expect([id, outputs]).to.deep.equal([
            "dxcon-1",
            { ...accepted, timeoutSeconds: 60, connectionState: "pending", ready: false },
        ]);
        const olds = outputs as HostedConnectionAcceptanceOutputs;
        const context = contextOf(clouds, { 30: setUp });
        expect(await hostedConnectionAcceptanceHandler.update(id, olds, inputs, context)).to.deep.equal(accepted);
        expect(clouds.writes).to.deep.equal(acceptanceWrites);
    });

    for (const call of [1, 2, 3, 4, 5]) {
        it(`killed after its call ${call}, ends the second time with the same ID and no second write`, async () => {
            const clouds = offeredCircuit();
            const dying = killedAt(clouds, call, "after");
            void hostedConnectionAcceptanceHandler.create(inputs, { ...fakeContext(clouds), clouds: dying.clouds });
            await dying.killed;
            const { outputs } = await hostedConnectionAcceptanceHandler.create(inputs, contextOf(clouds, { 9: setUp }));
            expect(outputs).to.deep.equal(accepted);
            expect(clouds.writes).to.deep.equal(acceptanceWrites);
        });
    }

    it("refuses another account, and stays in one where it is read from another", async () => {
        const clouds = offeredCircuit({ connections: [] });
        const message =
            "AWS region: the dynamic resources see ap-southeast-1, the official provider us-east-1. Make aws:region or AWS_REGION name one and the same for both.";
        const elsewhere = { ...accepted, awsRegion: "us-east-1" };
        const calls = [
            hostedConnectionAcceptanceHandler.create(elsewhere, fakeContext(clouds)),
            hostedConnectionAcceptanceHandler.update("dxcon-1", accepted, elsewhere, fakeContext(clouds)),
            hostedConnectionAcceptanceHandler.read("dxcon-1", elsewhere, fakeContext(clouds)),
            hostedConnectionAcceptanceHandler.delete("dxcon-1", elsewhere, fakeContext(clouds)),
        ];
        expect((await Promise.all(calls.map(errorOf))).map((error) => error.message)).to.deep.equal(
            calls.map(() => message),
        );
        expect(clouds.writes).to.deep.equal([]);
    });

    it("reads the connection's state, and is gone with it, which it says", async () => {
        const read = async (connectionState: string): Promise<{ outputs: unknown; lines: [string, string][] }> => {
            const context = fakeContext(fakeClouds({ connections: [makeConnection({ connectionState })] }));
            const outputs = await hostedConnectionAcceptanceHandler.read("dxcon-1", accepted, context);
            return { outputs, lines: context.lines };
        };
        expect(await read("down")).to.deep.equal({ outputs: { ...accepted, connectionState: "down" }, lines: [] });
        const gone =
            "Hosted connection dxcon-1 is gone, and only Alibaba Cloud can issue it again: ask its support. Until it has, pulumi up cannot mend the link.";
        expect(await read("rejected")).to.deep.equal({ outputs: undefined, lines: [["warn", gone]] });
    });

    it("changes never in place once it is ready, and is replaced with its identity alone", () => {
        const diff = (changes: object, olds = accepted): unknown =>
            hostedConnectionAcceptanceHandler.diff("dxcon-1", olds, { ...inputs, ...changes });
        expect(diff({ vlanId: 7, connectionName: "x", timeoutSeconds: 1 })).to.deep.equal({
            changes: false,
            replaces: [],
        });
        expect(diff({}, { ...accepted, ready: false })).to.deep.equal({ changes: true, replaces: [] });
        expect(diff({ vbrId: "vbr-2", connectionId: "dxcon-2" })).to.deep.equal({
            changes: true,
            replaces: ["vbrId", "connectionId"],
        });
    });

    it("checks that there is a way to find the connection", () => {
        expect(hostedConnectionAcceptanceHandler.check({ vbrId: "vbr-1" })).to.deep.equal([
            {
                property: "connectionId",
                reason: "neither a connection nor the VLAN to find it by is given; set connectionId or vlanId",
            },
        ]);
        expect(hostedConnectionAcceptanceHandler.check(inputs)).to.deep.equal([]);
    });
});
