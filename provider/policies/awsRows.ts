import { acceptedForTag } from "../rules/marks";
import type { Use } from "./args";
import {
    acceptedConnection,
    anyDirectConnectGateway,
    anyVirtualInterface,
    connectionOfNewInterface,
    everything,
    hostedConnection,
    newVpnGateway,
    ownVirtualInterface,
    ownVpnGateway,
    routeTablesAndVpnGateway,
    tagsOfNewVpnGateway,
    vpcAndOwnVpnGateway,
} from "./awsResources";
import type { Row } from "./row";

/**
 * What is read. `sts:GetCallerIdentity` is allowed to everybody
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: "No permissions are required").
 */
export const awsReads: readonly Row[] = [
    { action: "directconnect:DescribeConnections", on: everything },
    { action: "directconnect:DescribeVirtualInterfaces", on: everything },
    {
        action: "directconnect:DescribeTags",
        on: anyVirtualInterface,
        officialProviderAlone:
            'hashicorp/terraform-provider-aws, internal/service/directconnect/private_virtual_interface.go: @Tags(identifierAttribute="arn")',
    },
    { action: "directconnect:DescribeDirectConnectGatewayAssociations", on: anyDirectConnectGateway },
    { action: "directconnect:DescribeDirectConnectGateways", on: everything },
    { action: "directconnect:ListVirtualInterfaceRoutes", on: anyVirtualInterface },
    { action: "ec2:DescribeNetworkAcls", on: everything },
    { action: "ec2:DescribeRouteTables", on: everything },
    { action: "ec2:DescribeSecurityGroups", on: everything },
    { action: "ec2:DescribeSubnets", on: everything },
    { action: "ec2:DescribeVpcs", on: everything },
    { action: "ec2:DescribeVpnGateways", on: everything },
];

const makesVpnGateway = ({ vpnGatewayId }: Use): boolean => vpnGatewayId === undefined;

/** What is made, changed and deleted. */
export const awsWrites: readonly Row[] = [
    { action: "directconnect:ConfirmConnection", on: hostedConnection },
    { action: "directconnect:TagResource", on: acceptedConnection("marks", acceptedForTag) },
    {
        action: "directconnect:DeleteConnection",
        on: acceptedConnection("marked", acceptedForTag),
        when: ({ deletesConnection }) => deletesConnection,
    },
    { action: "directconnect:CreatePrivateVirtualInterface", on: connectionOfNewInterface },
    { action: "directconnect:DeleteVirtualInterface", on: ownVirtualInterface },
    { action: "directconnect:TagResource", on: ownVirtualInterface },
    { action: "directconnect:UntagResource", on: ownVirtualInterface },
    { action: "directconnect:UpdateVirtualInterfaceAttributes", on: ownVirtualInterface },
    { action: "ec2:CreateVpnGateway", on: newVpnGateway, when: makesVpnGateway },
    { action: "ec2:CreateTags", on: tagsOfNewVpnGateway, when: makesVpnGateway },
    { action: "ec2:CreateTags", on: ownVpnGateway, when: makesVpnGateway },
    { action: "ec2:DeleteTags", on: ownVpnGateway, when: makesVpnGateway },
    { action: "ec2:DeleteVpnGateway", on: ownVpnGateway, when: makesVpnGateway },
    { action: "ec2:AttachVpnGateway", on: vpcAndOwnVpnGateway, when: makesVpnGateway },
    { action: "ec2:DetachVpnGateway", on: vpcAndOwnVpnGateway, when: makesVpnGateway },
    { action: "ec2:EnableVgwRoutePropagation", on: routeTablesAndVpnGateway },
    { action: "ec2:DisableVgwRoutePropagation", on: routeTablesAndVpnGateway },
];
