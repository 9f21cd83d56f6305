package main

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// Creates the virtual private gateway, attaches it, and lets its routes into every route table.
func attachVpnGateway(clients awsClients, console given) string {
	created := must(clients.ec2.CreateVpnGateway(background, &ec2.CreateVpnGatewayInput{
		Type:          types.GatewayTypeIpsec1,
		AmazonSideAsn: aws.Int64(amazonAsn),
		TagSpecifications: []types.TagSpecification{{
			ResourceType: types.ResourceTypeVpnGateway,
			Tags:         []types.Tag{{Key: aws.String("Name"), Value: aws.String("console-guide")}},
		}},
	}))
	gatewayID := *created.VpnGateway.VpnGatewayId
	must(clients.ec2.AttachVpnGateway(background, &ec2.AttachVpnGatewayInput{
		VpnGatewayId: &gatewayID,
		VpcId:        &console.AwsVpcID,
	}))
	state := waitForState("VPN gateway", func() string {
		return string(describeVpnGateway(clients, gatewayID).VpcAttachments[0].State)
	}, string(types.AttachmentStatusAttached))
	gateway := describeVpnGateway(clients, gatewayID)
	show("VPN gateway", fields{
		"id": gatewayID, "asn": *gateway.AmazonSideAsn, "name": *gateway.Tags[0].Value, "vpc": *gateway.VpcAttachments[0].VpcId,
		"attachment": state,
	})

	for _, tableID := range console.RouteTableIDs {
		must(clients.ec2.EnableVgwRoutePropagation(background, &ec2.EnableVgwRoutePropagationInput{
			RouteTableId: &tableID,
			GatewayId:    &gatewayID,
		}))
	}
	show("route propagation", fields{"gateways": propagatingGateways(clients, console.RouteTableIDs)})
	return gatewayID
}

func deleteVpnGateway(clients awsClients, console given, gatewayID string) {
	for _, tableID := range console.RouteTableIDs {
		must(clients.ec2.DisableVgwRoutePropagation(background, &ec2.DisableVgwRoutePropagationInput{
			RouteTableId: &tableID,
			GatewayId:    &gatewayID,
		}))
	}
	show("route propagation disabled", fields{"gateways": propagatingGateways(clients, console.RouteTableIDs)})

	must(clients.ec2.DetachVpnGateway(background, &ec2.DetachVpnGatewayInput{
		VpnGatewayId: &gatewayID,
		VpcId:        &console.AwsVpcID,
	}))
	state := waitForState("VPN gateway", func() string {
		return string(describeVpnGateway(clients, gatewayID).VpcAttachments[0].State)
	}, string(types.AttachmentStatusDetached))
	show("VPN gateway detached", fields{"attachment": state})

	must(clients.ec2.DeleteVpnGateway(background, &ec2.DeleteVpnGatewayInput{VpnGatewayId: &gatewayID}))
	listed := must(clients.ec2.DescribeVpnGateways(background, &ec2.DescribeVpnGatewaysInput{
		Filters: []types.Filter{{Name: aws.String("vpn-gateway-id"), Values: []string{gatewayID}}},
	})).VpnGateways
	// A deleted one is still listed for a while.
	left := slices.DeleteFunc(listed, func(each types.VpnGateway) bool { return each.State == types.VpnStateDeleted })
	show("VPN gateway deleted", fields{"left": len(left)})
}

func describeVpnGateway(clients awsClients, gatewayID string) types.VpnGateway {
	return must(clients.ec2.DescribeVpnGateways(background, &ec2.DescribeVpnGatewaysInput{
		VpnGatewayIds: []string{gatewayID},
	})).VpnGateways[0]
}

func describeRouteTable(clients awsClients, tableID string) types.RouteTable {
	return must(clients.ec2.DescribeRouteTables(background, &ec2.DescribeRouteTablesInput{
		RouteTableIds: []string{tableID},
	})).RouteTables[0]
}

// Of each table, in the order asked for.
func propagatingGateways(clients awsClients, tableIDs []string) [][]string {
	all := [][]string{}
	for _, tableID := range tableIDs {
		gateways := []string{}
		for _, gateway := range describeRouteTable(clients, tableID).PropagatingVgws {
			gateways = append(gateways, *gateway.GatewayId)
		}
		all = append(all, gateways)
	}
	return all
}
