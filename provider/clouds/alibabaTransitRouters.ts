import type { AlibabaLists } from "./alibabaLists";
import {
    parseCenChild,
    parseRouteConflict,
    parseRouteMap,
    parseTransitRouterRouteEntry,
    parseTransitRouterRouteTable,
    parseVpcAttachment,
} from "./alibabaTransitRouterParsers";
import type { AlibabaNetwork } from "./network";

type CenReads =
    | "listVpcAttachments"
    | "listTransitRouterRouteTables"
    | "listTransitRouterRouteEntries"
    | "describeRouteMaps"
    | "describeRouteConflicts"
    | "describeCenChildren";

/** What joins networks in a CEN: its transit router's attachments and tables, and the route maps on the way. */
export function alibabaTransitRouters({ everyPage, everyToken, region }: AlibabaLists): Pick<AlibabaNetwork, CenReads> {
    return {
        listVpcAttachments: (CenId, TransitRouterId) =>
            everyToken(
                `VPC attachments of ${TransitRouterId}`,
                "ListTransitRouterVpcAttachments",
                { CenId, TransitRouterId },
                ["TransitRouterAttachments"],
                parseVpcAttachment,
            ),
        listTransitRouterRouteTables: (TransitRouterId) =>
            everyToken(
                `route tables of ${TransitRouterId}`,
                "ListTransitRouterRouteTables",
                { TransitRouterId },
                ["TransitRouterRouteTables"],
                parseTransitRouterRouteTable,
            ),
        listTransitRouterRouteEntries: (TransitRouterRouteTableId) =>
            everyToken(
                `entries of ${TransitRouterRouteTableId}`,
                "ListTransitRouterRouteEntries",
                // Without a status only the active ones are listed.
                { TransitRouterRouteTableId, TransitRouterRouteEntryStatus: "All" },
                ["TransitRouterRouteEntries"],
                parseTransitRouterRouteEntry,
            ),
        describeRouteMaps: async (CenId) =>
            everyPage(
                `route maps of ${CenId}`,
                "DescribeCenRouteMaps",
                { CenId, CenRegionId: await region() },
                ["RouteMaps", "RouteMap"],
                parseRouteMap,
                "cbn",
            ),
        describeRouteConflicts: async (ChildInstanceId, ChildInstanceRouteTableId) =>
            everyPage(
                `route conflicts of ${ChildInstanceRouteTableId}`,
                "DescribeRouteConflict",
                {
                    ChildInstanceId,
                    ChildInstanceType: "VPC",
                    ChildInstanceRegionId: await region(),
                    ChildInstanceRouteTableId,
                },
                ["RouteConflicts", "RouteConflict"],
                parseRouteConflict,
                "cbn",
            ),
        describeCenChildren: (CenId) =>
            everyPage(
                `network instances of ${CenId}`,
                "DescribeCenAttachedChildInstances",
                { CenId },
                ["ChildInstances", "ChildInstance"],
                parseCenChild,
                "cbn",
            ),
    };
}
