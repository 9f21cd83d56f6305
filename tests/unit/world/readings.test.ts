import { expect } from "chai";

import { alibabaBgpStatus, awsBgpStatus } from "../../../simulator/world/readings";
import { join, type Joined } from "./joined";

function readings({ world, awsPeer, peer }: Joined): [string, string] {
    return [awsBgpStatus(world, awsPeer), alibabaBgpStatus(world, peer)];
}

describe("readings of the BGP session", () => {
    it("P18: lag by themselves, so AWS says up before Alibaba Cloud does", () => {
        const joined = join();
        joined.clock.advance(joined.world.durations.bgpSession);
        expect([joined.awsPeer.bgpStatus, joined.peer.bgpStatus]).to.deep.equal(["up", "Established"]);
        expect(readings(joined)).to.deep.equal(["down", "Connect"]);
        joined.clock.advance(5);
        expect(readings(joined)).to.deep.equal(["up", "Connect"]);
        joined.clock.advance(5);
        expect(readings(joined)).to.deep.equal(["up", "Established"]);
    });

    it("P18: still say up for a moment after the session has fallen", () => {
        const joined = join();
        joined.clock.advance(joined.world.durations.bgpSession + 3600);
        joined.vif.virtualInterfaceState = "deleting";
        joined.world.changed();
        expect(readings(joined)).to.deep.equal(["up", "Established"]);
        joined.clock.advance(5);
        expect(readings(joined)).to.deep.equal(["down", "Established"]);
        joined.clock.advance(5);
        expect(readings(joined)).to.deep.equal(["down", "Down"]);
    });

    it("P18: are never newer than the list that they stand in", () => {
        const joined = join();
        Object.assign(joined.world.durations, { listLagAws: 20, listLagAlibaba: 15 });
        joined.clock.advance(joined.world.durations.bgpSession);
        const seen = [4, 6, 9, 1].map((seconds) => {
            joined.clock.advance(seconds);
            return readings(joined);
        });
        expect(seen).to.deep.equal([
            ["down", "Connect"],
            ["down", "Connect"],
            ["down", "Established"],
            ["up", "Established"],
        ]);
    });
});
