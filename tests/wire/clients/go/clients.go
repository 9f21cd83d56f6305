package main

import (
	"context"
	"net/url"
	"os"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/alibabacloud-go/tea/tea"
	vpc "github.com/alibabacloud-go/vpc-20160428/v6/client"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/bssopenapi"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/cbn"
	alibabasts "github.com/aliyun/alibaba-cloud-sdk-go/services/sts"
	"github.com/aws/aws-sdk-go-v2/config"
	awscredentials "github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/directconnect"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

var background = context.Background()

// A key, with the token of a session. The zero value is the key of the environment.
type session struct {
	AccessKeyID string `json:"accessKeyId"`
	Secret      string `json:"secret"`
	Token       string `json:"token"`
	// Only where it is not the environment's.
	Region string `json:"region"`
}

type awsClients struct {
	directConnect *directconnect.Client
	ec2           *ec2.Client
	sts           *sts.Client
}

// The endpoints are those of AWS_ENDPOINT_URL_DIRECT_CONNECT and so on, which the SDK reads by itself.
func awsWith(key session) awsClients {
	var options []func(*config.LoadOptions) error
	if key.AccessKeyID != "" {
		provider := awscredentials.NewStaticCredentialsProvider(key.AccessKeyID, key.Secret, key.Token)
		options = append(options, config.WithCredentialsProvider(provider))
	}
	if key.Region != "" {
		options = append(options, config.WithRegion(key.Region))
	}
	settings := must(config.LoadDefaultConfig(background, options...))
	return awsClients{directconnect.NewFromConfig(settings), ec2.NewFromConfig(settings), sts.NewFromConfig(settings)}
}

type alibabaClients struct {
	region string
	vpc    *vpc.Client
	cbn    *cbn.Client
	bss    *bssopenapi.Client
	sts    *alibabasts.Client
}

// The endpoints are those that the official Terraform and Pulumi provider reads: VPC_ENDPOINT and so on.
func alibabaWith(key session) alibabaClients {
	if key.AccessKeyID == "" {
		key.AccessKeyID = os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID")
		key.Secret = os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET")
	}
	region := os.Getenv("ALICLOUD_REGION")
	var credential auth.Credential = credentials.NewAccessKeyCredential(key.AccessKeyID, key.Secret)
	if key.Token != "" {
		credential = credentials.NewStsTokenCredential(key.AccessKeyID, key.Secret, key.Token)
	}
	clients := alibabaClients{
		region: region,
		vpc: must(vpc.NewClient(&openapi.Config{
			AccessKeyId:     &key.AccessKeyID,
			AccessKeySecret: &key.Secret,
			SecurityToken:   nilIfEmpty(key.Token),
			RegionId:        &region,
			Endpoint:        tea.String(hostOf("VPC_ENDPOINT")),
			Protocol:        tea.String("HTTP"),
		})),
		cbn: must(cbn.NewClientWithOptions(region, sdk.NewConfig(), credential)),
		bss: must(bssopenapi.NewClientWithOptions(region, sdk.NewConfig(), credential)),
		sts: must(alibabasts.NewClientWithOptions(region, sdk.NewConfig(), credential)),
	}
	clients.cbn.Domain = hostOf("CBN_ENDPOINT")
	clients.bss.Domain = hostOf("BSSOPENAPI_ENDPOINT")
	clients.sts.Domain = hostOf("STS_ENDPOINT")
	return clients
}

// Both SDKs take an endpoint without its scheme.
func hostOf(variable string) string {
	return must(url.Parse(os.Getenv(variable))).Host
}

func nilIfEmpty(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
