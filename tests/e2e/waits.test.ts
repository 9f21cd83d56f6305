import { expect } from "chai";

import { singaporeOrder } from "../../simulator/scenarios/order";
import { orderConnection } from "../../simulator/world/circuit";
import { withoutCosts } from "../harness/outcome";
import { HeldClock, held, releaseAfterLooks } from "../harness/heldClock";
import { rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";

const refusedByPreflight =
    "error: pulumi-nodejs:dynamic/multicloud:Preflight resource 'link-preflight' has a problem: ";

describe("a wait of an up", () => {
    let rehearsal: Rehearsal;

    afterEach(() => rehearsal.end());

    it("for a purchase: the order sheet with account and region, and it goes on by itself", async () => {
        const clock = new HeldClock();
        rehearsal = await rehearse({ scenario: "not-bought-yet", clock, durations: { orderToBorderRouter: held } });
        const announced = await rehearsal.stack.preview();
        releaseAfterLooks(rehearsal.simulator, clock);
        const { failed, diagnostics, progress } = await rehearsal.stack.up();
        expect(failed).to.equal(false);
        const sheet = [
            "info: Your turn: buy the multi-cloud connection in the Alibaba Cloud console (Express Connect). The wait for it then goes on by itself.",
            "  account          1234567890123456",
            "  region           ap-southeast-1",
            "  access point     ap-sg-singapore-a",
            "  peer vendor      AWS",
            "  peer vendor UID  123456789012 (hosted connection in ap-southeast-1)",
            "  bandwidth        1 Gbit/s",
            "  number           1",
            "  term             12 months",
        ].join("\n");
        expect([withoutCosts(announced.diagnostics), diagnostics]).to.deep.equal([[sheet], [sheet]]);
        expect(progress).to.include(
            "link-border-router: your turn: buy the multi-cloud connection, unless you have: access point ap-sg-singapore-a, peer vendor UID 123456789012 | VBR: not there | 0s of 45m",
        );
    });

    it("that runs out after the acceptance: how long, what to do; the next up goes on and accepts nothing twice", async () => {
        rehearsal = await rehearse({ scenario: "accept-first", durations: { backendConfiguration: 6000 } });
        await rehearsal.stack.setArgs({ ...rehearsal.args, timeouts: { circuitSeconds: 2 } });
        const first = await rehearsal.stack.up();
        expect({ failed: first.failed, diagnostics: first.diagnostics }).to.deep.equal({
            failed: true,
            diagnostics: [
                'error: 1 error occurred:\n\t* Alibaba backend: still "Configuring" after 2s (for the last 2s). Open a ticket with Alibaba Cloud if it stays so. Run pulumi up again; it goes on where it stopped.',
                "error: update failed",
            ],
        });
        await rehearsal.stack.setArgs(rehearsal.args);
        const announced = await rehearsal.stack.preview();
        expect(announced.steps["link-circuit"]).to.equal("update");
        const second = await rehearsal.stack.up();
        expect({ failed: second.failed, diagnostics: second.diagnostics }).to.deep.equal({
            failed: false,
            diagnostics: [],
        });
        expect(writesOf(rehearsal.simulator).filter((action) => action === "ConfirmConnection")).to.have.length(1);
        expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
    });

    it("shows both stages on the resource's own line", async () => {
        // Both begin with the acceptance, however long the engine takes to start.
        const durations = { backendConfiguration: 6000, confirmToAvailable: 3000 };
        rehearsal = await rehearse({ scenario: "accept-first", durations });
        const { progress } = await rehearsal.stack.up();
        expect(progress.filter((line) => line.startsWith("link-circuit: ")).at(1)).to.equal(
            "link-circuit: waiting for both clouds | hosted connection: pending | backend: Configuring | 0s of 45m",
        );
    });

    it("with several VBRs in the access point: the list, and what to write", async () => {
        rehearsal = await rehearse();
        const { world } = rehearsal.simulator;
        world.quotas.multiCloudConnectionsPerUser = 2;
        const { vbrId } = orderConnection(world, { ...singaporeOrder(world, true), name: "second", vlanId: 1102 });
        const { cen, vbrId: firstId } = rehearsal.args.alibaba;
        await rehearsal.stack.setArgs({ ...rehearsal.args, alibaba: { accessPointId: "ap-sg-singapore-a", cen } });
        const refused = [
            `${refusedByPreflight}VBR: 2 fit the search. Write alibaba.vbrId: "..." with one of these IDs:`,
            `  ${firstId}  name "multi-cloud-singapore", access point ap-sg-singapore-a, VLAN 1101, active`,
            `  ${vbrId}  name "second", access point ap-sg-singapore-a, VLAN 1102, active`,
        ].join("\n");
        const { stack } = rehearsal;
        const failure = { failed: true, diagnostics: [refused] };
        expect(await stack.preview()).to.deep.include(failure);
        expect(await stack.up()).to.deep.include(failure);
        // Where nobody has looked before, the create refuses.
        await stack.setArgs({
            ...rehearsal.args,
            alibaba: { accessPointId: "ap-sg-singapore-a", cen },
            preflight: false,
        });
        expect((await stack.up()).diagnostics).to.deep.equal([
            refused.replace(refusedByPreflight, "error: "),
            "error: update failed",
        ]);
    });

    it("with several connections of the VBR's VLAN: the list, and what to write; neither is accepted", async () => {
        rehearsal = await rehearse();
        const { world, description } = rehearsal.simulator;
        world.quotas.multiCloudConnectionsPerUser = 2;
        const { connectionId } = orderConnection(world, { ...singaporeOrder(world, true), name: "twin" });
        const listed = [
            `  ${description.world.hostedConnectionId}  name "multi-cloud-singapore", partner "Alibaba Cloud", ordering`,
            `  ${connectionId}  name "twin", partner "Alibaba Cloud", ordering`,
        ].sort();
        const refused = [
            `${refusedByPreflight}Hosted connection: 2 have the VLAN 1101 of ${rehearsal.args.alibaba.vbrId} and 1Gbps. Write aws.connectionId: "..." with one of these IDs:`,
            ...listed,
        ].join("\n");
        expect(await rehearsal.stack.up()).to.deep.include({ failed: true, diagnostics: [refused] });
        await rehearsal.stack.setArgs({ ...rehearsal.args, preflight: false });
        expect((await rehearsal.stack.up()).diagnostics).to.deep.equal([
            refused.replace(refusedByPreflight, "error: "),
            "error: update failed",
        ]);
        expect(writesOf(rehearsal.simulator)).to.not.include("ConfirmConnection");
    });
});

describe("a BGP session that was up", () => {
    let rehearsal: Rehearsal;

    before(async () => {
        rehearsal = await rehearse();
        await rehearsal.stack.up();
    });
    after(() => rehearsal.end());

    it("and fell by a key that was changed by hand: a refresh sees it, the next up mends it", async () => {
        const { stack, simulator } = rehearsal;
        for (const group of simulator.world.alibaba.bgpGroups.values()) {
            group.authKey = "changed-by-hand";
        }
        simulator.world.changed();
        expect((await stack.refresh()).counts).to.deep.equal({ same: 17, update: 2 });
        const { steps, diagnostics } = await stack.up();
        expect(steps).to.deep.equal({ "link-border-router-bgp": "update", "link-verification": "update" });
        expect(diagnostics).to.deep.equal([]);
        expect((await stack.preview()).steps).to.deep.equal({});
    });

    it("and fell with the circuit: a warning at the next up, an error where the program says so", async () => {
        const { stack, simulator } = rehearsal;
        for (const connection of simulator.world.aws.connections.values()) {
            connection.connectionState = "down";
        }
        simulator.world.changed();
        const { hostedConnectionId = "" } = simulator.description.world;
        const cause = `Hosted connection ${hostedConnectionId} is down; it must be available. Wait if AWS has announced maintenance, which takes it down for hours; else ask both supports about the circuit.`;
        expect((await stack.refresh()).counts).to.deep.equal({ same: 18, update: 1 });
        const warned = await stack.up();
        expect({ steps: warned.steps, failed: warned.failed, diagnostics: warned.diagnostics }).to.deep.equal({
            steps: { "link-verification": "update" },
            failed: false,
            diagnostics: [
                `warning: BGP was up and has fallen (AWS down, Alibaba Down). ${cause} Then run pulumi up again. Set verification.onDown to "fail" to stop here.`,
            ],
        });
        await stack.setArgs({ ...rehearsal.args, verification: { onDown: "fail", timeoutSeconds: 2 } });
        const refused = await stack.up();
        expect({ failed: refused.failed, diagnostics: refused.diagnostics }).to.deep.equal({
            failed: true,
            diagnostics: [
                `error: BGP: still "AWS down, Alibaba Down" after 2s (for the last 2s). AWS: connection down, virtual interface down, BGP down; Alibaba Cloud: circuit Enabled and Normal, VBR active, BGP Down. ${cause} Then run pulumi up again; it goes on where it stopped.`,
                "error: update failed",
            ],
        });
    });
});
