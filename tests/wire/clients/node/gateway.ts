import {
    AttachVpnGatewayCommand,
    CreateVpnGatewayCommand,
    DeleteVpnGatewayCommand,
    DescribeRouteTablesCommand,
    DescribeVpnGatewaysCommand,
    DetachVpnGatewayCommand,
    DisableVgwRoutePropagationCommand,
    EnableVgwRoutePropagationCommand,
    type RouteTable,
    type VpnGateway,
} from "@aws-sdk/client-ec2";

import type { Given } from "../guide";
import { amazonAsn } from "./bgp";
import type { AwsClients } from "./clients";
import { first, show, waitFor } from "./steps";

/** Creates the virtual private gateway, attaches it, and lets its routes into every route table. */
export async function attachVpnGateway(aws: AwsClients, { awsVpcId, routeTableIds }: Given): Promise<string> {
    const created = await aws.ec2.send(
        new CreateVpnGatewayCommand({
            Type: "ipsec.1",
            AmazonSideAsn: amazonAsn,
            TagSpecifications: [{ ResourceType: "vpn-gateway", Tags: [{ Key: "Name", Value: "console-guide" }] }],
        }),
    );
    const gatewayId = created.VpnGateway?.VpnGatewayId ?? "";
    await aws.ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId: gatewayId, VpcId: awsVpcId }));
    await waitFor("VPN gateway", () => attachmentState(aws, gatewayId), "attached");
    const gateway = await describeVpnGateway(aws, gatewayId);
    show("VPN gateway", {
        id: gateway.VpnGatewayId,
        asn: gateway.AmazonSideAsn,
        name: first(gateway.Tags).Value,
        vpc: first(gateway.VpcAttachments).VpcId,
        attachment: first(gateway.VpcAttachments).State,
    });

    for (const RouteTableId of routeTableIds) {
        await aws.ec2.send(new EnableVgwRoutePropagationCommand({ RouteTableId, GatewayId: gatewayId }));
    }
    show("route propagation", { gateways: await propagatingGateways(aws, routeTableIds) });
    return gatewayId;
}

export async function deleteVpnGateway(
    aws: AwsClients,
    { awsVpcId, routeTableIds }: Given,
    gatewayId: string,
): Promise<void> {
    for (const RouteTableId of routeTableIds) {
        await aws.ec2.send(new DisableVgwRoutePropagationCommand({ RouteTableId, GatewayId: gatewayId }));
    }
    show("route propagation disabled", { gateways: await propagatingGateways(aws, routeTableIds) });

    await aws.ec2.send(new DetachVpnGatewayCommand({ VpnGatewayId: gatewayId, VpcId: awsVpcId }));
    const attachment = await waitFor("VPN gateway", () => attachmentState(aws, gatewayId), "detached");
    show("VPN gateway detached", { attachment });

    await aws.ec2.send(new DeleteVpnGatewayCommand({ VpnGatewayId: gatewayId }));
    // A deleted one is still listed for a while.
    const { VpnGateways = [] } = await aws.ec2.send(
        new DescribeVpnGatewaysCommand({ Filters: [{ Name: "vpn-gateway-id", Values: [gatewayId] }] }),
    );
    show("VPN gateway deleted", { left: VpnGateways.filter(({ State }) => State !== "deleted").length });
}

async function describeVpnGateway(aws: AwsClients, gatewayId: string): Promise<VpnGateway> {
    const { VpnGateways } = await aws.ec2.send(new DescribeVpnGatewaysCommand({ VpnGatewayIds: [gatewayId] }));
    return first(VpnGateways);
}

async function attachmentState(aws: AwsClients, gatewayId: string): Promise<string | undefined> {
    return first((await describeVpnGateway(aws, gatewayId)).VpcAttachments).State;
}

export async function describeRouteTable(aws: AwsClients, tableId: string): Promise<RouteTable> {
    const { RouteTables } = await aws.ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: [tableId] }));
    return first(RouteTables);
}

/** Of each table, in the order asked for. */
function propagatingGateways(aws: AwsClients, tableIds: string[]): Promise<unknown[]> {
    return Promise.all(
        tableIds.map(async (tableId) => {
            const { PropagatingVgws = [] } = await describeRouteTable(aws, tableId);
            return PropagatingVgws.map(({ GatewayId }) => GatewayId);
        }),
    );
}
