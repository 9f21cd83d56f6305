// What any program costs that makes the quickstart's official resources, by hand, and one dynamic resource that does nothing.
import { TransitRouterRouteTableAssociation } from "@pulumi/alicloud/cen/transitRouterRouteTableAssociation";
import { TransitRouterRouteTablePropagation } from "@pulumi/alicloud/cen/transitRouterRouteTablePropagation";
import { TransitRouterVbrAttachment } from "@pulumi/alicloud/cen/transitRouterVbrAttachment";
import { PrivateVirtualInterface } from "@pulumi/aws/directconnect/privateVirtualInterface";
import { VpnGateway } from "@pulumi/aws/ec2/vpnGateway";
import { VpnGatewayAttachment } from "@pulumi/aws/ec2/vpnGatewayAttachment";
import { VpnGatewayRoutePropagation } from "@pulumi/aws/ec2/vpnGatewayRoutePropagation";
import * as pulumi from "@pulumi/pulumi";

class Trivial extends pulumi.dynamic.Resource {
    constructor(name: string) {
        super({ create: () => Promise.resolve({ id: "trivial", outs: {} }) }, name, {});
    }
}

const config = new pulumi.Config();

const trivial = new Trivial("trivial");

const gateway = new VpnGateway("gateway", {}, { dependsOn: [trivial] });
const { vpnGatewayId } = new VpnGatewayAttachment("gateway-attachment", {
    vpcId: config.require("vpcId"),
    vpnGatewayId: gateway.id,
});
for (const routeTableId of config.requireObject<string[]>("routeTableIds")) {
    new VpnGatewayRoutePropagation(`propagation-${routeTableId}`, { routeTableId, vpnGatewayId });
}

const attachment = new TransitRouterVbrAttachment("attachment", {
    vbrId: config.require("vbrId"),
    cenId: config.require("cenId"),
    transitRouterId: config.require("transitRouterId"),
    autoPublishRouteEnabled: true,
});
const legs = {
    transitRouterAttachmentId: attachment.transitRouterAttachmentId,
    transitRouterRouteTableId: config.require("transitRouterRouteTableId"),
};
const association = new TransitRouterRouteTableAssociation("association", legs);
new TransitRouterRouteTablePropagation("table-propagation", legs, { dependsOn: [association] });

const virtualInterface = new PrivateVirtualInterface("virtual-interface", {
    connectionId: config.require("connectionId"),
    vpnGatewayId,
    addressFamily: "ipv4",
    vlan: config.requireNumber("vlan"),
    bgpAsn: 45104,
});

export const virtualInterfaceId = virtualInterface.id;
