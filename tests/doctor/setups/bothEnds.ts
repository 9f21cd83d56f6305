import type { Link } from "../healthyLink";
import { keepsBgpDown, type Setup } from "../setup";

/** What both ends must have in common: VLAN, addresses, ASNs and key. */
export const bothEndsSetups: Setup[] = [
    {
        ...keepsBgpDown,
        cause: "vlans-differ",
        how: "the VBR's is another one",
        breaks: ({ borderRouter }) => (borderRouter.vlanId = 1102),
        touches: ["VLAN"],
        needs: ["offer", "virtual interface's connection"],
    },
    {
        ...keepsBgpDown,
        cause: "addresses-swapped",
        how: "at AWS",
        breaks: ({ awsPeer }) =>
            Object.assign(awsPeer, { amazonAddress: "169.254.10.1/30", customerAddress: "169.254.10.2/30" }),
        also: ["peer-address-differs"],
        touches: ["addresses"],
        needs: ["virtual interface", "BGP peer's address"],
    },
    {
        ...keepsBgpDown,
        cause: "customer-address-differs",
        how: "of one subnet",
        breaks(link) {
            setAddresses(link, 29, { customer: "169.254.10.3", amazon: "169.254.10.2" });
        },
        touches: ["addresses"],
        needs: ["virtual interface"],
    },
    {
        ...keepsBgpDown,
        cause: "amazon-address-differs",
        how: "of one subnet",
        breaks(link) {
            setAddresses(link, 29, { customer: "169.254.10.1", amazon: "169.254.10.3" });
        },
        also: ["peer-address-differs"],
        touches: ["addresses"],
        needs: ["virtual interface", "BGP peer's address"],
    },
    {
        ...keepsBgpDown,
        cause: "masks-differ",
        how: "the VBR's /30 leaves AWS's address out",
        breaks(link) {
            setAddresses(link, 29, { customer: "169.254.10.1", amazon: "169.254.10.5" });
            Object.assign(link.borderRouter, { peerGatewayIp: "169.254.10.5", peeringSubnetMask: "255.255.255.252" });
            link.peer.peerIpAddress = "169.254.10.5";
        },
        touches: ["addresses"],
        needs: ["virtual interface", "BGP peer's address"],
    },
    {
        ...keepsBgpDown,
        cause: "peer-address-differs",
        how: "the VBR's own",
        breaks: ({ peer }) => (peer.peerIpAddress = "169.254.10.1"),
        touches: ["BGP peer's address"],
        needs: ["BGP peer", "addresses"],
    },
    {
        ...keepsBgpDown,
        cause: "local-asn-differs",
        how: "the virtual interface has another one",
        breaks: ({ awsPeer }) => (awsPeer.asn = 65001),
        touches: ["LocalAsn"],
        needs: ["virtual interface", "BGP group"],
    },
    {
        ...keepsBgpDown,
        cause: "peer-asn-differs",
        how: "the group has another one",
        breaks: ({ group }) => (group.peerAsn = 64513),
        touches: ["PeerAsn"],
        needs: ["BGP group"],
    },
    {
        ...keepsBgpDown,
        cause: "asns-equal",
        how: "the account may choose its own, and chose the gateway's",
        breaks: ({ awsPeer, group }) => (awsPeer.asn = group.localAsn = 64512),
        touches: ["LocalAsn", "PeerAsn"],
        needs: ["BGP group"],
    },
    {
        ...keepsBgpDown,
        cause: "key-on-one-side-only",
        how: "the group has none",
        breaks: ({ group }) => (group.authKey = ""),
        touches: ["key"],
        needs: ["virtual interface", "BGP group"],
    },
    {
        ...keepsBgpDown,
        cause: "keys-differ",
        how: "in a letter's case",
        breaks: ({ group }) => (group.authKey = "A-key-of-both-sides"),
        touches: ["key"],
        needs: ["virtual interface", "BGP group"],
    },
    {
        ...keepsBgpDown,
        cause: "keys-differ",
        how: "in a space at the end",
        breaks: ({ group }) => (group.authKey = "a-key-of-both-sides "),
        touches: ["key"],
        needs: ["virtual interface", "BGP group"],
    },
];

/** AWS's, of a subnet that the VBR has as well. */
function setAddresses(
    { awsPeer, borderRouter }: Link,
    prefixLength: 29,
    { customer, amazon }: { customer: string; amazon: string },
): void {
    awsPeer.customerAddress = `${customer}/${prefixLength}`;
    awsPeer.amazonAddress = `${amazon}/${prefixLength}`;
    borderRouter.peeringSubnetMask = "255.255.255.248";
}
