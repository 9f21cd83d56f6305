package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/alibabacloud-go/tea/tea"
	vpc "github.com/alibabacloud-go/vpc-20160428/v6/client"
	alibabaerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cbn"
	alibabasts "github.com/aliyun/alibaba-cloud-sdk-go/services/sts"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/directconnect"
	"github.com/aws/aws-sdk-go-v2/service/directconnect/types"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go"
)

// What the clouds do not do, as each SDK's own error tells it.
func showRefusals(
	aws awsClients, alibaba alibabaClients, console given, connectionID, gatewayID, routeTableID string, circuit *borderRouter,
) {
	refusedByAws(aws, console, newVirtualInterface(console, connectionID, gatewayID, circuit))
	refusedByAlibaba(alibaba, console, routeTableID)
}

func refusedByAws(aws awsClients, console given, second *directconnect.CreatePrivateVirtualInterfaceInput) {
	connections := func(clients awsClients, id *string) error {
		_, err := clients.directConnect.DescribeConnections(background, &directconnect.DescribeConnectionsInput{ConnectionId: id})
		return err
	}
	gateways := func(clients awsClients, ids ...string) error {
		_, err := clients.ec2.DescribeVpnGateways(background, &ec2.DescribeVpnGatewaysInput{VpnGatewayIds: ids})
		return err
	}
	identity := func(clients awsClients) error {
		_, err := clients.sts.GetCallerIdentity(background, &sts.GetCallerIdentityInput{})
		return err
	}
	wrong := awsWith(session{AccessKeyID: os.Getenv("AWS_ACCESS_KEY_ID"), Secret: "wrong"})
	unknown := awsWith(session{AccessKeyID: "AKIAUNKNOWN", Secret: "wrong"})
	expired := awsWith(console.ExpiredSessions.Aws)
	elsewhere := awsWith(session{Region: "us-east-1"})

	refused("wrong secret at Direct Connect", connections(wrong, nil))
	refused("wrong secret at EC2", gateways(wrong))
	refused("wrong secret at AWS STS", identity(wrong))
	refused("unknown key at EC2", gateways(unknown))
	refused("expired session at Direct Connect", connections(expired, nil))
	refused("expired session at EC2", gateways(expired))
	refused("expired session at AWS STS", identity(expired))
	refused("unknown connection", connections(aws, tea.String("dxcon-none")))
	refused("connection of another region", connections(elsewhere, second.ConnectionId))
	refused("unknown VPN gateway", gateways(aws, "vgw-none"))
	_, err := aws.directConnect.CreatePrivateVirtualInterface(background, second)
	refused("second virtual interface", err)
}

func refusedByAlibaba(alibaba alibabaClients, console given, routeTableID string) {
	routers := func(clients alibabaClients, region string) error {
		_, err := clients.vpc.DescribeVirtualBorderRouters(&vpc.DescribeVirtualBorderRoutersRequest{RegionId: &region})
		return err
	}
	cens := func(clients alibabaClients) error {
		_, err := clients.cbn.DescribeCens(cbn.CreateDescribeCensRequest())
		return err
	}
	identity := func(clients alibabaClients) error {
		_, err := clients.sts.GetCallerIdentity(alibabasts.CreateGetCallerIdentityRequest())
		return err
	}
	wrong := alibabaWith(session{AccessKeyID: os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"), Secret: "wrong"})
	unknown := alibabaWith(session{AccessKeyID: "LTAIunknown", Secret: "wrong"})
	expired := alibabaWith(console.ExpiredSessions.Alibaba)

	refused("wrong secret at VPC", routers(wrong, wrong.region))
	refused("wrong secret at CBN", cens(wrong))
	refused("unknown key at Alibaba Cloud's STS", identity(unknown))
	refused("expired session at VPC", routers(expired, expired.region))
	refused("expired session at CBN", cens(expired))
	refused("unknown region", routers(alibaba, "ap-nowhere-1"))
	_, err := alibaba.vpc.CreateBgpGroup(&vpc.CreateBgpGroupRequest{
		RegionId: &alibaba.region, RouterId: tea.String("vbr-none"), PeerAsn: tea.Int64(amazonAsn),
	})
	refused("unknown VBR", err)
	association := cbn.CreateAssociateTransitRouterAttachmentWithRouteTableRequest()
	association.TransitRouterAttachmentId = "tr-attach-none"
	association.TransitRouterRouteTableId = routeTableID
	_, err = alibaba.cbn.AssociateTransitRouterAttachmentWithRouteTable(association)
	refused("unknown attachment", err)
}

func refused(what string, err error) {
	found := fields{"what": what, "type": fmt.Sprintf("%T", err)}
	var status *awshttp.ResponseError
	if errors.As(err, &status) {
		found["status"] = status.HTTPStatusCode()
	}
	var client *types.DirectConnectClientException
	var general smithy.APIError
	var tea *tea.SDKError
	var older *alibabaerrors.ServerError
	switch {
	case errors.As(err, &client):
		found["type"], found["code"], found["message"] = fmt.Sprintf("%T", client), client.ErrorCode(), client.ErrorMessage()
	case errors.As(err, &general):
		found["type"], found["code"], found["message"] = fmt.Sprintf("%T", general), general.ErrorCode(), general.ErrorMessage()
	case errors.As(err, &tea):
		found["code"], found["status"], found["message"] = *tea.Code, *tea.StatusCode, *tea.Message
	case errors.As(err, &older):
		found["code"], found["status"], found["message"] = older.ErrorCode(), older.HttpStatus(), older.Message()
	}
	show("refused", found)
}
