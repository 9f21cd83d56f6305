import type { Connection, VirtualInterface as SdkVirtualInterface } from "@aws-sdk/client-direct-connect";
import type { RouteTable as SdkRouteTable, Vpc as SdkVpc, VpnGateway as SdkVpnGateway } from "@aws-sdk/client-ec2";

import type { HostedConnection, RouteTable, VirtualInterface, Vpc, VpnGateway } from "./clouds";

/** The edge: every optional field of the SDK gets a value, so that nothing behind it deals with half an answer. */
export function parseConnection(connection: Connection): HostedConnection {
    return {
        connectionId: connection.connectionId ?? "",
        connectionName: connection.connectionName ?? "",
        connectionState: connection.connectionState ?? "unknown",
        ownerAccount: connection.ownerAccount ?? "",
        region: connection.region ?? "",
        location: connection.location ?? "",
        bandwidth: connection.bandwidth ?? "",
        vlan: connection.vlan,
        partnerName: connection.partnerName ?? "",
        tags: Object.fromEntries((connection.tags ?? []).map(({ key, value }) => [key ?? "", value ?? ""])),
    };
}

export function parseVirtualInterface(virtualInterface: SdkVirtualInterface): VirtualInterface {
    return {
        virtualInterfaceId: virtualInterface.virtualInterfaceId ?? "",
        virtualInterfaceState: virtualInterface.virtualInterfaceState ?? "unknown",
        connectionId: virtualInterface.connectionId ?? "",
        vlan: virtualInterface.vlan ?? 0,
        // `asn` reads 0 where the number only fits into `asnLong`.
        asn: virtualInterface.asnLong ?? virtualInterface.asn ?? 0,
        amazonSideAsn: virtualInterface.amazonSideAsn,
        authKey: virtualInterface.authKey,
        amazonAddress: virtualInterface.amazonAddress ?? "",
        customerAddress: virtualInterface.customerAddress ?? "",
        virtualGatewayId: virtualInterface.virtualGatewayId,
        bgpPeers: (virtualInterface.bgpPeers ?? []).map((peer) => ({
            bgpPeerId: peer.bgpPeerId ?? "",
            addressFamily: peer.addressFamily ?? "ipv4",
            bgpPeerState: peer.bgpPeerState ?? "unknown",
            bgpStatus: peer.bgpStatus ?? "unknown",
        })),
    };
}

export function parseVpnGateway(gateway: SdkVpnGateway): VpnGateway {
    return {
        vpnGatewayId: gateway.VpnGatewayId ?? "",
        state: gateway.State ?? "unknown",
        amazonSideAsn: gateway.AmazonSideAsn ?? 0,
        attachments: (gateway.VpcAttachments ?? []).map(({ VpcId, State }) => ({
            vpcId: VpcId ?? "",
            state: State ?? "unknown",
        })),
        tags: Object.fromEntries((gateway.Tags ?? []).map(({ Key, Value }) => [Key ?? "", Value ?? ""])),
    };
}

export function parseVpc(vpc: SdkVpc): Vpc {
    const secondary = (vpc.CidrBlockAssociationSet ?? []).map(({ CidrBlock }) => CidrBlock);
    const blocks = [vpc.CidrBlock, ...secondary].filter((block) => block !== undefined);
    return { vpcId: vpc.VpcId ?? "", cidrBlocks: [...new Set(blocks)] };
}

export function parseRouteTable(table: SdkRouteTable): RouteTable {
    return {
        routeTableId: table.RouteTableId ?? "",
        vpcId: table.VpcId ?? "",
        propagatingVpnGatewayIds: (table.PropagatingVgws ?? []).map(({ GatewayId }) => GatewayId ?? ""),
        routes: (table.Routes ?? []).map((route) => ({
            destinationCidrBlock: route.DestinationCidrBlock ?? "",
            gatewayId: route.GatewayId,
            state: route.State ?? "unknown",
            origin: route.Origin ?? "unknown",
        })),
    };
}
