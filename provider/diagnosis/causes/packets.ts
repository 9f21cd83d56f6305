import type { NetworkAcl, PacketFilter } from "../../clouds/network";
import type { Cause } from "../diagnose";
import { few } from "../few";
import { alibabaPrefixes, awsSubnets, meantVpcs } from "../networks";
import { letsSomeThrough, someGroupAllows } from "../packetFilters";

type Findings = ReturnType<Cause["find"]>;

/** DescribeVirtualBorderRouters, Mtu: 1500, or 8500 with an Express Connect Router alone. */
const usualMtu = 1500;

/** What stops packets although every route is there. */
export const packetCauses: readonly Cause[] = [
    {
        name: "packet-filter",
        find: (facts) => {
            const { vpc, securityGroups, networkAcls } = facts.aws;
            const atAws = {
                vpcId: vpc?.vpcId ?? "the VPC",
                // Those of AWS say what goes out as well.
                directions: ["ingress", "egress"],
                peers: alibabaPrefixes(facts),
            } as const;
            const atAlibaba = meantVpcs(facts).flatMap(({ vpcId, ...filters }) => {
                // What no rule of a basic security group says of going out is allowed.
                const side = { vpcId, directions: ["ingress"], peers: awsSubnets(facts) } as const;
                return [
                    ...findClosedGroups(side, filters.securityGroups),
                    ...findClosedAcls(side, filters.networkAcls),
                ];
            });
            return [...findClosedGroups(atAws, securityGroups), ...findClosedAcls(atAws, networkAcls), ...atAlibaba];
        },
    },
    {
        name: "mtu",
        find: ({ aws: { virtualInterface }, alibaba: { borderRouter } }) => {
            const ofBorderRouter = borderRouter?.mtu ?? usualMtu;
            return virtualInterface?.mtu === undefined ||
                borderRouter === undefined ||
                virtualInterface.mtu <= ofBorderRouter
                ? []
                : [
                      {
                          says: `The virtual interface takes packets of ${virtualInterface.mtu} bytes, the VBR of ${ofBorderRouter}: larger ones are lost.`,
                          fix: `Set the virtual interface's MTU to ${ofBorderRouter}, and clamp the MSS of TCP where ICMP is filtered.`,
                      },
                  ];
        },
    },
];

interface Side {
    vpcId: string;
    directions: readonly ("ingress" | "egress")[];
    peers: readonly string[];
}

/** Where no group lets a peer in, no instance can be reached by it. */
function findClosedGroups({ vpcId, directions, peers }: Side, groups: readonly PacketFilter[] | undefined): Findings {
    if (groups === undefined || groups.length === 0) {
        return [];
    }
    return directions.flatMap((direction) => {
        const closed = peers.filter((peer) => !someGroupAllows(groups, direction, peer));
        return closed.length === 0
            ? []
            : [
                  {
                      says: `No security group of ${vpcId} allows ${direction} ${wordFor(direction)} ${few(closed)}.`,
                      fix: `Allow it in the security groups of the instances (${few(groups.map(({ id }) => id))}).`,
                  },
              ];
    });
}

/** Replies are asked too: a network ACL is stateless, so both directions count. */
function findClosedAcls({ vpcId, peers }: Side, acls: readonly NetworkAcl[] | undefined): Findings {
    return (acls ?? [])
        .filter(({ subnetIds }) => subnetIds.length > 0)
        .flatMap(({ id, rules, subnetIds }) =>
            (["ingress", "egress"] as const).flatMap((direction) => {
                const closed = peers.filter((peer) => !letsSomeThrough(rules, direction, peer));
                return closed.length === 0
                    ? []
                    : [
                          {
                              says: `Network ACL ${id} of ${vpcId} (${few(subnetIds)}) denies ${direction} ${wordFor(direction)} ${few(closed)}.`,
                              fix: `Allow it in ${id}, both ways: a network ACL does not remember connections.`,
                          },
                      ];
            }),
        );
}

function wordFor(direction: "ingress" | "egress"): string {
    return direction === "ingress" ? "from" : "to";
}
