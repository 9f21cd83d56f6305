import { expect } from "chai";

import { circuitActivationHandler, type CircuitActivationOutputs } from "../../../provider/circuitActivation/handler";
import { CloudCallError } from "../../../provider/clouds/errors";
import { PartialCreation } from "../../../provider/handler";
import {
    acceptanceWrites,
    activated,
    contextOf,
    mark,
    offeredCircuit,
    run,
    setUp,
    showVlan,
    usualCourse,
} from "../../support/circuit";
import { alibabaAccount, awsAccount, fakeClouds, makeConnection } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { killedAt } from "../../support/killedAt";
import { errorOf, partialOf } from "../../support/rejects";

const inputs = { vbrId: "vbr-1" };

describe("CircuitActivation killed", () => {
    /** Enough of the calls: identities, the VBR, the offer, the mark, the acceptance, and both waits. */
    const calls = Array.from({ length: 14 }, (_none, index) => index + 1);
    for (const instant of ["before", "after"] as const) {
        for (const call of calls) {
            it(`right ${instant} its call ${call}: a second create ends with the same ID and no second write`, async () => {
                const clouds = offeredCircuit();
                showVlan(clouds.state);
                const dying = killedAt(clouds, call, instant);
                const first = circuitActivationHandler.create(inputs, {
                    ...contextOf(clouds, { 60: run, 120: setUp }),
                    clouds: dying.clouds,
                });
                expect(await Promise.race([first, dying.killed])).to.equal("killed");
                const second = contextOf(clouds, { 60: run, 120: setUp });
                expect(await circuitActivationHandler.create(inputs, second)).to.deep.equal({
                    id: "dxcon-1",
                    outputs: activated,
                });
                expect(clouds.writes).to.deep.equal(acceptanceWrites);
            });
        }
    }

    it("knows its own work among two that match", async () => {
        const twin = makeConnection({ connectionId: "dxcon-2", connectionState: "ordering" });
        const clouds = offeredCircuit({ connections: [twin, makeConnection({ tags: mark })] });
        run(clouds.state);
        const { id, outputs } = await circuitActivationHandler.create(inputs, contextOf(clouds, {}));
        expect([id, outputs.made, clouds.writes]).to.deep.equal(["dxcon-1", true, []]);
    });
});

describe("CircuitActivation with a lost answer", () => {
    for (const write of ["tagConnection", "confirmConnection"]) {
        it(`to ${write} ends well without a second acceptance`, async () => {
            const clouds = offeredCircuit();
            clouds.lostAnswers[write] = [
                new CloudCallError("connection reset", "ECONNRESET", { cause: undefined, kind: "passing" }),
            ];
            const { outputs } = await circuitActivationHandler.create(inputs, contextOf(clouds, usualCourse));
            expect(outputs).to.deep.equal(activated);
            expect(clouds.writes).to.deep.equal(acceptanceWrites);
        });
    }

    it("asks again where the acceptance itself did not arrive", async () => {
        const clouds = offeredCircuit();
        clouds.failures.confirmConnection = [
            new CloudCallError("connection reset", "ECONNRESET", { cause: undefined, kind: "passing" }),
        ];
        const { outputs } = await circuitActivationHandler.create(inputs, contextOf(clouds, usualCourse));
        expect(outputs).to.deep.equal(activated);
        expect(clouds.writes).to.deep.equal([...acceptanceWrites, ["confirmConnection", "dxcon-1"]]);
    });
});

