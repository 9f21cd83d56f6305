import { secondsToNotice } from "../../../simulator/world/sessionTimers";
import { settlingSeconds, type Link } from "../healthyLink";
import { keepsBgpDown, type Setup } from "../setup";
import { allOf, sessionDown, shown, stopped } from "../symptoms";

/** The VBR's BGP, and the session itself. */
export const bgpSetups: Setup[] = [
    {
        ...keepsBgpDown,
        cause: "no-bgp-group",
        how: "nobody has made one",
        breaks({ world: { alibaba } }) {
            alibaba.bgpPeers.clear();
            alibaba.bgpGroups.clear();
        },
        also: ["no-bgp-peer"],
        touches: ["BGP group", "BGP peer"],
        needs: ["outbound billing"],
    },
    {
        ...keepsBgpDown,
        cause: "no-bgp-group",
        how: "it is not Available",
        breaks: ({ group }) => (group.status = "Pending"),
        touches: ["BGP group"],
    },
    {
        ...keepsBgpDown,
        cause: "no-bgp-peer",
        how: "nobody has made one",
        breaks: ({ world: { alibaba } }) => {
            alibaba.bgpPeers.clear();
        },
        touches: ["BGP peer"],
        needs: ["BGP group"],
    },
    {
        ...keepsBgpDown,
        cause: "no-bgp-peer",
        how: "it is not Available",
        breaks: ({ peer }) => (peer.status = "Pending"),
        touches: ["BGP peer"],
        needs: ["BGP group"],
    },
    {
        ...keepsBgpDown,
        cause: "fake-asn",
        how: "on in the group",
        breaks: ({ group }) => (group.isFake = true),
        touches: ["fake ASN"],
        needs: ["BGP group"],
    },
    {
        cause: "bfd-hop-count",
        how: "255, which never forms with AWS's single hop",
        breaks: ({ peer }) => (peer.bfdMultiHop = 255),
        shows: shown("only the hold time tells AWS that the far end is gone", slowToNotice),
        touches: ["BFD"],
        needs: ["BGP peer"],
    },
    {
        cause: "too-many-prefixes-to-aws",
        how: "one a vSwitch, 102 of them",
        breaks({ vpc, vpcTable }) {
            const { routeTableId } = vpcTable;
            for (let third = 100; third < 200; third++) {
                vpc.vSwitches.push({
                    vSwitchId: `vsw-${third}`,
                    cidrBlock: `172.16.${third}.0/24`,
                    zoneId: "ap-southeast-1a",
                    routeTableId,
                    networkAclId: undefined,
                });
            }
        },
        ...keepsBgpDown,
        touches: ["prefixes towards AWS"],
        needs: [
            "VBR attachment",
            "VBR association",
            "publishing",
            "VPC attachment",
            "VPC propagation",
            "VPC",
            "route maps",
        ],
    },
    {
        cause: "one-side-up",
        how: "one side has not missed the other yet",
        async breaks({ bench, world, connection, peer }) {
            // Which resets the session (P38).
            peer.enableBfd = false;
            world.changed();
            await bench.pass(settlingSeconds);
            connection.underMaintenance = true;
        },
        shows: allOf(
            sessionDown,
            stopped("Alibaba to AWS", "session"),
            shown(
                "AWS says down, Alibaba Cloud Established",
                ({ awsPeer, peer }) => awsPeer.bgpStatus === "down" && peer.bgpStatus === "Established",
            ),
        ),
        touches: ["session", "BFD"],
        needs: ["acceptance", "virtual interface", "virtual interface's state", "BGP peer"],
        seconds: 20,
    },
];

/** More than BFD takes on either side of a healthy link. */
const slow = 10;

function slowToNotice({ peer, group, borderRouter }: Link): boolean {
    return secondsToNotice("aws", group.hold, peer, borderRouter) > slow;
}
