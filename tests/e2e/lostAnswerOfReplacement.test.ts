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

describe("an answer that was lost while the virtual interface was replaced, after the line that adopts it", () => {
    const tidy = "pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import";
    let rehearsal: Rehearsal;
    let worldBefore: unknown;
    let args: Rehearsal["args"];
    let oldId: string;

    before(async () => {
        rehearsal = await rehearse();
        const { simulator, stack } = rehearsal;
        worldBefore = worldOf(simulator);
        args = { ...rehearsal.args, aws: { ...rehearsal.args.aws, amazonSideAsn: 64600 } };
        await stack.up();
        ({ virtualInterfaceId: oldId } = (await stack.outputs()) as { virtualInterfaceId: string });
        loseAnswer(simulator.world, "CreatePrivateVirtualInterface");
        await stack.setArgs({ ...args, allowOutage: true });
        await stack.up();
        const { diagnostics } = await stack.up();
        expect(diagnostics.join("\n")).to.include(`If it was being replaced, then also run ${tidy}.`);
        await stack.setArgs({ ...args, allowOutage: true, adopt: adoptionIn(diagnostics) });
        expect((await stack.up()).failed).to.equal(false);
        await stack.setArgs(args);
    });
    after(() => rehearsal.end());

    it("every preview clears the old one up, and none is rid of it", async () => {
        const { stack } = rehearsal;
        const steps = { "link-virtual-interface": "delete-replaced" };
        expect((await stack.preview()).steps).to.deep.equal(steps);
        expect((await stack.up()).steps).to.deep.equal(steps);
        expect((await stack.preview()).steps).to.deep.equal(steps);
    });

    it("who forgets the command has a destroy that fails in the middle; it goes on after the command", async () => {
        const { simulator, stack } = rehearsal;
        const { failed, diagnostics } = await stack.destroy();
        expect(failed).to.equal(true);
        expect(diagnostics.join("\n")).to.include("snapshot integrity failure");
        const { exitCode, stderr } = await stack.run(tidy);
        expect(stderr).to.include(
            `Left out, since it is deleted in the cloud and replaced: link-virtual-interface (${oldId}).\n`,
        );
        expect(exitCode).to.equal(0);
        expect((await stack.destroy()).failed).to.equal(false);
        expect(worldOf(simulator)).to.deep.equal(worldBefore);
    });
});
