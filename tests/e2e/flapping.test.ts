import { expect } from "chai";

import type { World } from "../../simulator/world/world";
import * as byHand from "../harness/byHand";
import { rehearse, type Rehearsal } from "../harness/rehearsal";

/** Takes the session down each time that it is about to be read as up for the second time in a row, until that was read; answers what ends that. */
function flap(world: World): () => void {
    let readAsUp = 0;
    const watcher = {
        arrived: ({ action }: { action: string }): void => {
            if (action !== "DescribeBgpPeers") {
                return;
            }
            const isUp = [...world.alibaba.bgpPeers.values()].some(({ bgpStatus }) => bgpStatus === "Established");
            readAsUp = isUp ? readAsUp + 1 : 0;
            if (readAsUp === 2) {
                byHand.liveConnection(world).connectionState = "down";
            } else if (!isUp) {
                byHand.liveConnection(world).connectionState = "available";
            }
            world.changed();
        },
    };
    world.watchers.add(watcher);
    return () => {
        world.watchers.delete(watcher);
        byHand.liveConnection(world).connectionState = "available";
        world.changed();
    };
}

describe("a session that flaps", () => {
    let rehearsal: Rehearsal;

    before(async () => {
        rehearsal = await rehearse();
    });
    after(() => rehearsal.end());

    it("is not called up: the up fails at its limit, and the next one goes on once it is steady", async () => {
        const { stack, simulator, args } = rehearsal;
        const steady = flap(simulator.world);
        await stack.setArgs({ ...args, verification: { timeoutSeconds: 8 } });
        const { failed, diagnostics } = await stack.up();
        expect(failed).to.equal(true);
        expect(diagnostics[0]).to.match(
            /^error: BGP: still "(settling|AWS \w+, Alibaba \w+)" after 8s .* It came up and fell (once|\d times), which is not up\. /,
        );
        steady();
        const next = await stack.up();
        expect([next.failed, next.diagnostics, next.steps]).to.deep.equal([
            false,
            [],
            { "link-verification": "create" },
        ]);
    });
});
