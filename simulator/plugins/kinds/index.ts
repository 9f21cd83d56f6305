import { cenInstanceGrant, expressConnectGrantRuleToCen } from "./cenGrants";
import { transitRouterGrantAttachment } from "./transitRouterGrantAttachment";
import { cenInstanceAttachment } from "./cenInstanceAttachment";
import { privateVirtualInterface } from "./directConnect";
import type { ResourceKind } from "./kind";
import { transitRouterRouteTableAssociation, transitRouterRouteTablePropagation } from "./transitRouterLegs";
import { transitRouterVbrAttachment } from "./transitRouterVbrAttachment";
import { vpnGateway, vpnGatewayAttachment, vpnGatewayRoutePropagation } from "./vpnGateways";

export type { ResourceKind };

/** The official resources of this job, by their type tokens. */
export const resourceKinds: ReadonlyMap<string, ResourceKind> = new Map([
    ["aws:directconnect/privateVirtualInterface:PrivateVirtualInterface", privateVirtualInterface],
    ["aws:ec2/vpnGateway:VpnGateway", vpnGateway],
    ["aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment", vpnGatewayAttachment],
    ["aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation", vpnGatewayRoutePropagation],
    ["alicloud:cen/instanceAttachment:InstanceAttachment", cenInstanceAttachment],
    ["alicloud:cen/instanceGrant:InstanceGrant", cenInstanceGrant],
    ["alicloud:cen/transitRouterGrantAttachment:TransitRouterGrantAttachment", transitRouterGrantAttachment],
    ["alicloud:expressconnect/grantRuleToCen:GrantRuleToCen", expressConnectGrantRuleToCen],
    ["alicloud:cen/transitRouterVbrAttachment:TransitRouterVbrAttachment", transitRouterVbrAttachment],
    [
        "alicloud:cen/transitRouterRouteTableAssociation:TransitRouterRouteTableAssociation",
        transitRouterRouteTableAssociation,
    ],
    [
        "alicloud:cen/transitRouterRouteTablePropagation:TransitRouterRouteTablePropagation",
        transitRouterRouteTablePropagation,
    ],
]);
