import { expect } from "chai";

import { passingSessions, timersOf } from "../../../simulator/world/session";
import { secondsToNotice } from "../../../simulator/world/sessionTimers";
import { join, joinAndWait, type Joined } from "./joined";

/** What AWS's side and Alibaba Cloud's say, the truth and not the readings. */
function statuses({ awsPeer, peer }: Joined): [string, string] {
    return [awsPeer.bgpStatus, peer.bgpStatus];
}

const up = ["up", "Established"];
const fallen = ["down", "Down"];

/** The circuit stops to carry frames in a place that neither side can see. */
function cut({ world, connection }: Joined): void {
    connection.vlan = 1102;
    world.changed();
}

function mend({ world, connection }: Joined): void {
    connection.vlan = 1101;
    world.changed();
}

/** Up, with the peer, VBR and group as the changes say. */
function upWith(change: (joined: Joined) => unknown): Joined {
    const joined = join();
    change(joined);
    joined.world.changed();
    joined.clock.advance(joined.world.durations.bgpSession);
    expect(statuses(joined)).to.deep.equal(up);
    return joined;
}

describe("the loss of a BGP session", () => {
    const intervals: [number, number, number][] = [
        [1000, 1000, 3],
        [300, 300, 0.9],
        [200, 200, 0.9],
    ];
    for (const [minTxInterval, minRxInterval, seconds] of intervals) {
        it(`P15: is detected by BFD after ${seconds} s, with intervals of ${minTxInterval} ms at the VBR`, () => {
            const joined = upWith(({ borderRouter }) => Object.assign(borderRouter, { minTxInterval, minRxInterval }));
            cut(joined);
            joined.clock.advance(seconds - 0.001);
            expect(statuses(joined)).to.deep.equal(up);
            joined.clock.advance(0.001);
            expect(statuses(joined)).to.deep.equal(fallen);
        });
    }

    it("P15: is detected by each side with the other's multiplier and the slower of both intervals", () => {
        const joined = upWith(({ borderRouter }) =>
            Object.assign(borderRouter, { minTxInterval: 500, minRxInterval: 1000, detectMultiplier: 4 }),
        );
        expect(passingSessions(joined.world).length).to.equal(1);
        cut(joined);
        expect(passingSessions(joined.world)).to.deep.equal([]);
        joined.clock.advance(1.999);
        expect(statuses(joined)).to.deep.equal(up);
        joined.clock.advance(0.001);
        expect(statuses(joined)).to.deep.equal(["down", "Established"]);
        joined.clock.advance(1);
        expect(statuses(joined)).to.deep.equal(fallen);
    });

    it("P15: comes after the hold time where BFD would take longer", () => {
        const { peer, borderRouter } = join();
        borderRouter.detectMultiplier = 10;
        expect(secondsToNotice("aws", 6, peer, borderRouter)).to.equal(6);
        expect(secondsToNotice("aws", 90, peer, borderRouter)).to.equal(10);
    });

    const withoutBfd: [string, (joined: Joined) => unknown][] = [
        ["BFD is off at the peer", ({ peer }) => (peer.enableBfd = false)],
        ["BFD's hop count is 255", ({ peer }) => (peer.bfdMultiHop = 255)],
    ];
    for (const [what, change] of withoutBfd) {
        it(`P15: comes after the hold time where ${what}, and BFD that never formed drops no session before`, () => {
            const joined = upWith(change);
            joined.clock.advance(24 * 3600);
            expect(statuses(joined)).to.deep.equal(up);
            cut(joined);
            joined.clock.advance(89.999);
            expect(statuses(joined)).to.deep.equal(up);
            joined.clock.advance(0.001);
            expect(statuses(joined)).to.deep.equal(fallen);
        });
    }

    const holdTimes: [number, number, number, number][] = [
        [180, 60, 90, 30],
        [90, 30, 90, 30],
        [60, 20, 60, 20],
        [60, 30, 60, 20],
        [90, 10, 90, 10],
        [3, 1, 3, 1],
    ];
    for (const [hold, keepalive, agreedHold, agreedKeepalive] of holdTimes) {
        it(`P14: AWS's 90/30 s and ${hold}/${keepalive} s agree on ${agreedHold}/${agreedKeepalive} s, and that is waited for`, () => {
            const joined = upWith(({ group, peer }) => {
                Object.assign(group, { hold, keepalive });
                peer.enableBfd = false;
            });
            expect(timersOf(joined.world, joined.peer)).to.deep.equal({
                hold: agreedHold,
                keepalive: agreedKeepalive,
            });
            cut(joined);
            joined.clock.advance(agreedHold - 0.001);
            expect(statuses(joined)).to.deep.equal(up);
            joined.clock.advance(0.001);
            expect(statuses(joined)).to.deep.equal(fallen);
            expect(timersOf(joined.world, joined.peer)).to.equal(undefined);
        });
    }

    it("P14: has no timers agreed on before the session is up", () => {
        const { world, peer } = join();
        expect(timersOf(world, peer)).to.equal(undefined);
    });

    it("P14: does not happen when the circuit is back within the hold time, however often", () => {
        const joined = upWith(({ peer }) => (peer.enableBfd = false));
        for (let times = 0; times < 3; times++) {
            cut(joined);
            joined.clock.advance(89);
            mend(joined);
            joined.clock.advance(30);
        }
        expect(statuses(joined)).to.deep.equal(up);
    });

    it("P14: that one side alone has seen starts the session anew once the circuit is back", () => {
        const joined = upWith(({ peer }) => (peer.enableBfd = false));
        const { world, clock, connection } = joined;
        connection.connectionState = "down";
        world.changed();
        clock.advance(30);
        expect(statuses(joined)).to.deep.equal(["down", "Established"]);
        connection.connectionState = "available";
        world.changed();
        expect(statuses(joined)).to.deep.equal(["down", "Connect"]);
        clock.advance(world.durations.bgpSession);
        expect(statuses(joined)).to.deep.equal(up);
    });

    it("P40: of a locked circuit is seen by Alibaba Cloud at once, by AWS after the hold time; the VBR is still listed", () => {
        const joined = upWith(({ peer }) => (peer.enableBfd = false));
        const { world, clock, circuit, borderRouter } = joined;
        circuit.businessStatus = "FinancialLocked";
        world.changed();
        expect(statuses(joined)).to.deep.equal(["up", "Down"]);
        clock.advance(90);
        expect(statuses(joined)).to.deep.equal(fallen);
        expect(world.alibaba.borderRouters.get(borderRouter.vbrId)?.status).to.equal("active");
    });

    it("P14: leaves each side's routes where they are for as long as it has not missed the other", () => {
        const joined = upWith(({ peer }) => (peer.enableBfd = false));
        const { world, clock, connection, mainTable, systemTable, peer } = joined;
        const known = (): [number, string[], number] => [
            mainTable.routes.filter(({ gatewayId }) => gatewayId !== "local").length,
            systemTable.entries.filter(({ origin }) => origin === "VBR").map((entry) => entry.destinationCidrBlock),
            peer.receivedRouteCount,
        ];
        clock.advance(world.durations.routeInstallation);
        expect(known()).to.deep.equal([2, ["10.0.0.0/16"], 1]);
        connection.connectionState = "down";
        world.changed();
        expect(known()).to.deep.equal([0, ["10.0.0.0/16"], 1]);
        clock.advance(90);
        expect(known()).to.deep.equal([0, [], 0]);
    });

    it("P17: leaves the virtual interface available while another peer of it is up", () => {
        const joined = joinAndWait();
        const { world, vif, awsPeer, peer, group, clock } = joined;
        vif.bgpPeers.push({ ...awsPeer, bgpPeerId: "dxpeer-2", addressFamily: "ipv6", bgpStatus: "down" });
        world.alibaba.bgpGroups.set("bgpg-2", { ...group, bgpGroupId: "bgpg-2", ipVersion: "IPV6" });
        world.alibaba.bgpPeers.set("bgp-2", {
            ...peer,
            bgpPeerId: "bgp-2",
            bgpGroupId: "bgpg-2",
            bgpStatus: "Idle",
            everEstablished: false,
        });
        world.changed();
        clock.advance(world.durations.bgpSession);
        const all = (): string[] => vif.bgpPeers.map(({ bgpStatus }) => bgpStatus);
        expect(all()).to.deep.equal(["up", "up"]);
        peer.status = "Modifying";
        world.changed();
        expect(all()).to.deep.equal(["down", "up"]);
        expect(vif.virtualInterfaceState).to.equal("available");
        group.peerAsn = 1;
        Object.assign(world.alibaba.bgpGroups.get("bgpg-2") ?? {}, { peerAsn: 1 });
        world.changed();
        expect(all()).to.deep.equal(["down", "down"]);
        expect(vif.virtualInterfaceState).to.equal("down");
    });
});
