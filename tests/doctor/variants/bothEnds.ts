import { offerForeignConnection } from "../../../simulator/scenarios/order";
import { otherVpc } from "../setups/otherVpc";
import type { Variant } from "./variant";

/** The circuit and both its ends. */
export const bothEndsVariants: readonly Variant[] = [
    { what: "the usual link" },
    { what: "a key that the group shows masked", scenario: "bgp-precreated-masked" },
    { what: "a key that the group does not show", scenario: "bgp-precreated-absent" },
    { what: "times of a VBR to the minute", guesses: { borderRouterTimes: "to-the-minute" } },
    { what: "a circuit of the user's own", guesses: { circuitOwner: "user" } },
    {
        what: "a VBR of Alibaba Cloud's own, which grants it by hand",
        guesses: { borderRouterOwner: "alibaba", backendMakesBgp: "group-and-peer" },
    },
    {
        what: "ASNs of four bytes on either side",
        changes({ awsPeer, gateway, group, vif }) {
            awsPeer.asn = group.localAsn = 4_200_000_001;
            gateway.amazonSideAsn = group.peerAsn = vif.amazonSideAsn = 4_200_000_002;
        },
    },
    {
        what: "a circuit that translates VLANs, and is known to",
        changes({ connection, borderRouter, ids }) {
            connection.vlanTranslated = true;
            borderRouter.vlanId = 1102;
            ids.vlanMayDiffer = true;
        },
    },
    {
        what: "BFD off",
        changes: ({ peer }) => (peer.enableBfd = false),
    },
    {
        what: "no key on either side",
        changes: ({ awsPeer, group }) => (awsPeer.authKey = group.authKey = ""),
    },
    {
        what: "a subscription of two more months",
        changes: ({ circuit, world }) =>
            (circuit.expireTime = new Date(world.clock.now() + 60 * 24 * 3600 * 1000).toISOString()),
    },
    {
        what: "a virtual interface of before, still listed as deleted",
        changes({ world, vif, awsPeer }) {
            const bgpPeers = [{ ...awsPeer, bgpPeerId: "dxpeer-0", bgpPeerState: "deleted" as const }];
            const before = {
                ...vif,
                virtualInterfaceId: "dxvif-0",
                virtualInterfaceState: "deleted" as const,
                bgpPeers,
            };
            world.aws.virtualInterfaces = new Map([["dxvif-0", before], ...world.aws.virtualInterfaces]);
        },
    },
    {
        what: "other things in both accounts: an offer, a VPC with its gateway, a CEN",
        changes(link) {
            const { world, gateway } = link;
            offerForeignConnection(world);
            const { vpcId } = otherVpc(link);
            world.aws.vpnGateways.set("vgw-other", {
                ...gateway,
                vpnGatewayId: "vgw-other",
                attachments: [{ vpcId, state: "attached" }],
                tags: new Map(),
            });
            const [cen] = world.alibaba.cens.values();
            if (cen !== undefined) {
                world.alibaba.cens.set("cen-other", { ...cen, cenId: "cen-other" });
            }
        },
    },
];
