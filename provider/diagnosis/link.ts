import type { ExpectedAccounts } from "../accounts";

/** Which link. Whatever is left out is told from what is found. */
export interface LinkIds extends ExpectedAccounts {
    vbrId?: string;
    accessPointId?: string;
    connectionId?: string;
    virtualInterfaceId?: string;
    bgpPeerId?: string;
    /** The virtual private gateway that the virtual interface is meant to be on. */
    vpnGatewayId?: string;
    /** The AWS VPC. */
    vpcId?: string;
    /** The AWS route tables that are meant to have the routes. undefined: those that the gateway propagates to are as they are meant to be. */
    routeTableIds?: readonly string[];
    cenId?: string;
    transitRouterId?: string;
    /** The table of the transit router that the VBR is meant to be associated with and to propagate to. */
    transitRouterRouteTableId?: string;
    /** The VPCs at Alibaba Cloud that the link is for. undefined: those that are attached to the transit router. */
    alibabaVpcIds?: readonly string[];
    /** The circuit translates VLANs, so that they may differ. */
    vlanMayDiffer?: boolean;
}
