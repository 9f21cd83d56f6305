import type { FidelityTable } from "./entry";

const aws = "https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service";
const alicloud = "https://github.com/aliyun/terraform-provider-alicloud/blob/master/alicloud";

/**
 * The stand-ins for official resources, by their type tokens. Each calls the actions above and fails with their errors; `errors` has what it waits
 * for in vain or refuses by itself: none so far has a code.
 */
export const standIns: FidelityTable = {
    "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface": {
        validation:
            "one gateway, one ASN, VLAN, MTU, address family; what is replace-only previews as a replacement, also where it is unknown",
        errors: [],
        states: "waits for available or down, and fails at any other but pending; at the end for deleted",
        sources: [`${aws}/directconnect/private_virtual_interface.go`],
    },
    "aws:ec2/vpnGateway:VpnGateway": {
        validation: "its ASN; replace-only properties; with a VPC it attaches too",
        errors: [],
        states: "waits for attached and detached",
        sources: [`${aws}/ec2/vpnsite_gateway.go`],
        guesses: ["detachWithVirtualInterface"],
    },
    "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment": {
        validation: "replace-only properties; cannot be imported",
        errors: [],
        states: "waits for attached and detached",
        sources: [`${aws}/ec2/vpnsite_gateway_attachment.go`],
        guesses: ["detachWithVirtualInterface"],
    },
    "aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation": {
        validation: "replace-only properties; cannot be imported; tries again while the gateway is not attached",
        errors: [],
        sources: [`${aws}/ec2/vpnsite_gateway_route_propagation.go`],
    },
    "alicloud:cen/instanceAttachment:InstanceAttachment": {
        validation: "replace-only properties; tries again while the CEN is busy",
        errors: [],
        states: "waits for Attached, and for its end",
        sources: [`${alicloud}/resource_alicloud_cen_instance_attachment.go`],
        guesses: ["busyTransitRouter"],
    },
    "alicloud:cen/transitRouterVbrAttachment:TransitRouterVbrAttachment": {
        validation: "who pays, type of resource; replace-only properties; tries again while the transit router is busy",
        errors: [],
        states: "waits for Attached, and for its end",
        sources: [`${alicloud}/resource_alicloud_cen_transit_router_vbr_attachment.go`],
        guesses: ["busyTransitRouter"],
    },
    "alicloud:cen/transitRouterRouteTableAssociation:TransitRouterRouteTableAssociation": {
        validation: "replace-only properties; tries again while the transit router is busy",
        errors: [],
        states: "waits for Active, and for its end",
        sources: [`${alicloud}/resource_alicloud_cen_transit_router_route_table_association.go`],
        guesses: ["busyTransitRouter"],
    },
    "alicloud:cen/transitRouterRouteTablePropagation:TransitRouterRouteTablePropagation": {
        validation: "replace-only properties; tries again while the transit router is busy",
        errors: [],
        states: "waits for Active, and for its end",
        sources: [`${alicloud}/resource_alicloud_cen_transit_router_route_table_propagation.go`],
        guesses: ["busyTransitRouter"],
    },
    "alicloud:cen/instanceGrant:InstanceGrant": {
        validation: "replace-only properties; the provider's own account grants",
        errors: [],
        sources: [`${alicloud}/resource_alicloud_cen_instance_grant.go`],
        guesses: ["borderRouterGrantToOtherAccount"],
    },
    "alicloud:cen/transitRouterGrantAttachment:TransitRouterGrantAttachment": {
        validation: "replace-only properties; the provider's own account grants",
        errors: [],
        sources: [`${alicloud}/resource_alicloud_cen_transit_router_grant_attachment.go`],
        guesses: ["borderRouterGrantToOtherAccount"],
    },
    "alicloud:expressconnect/grantRuleToCen:GrantRuleToCen": {
        validation: "replace-only properties; the provider's own account grants",
        errors: [],
        sources: [`${alicloud}/resource_alicloud_express_connect_grant_rule_to_cen.go`],
        guesses: ["borderRouterGrantToOtherAccount"],
    },
};
