package main

import (
	"net"
	"slices"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/directconnect"
	"github.com/aws/aws-sdk-go-v2/service/directconnect/types"
)

// AWS's side mirrors the VBR's: what is the peer there is Amazon here.
func newVirtualInterface(console given, connectionID, gatewayID string, circuit *borderRouter) *directconnect.CreatePrivateVirtualInterfaceInput {
	length := "/" + prefixLengthOf(*circuit.PeeringSubnetMask)
	return &directconnect.CreatePrivateVirtualInterfaceInput{
		ConnectionId: &connectionID,
		NewPrivateVirtualInterface: &types.NewPrivateVirtualInterface{
			VirtualInterfaceName: aws.String("console-guide"),
			Vlan:                 *circuit.VlanId,
			AsnLong:              aws.Int64(alibabaAsn),
			AddressFamily:        types.AddressFamilyIPv4,
			AmazonAddress:        aws.String(*circuit.PeerGatewayIp + length),
			CustomerAddress:      aws.String(*circuit.LocalGatewayIp + length),
			AuthKey:              &console.BgpAuthKey,
			VirtualGatewayId:     &gatewayID,
		},
	}
}

func createVirtualInterface(clients awsClients, console given, connectionID, gatewayID string, circuit *borderRouter) string {
	made := must(clients.directConnect.CreatePrivateVirtualInterface(background,
		newVirtualInterface(console, connectionID, gatewayID, circuit)))
	show("virtual interface", fields{
		"id": *made.VirtualInterfaceId, "state": made.VirtualInterfaceState, "vlan": made.Vlan, "asn": *made.AsnLong,
		"amazonSideAsn": *made.AmazonSideAsn, "amazon": *made.AmazonAddress, "customer": *made.CustomerAddress,
		"sameKey": *made.AuthKey == console.BgpAuthKey,
	})
	return *made.VirtualInterfaceId
}

func deleteVirtualInterface(clients awsClients, connectionID, id string) {
	deleted := must(clients.directConnect.DeleteVirtualInterface(background, &directconnect.DeleteVirtualInterfaceInput{
		VirtualInterfaceId: &id,
	}))
	show("virtual interface deleting", fields{"state": deleted.VirtualInterfaceState})
	left := wait("virtual interface", func() int {
		listed := must(clients.directConnect.DescribeVirtualInterfaces(background, &directconnect.DescribeVirtualInterfacesInput{
			ConnectionId: &connectionID,
		})).VirtualInterfaces
		// A deleted one is still listed for a while.
		return len(slices.DeleteFunc(listed, func(each types.VirtualInterface) bool {
			return each.VirtualInterfaceState == types.VirtualInterfaceStateDeleted
		}))
	}, func(left int) bool { return left == 0 })
	show("virtual interface deleted", fields{"left": left})
}

func describeVirtualInterface(clients awsClients, id string) types.VirtualInterface {
	return must(clients.directConnect.DescribeVirtualInterfaces(background, &directconnect.DescribeVirtualInterfacesInput{
		VirtualInterfaceId: &id,
	})).VirtualInterfaces[0]
}

func prefixLengthOf(mask string) string {
	ones, _ := net.IPMask(net.ParseIP(mask).To4()).Size()
	return strconv.Itoa(ones)
}
