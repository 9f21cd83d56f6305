import { expect } from "chai";

import { endTest, startTest } from "../../../simulator/world/failoverTest";
import type { FailoverTest } from "../../../simulator/world/awsState";
import { joinAndWait, type Joined } from "./joined";

function begin({ world, vif, awsPeer }: Joined, bgpPeerIds = [awsPeer.bgpPeerId]): FailoverTest {
    const test: FailoverTest = {
        testId: "dxviftest-1",
        virtualInterfaceId: vif.virtualInterfaceId,
        ownerAccount: vif.ownerAccount,
        region: vif.region,
        bgpPeerIds,
        durationMinutes: 180,
        status: "in-progress",
        startedAt: world.clock.now(),
        endedAt: undefined,
    };
    startTest(world, test, vif);
    return test;
}

/** Until the session is up and its routes are in the tables. */
function comeUp({ clock, world }: Joined): void {
    clock.advance(world.durations.bgpSession);
    clock.advance(world.durations.routeInstallation);
}

function statuses({ vif, awsPeer, peer, mainTable }: Joined): [string, string, string, number] {
    return [vif.virtualInterfaceState, awsPeer.bgpStatus, peer.bgpStatus, mainTable.routes.length];
}

describe("a failover test of the world", () => {
    it("P17, P41: holds the peers down until it is over, whatever the client does, and the session comes back by itself", () => {
        const joined = joinAndWait();
        expect(statuses(joined)).to.deep.equal(["available", "up", "Established", 3]);
        begin(joined);
        const down = ["testing", "down", "Down", 1];
        expect(statuses(joined)).to.deep.equal(down);
        joined.awsPeer.authKey = joined.group.authKey = "another-key-of-both";
        joined.world.changed();
        joined.clock.advance(180 * 60 - 1);
        expect(statuses(joined)).to.deep.equal(down);
        joined.clock.advance(1);
        expect(statuses(joined)).to.deep.equal(["down", "down", "Connect", 1]);
        comeUp(joined);
        expect(statuses(joined)).to.deep.equal(["available", "up", "Established", 3]);
    });

    it("P41: ends when it is stopped, and what would have been its end changes nothing any more", () => {
        const joined = joinAndWait();
        const test = begin(joined);
        endTest(joined.world, test, "stopped");
        joined.world.changed();
        comeUp(joined);
        expect(statuses(joined)).to.deep.equal(["available", "up", "Established", 3]);
        joined.clock.advance(24 * 3600);
        expect(statuses(joined)).to.deep.equal(["available", "up", "Established", 3]);
        expect(test.status).to.equal("stopped");
    });

    it("P41: holds its own virtual interface's peers down, whatever runs on another one", () => {
        const joined = joinAndWait();
        const another = begin(joined);
        joined.world.aws.failoverTests.clear();
        Object.assign(another, { virtualInterfaceId: "dxvif-another", bgpPeerIds: ["dxpeer-another"] });
        joined.world.aws.failoverTests.set("dxviftest-0", another);
        begin(joined);
        expect(statuses(joined)).to.deep.equal(["testing", "down", "Down", 1]);
    });

    it("P17, P41: is shown by the virtual interface, and leaves a peer up that it does not name", () => {
        const joined = joinAndWait();
        begin(joined, ["dxpeer-of-ipv6"]);
        joined.clock.advance(3600);
        expect(statuses(joined)).to.deep.equal(["testing", "up", "Established", 3]);
    });
});
