import { expect } from "chai";

import { addBorderRouter } from "../../../simulator/world/borderRouters";
import { CloudError } from "../../../simulator/world/cloudError";
import { defaultDurations, defaultQuotas } from "../../../simulator/world/limits";
import { agreedTimers } from "../../../simulator/world/sessionTimers";
import { join, only, start } from "./joined";

describe("the limits of a world", () => {
    for (const number of [defaultQuotas.borderRoutersPerCircuit, 2]) {
        it(`let a circuit have ${number} VBRs, and not one more`, () => {
            const { world } = start("default");
            world.quotas.borderRoutersPerCircuit = number;
            const borderRouter = only(world.alibaba.borderRouters.values());
            const add = (vbrId: string, physicalConnectionId = borderRouter.physicalConnectionId): void =>
                addBorderRouter(world, { ...borderRouter, vbrId, physicalConnectionId });
            for (let count = 2; count <= number; count++) {
                add(`vbr-${count}`);
            }
            expect(() => add("vbr-above")).to.throw(CloudError, "vbr count per physical connection quota exceed.");
            add("vbr-elsewhere", "pc-other");
            expect(world.alibaba.borderRouters.size).to.equal(number + 1);
        });
    }

    it("let a circuit have 5 VBRs by default, and a route have preference 50", () => {
        const { borderRoutersPerCircuit, routePreference } = defaultQuotas;
        expect({ borderRoutersPerCircuit, routePreference }).to.deep.equal({
            borderRoutersPerCircuit: 5,
            routePreference: 50,
        });
    });

    it("give a route its preference where no routing policy does", () => {
        const { world, systemTable } = join();
        world.quotas.routePreference = 60;
        world.changed();
        expect(new Set(systemTable.entries.map(({ preference }) => preference))).to.deep.equal(new Set([60]));
    });

    it("say what each side's BGP offers (P14)", () => {
        const { bgpHoldAws, bgpKeepaliveAws, bgpHoldAlibaba, bgpKeepaliveAlibaba } = defaultDurations;
        expect([bgpHoldAws, bgpKeepaliveAws, bgpHoldAlibaba, bgpKeepaliveAlibaba]).to.deep.equal([90, 30, 90, 30]);
        const { world, group } = join();
        Object.assign(world.durations, { bgpHoldAws: 60, bgpKeepaliveAws: 10 });
        expect(agreedTimers(world, group)).to.deep.equal({ hold: 60, keepalive: 10 });
        const { world: other, clock } = start("default", { backendMakesBgp: "group-and-peer" });
        Object.assign(other.durations, { bgpHoldAlibaba: 45, bgpKeepaliveAlibaba: 15 });
        clock.advance(other.durations.backendConfiguration);
        expect(only(other.alibaba.bgpGroups.values())).to.include({ hold: 45, keepalive: 15 });
    });
});
