package main

import (
	"fmt"

	"github.com/alibabacloud-go/tea/tea"
	vpc "github.com/alibabacloud-go/vpc-20160428/v6/client"
	"github.com/aws/aws-sdk-go-v2/service/directconnect"
	"github.com/aws/aws-sdk-go-v2/service/directconnect/types"
)

type borderRouter = vpc.DescribeVirtualBorderRoutersResponseBodyVirtualBorderRouterSetVirtualBorderRouterType

func filterByVbr(vbrID string) []*vpc.DescribeVirtualBorderRoutersRequestFilter {
	return []*vpc.DescribeVirtualBorderRoutersRequestFilter{{Key: tea.String("VbrId"), Value: []*string{&vbrID}}}
}

// The VBR of a multi-cloud connection may belong to Alibaba Cloud's own account.
func describeBorderRouter(alibaba alibabaClients, vbrID string) *borderRouter {
	answer := must(alibaba.vpc.DescribeVirtualBorderRouters(&vpc.DescribeVirtualBorderRoutersRequest{
		RegionId:               &alibaba.region,
		IncludeCrossAccountVbr: tea.Bool(true),
		Filter:                 filterByVbr(vbrID),
	}))
	return answer.Body.VirtualBorderRouterSet.VirtualBorderRouterType[0]
}

func showWhatWasBought(alibaba alibabaClients, console given) {
	points := must(alibaba.vpc.DescribeAccessPoints(&vpc.DescribeAccessPointsRequest{RegionId: &alibaba.region}))
	offered := []string{}
	for _, point := range points.Body.AccessPointSet.AccessPointType {
		offered = append(offered, *point.AccessPointId)
	}
	show("access points", fields{"offered": offered})

	router := describeBorderRouter(alibaba, console.VbrID)
	show("border router", fields{
		"id": *router.VbrId, "status": *router.Status, "accessPoint": *router.AccessPointId, "circuit": *router.PhysicalConnectionId,
	})

	circuits := must(alibaba.vpc.DescribePhysicalConnections(&vpc.DescribePhysicalConnectionsRequest{RegionId: &alibaba.region}))
	own := []string{}
	for _, circuit := range circuits.Body.PhysicalConnectionSet.PhysicalConnectionType {
		own = append(own, *circuit.PhysicalConnectionId)
	}
	show("own circuits", fields{"ids": own})
}

func describeConnections(aws awsClients) []types.Connection {
	return must(aws.directConnect.DescribeConnections(background, &directconnect.DescribeConnectionsInput{})).Connections
}

// Accepts the connection that waits, and has the VBR's VLAN and bandwidth.
func acceptHostedConnection(aws awsClients, alibaba alibabaClients, vbrID string) string {
	router := describeBorderRouter(alibaba, vbrID)
	bandwidth := fmt.Sprintf("%dGbps", *router.Bandwidth/1000)
	var offers, fitting []types.Connection
	for _, connection := range describeConnections(aws) {
		if connection.ConnectionState != types.ConnectionStateOrdering {
			continue
		}
		offers = append(offers, connection)
		if connection.Vlan == *router.VlanId && *connection.Bandwidth == bandwidth {
			fitting = append(fitting, connection)
		}
	}
	connection := fitting[0]
	show("hosted connection", fields{
		"id": *connection.ConnectionId, "offers": len(offers), "fitting": len(fitting), "vlan": connection.Vlan, "bandwidth": *connection.Bandwidth,
		"ordered": *router.Bandwidth, "state": connection.ConnectionState,
	})

	confirmed := must(aws.directConnect.ConfirmConnection(background, &directconnect.ConfirmConnectionInput{
		ConnectionId: connection.ConnectionId,
	}))
	show("confirmed", fields{"state": confirmed.ConnectionState})
	state := waitForState("connection", func() string {
		answer := must(aws.directConnect.DescribeConnections(background, &directconnect.DescribeConnectionsInput{
			ConnectionId: connection.ConnectionId,
		}))
		return string(answer.Connections[0].ConnectionState)
	}, string(types.ConnectionStateAvailable))
	show("connection", fields{"state": state})
	return *connection.ConnectionId
}

// "Running" in the console: the circuit is enabled, and VLAN and both addresses are set.
func waitForCircuit(alibaba alibabaClients, vbrID string) *borderRouter {
	router := wait("circuit", func() *borderRouter {
		return describeBorderRouter(alibaba, vbrID)
	}, func(router *borderRouter) bool {
		return *router.PhysicalConnectionStatus == "Enabled" && *router.PhysicalConnectionBusinessStatus == "Normal" &&
			router.VlanId != nil && *router.LocalGatewayIp != "" && *router.PeerGatewayIp != ""
	})
	show("circuit", fields{
		"status": *router.PhysicalConnectionStatus, "business": *router.PhysicalConnectionBusinessStatus, "vlan": *router.VlanId,
		"local": *router.LocalGatewayIp, "peer": *router.PeerGatewayIp, "mask": *router.PeeringSubnetMask,
	})
	return router
}
