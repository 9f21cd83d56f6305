import { expect } from "chai";

import { join, joinAndWait, type Joined } from "./joined";
import { mismatches, setAddresses } from "./mismatches";

/** What both ends say, the truth and not the readings. */
function statusOf({ vif, awsPeer, peer }: Joined): { aws: string; interface: string; alibaba: string } {
    return { aws: awsPeer.bgpStatus, interface: vif.virtualInterfaceState, alibaba: peer.bgpStatus };
}

/** In a subnet of six hosts, so that one address can change without the other. */
function upInWideSubnet(): Joined {
    const joined = join();
    Object.assign(joined.awsPeer, { amazonAddress: "169.254.10.2/29", customerAddress: "169.254.10.1/29" });
    joined.borderRouter.peeringSubnetMask = "255.255.255.248";
    joined.world.changed();
    joined.clock.advance(joined.world.durations.bgpSession);
    expect(statusOf(joined)).to.deep.equal(up);
    return joined;
}

const up = { aws: "up", interface: "available", alibaba: "Established" };

describe("BGP session of the world", () => {
    it("comes up on both sides after its time, and not before", () => {
        const joined = join();
        expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba: "Connect" });
        joined.clock.advance(joined.world.durations.bgpSession - 1);
        expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba: "Connect" });
        joined.clock.advance(1);
        expect(statusOf(joined)).to.deep.equal(up);
        expect(joined.peer.everEstablished).to.equal(true);
    });

    for (const { rule, what, breaks, mends, alibaba, noticedBy = ["aws", "alibaba"] as const } of mismatches) {
        it(`${rule}: stays down while ${what}, and comes up once mended`, () => {
            const joined = join();
            breaks(joined);
            joined.world.changed();
            joined.clock.advance(3600);
            expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba });
            mends(joined);
            joined.world.changed();
            joined.clock.advance(joined.world.durations.bgpSession);
            expect(statusOf(joined)).to.deep.equal(up);
        });

        it(`${rule}: falls when ${what}: at once for ${noticedBy.join(" and ") || "neither side"}, by BFD for others`, () => {
            const joined = joinAndWait();
            const fallen = { aws: "down", interface: "down", alibaba: alibaba === "Idle" ? "Down" : "Active" };
            breaks(joined);
            joined.world.changed();
            const { aws, interface: ofInterface } = noticedBy.includes("aws") ? fallen : up;
            const atAlibaba = (noticedBy.includes("alibaba") ? fallen : up).alibaba;
            const atOnce = { aws, interface: ofInterface, alibaba: atAlibaba };
            expect(statusOf(joined)).to.deep.equal(atOnce);
            joined.clock.advance(2.999);
            expect(statusOf(joined)).to.deep.equal(atOnce);
            joined.clock.advance(0.001);
            expect(statusOf(joined)).to.deep.equal(fallen);
        });
    }

    it("P10: stays up with a fake ASN where that is LocalAsn", () => {
        const joined = joinAndWait({ fakeAsn: "local-asn" });
        joined.group.isFake = true;
        joined.world.changed();
        joined.clock.advance(3600);
        expect(statusOf(joined)).to.deep.equal(up);
    });

    it("P16, P37: a virtual interface that is deleting, or not there yet, has no session", () => {
        for (const state of ["deleting", "deleted", "pending", "verifying", "confirming", "rejected"] as const) {
            const joined = joinAndWait();
            joined.vif.virtualInterfaceState = state;
            joined.world.changed();
            expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: state, alibaba: "Down" });
        }
    });

    const resets: [string, (joined: Joined) => unknown][] = [
        ["the key on both sides", ({ awsPeer, group }) => (awsPeer.authKey = group.authKey = "another-key-of-both")],
        ["the customer side's ASN on both sides", ({ awsPeer, group }) => (awsPeer.asn = group.localAsn = 65001)],
        ["AWS's ASN on both sides", ({ gateway, group }) => (gateway.amazonSideAsn = group.peerAsn = 64513)],
        ["both addresses on both sides", (joined) => setAddresses(joined, "169.254.20.1", "169.254.20.2")],
        ["the amazon address on both sides", (joined) => setAddresses(joined, "169.254.10.1", "169.254.10.3")],
        ["the customer address on both sides", (joined) => setAddresses(joined, "169.254.10.3", "169.254.10.2")],
        ["BFD's switch", ({ peer }) => (peer.enableBfd = false)],
        ["BFD's hop count", ({ peer }) => (peer.bfdMultiHop = 2)],
    ];
    for (const [what, change] of resets) {
        it(`P38: changing ${what}, in one moment, resets the session, which then comes back`, () => {
            const joined = upInWideSubnet();
            change(joined);
            joined.world.changed();
            expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba: "Connect" });
            joined.clock.advance(joined.world.durations.bgpSession - 1);
            expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba: "Connect" });
            joined.clock.advance(1);
            expect(statusOf(joined)).to.deep.equal(up);
        });
    }

    it("starts its time anew after an interruption", () => {
        const joined = join();
        const { world, clock, connection } = joined;
        clock.advance(world.durations.bgpSession - 1);
        connection.connectionState = "down";
        world.changed();
        connection.connectionState = "available";
        world.changed();
        clock.advance(world.durations.bgpSession - 1);
        expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba: "Connect" });
        clock.advance(1);
        expect(statusOf(joined)).to.deep.equal(up);
    });

    it("P40: ends with the subscription; the VBR is still listed", () => {
        const joined = joinAndWait();
        joined.clock.advance(366 * 24 * 3600);
        expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba: "Down" });
        expect(joined.world.alibaba.borderRouters.has(joined.borderRouter.vbrId)).to.equal(true);
    });

    it("falls on AWS's side when the peer is deleted", () => {
        const { world, awsPeer, peer } = joinAndWait();
        world.alibaba.bgpPeers.delete(peer.bgpPeerId);
        world.changed();
        expect(awsPeer.bgpStatus).to.equal("down");
    });

    it("does not exist over a foreign hosted connection, which has no circuit behind it", () => {
        const joined = join();
        delete joined.connection.circuitId;
        joined.world.changed();
        joined.clock.advance(3600);
        expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba: "Idle" });
    });

    it("P37: a deleted virtual interface takes the session with it, and the routes of both sides", () => {
        const joined = joinAndWait();
        const { world, clock, vif, mainTable, systemTable } = joined;
        const fromAws = (): string[] =>
            systemTable.entries.filter(({ origin }) => origin === "VBR").map((entry) => entry.destinationCidrBlock);
        expect([mainTable.routes.length, fromAws()]).to.deep.equal([3, ["10.0.0.0/16"]]);
        vif.virtualInterfaceState = "deleting";
        world.changed();
        expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "deleting", alibaba: "Down" });
        expect([mainTable.routes.length, fromAws()]).to.deep.equal([1, []]);
        vif.virtualInterfaceState = "deleted";
        world.changed();
        world.aws.virtualInterfaces.delete(vif.virtualInterfaceId);
        world.changed();
        clock.advance(3600);
        expect([mainTable.routes.length, fromAws()]).to.deep.equal([1, []]);
    });

    it("P9, P44: over a Direct Connect gateway speaks with that gateway's ASN", () => {
        const joined = joinAndWait();
        const { world, clock, vif, group } = joined;
        world.aws.directConnectGateways.set("dxgw-1", {
            directConnectGatewayId: "dxgw-1",
            directConnectGatewayName: "global",
            ownerAccount: vif.ownerAccount,
            amazonSideAsn: 64600,
            state: "available",
            associations: [],
        });
        Object.assign(vif, { virtualGatewayId: undefined, directConnectGatewayId: "dxgw-1" });
        world.changed();
        clock.advance(3600);
        expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba: "Active" });
        group.peerAsn = 64600;
        world.changed();
        clock.advance(world.durations.bgpSession);
        expect(statusOf(joined)).to.deep.equal(up);
    });

    it("has no session with a BGP peer of another address family", () => {
        const joined = join();
        joined.group.ipVersion = "IPV6";
        joined.world.changed();
        joined.clock.advance(3600);
        expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba: "Idle" });
    });

    it("is settled any number of times with one outcome", () => {
        const joined = joinAndWait();
        for (let times = 0; times < 3; times++) {
            joined.world.changed();
        }
        expect(statusOf(joined)).to.deep.equal(up);
    });
});
