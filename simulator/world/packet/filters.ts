import { covers } from "../addresses";
import type { PacketFilter, PacketRule } from "../packetFilter";
import type { World } from "../world";
import type { Endpoint, Packet, Stopped } from "./packet";

type Direction = PacketRule["direction"];

/** P36: what a network ACL says: the first rule that matches; none matches, none passes. A subnet without one lets everything pass. */
export function stoppedByNetworkAcl(world: World, direction: Direction, packet: Packet): Stopped | undefined {
    const { subnetId } = ownEnd(direction, packet);
    const acl = networkAclOf(world, subnetId);
    return acl === undefined || policyOf(acl.rules, direction, packet) === "allow"
        ? undefined
        : { stop: `network-acl-${direction}`, at: acl.id };
}

/**
 * P36: what the security groups say, all rules of all of them together. Those of AWS allow alone; of those of Alibaba Cloud the lowest priority
 * number decides, at equal ones a deny (https://www.alibabacloud.com/help/en/ecs/user-guide/security-group-rules), and what no rule of
 * a basic security group says of going out is allowed.
 */
export function stoppedBySecurityGroups(world: World, direction: Direction, packet: Packet): Stopped | undefined {
    const { securityGroupIds } = ownEnd(direction, packet);
    const ofAlibaba = securityGroupIds.flatMap((id) => world.alibaba.securityGroups.get(id) ?? []);
    const groups = [...ofAlibaba, ...securityGroupIds.flatMap((id) => world.aws.securityGroups.get(id) ?? [])];
    const unsaid = direction === "egress" && ofAlibaba.length > 0 ? "allow" : "deny";
    const policy =
        policyOf(
            groups.flatMap(({ rules }) => rules),
            direction,
            packet,
        ) ?? unsaid;
    return policy === "allow" ? undefined : { stop: `security-group-${direction}`, at: securityGroupIds.join() };
}

function ownEnd(direction: Direction, { from, to }: Packet): Endpoint {
    return direction === "egress" ? from : to;
}

function networkAclOf(world: World, subnetId: string): PacketFilter | undefined {
    const vSwitch = [...world.alibaba.vpcs.values()]
        .flatMap(({ vSwitches }) => vSwitches)
        .find(({ vSwitchId }) => vSwitchId === subnetId);
    return (
        world.aws.networkAcls.get(world.aws.subnets.get(subnetId)?.networkAclId ?? "") ??
        world.alibaba.networkAcls.get(vSwitch?.networkAclId ?? "")
    );
}

function policyOf(rules: PacketRule[], direction: Direction, packet: Packet): PacketRule["policy"] | undefined {
    return rules
        .filter((rule) => rule.direction === direction && matches(rule, packet))
        .sort((a, b) => a.priority - b.priority || b.policy.localeCompare(a.policy))
        .at(0)?.policy;
}

function matches({ direction, protocol, ports, cidrBlock }: PacketRule, packet: Packet): boolean {
    const other = direction === "egress" ? packet.to : packet.from;
    const anyPort = ports === undefined || packet.protocol === "icmp";
    return (
        (protocol === "all" || protocol === packet.protocol) &&
        (anyPort || (ports.from <= packet.port && packet.port <= ports.to)) &&
        covers(cidrBlock, `${other.address}/32`)
    );
}
