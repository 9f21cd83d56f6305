import { expect } from "chai";

import * as byHand from "../harness/byHand";
import { rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";

describe("a BGP key that the state lost, on a VBR whose group does not show it", () => {
    let rehearsal: Rehearsal;
    let virtualInterfaceId: string;
    let keys: (string | undefined)[];

    function keysOfBothSides(): (string | undefined)[] {
        const { world } = rehearsal.simulator;
        return [
            ...byHand.liveVirtualInterface(world).bgpPeers.map(({ authKey }) => authKey),
            ...[...world.alibaba.bgpGroups.values()].map(({ authKey }) => authKey),
        ];
    }

    before(async () => {
        rehearsal = await rehearse({ guesses: { bgpAuthKeyReading: "absent" } });
        await rehearsal.stack.up();
        ({ virtualInterfaceId } = byHand.liveVirtualInterface(rehearsal.simulator.world));
        keys = keysOfBothSides();
        // With it goes all that was made from it: the virtual interface and BGP.
        await rehearsal.stack.forget("link-bgp-auth-key");
        rehearsal.simulator.world.log.length = 0;
    });
    after(() => rehearsal.end());

    it("is read back from AWS; only the line that adopts the virtual interface is asked for", async () => {
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect(failed).to.equal(true);
        expect(diagnostics).to.have.length(2);
        expect(diagnostics[0]).to.include(
            `set adopt: { virtualInterfaceId: "${virtualInterfaceId}" }, run pulumi up again`,
        );
        const key = (await rehearsal.stack.resources()).find(({ urn }) => urn.endsWith("::link-bgp-auth-key"));
        expect(key?.outputs).to.include({ source: "cloud" });
    });

    it("with that line nothing is replaced, before or after it is removed, and nothing is written", async () => {
        const { stack, args, simulator } = rehearsal;
        await stack.setArgs({ ...args, adopt: { virtualInterfaceId } });
        const adopted = await stack.up();
        expect([adopted.failed, adopted.diagnostics]).to.deep.equal([false, []]);
        expect(adopted.steps).to.include({ "link-virtual-interface": "import" });
        await stack.setArgs(args);
        expect((await stack.up()).steps).to.deep.equal({});
        expect(writesOf(simulator)).to.deep.equal([]);
        expect(keysOfBothSides()).to.deep.equal(keys);
    });
});
