import { expect } from "chai";

import { join, joinAndWait, type Joined } from "./joined";

/** What both ends say, the truth and not the readings. */
function statusOf({ vif, awsPeer, peer }: Joined): { aws: string; interface: string; alibaba: string } {
    return { aws: awsPeer.bgpStatus, interface: vif.virtualInterfaceState, alibaba: peer.bgpStatus };
}

const up = { aws: "up", interface: "available", alibaba: "Established" };

interface Mismatch {
    rule: string;
    what: string;
    breaks: (joined: Joined) => unknown;
    mends: (joined: Joined) => unknown;
    /** What Alibaba's side says while a session that never was up cannot come up. */
    alibaba: "Idle" | "Active";
}

const mismatches: Mismatch[] = [
    {
        rule: "P4",
        what: "the virtual interface's VLAN is not the connection's",
        breaks: ({ vif }) => (vif.vlan = 1102),
        mends: ({ vif }) => (vif.vlan = 1101),
        alibaba: "Idle",
    },
    {
        rule: "P5",
        what: "the VBR's VLAN is not the connection's",
        breaks: ({ borderRouter }) => (borderRouter.vlanId = 1102),
        mends: ({ borderRouter }) => (borderRouter.vlanId = 1101),
        alibaba: "Idle",
    },
    {
        rule: "P5",
        what: "VLANs differ, until the world declares a translation",
        breaks: ({ borderRouter }) => (borderRouter.vlanId = 1102),
        mends: ({ connection }) => (connection.vlanTranslated = true),
        alibaba: "Idle",
    },
    {
        rule: "P4, P5",
        what: "the connection's VLAN is neither the virtual interface's nor the VBR's",
        breaks: ({ connection }) => (connection.vlan = 1102),
        mends: ({ connection }) => (connection.vlan = 1101),
        alibaba: "Idle",
    },
    {
        rule: "P5",
        what: "the VBR has no VLAN yet",
        breaks: ({ borderRouter }) => (borderRouter.vlanId = undefined),
        mends: ({ borderRouter }) => (borderRouter.vlanId = 1101),
        alibaba: "Idle",
    },
    {
        rule: "P6",
        what: "AWS's mask leaves Alibaba's address out",
        breaks: ({ awsPeer }) => (awsPeer.amazonAddress = "169.254.10.2/32"),
        mends: ({ awsPeer }) => (awsPeer.amazonAddress = "169.254.10.2/30"),
        alibaba: "Active",
    },
    {
        rule: "P6",
        what: "Alibaba's mask leaves AWS's address out",
        breaks: (joined) => setAddresses(joined, "169.254.10.1", "169.254.10.5"),
        mends: (joined) => setAddresses(joined, "169.254.10.1", "169.254.10.2"),
        alibaba: "Active",
    },
    {
        rule: "P6",
        what: "Alibaba's mask is shorter than /24",
        breaks: ({ borderRouter }) => (borderRouter.peeringSubnetMask = "255.255.254.0"),
        mends: ({ borderRouter }) => (borderRouter.peeringSubnetMask = "255.255.255.0"),
        alibaba: "Active",
    },
    {
        rule: "P6",
        what: "both ends have one address",
        breaks: (joined) => setAddresses(joined, "169.254.10.2", "169.254.10.2"),
        mends: (joined) => setAddresses(joined, "169.254.10.1", "169.254.10.2"),
        alibaba: "Active",
    },
    {
        rule: "P6",
        what: "one address is the broadcast address",
        breaks: (joined) => setAddresses(joined, "169.254.10.1", "169.254.10.3"),
        mends: (joined) => setAddresses(joined, "169.254.10.1", "169.254.10.2"),
        alibaba: "Active",
    },
    {
        rule: "P6",
        what: "Alibaba's mask is longer than /30",
        breaks: ({ borderRouter }) => (borderRouter.peeringSubnetMask = "255.255.255.254"),
        mends: ({ borderRouter }) => (borderRouter.peeringSubnetMask = "255.255.255.252"),
        alibaba: "Active",
    },
    {
        rule: "P6",
        what: "the addresses are of 100.64.0.0/10",
        breaks: (joined) => setAddresses(joined, "100.64.0.1", "100.64.0.2"),
        mends: (joined) => setAddresses(joined, "169.254.10.1", "169.254.10.2"),
        alibaba: "Active",
    },
    {
        rule: "P6",
        what: "one address is the network's own",
        breaks: (joined) => setAddresses(joined, "169.254.10.0", "169.254.10.2"),
        mends: (joined) => setAddresses(joined, "169.254.10.1", "169.254.10.2"),
        alibaba: "Active",
    },
    {
        rule: "P7",
        what: "the amazon address is not the VBR's peer address",
        breaks: ({ borderRouter }) => (borderRouter.peerGatewayIp = "169.254.10.3"),
        mends: ({ borderRouter }) => (borderRouter.peerGatewayIp = "169.254.10.2"),
        alibaba: "Active",
    },
    {
        rule: "P7",
        what: "the VBR's own address is not the customer address",
        breaks: ({ borderRouter }) =>
            Object.assign(borderRouter, { localGatewayIp: "169.254.10.3", peeringSubnetMask: "255.255.255.248" }),
        mends: ({ borderRouter }) =>
            Object.assign(borderRouter, { localGatewayIp: "169.254.10.1", peeringSubnetMask: "255.255.255.252" }),
        alibaba: "Active",
    },
    {
        rule: "P7",
        what: "the customer address is not the VBR's own",
        breaks: ({ awsPeer }) =>
            Object.assign(awsPeer, { customerAddress: "169.254.10.3/29", amazonAddress: "169.254.10.2/29" }),
        mends: ({ awsPeer }) => (awsPeer.customerAddress = "169.254.10.1/29"),
        alibaba: "Active",
    },
    {
        rule: "P7",
        what: "both addresses are swapped",
        breaks: ({ awsPeer }) =>
            Object.assign(awsPeer, { amazonAddress: "169.254.10.1/30", customerAddress: "169.254.10.2/30" }),
        mends: ({ awsPeer }) =>
            Object.assign(awsPeer, { amazonAddress: "169.254.10.2/30", customerAddress: "169.254.10.1/30" }),
        alibaba: "Active",
    },
    {
        rule: "P8",
        what: "the BGP peer's address is not the amazon address",
        breaks: ({ peer }) => (peer.peerIpAddress = "169.254.10.1"),
        mends: ({ peer }) => (peer.peerIpAddress = "169.254.10.2"),
        alibaba: "Active",
    },
    {
        rule: "P9",
        what: "the virtual interface's ASN is not the group's LocalAsn",
        breaks: ({ awsPeer }) => (awsPeer.asn = 65001),
        mends: ({ awsPeer }) => (awsPeer.asn = 45104),
        alibaba: "Active",
    },
    {
        rule: "P9, P10",
        what: "the group's LocalAsn is not the virtual interface's ASN",
        breaks: ({ group }) => (group.localAsn = 65001),
        mends: ({ awsPeer }) => (awsPeer.asn = 65001),
        alibaba: "Active",
    },
    {
        rule: "P9, P10",
        what: "the group's PeerAsn is another one",
        breaks: ({ group }) => (group.peerAsn = 64513),
        mends: ({ gateway }) => (gateway.amazonSideAsn = 64513),
        alibaba: "Active",
    },
    {
        rule: "P9",
        what: "the group's PeerAsn is not the gateway's ASN",
        breaks: ({ gateway }) => (gateway.amazonSideAsn = 64513),
        mends: ({ group }) => (group.peerAsn = 64513),
        alibaba: "Active",
    },
    {
        rule: "P11",
        what: "both ASNs are the same",
        breaks: ({ awsPeer, group }) => (awsPeer.asn = group.localAsn = 64512),
        mends: ({ awsPeer, group }) => (awsPeer.asn = group.localAsn = 45104),
        alibaba: "Active",
    },
    {
        rule: "P12",
        what: "one key ends in a space",
        breaks: ({ awsPeer }) => (awsPeer.authKey = "a-key-of-both-sides "),
        mends: ({ group }) => (group.authKey = "a-key-of-both-sides "),
        alibaba: "Active",
    },
    {
        rule: "P12",
        what: "Alibaba's key ends in a space",
        breaks: ({ group }) => (group.authKey = "a-key-of-both-sides "),
        mends: ({ awsPeer }) => (awsPeer.authKey = "a-key-of-both-sides "),
        alibaba: "Active",
    },
    {
        rule: "P12",
        what: "the keys differ in one letter's case",
        breaks: ({ awsPeer }) => (awsPeer.authKey = "A-key-of-both-sides"),
        mends: ({ awsPeer }) => (awsPeer.authKey = "a-key-of-both-sides"),
        alibaba: "Active",
    },
    {
        rule: "P12",
        what: "AWS alone has no key, until neither has one",
        breaks: ({ awsPeer }) => (awsPeer.authKey = ""),
        mends: ({ group }) => (group.authKey = ""),
        alibaba: "Active",
    },
    {
        rule: "P12",
        what: "one side has no key",
        breaks: ({ group }) => (group.authKey = ""),
        mends: ({ group }) => (group.authKey = "a-key-of-both-sides"),
        alibaba: "Active",
    },
    {
        rule: "P2",
        what: "the connection is down",
        breaks: ({ connection }) => (connection.connectionState = "down"),
        mends: ({ connection }) => (connection.connectionState = "available"),
        alibaba: "Idle",
    },
    {
        rule: "P16",
        what: "the VBR is terminated",
        breaks: ({ borderRouter }) => (borderRouter.status = "terminated"),
        mends: ({ borderRouter }) => (borderRouter.status = "active"),
        alibaba: "Idle",
    },
    {
        rule: "P16",
        what: "the circuit is not enabled",
        breaks: ({ circuit }) => (circuit.status = "Allocating"),
        mends: ({ circuit }) => (circuit.status = "Enabled"),
        alibaba: "Idle",
    },
    {
        rule: "P16",
        what: "the BGP peer is not available",
        breaks: ({ peer }) => (peer.status = "Modifying"),
        mends: ({ peer }) => (peer.status = "Available"),
        alibaba: "Idle",
    },
    {
        rule: "P16",
        what: "the BGP group is not available",
        breaks: ({ group }) => (group.status = "Pending"),
        mends: ({ group }) => (group.status = "Available"),
        alibaba: "Idle",
    },
    ...(["unconfirmed", "terminating", "recovering", "deleting"] as const).map((status): Mismatch => ({
        rule: "P16",
        what: `the VBR is ${status}`,
        breaks: ({ borderRouter }) => (borderRouter.status = status),
        mends: ({ borderRouter }) => (borderRouter.status = "active"),
        alibaba: "Idle",
    })),
    {
        rule: "P16",
        what: "the circuit is locked for security",
        breaks: ({ circuit }) => (circuit.businessStatus = "SecurityLocked"),
        mends: ({ circuit }) => (circuit.businessStatus = "Normal"),
        alibaba: "Idle",
    },
    {
        rule: "P40",
        what: "the circuit is locked for an unpaid bill",
        breaks: ({ circuit }) => (circuit.businessStatus = "FinancialLocked"),
        mends: ({ circuit }) => (circuit.businessStatus = "Normal"),
        alibaba: "Idle",
    },
];

