import { fall, set, type CauseCase } from "./case";

const upAgain = "Run pulumi refresh and then pulumi up";
const correct =
    "Correct one of them: the VBR's owner its address, or pulumi refresh and pulumi up the virtual interface.";

/** VLAN, addresses, and what BGP is spoken with. */
export const bgpCases: readonly CauseCase[] = [
    {
        cause: "vlans-differ",
        when: "BGP is down",
        change: (facts) => {
            fall(facts);
            set(facts.alibaba.borderRouter, { vlanId: 102 });
        },
        says: "dxvif-1 has VLAN 101, vbr-1 has VLAN 102.",
        fix: "Ask Alibaba Cloud to correct the VBR's; if the circuit translates, set aws.vlanMayDiffer.",
    },
    {
        cause: "addresses-swapped",
        when: "each side has the other's",
        change: ({ alibaba }) => {
            set(alibaba.borderRouter, { localGatewayIp: "169.254.10.2", peerGatewayIp: "169.254.10.1" });
        },
        says: "The addresses are swapped: AWS has 169.254.10.2 for itself and 169.254.10.1 for the VBR, the VBR 169.254.10.2 for itself and 169.254.10.1 for AWS.",
        fix: "Make the virtual interface anew with both addresses exchanged: pulumi refresh, then pulumi up.",
    },
    {
        cause: "customer-address-differs",
        when: "the VBR has another one",
        change: ({ aws, alibaba }) => {
            set(aws.virtualInterface, { amazonAddress: "169.254.10.2/29", customerAddress: "169.254.10.1/29" });
            set(alibaba.borderRouter, { localGatewayIp: "169.254.10.3", peeringSubnetMask: "255.255.255.248" });
        },
        says: "The virtual interface expects the VBR at 169.254.10.1, the VBR is at 169.254.10.3 (local gateway).",
        fix: correct,
    },
    {
        cause: "amazon-address-differs",
        when: "the VBR expects another one",
        change: ({ aws, alibaba }) => {
            set(aws.virtualInterface, { amazonAddress: "169.254.10.2/29", customerAddress: "169.254.10.1/29" });
            set(alibaba.borderRouter, { peerGatewayIp: "169.254.10.4", peeringSubnetMask: "255.255.255.248" });
        },
        says: "AWS is at 169.254.10.2, the VBR expects it at 169.254.10.4 (peer gateway).",
        fix: correct,
    },
    {
        cause: "masks-differ",
        when: "the VBR's mask leaves AWS out",
        change: ({ aws, alibaba }) => {
            set(aws.virtualInterface, { amazonAddress: "169.254.10.6/29", customerAddress: "169.254.10.1/29" });
            set(alibaba.borderRouter, { peerGatewayIp: "169.254.10.6" });
            set(alibaba.bgpPeer, { peerIpAddress: "169.254.10.6" });
        },
        says: "A side's subnet leaves the other out: AWS has 169.254.10.6/29 and 169.254.10.1/29, the VBR 169.254.10.1 and 169.254.10.6 with mask 255.255.255.252 (/30).",
        fix: "Give both sides one mask whose subnet holds both addresses, neither as its first or last.",
    },
    {
        cause: "no-bgp-group",
        when: "it is not Available",
        change: ({ alibaba }) => set(alibaba.bgpGroup, { status: "Pending" }),
        says: "BGP group bgpg-backend is Pending; it must be Available.",
        fix: "Wait for it.",
    },
    {
        cause: "no-bgp-peer",
        when: "it was deleted",
        change: ({ alibaba }) => Object.assign(alibaba, { bgpPeers: [], bgpPeer: undefined }),
        says: "vbr-1 has no BGP peer.",
        fix: `${upAgain}, which makes it.`,
    },
    {
        cause: "peer-address-differs",
        when: "it is another one than AWS's",
        change: ({ alibaba }) => set(alibaba.bgpPeer, { peerIpAddress: "169.254.10.9" }),
        says: "BGP peer bgp-backend expects AWS at 169.254.10.9, AWS is at 169.254.10.2.",
        fix: `${upAgain}, which sets the peer's address.`,
    },
    {
        cause: "local-asn-differs",
        when: "the group has another one than the virtual interface",
        change: ({ alibaba }) => set(alibaba.bgpGroup, { localAsn: 64999 }),
        says: "The virtual interface expects ASN 45104 of the VBR, BGP group bgpg-backend has 64999 (LocalAsn).",
        fix: "Run pulumi up with bgp.localAsn: 64999 and allowOutage: true, which makes the interface anew; or set the group's.",
    },
    {
        cause: "peer-asn-differs",
        when: "the group expects another one than the gateway's",
        change: ({ alibaba }) => set(alibaba.bgpGroup, { peerAsn: 64600 }),
        says: "The AWS gateway has ASN 64512, BGP group bgpg-backend expects 64600 (PeerAsn).",
        fix: `${upAgain}, which sets the group's PeerAsn.`,
    },
    {
        cause: "asns-equal",
        when: "both sides have one",
        change: ({ aws, alibaba }) => {
            set(aws.vpnGateway, { amazonSideAsn: 64600 });
            set(aws.virtualInterface, { asn: 64600 });
            set(alibaba.bgpGroup, { localAsn: 64600, peerAsn: 64600 });
            set(alibaba.transitRouterRouteTables?.[0]?.entries?.[0], { asPath: [] });
        },
        says: "Both sides have ASN 64600: the AWS gateway, and the VBR.",
        fix: "Give the AWS gateway another ASN: aws.amazonSideAsn, with allowOutage: true.",
    },
    {
        cause: "key-on-one-side-only",
        when: "the VBR has none",
        change: (facts) => (facts.keys = { aws: "set", alibaba: "empty", comparison: "different" }),
        says: "Only one side has an authentication key: AWS has one, the VBR has none.",
        fix: `${upAgain}, which sets the virtual interface's on the VBR.`,
    },
    {
        cause: "keys-differ",
        when: "they have nothing in common",
        change: (facts) => (facts.keys.comparison = "different"),
        says: "The authentication keys differ.",
        fix: `${upAgain}, which sets the virtual interface's on the VBR.`,
    },
    {
        cause: "keys-differ",
        when: "a space is too much, and the VBR is another account's",
        change: (facts) => {
            facts.keys.comparison = "spaces";
            set(facts.alibaba.borderRouter, { own: false });
        },
        says: "The authentication keys differ by a space at an end.",
        fix: "Ask Alibaba Cloud to set the virtual interface's on the VBR, which is not yours.",
    },
    {
        cause: "keys-differ",
        when: "a side does not show its own, BGP is down, and nothing else differs",
        change: (facts) => {
            fall(facts);
            facts.keys = { aws: "set", alibaba: "hidden", comparison: undefined };
        },
        says: "Alibaba Cloud does not show its authentication key, so that nobody knows whether both are equal.",
        fix: "Compare both in the consoles; a trailing space is enough.",
    },
    {
        cause: "fake-asn",
        when: "it is on",
        change: ({ alibaba }) => set(alibaba.bgpGroup, { isFake: true }),
        says: "BGP group bgpg-backend speaks with a fake ASN (IsFake).",
        fix: "Turn it off in the Alibaba Cloud console.",
    },
    {
        cause: "bfd-hop-count",
        when: "it is the 255 of a new peer",
        change: ({ alibaba }) => set(alibaba.bgpPeer, { bfdMultiHop: 255 }),
        says: "BFD of bgp-backend allows 255 hops; AWS is one hop away.",
        fix: "Set the peer's BFD hop count to 1 in the Alibaba Cloud console.",
    },
    {
        cause: "one-side-up",
        when: "Alibaba Cloud does not say so",
        change: ({ alibaba }) => set(alibaba.bgpPeer, { bgpStatus: "Active" }),
        says: "BGP is up on one side alone (BGP is up at AWS, Active at Alibaba Cloud).",
        fix: "Look again in a minute, each side's reading lags; open a ticket with both clouds if it stays so.",
    },
];
