import type { Action, ActionContext, ActionOutput } from "../../action";
import type { AwsSubnet, AwsVpc } from "../../world/awsState";
import type { PacketFilter, PacketRule } from "../../world/packetFilter";
import { describe, isOwn, type FilterTable } from "./filters";
import { unknownId } from "./network";

interface Described {
    id: string;
    vpc: AwsVpc;
    isDefault: boolean;
    entries: PacketRule[];
    subnets: AwsSubnet[];
    tags: ReadonlyMap<string, string>;
}

/** https://www.iana.org/assignments/protocol-numbers; -1 is EC2's own for all (NetworkAclEntry, protocol). */
const protocolNumbers = { all: "-1", tcp: "6", udp: "17", icmp: "1" } as const;
const anywhere = "0.0.0.0/0";

/** What a VPC comes with: "the default network ACL is configured to allow all traffic to flow in and out". */
function defaultRule(direction: PacketRule["direction"]): PacketRule {
    return { direction, priority: 100, policy: "allow", protocol: "all", ports: undefined, cidrBlock: anywhere };
}

/** The rule that every list ends with, shown as `*` in the console: what nothing has matched is denied. */
function lastRule(direction: PacketRule["direction"]): PacketRule {
    return { ...defaultRule(direction), priority: 32767, policy: "deny" };
}

/** The default ACL of every VPC, which holds the subnets that name no other, and those of the world. */
function ownNetworkAcls(context: ActionContext): Described[] {
    const { vpcs, subnets, networkAcls } = context.world.aws;
    return [...vpcs.values()]
        .filter((vpc) => isOwn(context, vpc))
        .flatMap((vpc) => {
            const ofVpc = [...subnets.values()].filter(({ vpcId }) => vpcId === vpc.vpcId);
            const added = [...networkAcls.values()].filter(({ vpcId }) => vpcId === vpc.vpcId);
            const { id, rules } = defaultOf(vpc);
            const shown = (acl: Pick<PacketFilter, "id" | "rules">, isDefault: boolean): Described => ({
                id: acl.id,
                vpc,
                isDefault,
                entries: inOrder(acl.rules),
                subnets: ofVpc.filter(({ networkAclId = id }) => networkAclId === acl.id),
                tags: new Map(),
            });
            return [shown({ id, rules }, true), ...added.map((acl) => shown(acl, false))];
        });
}

function defaultOf({ vpcId }: AwsVpc): Pick<PacketFilter, "id" | "rules"> {
    return { id: vpcId.replace("vpc-", "acl-"), rules: [defaultRule("egress"), defaultRule("ingress")] };
}

function inOrder(rules: readonly PacketRule[]): PacketRule[] {
    return (["egress", "ingress"] as const).flatMap((direction) => [
        ...rules.filter((rule) => rule.direction === direction).sort((a, b) => a.priority - b.priority),
        lastRule(direction),
    ]);
}

function associationId({ subnetId }: AwsSubnet): string {
    return subnetId.replace("subnet-", "aclassoc-");
}

function perEntry(read: (rule: PacketRule) => string | undefined): (acl: Described) => string[] {
    return ({ entries }) => entries.map(read).filter((value) => value !== undefined);
}

function icmp({ protocol }: PacketRule): string | undefined {
    return protocol === "icmp" ? "-1" : undefined;
}

const filters: FilterTable<Described> = {
    "association.association-id": ({ subnets }) => subnets.map(associationId),
    "association.network-acl-id": ({ subnets, id }) => subnets.map(() => id),
    "association.subnet-id": ({ subnets }) => subnets.map(({ subnetId }) => subnetId),
    default: ({ isDefault }) => [String(isDefault)],
    "entry.cidr": perEntry(({ cidrBlock }) => cidrBlock),
    "entry.egress": perEntry(({ direction }) => String(direction === "egress")),
    "entry.icmp.code": perEntry(icmp),
    "entry.icmp.type": perEntry(icmp),
    "entry.ipv6-cidr": () => [],
    "entry.port-range.from": perEntry((rule) => portRange(rule)?.from.toString()),
    "entry.port-range.to": perEntry((rule) => portRange(rule)?.to.toString()),
    "entry.protocol": ({ entries }) => entries.flatMap(({ protocol }) => [protocol, protocolNumbers[protocol]]),
    "entry.rule-action": perEntry(({ policy }) => policy),
    "entry.rule-number": perEntry(({ priority }) => String(priority)),
    "network-acl-id": ({ id }) => [id],
    "owner-id": ({ vpc }) => [vpc.ownerAccount],
    "vpc-id": ({ vpc }) => [vpc.vpcId],
};

function portRange({ protocol, ports }: PacketRule): PacketRule["ports"] {
    return protocol === "tcp" || protocol === "udp" ? (ports ?? { from: 0, to: 65535 }) : undefined;
}

function entry(rule: PacketRule): ActionOutput {
    return {
        ruleNumber: rule.priority,
        protocol: protocolNumbers[rule.protocol],
        ruleAction: rule.policy,
        egress: rule.direction === "egress",
        cidrBlock: rule.cidrBlock,
        ...(rule.protocol === "icmp" && { icmpTypeCode: { code: -1, type: -1 } }),
        portRange: portRange(rule),
    };
}

export const describeNetworkAcls: Action = {
    name: "DescribeNetworkAcls",
    mutating: false,
    run(context, input) {
        const { page, nextToken } = describe(
            input,
            ownNetworkAcls(context),
            {
                parameter: "NetworkAclId",
                of: ({ id }) => id,
                unknown: unknownId("InvalidNetworkAclID.NotFound", "networkAcl"),
            },
            filters,
        );
        return {
            networkAclSet: page.map(({ id, vpc, isDefault, entries, subnets }) => ({
                networkAclId: id,
                vpcId: vpc.vpcId,
                ownerId: vpc.ownerAccount,
                default: isDefault,
                entrySet: entries.map(entry),
                associationSet: subnets.map((subnet) => ({
                    networkAclAssociationId: associationId(subnet),
                    networkAclId: id,
                    subnetId: subnet.subnetId,
                })),
                tagSet: [],
            })),
            nextToken,
        };
    },
};
