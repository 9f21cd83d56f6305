"""What the clouds do not do, as each SDK's own error tells it."""

import os

from alibabacloud_cbn20170912 import models as cbn
from alibabacloud_vpc20160428 import models as vpc
from botocore.exceptions import ClientError
from Tea.exceptions import TeaException

from bgp import AMAZON_ASN
from clients import AlibabaClients, AwsClients
from steps import show


def show_all(aws, alibaba, console, vif_request, route_table_id):
    refused_by_aws(aws, console, vif_request)
    refused_by_alibaba(alibaba, console, route_table_id)


def refused_by_aws(aws, console, vif_request):
    wrong = AwsClients({"accessKeyId": os.environ["AWS_ACCESS_KEY_ID"], "secret": "wrong"})
    unknown = AwsClients({"accessKeyId": "AKIAUNKNOWN", "secret": "wrong"})
    expired = AwsClients(console["expiredSessions"]["aws"])
    elsewhere = AwsClients(region="us-east-1")
    connection_id = vif_request["connectionId"]

    refused("wrong secret at Direct Connect", wrong.directconnect.describe_connections)
    refused("wrong secret at EC2", wrong.ec2.describe_vpn_gateways)
    refused("wrong secret at AWS STS", wrong.sts.get_caller_identity)
    refused("unknown key at EC2", unknown.ec2.describe_vpn_gateways)
    refused("expired session at Direct Connect", expired.directconnect.describe_connections)
    refused("expired session at EC2", expired.ec2.describe_vpn_gateways)
    refused("expired session at AWS STS", expired.sts.get_caller_identity)
    refused("unknown connection", lambda: aws.directconnect.describe_connections(connectionId="dxcon-none"))
    refused(
        "connection of another region",
        lambda: elsewhere.directconnect.describe_connections(connectionId=connection_id),
    )
    refused("unknown VPN gateway", lambda: aws.ec2.describe_vpn_gateways(VpnGatewayIds=["vgw-none"]))
    refused(
        "second virtual interface", lambda: aws.directconnect.create_private_virtual_interface(**vif_request)
    )


def refused_by_alibaba(alibaba, console, route_table_id):
    wrong = AlibabaClients({"accessKeyId": os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"], "secret": "wrong"})
    unknown = AlibabaClients({"accessKeyId": "LTAIunknown", "secret": "wrong"})
    expired = AlibabaClients(console["expiredSessions"]["alibaba"])

    def routers(clients, region):
        clients.vpc.describe_virtual_border_routers(vpc.DescribeVirtualBorderRoutersRequest(region_id=region))

    def cens(clients):
        clients.cbn.describe_cens(cbn.DescribeCensRequest())

    refused("wrong secret at VPC", lambda: routers(wrong, wrong.region))
    refused("wrong secret at CBN", lambda: cens(wrong))
    refused("unknown key at Alibaba Cloud's STS", unknown.sts.get_caller_identity)
    refused("expired session at VPC", lambda: routers(expired, expired.region))
    refused("expired session at CBN", lambda: cens(expired))
    refused("unknown region", lambda: routers(alibaba, "ap-nowhere-1"))
    refused(
        "unknown VBR",
        lambda: alibaba.vpc.create_bgp_group(
            vpc.CreateBgpGroupRequest(region_id=alibaba.region, router_id="vbr-none", peer_asn=AMAZON_ASN)
        ),
    )
    refused(
        "unknown attachment",
        lambda: alibaba.cbn.associate_transit_router_attachment_with_route_table(
            cbn.AssociateTransitRouterAttachmentWithRouteTableRequest(
                transit_router_attachment_id="tr-attach-none", transit_router_route_table_id=route_table_id
            )
        ),
    )


def refused(what, call):
    try:
        call()
    except ClientError as error:
        told = {
            "code": error.response["Error"]["Code"],
            "status": error.response["ResponseMetadata"]["HTTPStatusCode"],
            "message": error.response["Error"]["Message"],
        }
        show("refused", what=what, type=type(error).__name__, **told)
    except TeaException as error:
        told = {"code": error.code, "status": error.statusCode, "message": error.message}
        show("refused", what=what, type=type(error).__name__, **told)
    else:
        show("refused", what=what, type="not refused")
