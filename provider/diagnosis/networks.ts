import type { RouteTableLeg } from "../clouds/clouds";
import type { AwsRouteTable, VpcAttachment } from "../clouds/network";
import type { AlibabaVpcFacts, AttachmentFacts, LinkFacts } from "./facts";

/** The blocks that are to be reached at AWS. */
export function awsPrefixes({ aws }: LinkFacts): string[] {
    return aws.vpc?.cidrBlocks ?? [];
}

/** The blocks at AWS in which instances can be. */
export function awsSubnets({ aws }: LinkFacts): string[] {
    return (aws.subnets ?? []).map(({ cidrBlock }) => cidrBlock);
}

/** What is to be reached at Alibaba Cloud: CEN tells one route for each vSwitch. */
export function alibabaPrefixes(facts: LinkFacts): string[] {
    return meantVpcs(facts).flatMap(prefixesOf);
}

export function prefixesOf({ vSwitches }: AlibabaVpcFacts): string[] {
    return (vSwitches ?? []).map(({ cidrBlock }) => cidrBlock);
}

/** Whether the VBR hangs on a CEN without an Enterprise transit router, on which every network instance knows the routes of all others. */
export function isOnBasicCen({ given, alibaba }: LinkFacts): boolean {
    const { transitRouters, transitRouter, cenChildren = [], borderRouter } = alibaba;
    const isChild = cenChildren.some(({ childInstanceId }) => childInstanceId === borderRouter?.vbrId);
    return (
        given.transitRouterId === undefined &&
        (isChild || (transitRouters !== undefined && transitRouter === undefined))
    );
}

/** The tables that an attachment is associated with, or propagates to. */
export function activeTables(legs: readonly RouteTableLeg[] | undefined): string[] {
    return (legs ?? []).filter(({ status }) => status === "Active").map(({ routeTableId }) => routeTableId);
}

export function isAttached(attachment: { status: string } | undefined): boolean {
    return attachment !== undefined && ["Attached", "Modifying"].includes(attachment.status);
}

export function attachmentOf(vpcId: string, { alibaba }: LinkFacts): AttachmentFacts<VpcAttachment> | undefined {
    return alibaba.vpcAttachments?.find((attachment) => attachment.vpcId === vpcId);
}

/**
 * The VPCs that the link is for. Where nobody says which, and some of those at the transit router are joined to the VBR in every way, the others are taken
 * to be none of the link's.
 */
export function meantVpcs(facts: LinkFacts): AlibabaVpcFacts[] {
    const { given, alibaba } = facts;
    const all = alibaba.vpcs ?? [];
    const joined = all.filter(({ vpcId }) => isJoined(attachmentOf(vpcId, facts), facts));
    return given.alibabaVpcIds === undefined && joined.length > 0 ? joined : all;
}

function isJoined(attachment: AttachmentFacts<VpcAttachment> | undefined, { alibaba }: LinkFacts): boolean {
    const { associations, propagations } = alibaba.borderRouterAttachment ?? {};
    return (
        attachment !== undefined &&
        isAttached(attachment) &&
        attachment.autoPublishRouteEnabled &&
        share(attachment.associations, propagations) &&
        share(attachment.propagations, associations)
    );
}

function share(ones: readonly RouteTableLeg[] | undefined, others: readonly RouteTableLeg[] | undefined): boolean {
    return activeTables(ones).some((table) => activeTables(others).includes(table));
}

/** The virtual private gateway whose routes the tables are to have, through a Direct Connect gateway too. */
export function gatewayOfRoutes({ ids, aws }: LinkFacts): string | undefined {
    return ids.vpnGatewayId ?? aws.directConnectGateway?.associations[0]?.gatewayId;
}

/** The AWS route tables that are to have the routes: those that are named, else those that propagate them. */
export function meantTables(facts: LinkFacts): AwsRouteTable[] {
    const { given, aws } = facts;
    const gatewayId = gatewayOfRoutes(facts) ?? "";
    return (aws.routeTables ?? []).filter(({ routeTableId, propagatingVpnGatewayIds }) =>
        given.routeTableIds === undefined
            ? propagatingVpnGatewayIds.includes(gatewayId)
            : given.routeTableIds.includes(routeTableId),
    );
}
