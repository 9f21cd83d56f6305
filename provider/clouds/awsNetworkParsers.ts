import type {
    DirectConnectGateway as SdkGateway,
    DirectConnectGatewayAssociation,
} from "@aws-sdk/client-direct-connect";
import type {
    IpPermission,
    NetworkAcl as SdkNetworkAcl,
    NetworkAclEntry,
    PropagatingVgw,
    Route,
    RouteTable,
    SecurityGroup,
    Subnet as SdkSubnet,
} from "@aws-sdk/client-ec2";

import { membersOf, textUnlessMissing } from "./awsMembers";
import type { AwsRouteTable, DirectConnectGateway, NetworkAcl, PacketFilter, PacketRule, Subnet } from "./network";
import { policyOf, portsOf, protocolOf } from "./packetRules";
import { fieldsOf, flagOf, listOf, numberOf, requiredId, stateOf, tagsOf, textOf } from "./values";

/** A route has one of them; that of an instance names its network interface too. */
const targets = [
    "GatewayId",
    "NatGatewayId",
    "TransitGatewayId",
    "VpcPeeringConnectionId",
    "NetworkInterfaceId",
    "InstanceId",
    "EgressOnlyInternetGatewayId",
    "LocalGatewayId",
    "CarrierGatewayId",
    "CoreNetworkArn",
] as const satisfies readonly (keyof Route)[];

export function parseRouteTableOfVpc(value: unknown): AwsRouteTable {
    const table = membersOf<RouteTable>(value);
    const associations = listOf(table.Associations).map(fieldsOf);
    return {
        routeTableId: requiredId(table.RouteTableId, "RouteTableId"),
        vpcId: textOf(table.VpcId),
        isMain: associations.some(({ Main }) => flagOf(Main)),
        subnetIds: textsOf(associations.map(({ SubnetId }) => SubnetId)),
        propagatingVpnGatewayIds: textsOf(
            listOf(table.PropagatingVgws)
                .map(membersOf<PropagatingVgw>)
                .map(({ GatewayId }) => GatewayId),
        ),
        routes: listOf(table.Routes)
            .map(membersOf<Route>)
            .map((route) => ({
                destinationCidrBlock: textOf(
                    route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId,
                ),
                targetId: targets.map((name) => textUnlessMissing(route[name])).find((id) => id !== undefined),
                state: stateOf(route.State),
                origin: stateOf(route.Origin),
            })),
    };
}

export function parseSubnet(value: unknown): Subnet {
    const subnet = membersOf<SdkSubnet>(value);
    return {
        subnetId: requiredId(subnet.SubnetId, "SubnetId"),
        vpcId: textOf(subnet.VpcId),
        cidrBlock: textOf(subnet.CidrBlock),
    };
}

export function parseSecurityGroup(value: unknown): PacketFilter {
    const group = membersOf<SecurityGroup>(value);
    return {
        id: requiredId(group.GroupId, "GroupId"),
        name: textOf(group.GroupName),
        vpcId: textOf(group.VpcId),
        rules: [
            ...listOf(group.IpPermissions).flatMap((permission) => rulesOf("ingress", permission)),
            ...listOf(group.IpPermissionsEgress).flatMap((permission) => rulesOf("egress", permission)),
        ],
    };
}

/** One rule for each block, and one for each group or prefix list: a permission holds what has the protocol and the ports in common. */
function rulesOf(direction: PacketRule["direction"], value: unknown): PacketRule[] {
    const permission = membersOf<IpPermission>(value);
    const blocks = textsOf([
        ...listOf(permission.IpRanges).map((range) => fieldsOf(range).CidrIp),
        ...listOf(permission.Ipv6Ranges).map((range) => fieldsOf(range).CidrIpv6),
    ]);
    const others = [...listOf(permission.UserIdGroupPairs), ...listOf(permission.PrefixListIds)];
    return [...blocks, ...others.map(() => undefined)].map((cidrBlock) => ({
        direction,
        policy: "allow",
        protocol: protocolOf(permission.IpProtocol),
        ports: portsOf(permission.FromPort, permission.ToPort),
        cidrBlock,
        priority: 0,
    }));
}

export function parseNetworkAcl(value: unknown): NetworkAcl {
    const acl = membersOf<SdkNetworkAcl>(value);
    return {
        id: requiredId(acl.NetworkAclId, "NetworkAclId"),
        name: tagsOf(acl.Tags).Name ?? "",
        vpcId: textOf(acl.VpcId),
        rules: listOf(acl.Entries).map(parseEntry),
        subnetIds: textsOf(listOf(acl.Associations).map((association) => fieldsOf(association).SubnetId)),
    };
}

function parseEntry(value: unknown): PacketRule {
    const entry = membersOf<NetworkAclEntry>(value);
    const ports = fieldsOf(entry.PortRange);
    return {
        direction: flagOf(entry.Egress) ? "egress" : "ingress",
        policy: policyOf(entry.RuleAction),
        protocol: protocolOf(entry.Protocol),
        ports: portsOf(ports.From, ports.To),
        cidrBlock: textUnlessMissing(entry.CidrBlock) ?? textUnlessMissing(entry.Ipv6CidrBlock),
        priority: numberOf(entry.RuleNumber) ?? 0,
    };
}

export function parseDirectConnectGateway(value: unknown): Omit<DirectConnectGateway, "associations"> {
    const gateway = membersOf<SdkGateway>(value);
    return {
        directConnectGatewayId: requiredId(gateway.directConnectGatewayId, "directConnectGatewayId"),
        name: textOf(gateway.directConnectGatewayName),
        amazonSideAsn: numberOf(gateway.amazonSideAsn) ?? 0,
    };
}

export function parseGatewayAssociation(value: unknown): DirectConnectGateway["associations"][number] {
    const association = membersOf<DirectConnectGatewayAssociation>(value);
    return {
        gatewayId: requiredId(fieldsOf(association.associatedGateway).id ?? association.virtualGatewayId, "id"),
        state: stateOf(association.associationState),
        allowedPrefixes: textsOf(
            listOf(association.allowedPrefixesToDirectConnectGateway).map((prefix) => fieldsOf(prefix).cidr),
        ),
    };
}

function textsOf(values: unknown[]): string[] {
    return values.filter((value): value is string => typeof value === "string" && value !== "");
}
