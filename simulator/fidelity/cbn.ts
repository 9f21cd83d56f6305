import { documented, guessed, inCode, type FidelityTable } from "./entry";

export const cbn: FidelityTable = {
    DescribeCens: {
        validation: "Filter",
        errors: [],
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
    },
    ListTransitRouters: {
        validation: "a known CEN",
        errors: [...documented(400, "InvalidCenId.NotFound")],
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
    },
    ListTransitRouterRouteTables: {
        validation: "a known transit router",
        errors: [...documented(400, "InvalidTransitRouterId.NotFound")],
        pages: "NextToken, MaxResults 20 by default and 100 at most",
    },
    ListTransitRouterRouteEntries: {
        validation: "a known table",
        errors: [
            ...documented(404, "InvalidRouteTableId.NotFound"),
            ...guessed(400, "IllegalParam.RouteFilter", "IllegalParam.TransitRouterRouteEntryStatus"),
        ],
        states: "Active, Rejected, Prohibited, Standby, Candidate (P32)",
        pages: "NextToken, MaxResults 20 by default and 100 at most",
        guesses: ["lostRoute"],
    },
    ListTransitRouterVpcAttachments: {
        validation: "CenId or TransitRouterId that are known",
        errors: [...documented(400, "InvalidCenId.NotFound")],
        states: "Attaching, Attached, Detaching",
        pages: "NextToken, MaxResults 20 by default and 100 at most",
    },
    ListTransitRouterVbrAttachments: {
        validation: "CenId or TransitRouterId that are known",
        errors: [...documented(400, "InvalidCenId.NotFound")],
        states: "Attaching, Attached, Detaching",
        pages: "NextToken, MaxResults 20 by default and 100 at most",
    },
    CreateTransitRouterVbrAttachment: {
        validation:
            "an Enterprise transit router in the VBR's region, made where there is none; the VBR's owner, and its grant where that is another account; attached nowhere else; name, description, tags; one write at a time (P39)",
        errors: [
            ...documented(
                400,
                "InvalidCenId.NotFound",
                "InvalidTransitRouterId.NotFound",
                "InvalidVbrId.NotFound",
                "OperationUnsupported.TransitRouterType",
            ),
            ...inCode(400, "Operation.Blocking"),
            ...guessed(
                400,
                "IllegalParam.TagKey",
                "InvalidDescription",
                "InvalidName",
                "InvalidRegionId",
                "InvalidStatus.ResourceAttached",
                "InvalidVbrOwnerId",
                "NumberExceed.Tags",
                "MissingParam.CenIdOrRegionId",
            ),
            ...guessed(409, "Forbbiden.AttachChildInstanceAcrossUid"),
        ],
        states: "Attaching, Attached, Detaching",
        guesses: ["busyTransitRouter", "foreignBorderRouterGrant"],
    },
    UpdateTransitRouterVbrAttachmentAttribute: {
        validation: "a known attachment of a VBR; name and description; who pays; one write at a time (P39)",
        errors: [
            ...documented(400, "InvalidAttachmentId.NotFound"),
            ...inCode(400, "Operation.Blocking"),
            ...guessed(400, "IllegalParam.OrderType", "InvalidDescription", "InvalidName"),
        ],
        guesses: ["busyTransitRouter"],
    },
    DeleteTransitRouterVbrAttachment: {
        validation:
            "an unknown ID is answered well; no association, propagation or custom route left, unless Force (P43); one write at a time (P39)",
        errors: [
            ...documented(
                400,
                "InstanceReferenced.VpcRouteEntry",
                "OperationFailed.RouteTableAssociationExist",
                "OperationFailed.RouteTablePropagationExist",
            ),
            ...inCode(400, "Operation.Blocking"),
        ],
        states: "Detaching, then gone",
        guesses: ["busyTransitRouter"],
    },
    AssociateTransitRouterAttachmentWithRouteTable: {
        validation:
            "an attached attachment and a table of the same transit router; associated nowhere; one write at a time (P39)",
        errors: [
            ...documented(400, "IncorrectStatus.AttachmentOrRouteTable", "InvalidParameter.TransitRouterRouteTableId"),
            ...documented(404, "InvalidAttachmentId.NotFound", "InvalidRouteTableId.NotFound"),
            ...inCode(400, "Operation.Blocking"),
            ...guessed(400, "InvalidStatus.AttachmentAssociated"),
        ],
        states: "Associating, Active, Dissociating",
        guesses: ["busyTransitRouter"],
    },
    DissociateTransitRouterAttachmentFromRouteTable: {
        validation: "an association that is there; one write at a time (P39)",
        errors: [
            ...documented(404, "InvalidRouteTableId.NotFound"),
            ...inCode(400, "Operation.Blocking"),
            ...guessed(400, "InvalidAttachmentId.NotFound"),
        ],
        states: "Associating, Active, Dissociating",
        guesses: ["busyTransitRouter"],
    },
    ListTransitRouterRouteTableAssociations: {
        validation: "filters by table, attachment and status; a table that is named is known",
        errors: [...documented(404, "InvalidRouteTableId.NotFound")],
        states: "Associating, Active, Dissociating",
        pages: "NextToken, MaxResults 20 by default and 100 at most",
    },
    EnableTransitRouterRouteTablePropagation: {
        validation:
            "an attached attachment and a table of the same transit router; not propagated to it yet; one write at a time (P39)",
        errors: [
            ...documented(400, "IncorrectStatus.AttachmentOrRouteTable", "InvalidParameter.TransitRouterRouteTableId"),
            ...documented(404, "InvalidAttachmentId.NotFound", "InvalidRouteTableId.NotFound"),
            ...inCode(400, "IncorrectStatus.Status", "Operation.Blocking"),
            ...guessed(400, "InvalidStatus.AttachmentPropagated"),
        ],
        states: "Enabling, Active, Disabling",
        guesses: ["busyTransitRouter"],
    },
    DisableTransitRouterRouteTablePropagation: {
        validation: "a propagation that is there; one write at a time (P39)",
        errors: [
            ...documented(400, "InvalidAttachmentId.NotFound"),
            ...documented(404, "InvalidRouteTableId.NotFound"),
            ...inCode(400, "Operation.Blocking"),
        ],
        states: "Enabling, Active, Disabling",
        guesses: ["busyTransitRouter"],
    },
    ListTransitRouterRouteTablePropagations: {
        validation: "filters by table, attachment and status",
        errors: [],
        states: "Enabling, Active, Disabling",
        pages: "NextToken, MaxResults 20 by default and 100 at most",
    },
    UntagResources: {
        validation: "known attachments of the type; keys, or All",
        errors: [...guessed(404, "InvalidResourceType.NotFound")],
    },
};
