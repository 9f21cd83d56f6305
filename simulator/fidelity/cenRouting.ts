import { documented, guessed, inCode, type FidelityTable } from "./entry";

export const cenRouting: FidelityTable = {
    CreateCenRouteMap: {
        validation:
            "a known CEN and table of an Enterprise transit router; direction, result, a priority of 1 to 100 that no other map of the table and direction has; what the routes do not carry is refused; one write at a time (P39)",
        errors: [
            ...documented(400, "InvalidCenId.NotFound", "OperationUnsupported.TransitRouterType"),
            ...documented(404, "InvalidRouteTableId.NotFound"),
            ...inCode(400, "Operation.Blocking"),
            ...guessed(
                400,
                "IllegalParam.CidrMatchMode",
                "IllegalParam.DestinationCidrBlocks",
                "IllegalParam.MapResult",
                "IllegalParam.NextPriority",
                "IllegalParam.Preference",
                "IllegalParam.PrependAsPath",
                "IllegalParam.Priority",
                "IllegalParam.SourceChildInstanceTypes",
                "IllegalParam.SourceInstanceIds",
                "IllegalParam.TransmitDirection",
                "InvalidDescription",
                "InvalidOperation.RouteMapPriorityExist",
                "OperationUnsupported.MatchAsns",
                "OperationUnsupported.SourceInstanceIdsReverseMatch",
            ),
        ],
        states: "Creating, Active",
        sources: ["https://www.alibabacloud.com/help/en/cen/user-guide/work-with-routing-policies"],
        guesses: ["busyTransitRouter"],
    },
    DeleteCenRouteMap: {
        validation: "a known map that is Active and not the system's own (P33); one write at a time (P39)",
        errors: [
            ...documented(400, "InvalidCenId.NotFound"),
            ...inCode(400, "IncorrectStatus.RouteMap", "Operation.Blocking"),
            ...guessed(400, "InvalidRouteMapId.NotFound", "OperationUnsupported.DefaultRouteMap"),
        ],
        states: "Deleting, then gone",
        sources: [
            "https://github.com/aliyun/terraform-provider-alicloud/blob/master/alicloud/resource_alicloud_cen_route_map.go",
        ],
        guesses: ["busyTransitRouter"],
    },
    DescribeCenRouteMaps: {
        validation: "a known CEN; filters by region, direction, table and map",
        errors: [...documented(400, "InvalidCenId.NotFound")],
        states: "Creating, Active, Deleting",
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
    },
    DescribeRouteConflict: {
        validation: "a known table of an own VPC",
        errors: [
            ...guessed(400, "ParameterIllegal.ChildInstanceType", "ParameterInstanceId"),
            ...guessed(404, "InvalidRouteTableId.NotFound"),
        ],
        states: "why a synchronised route is not in the table (P30)",
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
    },
    UpdateTransitRouterVpcAttachmentAttribute: {
        validation:
            "a known attachment of a VPC; at most 50 synchronised VPCs a transit router; one write at a time (P39)",
        errors: [
            ...documented(400, "InvalidAttachmentId.NotFound", "QuotaExceeded.VpcAutoRoutesPublishPerTransitRouter"),
            ...inCode(400, "Operation.Blocking"),
            ...guessed(400, "InvalidDescription", "InvalidName"),
        ],
        states: "Modifying, Attached; its routes stay meanwhile (P30)",
        guesses: ["busyTransitRouter"],
    },
};
