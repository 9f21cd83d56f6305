import { expect } from "chai";

import { endOfSubscription, rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";

describe("onDestroy.hostedConnection", () => {
    let rehearsal: Rehearsal;

    before(async () => {
        rehearsal = await rehearse({ scenario: "default" });
        await rehearsal.stack.up();
    });
    after(() => rehearsal.end());

    it("changes one resource in place, and announces no replacement", async () => {
        const { stack, simulator, args } = rehearsal;
        await stack.setArgs({ ...args, onDestroy: { hostedConnection: "delete" } });
        simulator.world.log.length = 0;
        expect((await stack.preview()).steps).to.deep.equal({ "link-connection-release": "update" });
        expect((await stack.up()).steps).to.deep.equal({ "link-connection-release": "update" });
        expect(writesOf(simulator)).to.deep.equal([]);
    });

    it("is known to a destroy, which deletes the connection after its virtual interface", async () => {
        const { stack, simulator } = rehearsal;
        const { failed, diagnostics } = await stack.destroy();
        expect(failed).to.equal(false);
        const { hostedConnectionId } = simulator.description.world;
        expect(diagnostics).to.deep.equal([
            `warning: Hosted connection ${hostedConnectionId} is deleted. The subscription at Alibaba Cloud runs until ${endOfSubscription(simulator)}; only its support can issue the connection again.`,
        ]);
        const deletions = writesOf(simulator).filter((action) => /^Delete(VirtualInterface|Connection)$/.test(action));
        expect(deletions).to.deep.equal(["DeleteVirtualInterface", "DeleteConnection"]);
        const states = [...simulator.world.aws.connections.values()].map(({ connectionState }) => connectionState);
        expect(states.every((state) => ["deleting", "deleted"].includes(state))).to.equal(true);
    });
});
