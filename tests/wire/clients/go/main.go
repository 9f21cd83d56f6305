// The console guide from purchase to teardown, by the official Go clients alone: aws-sdk-go-v2; Alibaba Cloud's tea based SDK for VPC, which
// signs by ACS3-HMAC-SHA256; its older SDK for CBN, BSS and STS, which signs by HMAC-SHA1. Endpoints and keys come from the environment, what
// the console shows comes as the one argument. Each step leaves one line of JSON.
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// What an engineer reads off the two consoles before the first step, and the key that both sides are to share.
type given struct {
	VbrID           string          `json:"vbrId"`
	CenID           string          `json:"cenId"`
	TransitRouterID string          `json:"transitRouterId"`
	AwsVpcID        string          `json:"awsVpcId"`
	AlibabaVpcID    string          `json:"alibabaVpcId"`
	RouteTableIDs   []string        `json:"routeTableIds"`
	OrderID         string          `json:"orderId"`
	BgpAuthKey      string          `json:"bgpAuthKey"`
	ExpiredSessions expiredSessions `json:"expiredSessions"`
}

type expiredSessions struct {
	Aws     session `json:"aws"`
	Alibaba session `json:"alibaba"`
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "Give what the consoles show, as JSON.")
		os.Exit(2)
	}
	var console given
	check(json.Unmarshal([]byte(os.Args[1]), &console))
	aws := awsWith(session{})
	alibaba := alibabaWith(session{})

	accounts := identifyAccounts(aws, alibaba)
	showWhatWasBought(alibaba, console)
	connectionID := acceptHostedConnection(aws, alibaba, console.VbrID)
	circuit := waitForCircuit(alibaba, console.VbrID)

	routeTableID := findTransitRouterRouteTable(alibaba, console)
	attachmentID := attachToCen(alibaba, console, routeTableID)
	group, peer := configureBgp(alibaba, console, circuit)
	gatewayID := attachVpnGateway(aws, console)
	virtualInterface := createVirtualInterface(aws, console, connectionID, gatewayID, circuit)

	waitForBgp(aws, alibaba, console.VbrID, virtualInterface, peer)
	showRoutes(aws, alibaba, console, routeTableID)
	showOrder(alibaba, console.OrderID)
	readWithAssumedRoles(aws, alibaba, accounts, connectionID, console.VbrID)
	showRefusals(aws, alibaba, console, connectionID, gatewayID, routeTableID, circuit)

	deleteVirtualInterface(aws, connectionID, virtualInterface)
	deleteBgp(alibaba, console.VbrID, group, peer)
	deleteVpnGateway(aws, console, gatewayID)
	detachFromCen(alibaba, attachmentID, routeTableID)
}
