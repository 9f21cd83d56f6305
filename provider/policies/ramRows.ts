import type { Use } from "./args";
import {
    attachmentsAndRouteTables,
    attachmentsOfCen,
    borderRouter,
    borderRouters,
    cenAndBorderRouter,
    cenInstance,
    cens,
    everything,
    routeEntries,
    routeTablesOfTransitRouter,
    securityGroups,
    tagsOfAttachments,
    transitRouterAttachments,
    transitRouterOfCen,
    transitRoutersOfCen,
    vpcRouteTables,
    vpcs,
    vSwitches,
} from "./ramResources";
import type { Row } from "./row";

const hasTransitRouter = ({ transitRouterId }: Use): boolean => transitRouterId !== undefined;
const isBasicCen = ({ transitRouterId }: Use): boolean => transitRouterId === undefined;
const makesTransitRouterAttachment = (use: Use): boolean => use.makesAttachment && hasTransitRouter(use);
const makesBasicCenAttachment = (use: Use): boolean => use.makesAttachment && isBasicCen(use);
/** The VBR's attachment, the VPCs', or both: each is tagged too. */
const joinsRouteTables = (use: Use): boolean => makesTransitRouterAttachment(use) || use.managesVpcRoutes;

/**
 * What is read. What the official provider also asks, and does without where it is refused, is left out: the account's type (BSS, QueryAvailableInstances) and the
 * endpoints (Location, DescribeEndpoints) (aliyun/terraform-provider-alicloud, alicloud/connectivity/client.go and endpoint.go).
 */
export const ramReads: readonly Row[] = [
    { action: "sts:GetCallerIdentity", on: everything },
    {
        action: "ecs:DescribeRegions",
        on: everything,
        officialProviderAlone:
            "aliyun/terraform-provider-alicloud, alicloud/data_source_alicloud_regions.go: DescribeRegions",
    },
    { action: "ecs:DescribeSecurityGroups", on: securityGroups },
    { action: "ecs:DescribeSecurityGroupAttribute", on: securityGroups },
    { action: "vpc:DescribeVirtualBorderRouters", on: borderRouters },
    { action: "vpc:DescribeBgpGroups", on: everything },
    { action: "vpc:DescribeBgpPeers", on: everything },
    { action: "vpc:GetPhysicalConnectionServiceStatus", on: everything },
    { action: "vpc:DescribeVpcs", on: vpcs },
    { action: "vpc:DescribeVSwitches", on: vSwitches },
    { action: "vpc:DescribeRouteTableList", on: vpcRouteTables },
    { action: "vpc:DescribeRouteEntryList", on: vpcRouteTables },
    { action: "vpc:DescribeNetworkAcls", on: everything },
    { action: "cen:DescribeCens", on: cens },
    { action: "cen:ListTransitRouters", on: transitRoutersOfCen },
    { action: "cen:DescribeGrantRulesToCen", on: everything },
    { action: "cen:DescribeCenRouteMaps", on: everything },
    { action: "cen:DescribeRouteConflict", on: everything },
    { action: "cen:ListTransitRouterVbrAttachments", on: attachmentsOfCen, when: hasTransitRouter },
    { action: "cen:ListTransitRouterVpcAttachments", on: attachmentsOfCen, when: hasTransitRouter },
    { action: "cen:ListTransitRouterRouteTables", on: routeTablesOfTransitRouter, when: hasTransitRouter },
    { action: "cen:ListTransitRouterRouteTableAssociations", on: attachmentsAndRouteTables, when: hasTransitRouter },
    { action: "cen:ListTransitRouterRouteTablePropagations", on: attachmentsAndRouteTables, when: hasTransitRouter },
    { action: "cen:ListTransitRouterRouteEntries", on: routeEntries, when: hasTransitRouter },
    {
        action: "cen:ListTagResources",
        on: tagsOfAttachments,
        when: makesTransitRouterAttachment,
        officialProviderAlone:
            "aliyun/terraform-provider-alicloud, alicloud/resource_alicloud_cen_transit_router_vbr_attachment.go: cbnService.ListTagResources",
    },
    { action: "cen:DescribeCenAttachedChildInstances", on: cenInstance },
    { action: "cen:DescribeCenAttachedChildInstanceAttribute", on: cenInstance, when: makesBasicCenAttachment },
];

/** What is made, changed and deleted. */
export const ramWrites: readonly Row[] = [
    { action: "vpc:CreateBgpGroup", on: borderRouter },
    { action: "vpc:ModifyBgpGroupAttribute", on: borderRouter },
    { action: "vpc:DeleteBgpGroup", on: borderRouter },
    { action: "vpc:CreateBgpPeer", on: borderRouter },
    { action: "vpc:ModifyBgpPeerAttribute", on: borderRouter },
    { action: "vpc:DeleteBgpPeer", on: borderRouter },
    {
        action: "cen:CreateTransitRouterVbrAttachment",
        on: transitRouterOfCen,
        when: makesTransitRouterAttachment,
    },
    {
        action: "cen:UpdateTransitRouterVbrAttachmentAttribute",
        on: transitRouterAttachments,
        when: makesTransitRouterAttachment,
    },
    {
        action: "cen:DeleteTransitRouterVbrAttachment",
        on: transitRouterAttachments,
        when: makesTransitRouterAttachment,
    },
    { action: "cen:TagResources", on: tagsOfAttachments, when: joinsRouteTables },
    { action: "cen:UntagResources", on: tagsOfAttachments, when: joinsRouteTables },
    {
        action: "cen:AssociateTransitRouterAttachmentWithRouteTable",
        on: transitRouterAttachments,
        when: joinsRouteTables,
    },
    {
        action: "cen:DissociateTransitRouterAttachmentFromRouteTable",
        on: transitRouterAttachments,
        when: joinsRouteTables,
    },
    { action: "cen:EnableTransitRouterRouteTablePropagation", on: transitRouterAttachments, when: joinsRouteTables },
    { action: "cen:DisableTransitRouterRouteTablePropagation", on: transitRouterAttachments, when: joinsRouteTables },
    {
        action: "cen:UpdateTransitRouterVpcAttachmentAttribute",
        on: transitRouterAttachments,
        when: ({ managesVpcRoutes }) => managesVpcRoutes,
    },
    { action: "cen:AttachCenChildInstance", on: cenAndBorderRouter, when: makesBasicCenAttachment },
    { action: "cen:DetachCenChildInstance", on: cenAndBorderRouter, when: makesBasicCenAttachment },
];
