import { ipOf } from "../../rules";
import type { Cause } from "../diagnose";
import type { LinkFacts } from "../facts";
import { wantedGateway } from "./gateway";

/** What both sides speak BGP with. */
export const bgpCauses: readonly Cause[] = [
    {
        name: "no-bgp-group",
        find: (facts) => {
            const { bgpGroups, bgpGroup } = facts.alibaba;
            return bgpGroups === undefined
                ? []
                : unlessAvailable(facts, "BGP group", bgpGroup?.bgpGroupId, bgpGroup?.status);
        },
    },
    {
        name: "no-bgp-peer",
        find: (facts) => {
            const { bgpPeers, bgpPeer } = facts.alibaba;
            return bgpPeers === undefined
                ? []
                : unlessAvailable(facts, "BGP peer", bgpPeer?.bgpPeerId, bgpPeer?.status);
        },
    },
    {
        name: "peer-address-differs",
        find: ({ aws: { virtualInterface }, alibaba: { bgpPeer, borderRouter } }) => {
            const atAws = virtualInterface && ipOf(virtualInterface.amazonAddress);
            // While there is no virtual interface, it is what the VBR expects it to be.
            const wanted = atAws ?? borderRouter?.peerGatewayIp ?? "";
            if (bgpPeer === undefined || wanted === "" || bgpPeer.peerIpAddress === wanted) {
                return [];
            }
            const { bgpPeerId, peerIpAddress } = bgpPeer;
            const expected = peerIpAddress === "" ? "no address" : peerIpAddress;
            return [
                {
                    says: `BGP peer ${bgpPeerId} expects AWS at ${expected}, ${atAws === undefined ? "the VBR" : "AWS is"} at ${wanted}.`,
                    fix: "Run pulumi refresh and then pulumi up, which sets the peer's address.",
                },
            ];
        },
    },
    {
        name: "local-asn-differs",
        find: ({ aws: { virtualInterface }, alibaba: { bgpGroup } }) =>
            virtualInterface === undefined ||
            bgpGroup?.localAsn === undefined ||
            bgpGroup.localAsn === virtualInterface.asn
                ? []
                : [
                      {
                          says: `The virtual interface expects ASN ${virtualInterface.asn} of the VBR, BGP group ${bgpGroup.bgpGroupId} has ${bgpGroup.localAsn} (LocalAsn).`,
                          fix: `Run pulumi up with bgp.localAsn: ${bgpGroup.localAsn} and allowOutage: true, which makes the interface anew; or set the group's.`,
                      },
                  ],
    },
    {
        name: "peer-asn-differs",
        find: (facts) => {
            const { bgpGroup } = facts.alibaba;
            const asn = amazonSideAsn(facts);
            return asn === undefined || bgpGroup?.peerAsn === undefined || bgpGroup.peerAsn === asn
                ? []
                : [
                      {
                          says: `The AWS gateway has ASN ${asn}, BGP group ${bgpGroup.bgpGroupId} expects ${bgpGroup.peerAsn} (PeerAsn).`,
                          fix: "Run pulumi refresh and then pulumi up, which sets the group's PeerAsn.",
                      },
                  ];
        },
    },
    {
        name: "asns-equal",
        find: (facts) => {
            const asn = amazonSideAsn(facts);
            const ofBorderRouter = facts.alibaba.bgpGroup?.localAsn ?? facts.aws.virtualInterface?.asn;
            return asn === undefined || asn !== ofBorderRouter
                ? []
                : [
                      {
                          says: `Both sides have ASN ${asn}: the AWS gateway, and the VBR.`,
                          fix: "Give the AWS gateway another ASN: aws.amazonSideAsn, with allowOutage: true.",
                      },
                  ];
        },
    },
    {
        name: "fake-asn",
        find: ({ alibaba: { bgpGroup } }) =>
            bgpGroup?.isFake === true
                ? [
                      {
                          says: `BGP group ${bgpGroup.bgpGroupId} speaks with a fake ASN (IsFake).`,
                          fix: "Turn it off in the Alibaba Cloud console.",
                      },
                  ]
                : [],
    },
    {
        name: "bfd-hop-count",
        find: ({ alibaba: { bgpPeer } }) =>
            bgpPeer?.enableBfd === true && bgpPeer.bfdMultiHop !== undefined && bgpPeer.bfdMultiHop !== 1
                ? [
                      {
                          says: `BFD of ${bgpPeer.bgpPeerId} allows ${bgpPeer.bfdMultiHop} hops; AWS is one hop away.`,
                          fix: "Set the peer's BFD hop count to 1 in the Alibaba Cloud console.",
                      },
                  ]
                : [],
    },
];

/** The ASN that AWS speaks with: its gateway's; where there is no virtual interface, that of the gateway which one would be on. */
export function amazonSideAsn(facts: LinkFacts): number | undefined {
    const { directConnectGateway, vpnGateway, virtualInterface } = facts.aws;
    const gateway =
        directConnectGateway ?? vpnGateway ?? (virtualInterface === undefined ? wantedGateway(facts) : undefined);
    return gateway?.amazonSideAsn ?? virtualInterface?.amazonSideAsn;
}

/** One that is not there is none of the link's yet while nothing is there that it could speak to. */
function unlessAvailable(
    { given, ids, aws }: LinkFacts,
    kind: string,
    id: string | undefined,
    status: string | undefined,
): ReturnType<Cause["find"]> {
    if (
        status === "Available" ||
        (id === undefined && given.bgpPeerId === undefined && aws.virtualInterface === undefined)
    ) {
        return [];
    }
    return id === undefined
        ? [
              {
                  says: `${ids.vbrId ?? "The VBR"} has no ${kind}.`,
                  fix: "Run pulumi refresh and then pulumi up, which makes it.",
              },
          ]
        : [{ says: `${kind} ${id} is ${status ?? "unknown"}; it must be Available.`, fix: "Wait for it." }];
}
