import type { Action, ActionInput, ActionOutput } from "../../action";
import type { AlibabaVpc } from "../../world/alibabaState";
import type { PacketFilter, PacketRule } from "../../world/packetFilter";
import { named } from "../filters";
import { listOf, optionalText, regionOf } from "../input";
import { numberedPage } from "../pages";
import { ownVpcs } from "./vpcs";

interface OwnAcl {
    vpc: AlibabaVpc;
    acl: PacketFilter;
}

/** "The ResourceType and ResourceId parameters must be specified together to take effect." */
function holdsResource(input: ActionInput, { vpc, acl }: OwnAcl): boolean {
    const type = optionalText(input, "ResourceType");
    const id = optionalText(input, "ResourceId");
    return (
        type === undefined ||
        id === undefined ||
        (type === "VSwitch" && vSwitchesOf(vpc, acl).some(({ vSwitchId }) => vSwitchId === id))
    );
}

function vSwitchesOf(vpc: AlibabaVpc, { id }: PacketFilter): AlibabaVpc["vSwitches"] {
    return vpc.vSwitches.filter(({ networkAclId }) => networkAclId === id);
}

/**
 * Models: alibabacloud_vpc20160428, DescribeNetworkAcls, whose counts are strings; values of entries and resources:
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describenetworkaclattributes
 */
export const describeNetworkAcls: Action = {
    name: "DescribeNetworkAcls",
    mutating: false,
    run(context, input) {
        const acls = [...context.world.alibaba.networkAcls.values()];
        const own = ownVpcs(context, regionOf(context, input)).flatMap((vpc) =>
            acls.filter(({ vpcId }) => vpcId === vpc.vpcId).map((acl) => ({ vpc, acl })),
        );
        const tagged = listOf(input, "Tags").length > 0;
        const found = named(input, tagged ? [] : own, {
            NetworkAclId: ({ acl }) => acl.id,
            NetworkAclName: ({ acl }) => acl.name,
            VpcId: ({ vpc }) => vpc.vpcId,
        }).filter((each) => holdsResource(input, each));
        const { page, counts } = numberedPage(input, found);
        return {
            TotalCount: String(counts.TotalCount),
            PageNumber: String(counts.PageNumber),
            PageSize: String(counts.PageSize),
            NetworkAcls: { NetworkAcl: page.map(shape) },
        };
    },
};

function shape({ vpc, acl }: OwnAcl): ActionOutput {
    const ofDirection = (direction: PacketRule["direction"]): PacketRule[] =>
        acl.rules.filter((rule) => rule.direction === direction).sort((a, b) => a.priority - b.priority);
    return {
        NetworkAclId: acl.id,
        NetworkAclName: acl.name,
        Description: "",
        VpcId: vpc.vpcId,
        RegionId: vpc.regionId,
        OwnerId: Number(vpc.ownerId),
        Status: "Available",
        IngressAclEntries: {
            IngressAclEntry: ofDirection("ingress").map((rule) => ({
                ...entry(acl, rule),
                SourceCidrIp: rule.cidrBlock,
            })),
        },
        EgressAclEntries: {
            EgressAclEntry: ofDirection("egress").map((rule) => ({
                ...entry(acl, rule),
                DestinationCidrIp: rule.cidrBlock,
            })),
        },
        Resources: {
            Resource: vSwitchesOf(vpc, acl).map(({ vSwitchId }) => ({
                ResourceId: vSwitchId,
                ResourceType: "VSwitch",
                Status: "BINDED",
            })),
        },
        Tags: { Tag: [] },
    };
}

function entry(acl: PacketFilter, rule: PacketRule): ActionOutput {
    const ports = rule.protocol === "tcp" || rule.protocol === "udp" ? (rule.ports ?? { from: 1, to: 65535 }) : anyPort;
    return {
        NetworkAclEntryId: `${acl.id.replace("nacl-", "nae-")}${acl.rules.indexOf(rule)}`,
        NetworkAclEntryName: "",
        Description: "",
        EntryType: "custom",
        IpVersion: "IPv4",
        Policy: rule.policy === "allow" ? "accept" : "drop",
        Protocol: rule.protocol,
        Port: `${ports.from}/${ports.to}`,
    };
}

/** "If the protocol is set to all, icmp, or gre, the port range is -1/-1." */
const anyPort = { from: -1, to: -1 };
