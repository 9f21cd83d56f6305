import { expect } from "chai";

import { sayUnknownState } from "../../simulator/world/listings";
import { errorOf } from "../support/rejects";
import { startStandIns, type StandIns } from "./standIns";

describe("the create of a stand-in for a virtual interface", () => {
    let standIns: StandIns;

    beforeEach(async () => {
        standIns = await startStandIns();
    });

    afterEach(() => standIns.stop());

    it("waits while the list does not show it yet", async () => {
        standIns.simulator.world.durations.listLagAws = 120;
        standIns.simulator.world.changed();
        const { vif } = await standIns.makeLink();
        expect(vif.outputs).to.deep.include({ name: "link", vlan: 1101 });
    });

    it("fails at a state that the official resource does not know", async () => {
        sayUnknownState(standIns.simulator.world, {
            list: "virtualInterfaces",
            insteadOf: "down",
            seconds: 24 * 3600,
        });
        const error = await errorOf(standIns.makeLink());
        expect(error.message).to.match(
            /create: unexpected state 'unheard-of', wanted target 'available, down'\. last error: %!s\(<nil>\)$/,
        );
    });
});
