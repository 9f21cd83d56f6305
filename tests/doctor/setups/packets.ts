import type { PacketFilter } from "../../../simulator/world/packetFilter";
import type { Setup } from "../setup";
import { outcomes, shown, stopped } from "../symptoms";

const awsCidr = "10.0.0.0/16";
const alibabaCidr = "172.16.0.0/16";

/** Larger than a VBR lets pass; what AWS calls jumbo frames. */
const jumboBytes = 8500;

/** Routes are good both ways: what stops the packets themselves. */
export const packetSetups: Setup[] = [
    {
        cause: "packet-filter",
        how: "AWS's security group",
        breaks: ({ world }) => {
            forget(world.aws.securityGroups, alibabaCidr);
        },
        shows: stopped("Alibaba to AWS", "security-group-ingress"),
        touches: ["packet filters"],
        needs: ["VPC"],
    },
    {
        cause: "packet-filter",
        how: "AWS's network ACL",
        breaks: ({ world }) => {
            forget(world.aws.networkAcls, alibabaCidr);
        },
        shows: stopped("Alibaba to AWS", "network-acl-ingress"),
        touches: ["packet filters"],
        needs: ["VPC"],
    },
    {
        cause: "packet-filter",
        how: "Alibaba Cloud's security group",
        breaks: ({ world }) => {
            forget(world.alibaba.securityGroups, awsCidr);
        },
        shows: stopped("AWS to Alibaba", "security-group-ingress"),
        touches: ["packet filters"],
        needs: ["VPC"],
    },
    {
        cause: "packet-filter",
        how: "Alibaba Cloud's network ACL",
        breaks: ({ world }) => {
            forget(world.alibaba.networkAcls, awsCidr);
        },
        shows: stopped("AWS to Alibaba", "network-acl-ingress"),
        touches: ["packet filters"],
        needs: ["VPC"],
    },
    {
        cause: "mtu",
        how: "jumbo frames on the virtual interface",
        breaks: ({ vif }) => (vif.mtu = jumboBytes),
        shows: shown("AWS sends long packets into the circuit, and the VBR drops them", ({ world, borderRouter }) =>
            outcomes(world, "AWS to Alibaba", jumboBytes).some(
                (outcome) => !outcome.arrives && outcome.stop === "mtu" && outcome.at === borderRouter.vbrId,
            ),
        ),
        touches: ["MTU"],
        needs: ["virtual interface"],
    },
];

/** Whatever the filters say of a CIDR block. */
function forget(filters: Map<string, PacketFilter>, cidrBlock: string): void {
    for (const filter of filters.values()) {
        filter.rules = filter.rules.filter((rule) => rule.cidrBlock !== cidrBlock);
    }
}