function setAddresses({ awsPeer, borderRouter, peer }: Joined, customer: string, amazon: string): void {
    Object.assign(awsPeer, { customerAddress: `${customer}/30`, amazonAddress: `${amazon}/30` });
    Object.assign(borderRouter, { localGatewayIp: customer, peerGatewayIp: amazon });
    peer.peerIpAddress = amazon;
}

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

    for (const { rule, what, breaks, mends, alibaba } of mismatches) {
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

        it(`${rule}: falls at once when ${what}`, () => {
            const joined = joinAndWait();
            breaks(joined);
            joined.world.changed();
            expect(statusOf(joined)).to.deep.equal({
                aws: "down",
                interface: "down",
                alibaba: alibaba === "Idle" ? "Down" : "Active",
            });
        });
    }

    it("P16, P37: a virtual interface that is deleting, or in a failover test, has no session", () => {
        for (const state of ["deleting", "deleted", "testing", "pending"] as const) {
            const joined = joinAndWait();
            joined.vif.virtualInterfaceState = state;
            joined.world.changed();
            expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: state, alibaba: "Down" });
        }
    });

    it("P38: changing the key on both sides in one moment resets the session, which then comes back", () => {
        const joined = joinAndWait();
        joined.awsPeer.authKey = joined.group.authKey = "another-key-of-both";
        joined.world.changed();
        expect(statusOf(joined)).to.deep.equal({ aws: "down", interface: "down", alibaba: "Connect" });
        joined.clock.advance(joined.world.durations.bgpSession);
        expect(statusOf(joined)).to.deep.equal(up);
    });

    it("P38: changing BFD resets the session", () => {
        const joined = joinAndWait();
        joined.peer.bfdMultiHop = 2;
        joined.world.changed();
        expect(joined.awsPeer.bgpStatus).to.equal("down");
    });

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

    it("is settled any number of times with one outcome", () => {
        const joined = joinAndWait();
        for (let times = 0; times < 3; times++) {
            joined.world.changed();
        }
        expect(statusOf(joined)).to.deep.equal(up);
    });
});
