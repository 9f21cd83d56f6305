import type { CloudError } from "../../../simulator/world/cloudError";
import type { Link } from "../healthyLink";
import { keepsBgpDown, type Setup } from "../setup";
import { allOf, sessionDown, shown } from "../symptoms";

const day = 24 * 3600 * 1000;

/** What the backend has not finished, and what has become of the subscription and the VBR since. */
export const circuitSetups: Setup[] = [
    {
        ...keepsBgpDown,
        cause: "backend-not-finished",
        how: "the circuit is not Enabled, the VBR shows neither VLAN nor addresses",
        breaks({ circuit, borderRouter }) {
            circuit.status = "Allocating";
            Object.assign(borderRouter, {
                vlanId: undefined,
                localGatewayIp: "",
                peerGatewayIp: "",
                peeringSubnetMask: "",
            });
        },
        touches: ["backend", "VLAN", "addresses"],
    },
    {
        ...keepsBgpDown,
        cause: "backend-not-finished",
        how: "the VBR shows no VLAN",
        breaks: ({ borderRouter }) => (borderRouter.vlanId = undefined),
        touches: ["backend", "VLAN"],
    },
    {
        ...keepsBgpDown,
        cause: "backend-not-finished",
        how: "the VBR shows no addresses",
        breaks: ({ borderRouter }) =>
            Object.assign(borderRouter, { localGatewayIp: "", peerGatewayIp: "", peeringSubnetMask: "" }),
        touches: ["backend", "addresses"],
    },
    ...(["FinancialLocked", "SecurityLocked"] as const).map((businessStatus): Setup => ({
        ...keepsBgpDown,
        cause: "circuit-locked",
        how: businessStatus,
        breaks: ({ circuit }) => (circuit.businessStatus = businessStatus),
        touches: ["business status"],
    })),
    {
        ...keepsBgpDown,
        cause: "subscription-over",
        how: "since yesterday",
        breaks: ({ circuit, world }) => (circuit.expireTime = new Date(world.clock.now() - day).toISOString()),
        touches: ["subscription"],
    },
    ...(["terminating", "terminated"] as const).map((status): Setup => ({
        ...keepsBgpDown,
        cause: "vbr-terminated",
        how: status,
        breaks: ({ borderRouter }) => (borderRouter.status = status),
        touches: ["VBR status"],
    })),
    {
        ...keepsBgpDown,
        cause: "outbound-billing-not-opened",
        how: "so that no BGP group could be made",
        breaks({ world: { alibaba } }) {
            alibaba.outboundBillingOpened.clear();
            alibaba.bgpPeers.clear();
            alibaba.bgpGroups.clear();
        },
        shows: allOf(
            sessionDown,
            shown(
                "CreateBgpGroup is refused",
                (link) => createBgpGroup(link) === "OperationFailed.PconnTrafficNotEnable",
            ),
        ),
        also: ["no-bgp-group", "no-bgp-peer"],
        touches: ["outbound billing", "BGP group", "BGP peer"],
    },
];

/** Answers the code of its refusal; a dry run is not offered. */
function createBgpGroup({ bench, borderRouter }: Link): string | undefined {
    try {
        bench.official.alibaba.call("vpc", "CreateBgpGroup", {
            RegionId: borderRouter.regionId,
            RouterId: borderRouter.vbrId,
            PeerAsn: "64512",
        });
        return undefined;
    } catch (error) {
        return (error as CloudError).code;
    }
}
