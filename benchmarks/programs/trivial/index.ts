// What any program costs that makes the quickstart's official resources, by hand, and dynamic resources that do nothing: one, or as many as the quickstart.
import { TransitRouterRouteTableAssociation } from "@pulumi/alicloud/cen/transitRouterRouteTableAssociation";
import { TransitRouterRouteTablePropagation } from "@pulumi/alicloud/cen/transitRouterRouteTablePropagation";
import { TransitRouterVbrAttachment } from "@pulumi/alicloud/cen/transitRouterVbrAttachment";
import { PrivateVirtualInterface } from "@pulumi/aws/directconnect/privateVirtualInterface";
import { VpnGateway } from "@pulumi/aws/ec2/vpnGateway";
import { VpnGatewayAttachment } from "@pulumi/aws/ec2/vpnGatewayAttachment";
import { VpnGatewayRoutePropagation } from "@pulumi/aws/ec2/vpnGatewayRoutePropagation";
import * as pulumi from "@pulumi/pulumi";

const provider: pulumi.dynamic.ResourceProvider = {
    create: () => Promise.resolve({ id: "trivial", outs: {} }),
};

class Trivial extends pulumi.dynamic.Resource {
    constructor(name: string, before: Trivial | undefined) {
        super(provider, name, {}, { dependsOn: before ?? [] });
    }
}

const config = new pulumi.Config();

let trivial: Trivial | undefined;
for (let made = 0; made < config.requireNumber("dynamicResources"); made++) {
    trivial = new Trivial(`trivial-${made}`, trivial);
}

const gateway = new VpnGateway("gateway", {}, { dependsOn: trivial ?? [] });
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
