from alibabacloud_bssopenapi20171214.models import GetOrderDetailRequest
from alibabacloud_cbn20170912.models import ListTransitRouterRouteEntriesRequest
from alibabacloud_vpc20160428.models import DescribeRouteEntryListRequest, DescribeRouteTableListRequest

import virtual_interface
from bgp import peers
from gateway import describe_route_table
from steps import show, wait, wait_for


def wait_for_bgp(aws, alibaba, vif_id, peer_id):
    """Each side's reading lags by itself: both are asked."""

    def there():
        return virtual_interface.describe(aws, vif_id)["bgpPeers"][0]["bgpStatus"]

    def here():
        return next(peer.bgp_status for peer in peers(alibaba) if peer.bgp_peer_id == peer_id)

    show(
        "BGP",
        aws=wait_for("BGP on AWS", there, "up"),
        virtualInterface=virtual_interface.describe(aws, vif_id)["virtualInterfaceState"],
        alibaba=wait_for("BGP on Alibaba Cloud", here, "Established"),
    )


def show_routes(aws, alibaba, console, transit_router_table_id):
    """What each side has learned from the other, and what it had."""

    def at_least(count):
        return lambda destinations: len(destinations) >= count

    for table_id in console["routeTableIds"]:
        routes = wait("routes on AWS", lambda: aws_routes(aws, table_id), at_least(3))
        show("routes on AWS", table=table_id, destinations=routes)
    carried = wait(
        "routes of the transit router", lambda: transit_router_routes(alibaba, transit_router_table_id), at_least(3)
    )
    show("routes of the transit router", destinations=carried)
    arrived = wait("routes of the VPC", lambda: vpc_routes(alibaba, console["alibabaVpcId"]), at_least(4))
    show("routes of the VPC", destinations=arrived)


def aws_routes(aws, table_id):
    return sorted(
        f"{route['DestinationCidrBlock']} {route['Origin']} {route['State']}"
        for route in describe_route_table(aws, table_id)["Routes"]
    )


def transit_router_routes(alibaba, route_table_id):
    answer = alibaba.cbn.list_transit_router_route_entries(
        ListTransitRouterRouteEntriesRequest(transit_router_route_table_id=route_table_id)
    )
    return sorted(
        f"{entry.transit_router_route_entry_destination_cidr_block}"
        f" {entry.transit_router_route_entry_origin_resource_type}"
        f" {entry.transit_router_route_entry_status}"
        for entry in answer.body.transit_router_route_entries
    )


def vpc_routes(alibaba, vpc_id):
    tables = alibaba.vpc.describe_route_table_list(
        DescribeRouteTableListRequest(region_id=alibaba.region, vpc_id=vpc_id)
    ).body.router_table_list.router_table_list_type
    entries = alibaba.vpc.describe_route_entry_list(
        DescribeRouteEntryListRequest(region_id=alibaba.region, route_table_id=tables[0].route_table_id)
    ).body.route_entrys.route_entry
    return sorted(
        f"{entry.destination_cidr_block} {entry.type} {entry.next_hops.next_hop[0].next_hop_type}" for entry in entries
    )


def show_order(alibaba, order_id):
    answer = alibaba.bss.get_order_detail(GetOrderDetailRequest(order_id=order_id)).body
    order = answer.data.order_list.order[0]
    show(
        "order",
        success=answer.success,
        status=order.payment_status,
        type=order.order_type,
        instances=order.instance_ids,
    )
