import type { AlibabaVpc, NetworkAcl, PacketFilter, PacketRule, VpcRouteTable, VSwitch } from "./network";
import { policyOf, portsOf, protocolOf } from "./packetRules";
import { fieldsOf, listOf, numberOf, requiredId, requiredText, stateOf, textOf } from "./values";

export function parseVpc(value: unknown): AlibabaVpc {
    const vpc = fieldsOf(value);
    const blocks = [vpc.CidrBlock, ...listOf(fieldsOf(vpc.SecondaryCidrBlocks).SecondaryCidrBlock)];
    return {
        vpcId: requiredId(vpc.VpcId, "VpcId"),
        regionId: textOf(vpc.RegionId),
        ownerId: textOf(vpc.OwnerId),
        cidrBlocks: [...new Set(blocks.map(textOf).filter((block) => block !== ""))],
    };
}

export function parseVSwitch(value: unknown): VSwitch {
    const vSwitch = fieldsOf(value);
    return {
        vSwitchId: requiredId(vSwitch.VSwitchId, "VSwitchId"),
        vpcId: textOf(vSwitch.VpcId),
        cidrBlock: textOf(vSwitch.CidrBlock),
        routeTableId: textOf(fieldsOf(vSwitch.RouteTable).RouteTableId),
    };
}

export function parseVpcRouteTable(value: unknown): Omit<VpcRouteTable, "entries"> {
    const table = fieldsOf(value);
    return { routeTableId: requiredId(table.RouteTableId, "RouteTableId"), vpcId: textOf(table.VpcId) };
}

/** Of several next hops, which are parallel ones, the first. */
export function parseVpcRouteEntry(value: unknown): VpcRouteTable["entries"][number] {
    const entry = fieldsOf(value);
    const nextHop = fieldsOf(listOf(fieldsOf(entry.NextHops).NextHop)[0]);
    return {
        destinationCidrBlock: requiredText(entry.DestinationCidrBlock, "DestinationCidrBlock"),
        type: stateOf(entry.Type),
        status: stateOf(entry.Status),
        nextHopType: textOf(nextHop.NextHopType),
        nextHopId: textOf(nextHop.NextHopId),
    };
}

export function parseSecurityGroup(value: unknown): Omit<PacketFilter, "rules"> {
    const group = fieldsOf(value);
    return {
        id: requiredId(group.SecurityGroupId, "SecurityGroupId"),
        name: textOf(group.SecurityGroupName),
        vpcId: textOf(group.VpcId),
    };
}

/** Ports, protocols and priorities: https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describesecuritygroupattribute */
export function parsePermission(value: unknown): PacketRule {
    const permission = fieldsOf(value);
    const isOut = requiredText(permission.Direction, "Direction").toLowerCase() === "egress";
    const blocks = isOut
        ? [permission.DestCidrIp, permission.Ipv6DestCidrIp]
        : [permission.SourceCidrIp, permission.Ipv6SourceCidrIp];
    return {
        direction: isOut ? "egress" : "ingress",
        policy: policyOf(permission.Policy),
        protocol: protocolOf(permission.IpProtocol),
        ports: portRange(permission.PortRange),
        cidrBlock: blocks.map(textOf).find((block) => block !== ""),
        priority: numberOf(permission.Priority) ?? 1,
    };
}

export function parseNetworkAcl(value: unknown): NetworkAcl {
    const acl = fieldsOf(value);
    const resources = listOf(fieldsOf(acl.Resources).Resource).map(fieldsOf);
    return {
        id: requiredId(acl.NetworkAclId, "NetworkAclId"),
        name: textOf(acl.NetworkAclName),
        vpcId: textOf(acl.VpcId),
        rules: [
            ...listOf(fieldsOf(acl.IngressAclEntries).IngressAclEntry).map(
                entryOf("ingress", ({ SourceCidrIp }) => SourceCidrIp),
            ),
            ...listOf(fieldsOf(acl.EgressAclEntries).EgressAclEntry).map(
                entryOf("egress", ({ DestinationCidrIp }) => DestinationCidrIp),
            ),
        ],
        subnetIds: resources
            .filter(({ ResourceType }) => ResourceType === "VSwitch")
            .map(({ ResourceId }) => textOf(ResourceId)),
    };
}

/** "The order of the ingress and egress entries determines the priority" (the documentation of `alicloud_network_acl_entries`): none of them names one. */
function entryOf(
    direction: PacketRule["direction"],
    otherEnd: (entry: Readonly<Record<string, unknown>>) => unknown,
): (value: unknown, index: number) => PacketRule {
    return (value, index) => {
        const entry = fieldsOf(value);
        const block = textOf(otherEnd(entry));
        return {
            direction,
            policy: policyOf(entry.Policy),
            protocol: protocolOf(entry.Protocol),
            ports: portRange(entry.Port),
            cidrBlock: block === "" ? undefined : block,
            priority: index + 1,
        };
    };
}

/** `80/443`; -1/-1 is all of them. */
function portRange(value: unknown): PacketRule["ports"] {
    const [from, to] = textOf(value).split("/");
    return portsOf(from, to);
}
