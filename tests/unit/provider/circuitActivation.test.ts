import { expect } from "chai";

import { circuitActivationHandler, type CircuitActivationInputs } from "../../../provider/circuitActivation/handler";
import { CloudCallError } from "../../../provider/clouds/errors";
import { PartialCreation } from "../../../provider/handler";
import {
    acceptanceWrites,
    activated,
    contextOf,
    offeredCircuit,
    run,
    setUp,
    showVlan,
    usualCourse,
    type Course,
} from "../../support/circuit";
import { makeConnection, makeGroup, type FakeClouds } from "../../support/fakeClouds";
import { errorOf } from "../../support/rejects";

const inputs = { vbrId: "vbr-1" };

const active = { id: "dxcon-1", outputs: activated };

const foreign = makeConnection({
    connectionId: "dxcon-9",
    connectionName: "other",
    connectionState: "ordering",
    vlan: 202,
});

function create(
    clouds: FakeClouds,
    course: Course = usualCourse,
    changes: Partial<CircuitActivationInputs> = {},
): ReturnType<typeof circuitActivationHandler.create> {
    return circuitActivationHandler.create({ ...inputs, ...changes }, contextOf(clouds, course));
}

describe("CircuitActivation create", () => {
    const courses: [string, Course][] = [
        ["neither waits for the other", usualCourse],
        ["the backend runs only after the acceptance", { 60: showVlan, 61: setUp, 200: run, 300: setUp }],
        ["the VLAN is there from the start", { 0.5: showVlan, 60: setUp, 90: run }],
        ["the backend is Running long before", { 1: run, 400: setUp }],
    ];
    for (const [what, course] of courses) {
        it(`accepts the connection once and hands on what both sides set, where ${what}`, async () => {
            const clouds = offeredCircuit();
            expect(await create(clouds, course)).to.deep.equal(active);
            expect(clouds.writes).to.deep.equal(acceptanceWrites);
        });
    }

    it("waits for an offer that comes only once the backend is Running", async () => {
        const clouds = offeredCircuit({ connections: [] });
        const offer = makeConnection({ connectionState: "ordering" });
        const course = { 60: run, 300: (state: FakeClouds["state"]) => void state.connections.push(offer), 500: setUp };
        expect(await create(clouds, course)).to.deep.equal(active);
        expect(clouds.writes).to.deep.equal(acceptanceWrites);
    });

    it("takes the ASN of a group that the backend makes in the very second in which it says Running", async () => {
        const clouds = offeredCircuit();
        const course = {
            ...usualCourse,
            120: (state: FakeClouds["state"]) => {
                run(state);
                state.groups.push(makeGroup({ status: "Pending", localAsn: 64999 }));
            },
        };
        expect((await create(clouds, course, { localAsn: 64800 })).outputs.localAsn).to.equal(64999);
    });

    it("takes the wanted ASN where the VBR has no group", async () => {
        expect((await create(offeredCircuit(), usualCourse, { localAsn: 64800 })).outputs.localAsn).to.equal(64800);
    });

    it("adopts a connection that was accepted before, and writes nothing", async () => {
        const clouds = offeredCircuit({ connections: [makeConnection()] });
        expect(await create(clouds)).to.deep.equal({ ...active, outputs: { ...active.outputs, made: false } });
        expect(clouds.writes).to.deep.equal([]);
    });

    it("ends with a warning where the far end of the accepted connection is down", async () => {
        const clouds = offeredCircuit();
        const down = ({ connections }: FakeClouds["state"]): void => {
            Object.assign(connections[0] ?? {}, { connectionState: "down" });
        };
        const context = contextOf(clouds, { ...usualCourse, 180: down });
        const { outputs } = await circuitActivationHandler.create(inputs, context);
        expect([outputs.connectionState, outputs.ready]).to.deep.equal(["down", true]);
        expect(context.lines.filter(([level]) => level === "warn")).to.deep.equal([
            [
                "warn",
                'AWS hosted connection is "down": accepted, but the far end is not up yet; ask both supports if it stays so',
            ],
        ]);
    });

    it("waits without a warning for a connection that is down until the backend is Running", async () => {
        const clouds = offeredCircuit();
        const down = ({ connections }: FakeClouds["state"]): void => {
            Object.assign(connections[0] ?? {}, { connectionState: "down" });
        };
        const runAndRise = (state: FakeClouds["state"]): void => {
            run(state);
            Object.assign(state.connections[0] ?? {}, { connectionState: "available" });
        };
        const context = contextOf(clouds, { 0.5: showVlan, 60: down, 600: runAndRise });
        const { outputs } = await circuitActivationHandler.create(inputs, context);
        expect(outputs.connectionState).to.equal("available");
        expect(context.lines.filter(([level]) => level === "warn")).to.deep.equal([]);
        expect(context.lines.map(([, line]) => line).join("\n")).to.include("hosted connection: down so far");
    });

    describe("recognising the connection", () => {
        it("lists the candidates while the VBR shows no VLAN, and accepts none of them", async () => {
            const clouds = offeredCircuit({
                connections: [makeConnection({ connectionState: "ordering" }), foreign],
            });
            const context = contextOf(clouds, {});
            const error = await errorOf(circuitActivationHandler.create({ ...inputs, timeoutSeconds: 5 }, context));
            const candidates =
                'vbr-1 has no VLAN yet to tell by: dxcon-1 "multi-cloud" VLAN 101 ordering; dxcon-9 "other" VLAN 202 ordering; aws.connectionId chooses one';
            expect(context.lines[1]).to.deep.equal([
                "progress",
                `waiting for Alibaba Cloud | hosted connection: not recognised | backend: Configuring | 0s of 5s | ${candidates}`,
            ]);
            expect(error.message.split("\n")).to.deep.equal([
                `AWS hosted connection: still "not recognised" after 5s (for the last 5s). ${candidates}. Open a ticket with Alibaba Cloud if it stays so. Run pulumi up again; it goes on where it stopped.`,
                'Alibaba backend: still "Configuring" after 5s (for the last 5s). Open a ticket with Alibaba Cloud if it stays so. Run pulumi up again; it goes on where it stopped.',
            ]);
            expect(error).to.not.be.instanceOf(PartialCreation);
            expect(clouds.writes).to.deep.equal([]);
        });

        it("never accepts one of another VLAN, whatever its name", async () => {
            const clouds = offeredCircuit({ connections: [foreign] });
            const changes = { connectionName: "other", timeoutSeconds: 600 };
            const error = await errorOf(create(clouds, { 1: run }, changes));
            expect(error.message).to.match(
                /^AWS hosted connection: still "not recognised" after 10m \(for the last 10m\)\. none has the VLAN 101 of vbr-1: dxcon-9 "other" VLAN 202 ordering; aws\.connectionId chooses one\./,
            );
            expect(clouds.writes).to.deep.equal([]);
        });

        it("shows at the time-out what the order must name, where nothing is offered", async () => {
            const clouds = offeredCircuit({ connections: [] });
            const context = contextOf(clouds, { 1: run });
            const error = await errorOf(circuitActivationHandler.create({ ...inputs, timeoutSeconds: 5 }, context));
            expect(context.lines[1]?.[1]).to.equal(
                "waiting for Alibaba Cloud | hosted connection: not there | backend: Configuring | 0s of 5s | nothing is offered to AWS account 123456789012 in ap-southeast-1; the order must name both",
            );
            expect(error.message.split("\n")).to.deep.equal([
                'AWS hosted connection: still "not there" after 5s (for the last 5s). nothing is offered to AWS account 123456789012 in ap-southeast-1; the order must name both. Open a ticket with Alibaba Cloud if it stays so. Run pulumi up again; it goes on where it stopped.',
                "Compare the order:",
                "  account          1234567890123456",
                "  region           ap-southeast-1",
                "  access point     one that offers the peer vendor AWS",
                "  peer vendor      AWS",
                "  peer vendor UID  123456789012 (hosted connection in ap-southeast-1)",
                "  bandwidth        1 Gbit/s",
                "  number           1",
                "  term             12 months",
            ]);
        });

        it("fails at once where the one that was accepted for this VBR has ended, and nothing else is offered", async () => {
            const tags = { "multicloud-connection:accepted-for": "vbr-1" };
            const clouds = offeredCircuit({ connections: [makeConnection({ connectionState: "deleted", tags })] });
            const error = await errorOf(create(clouds, { 1: run }));
            expect(error).to.not.be.instanceOf(PartialCreation);
            expect(error.message).to.equal(
                "Hosted connection dxcon-1, which was accepted for vbr-1, is deleted. Only Alibaba Cloud can issue it again: ask its support, and run pulumi up again once it has.",
            );
            clouds.state.connections.push(makeConnection({ connectionId: "dxcon-2", connectionState: "ordering" }));
            expect((await create(clouds)).id).to.equal("dxcon-2");
        });

        it("waits where one of the VLAN has ended that may be another circuit's, and says so", async () => {
            const clouds = offeredCircuit({ connections: [makeConnection({ connectionState: "deleted" })] });
            const error = await errorOf(create(clouds, { 1: run }, { timeoutSeconds: 5 }));
            expect(error.message).to.match(
                /^AWS hosted connection: still "not there" after 5s \(for the last 5s\)\. dxcon-1 of VLAN 101 is deleted: if it was vbr-1's, only Alibaba Cloud can issue it again\. /,
            );
        });

        it("fails at once where several match, and says what to write", async () => {
            const twin = makeConnection({ connectionId: "dxcon-2", connectionState: "ordering", partnerName: "P" });
            const clouds = offeredCircuit({ connections: [makeConnection({ connectionState: "ordering" }), twin] });
            const error = await errorOf(create(clouds, { 1: showVlan }));
            expect(error.message.split("\n")).to.deep.equal([
                'Hosted connection: 2 have the VLAN 101 of vbr-1 and 1Gbps. Write aws.connectionId: "..." with one of these IDs:',
                '  dxcon-1  name "multi-cloud", partner "Alibaba Cloud", ordering',
                '  dxcon-2  name "multi-cloud", partner "P", ordering',
            ]);
            expect(clouds.writes).to.deep.equal([]);
        });

        it("leaves out what was accepted for another VBR, what has another bandwidth, and what has ended", async () => {
            const others = [
                { tags: { "multicloud-connection:accepted-for": "vbr-2" } },
                { bandwidth: "500Mbps" },
                { connectionState: "rejected" },
                { connectionState: "deleted" },
            ].map((change, index) => makeConnection({ connectionId: `dxcon-other-${index}`, ...change }));
            const clouds = offeredCircuit({
                connections: [...others, makeConnection({ connectionState: "ordering" })],
            });
            expect(await create(clouds)).to.deep.equal(active);
            expect(clouds.writes).to.deep.equal(acceptanceWrites);
        });

        it("accepts the named one although the VBR shows no VLAN yet", async () => {
            const clouds = offeredCircuit({ connections: [foreign, makeConnection({ connectionState: "ordering" })] });
            const { id } = await create(clouds, usualCourse, { connectionId: "dxcon-1" });
            expect([id, clouds.writes]).to.deep.equal(["dxcon-1", acceptanceWrites]);
        });

        it("refuses the named one where its VLAN is another, unless it may differ", async () => {
            const refused = offeredCircuit({ connections: [foreign] });
            showVlan(refused.state);
            const named = { connectionId: "dxcon-9" };
            expect((await errorOf(create(refused, usualCourse, named))).message).to.equal(
                "Hosted connection dxcon-9 has VLAN 202, the VBR has 101: it is another circuit's. Name the right one in aws.connectionId, or set aws.vlanMayDiffer if the circuit translates.",
            );
            expect(refused.writes).to.deep.equal([]);
            const taken = offeredCircuit({ connections: [{ ...foreign, tags: {} }] });
            const { outputs } = await create(taken, usualCourse, { ...named, vlanMayDiffer: true });
            expect([outputs.vlanId, outputs.borderRouterVlanId]).to.deep.equal([202, 101]);
        });
    });

    it("ends both waits at the first failure: a locked circuit is not waited for on the other side", async () => {
        const clouds = offeredCircuit({ connections: [] });
        const locked = ({ borderRouters }: FakeClouds["state"]): void => {
            Object.assign(borderRouters[0] ?? {}, { physicalConnectionBusinessStatus: "FinancialLocked" });
        };
        const context = contextOf(clouds, { 30: locked });
        const startedAt = context.clock.now();
        const error = await errorOf(circuitActivationHandler.create(inputs, context));
        expect(error.message).to.equal(
            'Alibaba backend is "FinancialLocked". Pay the open bill of the circuit in the Alibaba Cloud console.',
        );
        expect(context.clock.now() - startedAt).to.be.below(90_000);
    });

    for (const [what, change] of [
        ["locked", { physicalConnectionBusinessStatus: "FinancialLocked" }],
        ["over", { expireTime: "1970-01-01T00:00:00Z" }],
    ] as const) {
        it(`accepts nothing for a circuit that is ${what}: the port hours would be paid for nothing`, async () => {
            const clouds = offeredCircuit();
            Object.assign(clouds.state.borderRouters[0] ?? {}, change);
            await errorOf(create(clouds));
            expect(clouds.writes).to.deep.equal([]);
        });
    }

    it("slows down while it is throttled, and goes on", async () => {
        const clouds = offeredCircuit();
        const real = { ...clouds.aws };
        let calls = 0;
        clouds.aws.describeConnections = () => {
            calls += 1;
            return calls >= 3 && calls <= 5
                ? Promise.reject(
                      new CloudCallError(
                          "Direct Connect connections: AWS says ThrottlingException: Rate exceeded.",
                          "",
                          {
                              cause: undefined,
                              kind: "passing",
                          },
                      ),
                  )
                : real.describeConnections();
        };
        expect(await create(clouds)).to.deep.equal(active);
        expect(clouds.writes).to.deep.equal(acceptanceWrites);
    });

    it("refuses another account before anything else", async () => {
        const clouds = offeredCircuit();
        const error = await errorOf(create(clouds, usualCourse, { awsAccountId: "42" }));
        expect(error.message).to.match(
            /^AWS account: the dynamic resources see 123456789012, the official provider 42\./,
        );
        expect(clouds.writes).to.deep.equal([]);
    });
});
