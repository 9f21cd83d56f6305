from bgp import AMAZON_ASN
from steps import show, wait_for


def attach(aws, console):
    """Creates the virtual private gateway, attaches it, and lets its routes into every route table."""
    created = aws.ec2.create_vpn_gateway(
        Type="ipsec.1",
        AmazonSideAsn=AMAZON_ASN,
        TagSpecifications=[
            {"ResourceType": "vpn-gateway", "Tags": [{"Key": "Name", "Value": "console-guide"}]},
        ],
    )
    gateway_id = created["VpnGateway"]["VpnGatewayId"]
    aws.ec2.attach_vpn_gateway(VpnGatewayId=gateway_id, VpcId=console["awsVpcId"])
    wait_for("VPN gateway", lambda: attachment_state(aws, gateway_id), "attached")
    gateway = describe(aws, gateway_id)
    show(
        "VPN gateway",
        id=gateway_id,
        asn=gateway["AmazonSideAsn"],
        name=gateway["Tags"][0]["Value"],
        vpc=gateway["VpcAttachments"][0]["VpcId"],
        attachment=gateway["VpcAttachments"][0]["State"],
    )

    for table_id in console["routeTableIds"]:
        aws.ec2.enable_vgw_route_propagation(RouteTableId=table_id, GatewayId=gateway_id)
    show("route propagation", gateways=propagating_gateways(aws, console["routeTableIds"]))
    return gateway_id


def delete(aws, console, gateway_id):
    for table_id in console["routeTableIds"]:
        aws.ec2.disable_vgw_route_propagation(RouteTableId=table_id, GatewayId=gateway_id)
    show("route propagation disabled", gateways=propagating_gateways(aws, console["routeTableIds"]))

    aws.ec2.detach_vpn_gateway(VpnGatewayId=gateway_id, VpcId=console["awsVpcId"])
    state = wait_for("VPN gateway", lambda: attachment_state(aws, gateway_id), "detached")
    show("VPN gateway detached", attachment=state)

    aws.ec2.delete_vpn_gateway(VpnGatewayId=gateway_id)
    # A deleted one is still listed for a while.
    listed = aws.ec2.describe_vpn_gateways(Filters=[{"Name": "vpn-gateway-id", "Values": [gateway_id]}])["VpnGateways"]
    show("VPN gateway deleted", left=sum(gateway["State"] != "deleted" for gateway in listed))


def describe(aws, gateway_id):
    return aws.ec2.describe_vpn_gateways(VpnGatewayIds=[gateway_id])["VpnGateways"][0]


def attachment_state(aws, gateway_id):
    return describe(aws, gateway_id)["VpcAttachments"][0]["State"]


def describe_route_table(aws, table_id):
    return aws.ec2.describe_route_tables(RouteTableIds=[table_id])["RouteTables"][0]


def propagating_gateways(aws, table_ids):
    """Of each table, in the order asked for."""
    return [
        [gateway["GatewayId"] for gateway in describe_route_table(aws, table_id)["PropagatingVgws"]]
        for table_id in table_ids
    ]
