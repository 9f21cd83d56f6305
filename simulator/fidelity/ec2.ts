import { documented, type FidelityTable } from "./entry";

export const ec2: FidelityTable = {
    CreateVpnGateway: {
        validation:
            "Type ipsec.1; an ASN of 64512 to 65534 or 4200000000 to 4294967294, 64512 by default; tags; at most five gateways a region",
        errors: [...documented(400, "TagLimitExceeded", "VpnGatewayLimitExceeded")],
        states: "pending, available, deleting, deleted",
    },
    DescribeVpnGateways: {
        validation: "known IDs and filters",
        errors: [...documented(400, "InvalidVpnGatewayID.NotFound")],
        states: "pending, available, deleting, deleted; attachments: attaching, attached, detaching, detached",
    },
    AttachVpnGateway: {
        validation: "known IDs; one gateway a VPC, one VPC a gateway",
        errors: [
            ...documented(
                400,
                "InvalidVpcID.NotFound",
                "InvalidVpcState",
                "InvalidVpnGatewayID.NotFound",
                "VpnGatewayAttachmentLimitExceeded",
            ),
        ],
        states: "attaching, attached",
    },
    DetachVpnGateway: {
        validation: "an attachment that is there; no virtual interface left (P37)",
        errors: [...documented(400, "InvalidVpnGatewayAttachment.NotFound", "InvalidVpnGatewayID.NotFound")],
        states: "detaching, detached",
        guesses: ["detachWithVirtualInterface"],
    },
    DeleteVpnGateway: {
        validation: "a known gateway that is detached and has no virtual interface",
        errors: [...documented(400, "IncorrectState", "InvalidVpnGatewayID.NotFound")],
        states: "deleted, and listed for a while",
    },
    EnableVgwRoutePropagation: {
        validation: "a known table of the VPC that the gateway is attached to",
        errors: [
            ...documented(400, "Gateway.NotAttached", "InvalidRouteTableID.NotFound", "InvalidVpnGatewayID.NotFound"),
        ],
    },
    DisableVgwRoutePropagation: {
        validation: "a known table",
        errors: [...documented(400, "InvalidRouteTableID.NotFound")],
    },
    DescribeVpcs: {
        validation: "known IDs and filters",
        errors: [...documented(400, "InvalidVpcID.NotFound")],
        pages: "NextToken, MaxResults 5 to 1000; refused together with IDs",
    },
    DescribeRouteTables: {
        validation: "known IDs and filters",
        errors: [...documented(400, "InvalidRouteTableID.NotFound")],
        states: "routes: active, with their origin (P34, P35)",
        pages: "NextToken, MaxResults 5 to 1000; refused together with IDs",
    },
    DescribeSubnets: {
        validation: "known IDs and filters",
        errors: [...documented(400, "InvalidSubnetID.NotFound")],
        pages: "NextToken, MaxResults 5 to 1000; refused together with IDs",
    },
    DescribeNetworkAcls: {
        validation: "known IDs and filters",
        errors: [...documented(400, "InvalidNetworkAclID.NotFound")],
        pages: "NextToken, MaxResults 5 to 1000; refused together with IDs",
    },
    DescribeSecurityGroups: {
        validation: "known IDs and filters",
        errors: [...documented(400, "InvalidGroup.NotFound")],
        pages: "NextToken, MaxResults 5 to 1000; refused together with IDs",
    },
    CreateTags: {
        validation: "known resources; keys of at most 128 characters, values of 256, not aws:; at most 50 tags",
        errors: [...documented(400, "InvalidID", "TagLimitExceeded")],
    },
    DeleteTags: { validation: "known resources; a value that differs keeps its tag", errors: [] },
};
