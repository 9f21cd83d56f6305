from alibabacloud_vpc20160428.models import (
    DescribeAccessPointsRequest,
    DescribePhysicalConnectionsRequest,
    DescribeVirtualBorderRoutersRequest,
    DescribeVirtualBorderRoutersRequestFilter,
)

from steps import show, wait, wait_for


def describe_border_router(alibaba, vbr_id):
    """The VBR of a multi-cloud connection may belong to Alibaba Cloud's own account."""
    answer = alibaba.vpc.describe_virtual_border_routers(
        DescribeVirtualBorderRoutersRequest(
            region_id=alibaba.region,
            include_cross_account_vbr=True,
            filter=[DescribeVirtualBorderRoutersRequestFilter(key="VbrId", value=[vbr_id])],
        )
    )
    return answer.body.virtual_border_router_set.virtual_border_router_type[0]


def show_what_was_bought(alibaba, vbr_id):
    points = alibaba.vpc.describe_access_points(DescribeAccessPointsRequest(region_id=alibaba.region)).body
    show("access points", offered=[point.access_point_id for point in points.access_point_set.access_point_type])

    router = describe_border_router(alibaba, vbr_id)
    show(
        "border router",
        id=router.vbr_id,
        status=router.status,
        accessPoint=router.access_point_id,
        circuit=router.physical_connection_id,
    )

    circuits = alibaba.vpc.describe_physical_connections(
        DescribePhysicalConnectionsRequest(region_id=alibaba.region)
    ).body.physical_connection_set.physical_connection_type
    show("own circuits", ids=[circuit.physical_connection_id for circuit in circuits])


def accept_hosted_connection(aws, alibaba, vbr_id):
    """Accepts the connection that waits, and has the VBR's VLAN and bandwidth."""
    router = describe_border_router(alibaba, vbr_id)
    connections = aws.directconnect.describe_connections()["connections"]
    offers = [connection for connection in connections if connection["connectionState"] == "ordering"]
    fitting = [
        offer
        for offer in offers
        if offer["vlan"] == router.vlan_id and offer["bandwidth"] == f"{router.bandwidth // 1000}Gbps"
    ]
    connection = fitting[0]
    connection_id = connection["connectionId"]
    show(
        "hosted connection",
        id=connection_id,
        offers=len(offers),
        fitting=len(fitting),
        vlan=connection["vlan"],
        bandwidth=connection["bandwidth"],
        ordered=router.bandwidth,
        state=connection["connectionState"],
    )

    confirmed = aws.directconnect.confirm_connection(connectionId=connection_id)
    show("confirmed", state=confirmed["connectionState"])

    def state():
        answer = aws.directconnect.describe_connections(connectionId=connection_id)
        return answer["connections"][0]["connectionState"]

    show("connection", state=wait_for("connection", state, "available"))
    return connection_id


def wait_for_circuit(alibaba, vbr_id):
    """ "Running" in the console: the circuit is enabled, and VLAN and both addresses are set."""
    router = wait(
        "circuit",
        lambda: describe_border_router(alibaba, vbr_id),
        lambda seen: seen.physical_connection_status == "Enabled"
        and seen.physical_connection_business_status == "Normal"
        and seen.vlan_id is not None
        and seen.local_gateway_ip
        and seen.peer_gateway_ip,
    )
    show(
        "circuit",
        status=router.physical_connection_status,
        business=router.physical_connection_business_status,
        vlan=router.vlan_id,
        local=router.local_gateway_ip,
        peer=router.peer_gateway_ip,
        mask=router.peering_subnet_mask,
    )
    return router
