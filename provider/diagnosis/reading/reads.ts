import type { Unreadable } from "../facts";

/** What is read. */
export type Read = Pick<Unreadable, "cloud" | "subject">;

function ofAws(subject: string): Read {
    return { cloud: "aws", subject };
}

function ofAlibaba(subject: string): Read {
    return { cloud: "alibaba", subject };
}

export const reads = {
    connections: ofAws("hosted connections"),
    virtualInterfaces: ofAws("virtual interfaces"),
    virtualInterfaceRoutes: ofAws("routes of the virtual interface"),
    directConnectGateway: ofAws("Direct Connect gateway"),
    vpnGateways: ofAws("virtual private gateways"),
    awsVpc: ofAws("VPC at AWS"),
    awsRouteTables: ofAws("route tables of the VPC at AWS"),
    subnets: ofAws("subnets"),
    awsSecurityGroups: ofAws("security groups at AWS"),
    awsNetworkAcls: ofAws("network ACLs at AWS"),
    borderRouters: ofAlibaba("VBRs"),
    bgpGroups: ofAlibaba("BGP groups"),
    bgpPeers: ofAlibaba("BGP peers"),
    outboundBilling: ofAlibaba("outbound billing"),
    cen: ofAlibaba("CEN"),
    transitRouters: ofAlibaba("transit routers"),
    borderRouterAttachments: ofAlibaba("VBR attachments"),
    vpcAttachments: ofAlibaba("VPC attachments"),
    associations: ofAlibaba("associations with route tables"),
    propagations: ofAlibaba("propagations to route tables"),
    transitRouterRouteTables: ofAlibaba("route tables of the transit router"),
    transitRouterRouteEntries: ofAlibaba("routes of the transit router"),
    routeMaps: ofAlibaba("route maps"),
    routeConflicts: ofAlibaba("route conflicts"),
    cenChildren: ofAlibaba("network instances of the CEN"),
    grants: ofAlibaba("grants to the CEN"),
    alibabaVpcs: ofAlibaba("VPCs at Alibaba Cloud"),
    vSwitches: ofAlibaba("vSwitches"),
    vpcRouteTables: ofAlibaba("route tables of the VPC at Alibaba Cloud"),
    alibabaSecurityGroups: ofAlibaba("security groups at Alibaba Cloud"),
    alibabaNetworkAcls: ofAlibaba("network ACLs at Alibaba Cloud"),
} as const;