describe("CircuitActivation at its limit", () => {
    const late = { ...inputs, timeoutSeconds: 60 };
    const stuck = {
        vbrId: "vbr-1",
        timeoutSeconds: 60,
        ...awsAccount,
        ...alibabaAccount,
        connectionId: "dxcon-1",
        connectionState: "pending",
        made: true,
        ready: false,
    };

    it("stores nothing before it has written", async () => {
        const error = await errorOf(circuitActivationHandler.create(late, contextOf(offeredCircuit(), {})));
        expect(error).to.not.be.instanceOf(PartialCreation);
        expect(error).to.not.have.property("id");
    });

    it("stores nothing where the connection was only adopted", async () => {
        const clouds = offeredCircuit({ connections: [makeConnection()] });
        const error = await errorOf(circuitActivationHandler.create(late, contextOf(clouds, {})));
        expect(error).to.not.be.instanceOf(PartialCreation);
    });

    it("keeps an accepted connection as a partial creation, and update goes on without a second write", async () => {
        const clouds = offeredCircuit();
        const { id, outputs, reasons } = await partialOf(
            circuitActivationHandler.create(late, contextOf(clouds, { 10: run })),
        );
        expect({ id, outputs }).to.deep.equal({ id: "dxcon-1", outputs: stuck });
        expect(reasons.join()).to.match(
            /^AWS hosted connection: still "pending" after 1m \(for the last (4\d|50)s\)\. Open a ticket with Alibaba Cloud if it stays so\. Run pulumi up again; it goes on where it stopped\.$/,
        );
        const olds = outputs as CircuitActivationOutputs;
        expect(circuitActivationHandler.diff(id, olds, inputs)).to.deep.equal({ changes: true, replaces: [] });
        const again = await circuitActivationHandler.update(id, olds, inputs, contextOf(clouds, { 30: setUp }));
        expect(again).to.deep.equal(activated);
        expect(clouds.writes).to.deep.equal(acceptanceWrites);
    });

    it("stays partial where update reaches its limit too", async () => {
        const clouds = offeredCircuit({ connections: [makeConnection({ connectionState: "pending" })] });
        run(clouds.state);
        const olds = stuck as unknown as CircuitActivationOutputs;
        const error = await partialOf(circuitActivationHandler.update("dxcon-1", olds, late, contextOf(clouds, {})));
        expect(error.outputs).to.deep.equal(stuck);
    });

    it("keeps a connection that was marked but may not be accepted: the mark was a write", async () => {
        const clouds = offeredCircuit();
        showVlan(clouds.state);
        const denied =
            "Direct Connect connection dxcon-1: AWS says AccessDeniedException: no. Grant this permission to the caller.";
        clouds.failures.confirmConnection = [new CloudCallError(denied, "AccessDeniedException", { cause: undefined })];
        const { id, outputs, reasons } = await partialOf(
            circuitActivationHandler.create(late, contextOf(clouds, { 10: run })),
        );
        expect([id, outputs, reasons]).to.deep.equal(["dxcon-1", { ...stuck, connectionState: "ordering" }, [denied]]);
    });

    it("ends with expired credentials like that, and says so", async () => {
        const clouds = offeredCircuit();
        const real = { ...clouds.aws };
        const context = contextOf(clouds, { 10: run });
        const startedAt = context.clock.now();
        clouds.aws.describeConnections = () =>
            context.clock.now() - startedAt < 30_000
                ? real.describeConnections()
                : Promise.reject(
                      new CloudCallError(
                          "Direct Connect connections: The AWS credentials have expired: renew them and run pulumi up again; it goes on where it stopped.",
                          "ExpiredToken",
                          {
                              cause: undefined,
                              kind: "expired",
                          },
                      ),
                  );
        const error = await partialOf(circuitActivationHandler.create(inputs, context));
        expect([error.id, (error.outputs as { ready: boolean }).ready]).to.deep.equal(["dxcon-1", false]);
        expect(error.reasons[0]).to.match(
            /^AWS hosted connection: still "pending" \(for the last \d+s\) when the wait had to end\. Direct Connect connections: The AWS credentials have expired: renew them/,
        );
    });
});

describe("CircuitActivation in state", () => {
    it("changes never in place, and is replaced with another VBR or another named connection alone", () => {
        const diff = (changes: object): unknown =>
            circuitActivationHandler.diff("dxcon-1", activated, { ...inputs, ...changes });
        const none = { changes: false, replaces: [] };
        expect(diff({})).to.deep.equal(none);
        expect(
            diff({
                timeoutSeconds: 1,
                connectionName: "x",
                partnerName: "x",
                vlanMayDiffer: true,
                localAsn: 64600,
                awsRegion: "x",
            }),
        ).to.deep.equal(none);
        expect(diff({ connectionId: "dxcon-1" })).to.deep.equal(none);
        expect(diff({ connectionId: "dxcon-2" })).to.deep.equal({ changes: true, replaces: ["connectionId"] });
        expect(diff({ vbrId: "vbr-2" })).to.deep.equal({ changes: true, replaces: ["vbrId"] });
    });

    it("reads what it holds while the connection is there, and is gone with it", async () => {
        const read = (connectionState: string): Promise<unknown> =>
            circuitActivationHandler.read(
                "dxcon-1",
                activated,
                fakeContext(fakeClouds({ connections: [makeConnection({ connectionState })] })),
            );
        expect(await read("available")).to.equal(activated);
        expect(await read("down")).to.equal(activated);
        expect(await read("rejected")).to.equal(undefined);
        expect(await read("deleted")).to.equal(undefined);
    });

    it("is never taken for gone from another account or region", async () => {
        const elsewhere = fakeClouds({ connections: [], awsIdentity: { accountId: "42", region: "us-east-1" } });
        expect(
            (await errorOf(circuitActivationHandler.read("dxcon-1", activated, fakeContext(elsewhere)))).message,
        ).to.equal(
            "AWS account: the dynamic resources see 42, the official provider 123456789012. Make aws:profile or the AWS environment name one and the same for both. AWS region: the dynamic resources see us-east-1, the official provider ap-southeast-1. Make aws:region or AWS_REGION name one and the same for both.",
        );
    });

    it("checks all that it is told", () => {
        expect(
            circuitActivationHandler.check({
                vbrId: "x",
                connectionId: "y",
                vlanMayDiffer: true,
                localAsn: 1,
                timeoutSeconds: 0,
            }),
        ).to.deep.equal([
            { property: "vbrId", reason: `vbrId is "x"; a VBR's ID begins with vbr-` },
            { property: "connectionId", reason: `connectionId is "y"; a hosted connection's ID begins with dxcon-` },
            {
                property: "localAsn",
                reason: "bgp.localAsn is 1; a VBR takes 45104, or, once Alibaba Cloud has opened it for the account, 64512 to 65534 or 4200000000 to 4294967294, but not 65025.",
            },
            { property: "timeoutSeconds", reason: "timeoutSeconds is 0; it must be a positive number of seconds." },
        ]);
        expect(circuitActivationHandler.check({ vbrId: "vbr-1", vlanMayDiffer: true })).to.deep.equal([
            {
                property: "vlanMayDiffer",
                reason: "vlanMayDiffer is true, and without the VLAN nothing tells whose a hosted connection is; set connectionId as well",
            },
        ]);
        const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
        expect(
            circuitActivationHandler.check({ vbrId: unknown, connectionId: unknown, localAsn: unknown }),
        ).to.deep.equal([]);
    });
});
