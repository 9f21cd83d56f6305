import { expect } from "chai";

import { adoptionIn, loseAnswer } from "../harness/lostAnswer";
import { rehearse, worldOf, type Rehearsal } from "../harness/rehearsal";

/** Each step on what the last one left: the state holds the old gateway, and the cloud both. */
describe("an answer that was lost while the gateway was replaced", () => {
    let rehearsal: Rehearsal;
    let worldBefore: unknown;
    let args: Rehearsal["args"];
    let oldId: string;
    let newId: string;

    before(async () => {
        rehearsal = await rehearse();
        worldBefore = worldOf(rehearsal.simulator);
        args = { ...rehearsal.args, aws: { ...rehearsal.args.aws, amazonSideAsn: 64600 }, allowOutage: true };
        await rehearsal.stack.up();
    });
    after(() => rehearsal.end());

    const gatewayIds = (): string[] =>
        [...rehearsal.simulator.world.aws.vpnGateways.values()]
            .filter(({ state }) => state !== "deleted")
            .map(({ vpnGatewayId }) => vpnGatewayId);

    it("the next up makes no third one, and names the new one alone", async () => {
        const { simulator, stack } = rehearsal;
        [oldId = ""] = gatewayIds();
        loseAnswer(simulator.world, "CreateVpnGateway");
        await stack.setArgs(args);
        expect((await stack.up()).failed).to.equal(true);
        newId = gatewayIds().find((id) => id !== oldId) ?? "";
        const { failed, diagnostics } = await stack.up();
        expect(failed).to.equal(true);
        expect(adoptionIn(diagnostics)).to.deep.equal({ vpnGatewayId: newId });
        expect(gatewayIds()).to.deep.equal([oldId, newId]);
    });

    it("with the line, it takes the place of the old one, which is deleted, and BGP is up again", async () => {
        const { stack } = rehearsal;
        await stack.setArgs({ ...args, adopt: { vpnGatewayId: newId } });
        const { failed, diagnostics } = await stack.up();
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
        expect(gatewayIds()).to.deep.equal([newId]);
        expect(await stack.outputs()).to.deep.include({ vpnGatewayId: newId, amazonSideAsn: 64600 });
    });

    it("without it: nothing to do, and destroy leaves the world as it was", async () => {
        const { simulator, stack } = rehearsal;
        await stack.setArgs(args);
        expect((await stack.preview()).steps).to.deep.equal({});
        expect((await stack.destroy()).failed).to.equal(false);
        expect(worldOf(simulator)).to.deep.equal(worldBefore);
    });
});
