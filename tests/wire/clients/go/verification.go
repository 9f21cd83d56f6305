package main

import (
	"slices"

	vpc "github.com/alibabacloud-go/vpc-20160428/v6/client"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/bssopenapi"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cbn"
	"github.com/aws/aws-sdk-go-v2/service/directconnect/types"
)

// Each side's reading lags by itself: both are asked.
func waitForBgp(aws awsClients, alibaba alibabaClients, vbrID, virtualInterfaceID, peerID string) {
	there := waitForState("BGP on AWS", func() string {
		return string(describeVirtualInterface(aws, virtualInterfaceID).BgpPeers[0].BgpStatus)
	}, string(types.BGPStatusUp))
	here := waitForState("BGP on Alibaba Cloud", func() string {
		for _, peer := range bgpPeers(alibaba, vbrID) {
			if *peer.BgpPeerId == peerID {
				return *peer.BgpStatus
			}
		}
		return ""
	}, "Established")
	show("BGP", fields{
		"aws": there, "virtualInterface": describeVirtualInterface(aws, virtualInterfaceID).VirtualInterfaceState, "alibaba": here,
	})
}

// What each side has learned from the other, and what it had.
func showRoutes(aws awsClients, alibaba alibabaClients, console given, transitRouterTableID string) {
	for _, tableID := range console.RouteTableIDs {
		destinations := wait("routes on AWS", func() []string { return awsRoutes(aws, tableID) }, hasAtLeast(3))
		show("routes on AWS", fields{"table": tableID, "destinations": destinations})
	}
	carried := wait("routes of the transit router", func() []string {
		return transitRouterRoutes(alibaba, transitRouterTableID)
	}, hasAtLeast(3))
	show("routes of the transit router", fields{"destinations": carried})
	arrived := wait("routes of the VPC", func() []string { return vpcRoutes(alibaba, console.AlibabaVpcID) }, hasAtLeast(4))
	show("routes of the VPC", fields{"destinations": arrived})
}

func hasAtLeast(count int) func([]string) bool {
	return func(items []string) bool { return len(items) >= count }
}

func awsRoutes(aws awsClients, tableID string) []string {
	destinations := []string{}
	for _, route := range describeRouteTable(aws, tableID).Routes {
		destinations = append(destinations, *route.DestinationCidrBlock+" "+string(route.Origin)+" "+string(route.State))
	}
	slices.Sort(destinations)
	return destinations
}

func transitRouterRoutes(alibaba alibabaClients, routeTableID string) []string {
	request := cbn.CreateListTransitRouterRouteEntriesRequest()
	request.TransitRouterRouteTableId = routeTableID
	destinations := []string{}
	for _, entry := range must(alibaba.cbn.ListTransitRouterRouteEntries(request)).TransitRouterRouteEntries {
		destinations = append(destinations, entry.TransitRouterRouteEntryDestinationCidrBlock+" "+
			entry.TransitRouterRouteEntryOriginResourceType+" "+entry.TransitRouterRouteEntryStatus)
	}
	slices.Sort(destinations)
	return destinations
}

func vpcRoutes(alibaba alibabaClients, vpcID string) []string {
	tables := must(alibaba.vpc.DescribeRouteTableList(&vpc.DescribeRouteTableListRequest{RegionId: &alibaba.region, VpcId: &vpcID}))
	entries := must(alibaba.vpc.DescribeRouteEntryList(&vpc.DescribeRouteEntryListRequest{
		RegionId:     &alibaba.region,
		RouteTableId: tables.Body.RouterTableList.RouterTableListType[0].RouteTableId,
	}))
	destinations := []string{}
	for _, entry := range entries.Body.RouteEntrys.RouteEntry {
		destinations = append(destinations, *entry.DestinationCidrBlock+" "+*entry.Type+" "+*entry.NextHops.NextHop[0].NextHopType)
	}
	slices.Sort(destinations)
	return destinations
}

func showOrder(alibaba alibabaClients, orderID string) {
	request := bssopenapi.CreateGetOrderDetailRequest()
	request.OrderId = orderID
	answer := must(alibaba.bss.GetOrderDetail(request))
	order := answer.Data.OrderList.Order[0]
	show("order", fields{"success": answer.Success, "status": order.PaymentStatus, "type": order.OrderType, "instances": order.InstanceIDs})
}
