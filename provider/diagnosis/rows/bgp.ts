import { ipOf } from "../../rules";
import { amazonSideAsn } from "../causes/bgp";
import type { KeyState } from "../facts";
import { bgpSaid } from "../session";
import { notThere, shown, type RowRule } from "./rule";

const keyWords: Record<KeyState, string> = { set: "set", empty: "none", hidden: "not shown" };
const comparisons = { equal: ", equal", spaces: ", differs by a space at an end", different: ", differs" } as const;

/** What both sides speak BGP with, and what they say of it. */
export const bgpRows: readonly RowRule[] = [
    {
        what: "BGP",
        causes: ["aws-maintenance", "one-side-up"],
        aws: (facts) => bgpSaid(facts).aws,
        alibaba: (facts) => bgpSaid(facts).alibaba,
    },
    {
        what: "BGP peer",
        causes: ["no-bgp-group", "no-bgp-peer"],
        aws: ({ aws: { virtualInterface } }) => {
            const peers = virtualInterface?.bgpPeers ?? [];
            return peers.map(({ bgpPeerId, bgpPeerState }) => `${bgpPeerId} ${bgpPeerState}`).join(", ") || notThere;
        },
        alibaba: ({ alibaba: { bgpGroup, bgpGroups, bgpPeer, bgpPeers } }) => {
            const group = shown(bgpGroup, bgpGroups, ({ bgpGroupId, status }) => `${bgpGroupId} ${status}`);
            const peer = shown(bgpPeer, bgpPeers, ({ bgpPeerId, status }) => `${bgpPeerId} ${status}`);
            return group === peer ? group : `group ${group}, peer ${peer}`;
        },
    },
    {
        what: "peer's address",
        causes: ["peer-address-differs"],
        aws: ({ aws: { virtualInterface } }) => ipOf(virtualInterface?.amazonAddress ?? notThere),
        alibaba: ({ alibaba: { bgpPeer, bgpPeers } }) => shown(bgpPeer, bgpPeers, ({ peerIpAddress }) => peerIpAddress),
    },
    {
        what: "ASN of the VBR",
        causes: ["local-asn-differs", "fake-asn"],
        aws: ({ aws: { virtualInterface } }) => String(virtualInterface?.asn ?? notThere),
        alibaba: ({ alibaba: { bgpGroup } }) =>
            `${bgpGroup?.localAsn ?? notThere}${bgpGroup?.isFake === true ? ", fake ASN on" : ""}`,
    },
    {
        what: "ASN of AWS",
        causes: ["peer-asn-differs", "asns-equal"],
        aws: (facts) => String(amazonSideAsn(facts) ?? notThere),
        alibaba: ({ alibaba: { bgpGroup } }) => String(bgpGroup?.peerAsn ?? notThere),
    },
    {
        what: "authentication key",
        causes: ["key-on-one-side-only", "keys-differ"],
        aws: ({ keys, aws: { virtualInterface } }) => (virtualInterface === undefined ? notThere : keyWords[keys.aws]),
        alibaba: ({ keys: { alibaba: key, comparison }, alibaba: { bgpGroup } }) => {
            const compared = key !== "set" || comparison === undefined ? "" : comparisons[comparison];
            return bgpGroup === undefined ? notThere : `${keyWords[key]}${compared}`;
        },
    },
    {
        what: "BFD",
        causes: ["bfd-hop-count"],
        aws: () => "",
        alibaba: ({ alibaba: { bgpPeer } }) =>
            bgpPeer === undefined ? "" : bgpPeer.enableBfd ? `on, ${bgpPeer.bfdMultiHop ?? "unknown"} hop` : "off",
    },
];
