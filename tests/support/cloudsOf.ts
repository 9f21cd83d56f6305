import type { LinkFacts } from "../../provider/diagnosis/facts";
import { fakeClouds, type FakeClouds } from "./fakeClouds";

const authKey = "key-of-the-backend";

/** Both clouds in memory as these facts describe them; both sides have one key. */
export function cloudsOf({ aws, alibaba, ids }: LinkFacts): FakeClouds {
    const { vpcs = [], vpcAttachments = [], borderRouterAttachment: ofRouter } = alibaba;
    const attachments = [...vpcAttachments, ...(ofRouter === undefined ? [] : [ofRouter])];
    const { cenId = "", transitRouterId = "" } = ids;
    return fakeClouds({
        connections: aws.connections ?? [],
        virtualInterfaces: (aws.virtualInterfaces ?? []).map((each) => ({ ...each, authKey })),
        vpnGateways: aws.vpnGateways ?? [],
        vpcIds: aws.vpc === undefined ? [] : [aws.vpc.vpcId],
        awsRouteTables: aws.routeTables ?? [],
        subnets: aws.subnets ?? [],
        awsSecurityGroups: aws.securityGroups ?? [],
        awsNetworkAcls: aws.networkAcls ?? [],
        virtualInterfaceRoutes: aws.virtualInterfaceRoutes,
        borderRouters: alibaba.borderRouters ?? [],
        groups: (alibaba.bgpGroups ?? []).map((each) => ({ ...each, authKey })),
        peers: alibaba.bgpPeers ?? [],
        billingOpened: alibaba.outboundBillingOpened ?? true,
        cenIds: [cenId],
        transitRouters: (alibaba.transitRouters ?? []).map((router) => ({ cenId, ...router })),
        attachments: alibaba.borderRouterAttachments ?? [],
        associations: attachments.flatMap(({ associations }) => associations ?? []),
        propagations: attachments.flatMap(({ propagations }) => propagations ?? []),
        vpcAttachments: vpcAttachments.map(({ associations: _uses, propagations: _fills, ...rest }) => rest),
        transitRouterTables: (alibaba.transitRouterRouteTables ?? []).map(({ entries = [], ...table }) => ({
            ...table,
            transitRouterId,
            entries,
        })),
        routeMaps: alibaba.routeMaps ?? [],
        cenChildren: { [cenId]: alibaba.cenChildren ?? [] },
        alibabaVpcs: vpcs.map(({ vpcId, regionId, ownerId, cidrBlocks }) => ({ vpcId, regionId, ownerId, cidrBlocks })),
        vSwitches: vpcs.flatMap(({ vSwitches }) => vSwitches ?? []),
        vpcRouteTables: vpcs
            .flatMap(({ routeTables }) => routeTables ?? [])
            .map(({ conflicts: _conflicts, ...table }) => table),
        alibabaSecurityGroups: vpcs.flatMap(({ securityGroups }) => securityGroups ?? []),
        alibabaNetworkAcls: vpcs.flatMap(({ networkAcls }) => networkAcls ?? []),
    });
}
