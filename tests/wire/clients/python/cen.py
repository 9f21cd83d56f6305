from alibabacloud_cbn20170912 import models

from steps import show, wait_for


def find_route_table(alibaba, console):
    cens = alibaba.cbn.describe_cens(
        models.DescribeCensRequest(filter=[models.DescribeCensRequestFilter(key="CenId", value=[console["cenId"]])])
    )
    cen = cens.body.cens.cen[0]
    routers = alibaba.cbn.list_transit_routers(
        models.ListTransitRoutersRequest(cen_id=console["cenId"], transit_router_id=console["transitRouterId"])
    )
    tables = alibaba.cbn.list_transit_router_route_tables(
        models.ListTransitRouterRouteTablesRequest(
            transit_router_id=console["transitRouterId"], transit_router_route_table_type="System"
        )
    )
    table = tables.body.transit_router_route_tables[0]
    show(
        "CEN",
        name=cen.name,
        status=cen.status,
        transitRouter=routers.body.transit_routers[0].type,
        routeTable=table.transit_router_route_table_id,
    )
    return table.transit_router_route_table_id


def attach(alibaba, console, route_table_id):
    """Attaches the VBR, has its routes published to AWS, and joins it to the route table that the VPC is in."""
    created = alibaba.cbn.create_transit_router_vbr_attachment(
        models.CreateTransitRouterVbrAttachmentRequest(
            cen_id=console["cenId"],
            transit_router_id=console["transitRouterId"],
            vbr_id=console["vbrId"],
            auto_publish_route_enabled=True,
            transit_router_attachment_name="console-guide",
            client_token="console-guide-attachment",
        )
    )
    attachment_id = created.body.transit_router_attachment_id
    status = wait_for("VBR attachment", lambda: attachment_states(alibaba, attachment_id), ["Attached"])
    show("VBR attachment", id=attachment_id, status=status[0])

    legs = {"transit_router_attachment_id": attachment_id, "transit_router_route_table_id": route_table_id}
    alibaba.cbn.associate_transit_router_attachment_with_route_table(
        models.AssociateTransitRouterAttachmentWithRouteTableRequest(**legs)
    )
    show("association", status=wait_for("association", lambda: association_states(alibaba, legs), ["Active"]))
    alibaba.cbn.enable_transit_router_route_table_propagation(
        models.EnableTransitRouterRouteTablePropagationRequest(**legs)
    )
    show("propagation", status=wait_for("propagation", lambda: propagation_states(alibaba, legs), ["Active"]))
    return attachment_id


def detach(alibaba, attachment_id, route_table_id):
    legs = {"transit_router_attachment_id": attachment_id, "transit_router_route_table_id": route_table_id}
    alibaba.cbn.disable_transit_router_route_table_propagation(
        models.DisableTransitRouterRouteTablePropagationRequest(**legs)
    )
    show("propagation disabled", left=wait_for("propagation", lambda: propagation_states(alibaba, legs), []))
    alibaba.cbn.dissociate_transit_router_attachment_from_route_table(
        models.DissociateTransitRouterAttachmentFromRouteTableRequest(**legs)
    )
    show("dissociated", left=wait_for("association", lambda: association_states(alibaba, legs), []))
    alibaba.cbn.delete_transit_router_vbr_attachment(
        models.DeleteTransitRouterVbrAttachmentRequest(transit_router_attachment_id=attachment_id)
    )
    left = wait_for("VBR attachment", lambda: attachment_states(alibaba, attachment_id), [])
    show("VBR attachment deleted", left=len(left))


def attachment_states(alibaba, attachment_id):
    answer = alibaba.cbn.list_transit_router_vbr_attachments(
        models.ListTransitRouterVbrAttachmentsRequest(transit_router_attachment_id=attachment_id)
    )
    return [attachment.status for attachment in answer.body.transit_router_attachments]


def association_states(alibaba, legs):
    answer = alibaba.cbn.list_transit_router_route_table_associations(
        models.ListTransitRouterRouteTableAssociationsRequest(**legs)
    )
    return [leg.status for leg in answer.body.transit_router_associations]


def propagation_states(alibaba, legs):
    answer = alibaba.cbn.list_transit_router_route_table_propagations(
        models.ListTransitRouterRouteTablePropagationsRequest(**legs)
    )
    return [leg.status for leg in answer.body.transit_router_propagations]
