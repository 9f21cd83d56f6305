import { documented, type FidelityTable } from "./entry";

export const directConnect: FidelityTable = {
    DescribeConnections: {
        validation: "connectionId is text; the caller's own, in its region",
        errors: [],
        states: "ordering, requested, pending, available, down, deleting, deleted, rejected (P1)",
        pages: "maxResults 1 to 100, 100 by default; nextToken belongs to its list",
        guesses: ["acceptedConnection", "orderOfWaits"],
    },
    ConfirmConnection: {
        validation: "a known connection that is still ordering",
        errors: [],
        states: "ordering to pending, then available, or down first (P1)",
        sources: ["https://github.com/hashicorp/terraform-provider-aws/issues/26565"],
        guesses: ["orderOfWaits", "acceptedConnection"],
    },
    DeleteConnection: {
        validation: "a known connection without virtual interfaces",
        errors: [],
        states: "deleting, deleted; rejected while it is ordering (P1)",
    },
    DescribeVirtualInterfaces: {
        validation: "connectionId and virtualInterfaceId are text",
        errors: [],
        states: "confirming, verifying, pending, available, down, testing, deleting, deleted, rejected; each BGP peer beside it",
        pages: "maxResults 1 to 100, 100 by default; nextToken belongs to its list",
    },
    CreatePrivateVirtualInterface: {
        validation:
            "an available connection (P2) without another virtual interface (P3), its own VLAN (P4), ASN, key of 6 to 80 characters, both addresses, one existing gateway, MTU 1500, 8500 or 9001, name, tags",
        errors: [],
        states: "pending, then available or down (P17)",
        guesses: ["impossibleVirtualInterface"],
    },
    DeleteVirtualInterface: {
        validation: "a known virtual interface",
        errors: [],
        states: "deleting, then deleted; listed for a while after (P37)",
    },
    UpdateVirtualInterfaceAttributes: {
        validation: "a known virtual interface; MTU 1500, 8500 or 9001; a name of at most 100 characters",
        errors: [],
        guesses: ["impossibleVirtualInterface"],
    },
    DescribeVirtualGateways: { validation: "takes no parameter", errors: [], states: "those of the gateway" },
    CreateBGPPeer: {
        validation:
            "a known virtual interface; the peer as in CreatePrivateVirtualInterface; one peer an address family",
        errors: [],
        states: "pending, available",
    },
    DeleteBGPPeer: {
        validation: "a known peer, by ID or by address and ASN; not the last one",
        errors: [],
        states: "deleting, deleted",
    },
    StartBgpFailoverTest: {
        validation: "a virtual interface that is up or down; peers of it; 1 to 4320 minutes, 180 by default (P41)",
        errors: [],
        states: "in-progress, completed, stopped",
    },
    StopBgpFailoverTest: { validation: "a running test", errors: [], states: "stopped" },
    ListVirtualInterfaceRoutes: {
        validation: "a known virtual interface; direction, address family, CIDRs",
        errors: [],
        states: "accepted and advertised, as the sessions carry them",
        pages: "maxResults 1 to 100, 100 by default; nextToken belongs to its list",
    },
    ListVirtualInterfaceTestHistory: {
        validation: "filters by test, virtual interface, peers and status",
        errors: [],
        states: "in-progress, completed, stopped",
        pages: "maxResults 1 to 100, 100 by default; nextToken belongs to its list",
    },
    DescribeDirectConnectGateways: {
        validation: "a known ID",
        errors: [],
        states: "available",
        pages: "maxResults 1 to 100, 100 by default; nextToken belongs to its list",
    },
    DescribeDirectConnectGatewayAssociations: {
        validation: "known IDs, one at least",
        errors: [],
        states: "those of the association",
        pages: "maxResults 1 to 100, 100 by default; nextToken belongs to its list",
    },
    DescribeDirectConnectGatewayAttachments: {
        validation: "a gateway, a virtual interface, or both",
        errors: [],
        states: "attaching, attached, detaching",
        pages: "maxResults 1 to 100, 100 by default; nextToken belongs to its list",
    },
    CreateDirectConnectGateway: {
        validation: "a name, an ASN of the private ranges",
        errors: [],
        states: "pending, available",
    },
    DeleteDirectConnectGateway: {
        validation: "an own gateway without virtual interfaces and associations",
        errors: [],
        states: "deleting, then gone",
    },
    CreateDirectConnectGatewayAssociation: {
        validation: "an available gateway; an own VPN gateway of the region that is attached and not associated; CIDRs",
        errors: [],
        states: "associating, associated",
    },
    DeleteDirectConnectGatewayAssociation: {
        validation: "an own association, by its ID or by both gateways",
        errors: [],
        states: "disassociating, then gone",
    },
    DescribeTags: { validation: "ARNs of the caller's own connections and virtual interfaces", errors: [] },
    TagResource: {
        validation: "the ARN of an own resource; keys of 1 to 128 characters, each once; at most 50 tags",
        errors: [...documented(400, "DuplicateTagKeysException", "TooManyTagsException")],
    },
    UntagResource: { validation: "the ARN of an own resource; at least one key", errors: [] },
};
