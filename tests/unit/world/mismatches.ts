import type { Side } from "../../../simulator/world/sessionRules";
import type { Joined } from "./joined";

/** One condition that is not met. */
export interface Mismatch {
    rule: string;
    what: string;
    breaks: (joined: Joined) => unknown;
    mends: (joined: Joined) => unknown;
    /** What Alibaba's side says while a session that never was up cannot come up. */
    alibaba: "Idle" | "Active";
    /** Who sees at once that a session that is up has lost this condition; both, if nothing is said. */
    noticedBy?: readonly Side[];
}

export const mismatches: Mismatch[] = [
    {
        rule: "P4",
        what: "the virtual interface's VLAN is not the connection's",
        breaks: ({ vif }) => (vif.vlan = 1102),
        mends: ({ vif }) => (vif.vlan = 1101),
        alibaba: "Idle",
        noticedBy: [],
    },
    {
        rule: "P5",
        what: "the VBR's VLAN is not the connection's",
        breaks: ({ borderRouter }) => (borderRouter.vlanId = 1102),
        mends: ({ borderRouter }) => (borderRouter.vlanId = 1101),
        alibaba: "Idle",
        noticedBy: [],
    },
    {
        rule: "P5",
        what: "VLANs differ, until the world declares a translation",
        breaks: ({ borderRouter }) => (borderRouter.vlanId = 1102),
        mends: ({ connection }) => (connection.vlanTranslated = true),
        alibaba: "Idle",
        noticedBy: [],
    },
    {
        rule: "P4, P5",
        what: "the connection's VLAN is neither the virtual interface's nor the VBR's",
        breaks: ({ connection }) => (connection.vlan = 1102),
        mends: ({ connection }) => (connection.vlan = 1101),
        alibaba: "Idle",
        noticedBy: [],
    },
    {
        rule: "P5",
        what: "the VBR has no VLAN yet",
        breaks: ({ borderRouter }) => (borderRouter.vlanId = undefined),
        mends: ({ borderRouter }) => (borderRouter.vlanId = 1101),
        alibaba: "Idle",
        noticedBy: [],
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
        noticedBy: ["alibaba"],
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
        noticedBy: ["alibaba"],
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
        rule: "P6",
        what: "the VBR has no mask yet",
        breaks: ({ borderRouter }) => (borderRouter.peeringSubnetMask = ""),
        mends: ({ borderRouter }) => (borderRouter.peeringSubnetMask = "255.255.255.252"),
        alibaba: "Active",
        noticedBy: ["alibaba"],
    },
    {
        rule: "P7",
        what: "the amazon address is not the VBR's peer address",
        breaks: ({ borderRouter }) =>
            Object.assign(borderRouter, { peerGatewayIp: "169.254.10.3", peeringSubnetMask: "255.255.255.248" }),
        mends: ({ borderRouter }) => (borderRouter.peerGatewayIp = "169.254.10.2"),
        alibaba: "Active",
        noticedBy: ["alibaba"],
    },
    {
        rule: "P7",
        what: "the VBR's own address is not the customer address",
        breaks: ({ borderRouter }) =>
            Object.assign(borderRouter, { localGatewayIp: "169.254.10.3", peeringSubnetMask: "255.255.255.248" }),
        mends: ({ borderRouter }) =>
            Object.assign(borderRouter, { localGatewayIp: "169.254.10.1", peeringSubnetMask: "255.255.255.252" }),
        alibaba: "Active",
        noticedBy: ["alibaba"],
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
        rule: "P10",
        what: "the group has a fake ASN",
        breaks: ({ group }) => (group.isFake = true),
        mends: ({ group }) => (group.isFake = false),
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
        rule: "P16",
        what: "the connection is down",
        breaks: ({ connection }) => (connection.connectionState = "down"),
        mends: ({ connection }) => (connection.connectionState = "available"),
        alibaba: "Idle",
        noticedBy: ["aws"],
    },
    {
        rule: "P16",
        what: "AWS works on its end",
        breaks: ({ connection }) => (connection.underMaintenance = true),
        mends: ({ connection }) => (connection.underMaintenance = false),
        alibaba: "Idle",
        noticedBy: ["aws"],
    },
    {
        rule: "P16",
        what: "the VBR is terminated",
        breaks: ({ borderRouter }) => (borderRouter.status = "terminated"),
        mends: ({ borderRouter }) => (borderRouter.status = "active"),
        alibaba: "Idle",
        noticedBy: ["alibaba"],
    },
    {
        rule: "P16",
        what: "the circuit is not enabled",
        breaks: ({ circuit }) => (circuit.status = "Allocating"),
        mends: ({ circuit }) => (circuit.status = "Enabled"),
        alibaba: "Idle",
        noticedBy: ["alibaba"],
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
    {
        rule: "P16",
        what: "AWS's BGP peer is not available",
        breaks: ({ awsPeer }) => (awsPeer.bgpPeerState = "pending"),
        mends: ({ awsPeer }) => (awsPeer.bgpPeerState = "available"),
        alibaba: "Idle",
    },
    {
        rule: "P13",
        what: "a router on the way uses up AWS's TTL of 1",
        breaks: ({ connection }) => (connection.routedHops = 1),
        mends: ({ connection }) => (connection.routedHops = 0),
        alibaba: "Active",
        noticedBy: [],
    },
    {
        rule: "P14",
        what: "Alibaba offers a hold time of less than 3 s",
        breaks: ({ group }) => (group.hold = 2),
        mends: ({ group }) => (group.hold = 3),
        alibaba: "Active",
    },
    {
        rule: "P14",
        what: "Alibaba sends no keepalive",
        breaks: ({ group }) => (group.keepalive = 0),
        mends: ({ group }) => (group.keepalive = 1),
        alibaba: "Active",
    },
    ...(["unconfirmed", "terminating", "recovering", "deleting"] as const).map((status): Mismatch => ({
        rule: "P16",
        what: `the VBR is ${status}`,
        breaks: ({ borderRouter }) => (borderRouter.status = status),
        mends: ({ borderRouter }) => (borderRouter.status = "active"),
        alibaba: "Idle",
        noticedBy: ["alibaba"],
    })),
    {
        rule: "P16",
        what: "the circuit is locked for security",
        breaks: ({ circuit }) => (circuit.businessStatus = "SecurityLocked"),
        mends: ({ circuit }) => (circuit.businessStatus = "Normal"),
        alibaba: "Idle",
        noticedBy: ["alibaba"],
    },
    {
        rule: "P40",
        what: "the circuit is locked for an unpaid bill",
        breaks: ({ circuit }) => (circuit.businessStatus = "FinancialLocked"),
        mends: ({ circuit }) => (circuit.businessStatus = "Normal"),
        alibaba: "Idle",
        noticedBy: ["alibaba"],
    },
];

export function setAddresses({ awsPeer, borderRouter, peer }: Joined, customer: string, amazon: string): void {
    const length = awsPeer.amazonAddress.split("/")[1] ?? "";
    Object.assign(awsPeer, { customerAddress: `${customer}/${length}`, amazonAddress: `${amazon}/${length}` });
    Object.assign(borderRouter, { localGatewayIp: customer, peerGatewayIp: amazon });
    peer.peerIpAddress = amazon;
}
