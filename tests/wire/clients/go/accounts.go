package main

import (
	"fmt"

	vpc "github.com/alibabacloud-go/vpc-20160428/v6/client"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/directconnect"
	"github.com/aws/aws-sdk-go-v2/service/sts"

	alibabasts "github.com/aliyun/alibaba-cloud-sdk-go/services/sts"
)

type accountIDs struct {
	aws, alibaba string
}

func identifyAccounts(clients awsClients, alibaba alibabaClients) accountIDs {
	aws := must(clients.sts.GetCallerIdentity(background, &sts.GetCallerIdentityInput{}))
	own := must(alibaba.sts.GetCallerIdentity(alibabasts.CreateGetCallerIdentityRequest()))
	show("accounts", fields{"aws": *aws.Account, "awsArn": *aws.Arn, "alibaba": own.AccountId, "alibabaArn": own.Arn})
	return accountIDs{aws: *aws.Account, alibaba: own.AccountId}
}

const sessionName = "console-guide"

// A colleague who may only look assumes a role on each side.
func readWithAssumedRoles(clients awsClients, alibaba alibabaClients, accounts accountIDs, connectionID, vbrID string) {
	assumed := must(clients.sts.AssumeRole(background, &sts.AssumeRoleInput{
		RoleArn:         aws.String(fmt.Sprintf("arn:aws:iam::%s:role/network-reader", accounts.aws)),
		RoleSessionName: aws.String(sessionName),
	}))
	request := alibabasts.CreateAssumeRoleRequest()
	request.RoleArn = fmt.Sprintf("acs:ram::%s:role/network-reader", accounts.alibaba)
	request.RoleSessionName = sessionName
	own := must(alibaba.sts.AssumeRole(request))
	show("assumed roles", fields{"aws": *assumed.AssumedRoleUser.Arn, "alibaba": own.AssumedRoleUser.Arn})

	there := awsWith(session{
		AccessKeyID: *assumed.Credentials.AccessKeyId,
		Secret:      *assumed.Credentials.SecretAccessKey,
		Token:       *assumed.Credentials.SessionToken,
	})
	here := alibabaWith(session{
		AccessKeyID: own.Credentials.AccessKeyId,
		Secret:      own.Credentials.AccessKeySecret,
		Token:       own.Credentials.SecurityToken,
	})
	connections := must(there.directConnect.DescribeConnections(background, &directconnect.DescribeConnectionsInput{
		ConnectionId: &connectionID,
	}))
	routers := must(here.vpc.DescribeVirtualBorderRouters(&vpc.DescribeVirtualBorderRoutersRequest{
		RegionId:               &here.region,
		IncludeCrossAccountVbr: aws.Bool(true),
		Filter:                 filterByVbr(vbrID),
	}))
	show("read with the sessions", fields{
		"connection":   connections.Connections[0].ConnectionState,
		"borderRouter": *routers.Body.VirtualBorderRouterSet.VirtualBorderRouterType[0].Status,
	})
}
