import type { BGPPeer, Connection, VirtualInterface as SdkVirtualInterface } from "@aws-sdk/client-direct-connect";
import type {
    PropagatingVgw,
    Route,
    RouteTable as SdkRouteTable,
    Vpc as SdkVpc,
    VpcAttachment,
    VpcCidrBlockAssociation,
    VpnGateway as SdkVpnGateway,
} from "@aws-sdk/client-ec2";

import { membersOf, textUnlessMissing } from "./awsMembers";
import type { HostedConnection, RouteTable, VirtualInterface, Vpc, VpnGateway } from "./clouds";
import { listOf, numberOf, requiredId, stateOf, tagsOf, textOf, vlanOf } from "./values";

export function parseConnection(value: unknown): HostedConnection {
    const connection = membersOf<Connection>(value);
    return {
        connectionId: requiredId(connection.connectionId, "connectionId"),
        connectionName: textOf(connection.connectionName),
        connectionState: stateOf(connection.connectionState),
        ownerAccount: textOf(connection.ownerAccount),
        region: textOf(connection.region),
        location: textOf(connection.location),
        bandwidth: textOf(connection.bandwidth),
        vlan: vlanOf(connection.vlan),
        partnerName: textOf(connection.partnerName),
        tags: tagsOf(connection.tags),
    };
}

export function parseVirtualInterface(value: unknown): VirtualInterface {
    const virtualInterface = membersOf<SdkVirtualInterface>(value);
    return {
        virtualInterfaceId: requiredId(virtualInterface.virtualInterfaceId, "virtualInterfaceId"),
        virtualInterfaceState: stateOf(virtualInterface.virtualInterfaceState),
        connectionId: requiredId(virtualInterface.connectionId, "connectionId"),
        vlan: numberOf(virtualInterface.vlan) ?? 0,
        // `asn` reads 0 where the number only fits into `asnLong`.
        asn: numberOf(virtualInterface.asnLong) ?? numberOf(virtualInterface.asn) ?? 0,
        amazonSideAsn: numberOf(virtualInterface.amazonSideAsn),
        authKey: textUnlessMissing(virtualInterface.authKey),
        amazonAddress: textOf(virtualInterface.amazonAddress),
        customerAddress: textOf(virtualInterface.customerAddress),
        virtualGatewayId: textUnlessMissing(virtualInterface.virtualGatewayId),
        directConnectGatewayId: textUnlessMissing(virtualInterface.directConnectGatewayId),
        mtu: numberOf(virtualInterface.mtu),
        bgpPeers: listOf(virtualInterface.bgpPeers)
            .map(membersOf<BGPPeer>)
            .map((peer) => ({
                bgpPeerId: textOf(peer.bgpPeerId),
                addressFamily: textUnlessMissing(peer.addressFamily) ?? "ipv4",
                bgpPeerState: stateOf(peer.bgpPeerState),
                bgpStatus: stateOf(peer.bgpStatus),
            })),
        tags: tagsOf(virtualInterface.tags),
    };
}

export function parseVpnGateway(value: unknown): VpnGateway {
    const gateway = membersOf<SdkVpnGateway>(value);
    return {
        vpnGatewayId: requiredId(gateway.VpnGatewayId, "VpnGatewayId"),
        state: stateOf(gateway.State),
        amazonSideAsn: numberOf(gateway.AmazonSideAsn) ?? 0,
        attachments: listOf(gateway.VpcAttachments)
            .map(membersOf<VpcAttachment>)
            .map(({ VpcId, State }) => ({ vpcId: textOf(VpcId), state: stateOf(State) })),
        tags: tagsOf(gateway.Tags),
    };
}

export function parseVpc(value: unknown): Vpc {
    const vpc = membersOf<SdkVpc>(value);
    const secondary = listOf(vpc.CidrBlockAssociationSet)
        .map(membersOf<VpcCidrBlockAssociation>)
        .map(({ CidrBlock }) => CidrBlock);
    const blocks = [vpc.CidrBlock, ...secondary].map(textOf).filter((block) => block !== "");
    return { vpcId: requiredId(vpc.VpcId, "VpcId"), cidrBlocks: [...new Set(blocks)] };
}

export function parseRouteTable(value: unknown): RouteTable {
    const table = membersOf<SdkRouteTable>(value);
    return {
        routeTableId: requiredId(table.RouteTableId, "RouteTableId"),
        vpcId: textOf(table.VpcId),
        propagatingVpnGatewayIds: listOf(table.PropagatingVgws)
            .map(membersOf<PropagatingVgw>)
            .map(({ GatewayId }) => textOf(GatewayId)),
        routes: listOf(table.Routes)
            .map(membersOf<Route>)
            .map((route) => ({
                destinationCidrBlock: textOf(route.DestinationCidrBlock),
                gatewayId: textUnlessMissing(route.GatewayId),
                state: stateOf(route.State),
                origin: stateOf(route.Origin),
            })),
    };
}
