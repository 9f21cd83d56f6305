import type { Action, ActionContext, ActionInput, ActionOutput } from "../../action";
import type { VpcRouteEntry, VpcRouteTable } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { named } from "../filters";
import { listOf, optionalText, requiredText } from "../input";
import { tokenPage, type TokenPaging } from "../pages";
import { ownVpcTables } from "./routeTables";

/** Codes and texts of this file: https://www.alibabacloud.com/help/en/vpc/api-describerouteentrylist, error codes. */
function findTable(context: ActionContext, input: ActionInput): VpcRouteTable {
    const id = requiredText(input, "RouteTableId");
    const found = ownVpcTables(context, input).find(({ table }) => table.routeTableId === id);
    if (found === undefined) {
        throw new CloudError("InvalidRouteTable.NotFound", "The specified RouteTable was not found.");
    }
    return found.table;
}

/** Only custom entries are found by their ID or name. */
function requireFiltersThatFit(input: ActionInput): void {
    const type = optionalText(input, "RouteEntryType");
    if (type !== undefined && !/^(Custom|System|BGP|CEN|ECR)$/.test(type)) {
        throw new CloudError("IllegalParam.RouteEntryType", "The parameter of RouteEntryType is illegal.");
    }
    const ofCustom = ["RouteEntryId", "RouteEntryName"].some((name) => optionalText(input, name) !== undefined);
    if (ofCustom && type !== undefined && type !== "Custom") {
        throw new CloudError(
            "OperationFailed.FilterParamUnderWrongRouteType",
            "Operation failed because only custom type support filter by routeEntryId or routeEntryName",
        );
    }
    const version = optionalText(input, "IpVersion")?.toLowerCase() ?? "ipv4";
    if (version !== "ipv4" && version !== "ipv6") {
        throw new CloudError("IllegalParam.IpVersion", "Param IpVersion illegal.");
    }
}

const paging: TokenPaging = {
    parameter: "MaxResult",
    usual: 10,
    most: 100,
    // The text is a guess.
    illegalSize: new CloudError("IllegalParam.MaxResult", "The parameter of MaxResult is illegal."),
    illegalToken: new CloudError("IllegalParam.NextToken", "User nextToken is illegal."),
};

const origins = {
    System: "SystemCreate",
    Custom: "CustomCreate",
    CEN: "RoutePropagation",
    BGP: "RoutePropagation",
} as const;

export const describeRouteEntryList: Action = {
    name: "DescribeRouteEntryList",
    mutating: false,
    run(context, input) {
        const table = findTable(context, input);
        requireFiltersThatFit(input);
        const destinations = listOf(input, "DestCidrBlockList");
        const found = named(input, table.entries, {
            RouteEntryType: ({ type }) => type,
            RouteEntryId: ({ routeEntryId }) => routeEntryId,
            RouteEntryName: () => "",
            DestinationCidrBlock: ({ destinationCidrBlock }) => destinationCidrBlock,
            NextHopId: ({ nextHopId }) => nextHopId,
            NextHopType: ({ nextHopType }) => nextHopType,
            // None of this world's entries is hosted by a transit router.
            ServiceType: () => "",
        }).filter(
            ({ destinationCidrBlock }) =>
                optionalText(input, "IpVersion")?.toLowerCase() !== "ipv6" &&
                (destinations.length === 0 || destinations.includes(destinationCidrBlock)),
        );
        const { page, counts } = tokenPage("DescribeRouteEntryList", input, found, paging);
        return {
            TotalCount: counts.TotalCount,
            ...(counts.NextToken !== undefined && { NextToken: counts.NextToken }),
            RouteEntrys: { RouteEntry: page.map((entry) => shape(table, entry)) },
        };
    },
};

function shape(table: VpcRouteTable, entry: VpcRouteEntry): ActionOutput {
    return {
        RouteTableId: table.routeTableId,
        RouteEntryId: entry.routeEntryId,
        RouteEntryName: "",
        Description: "",
        DestinationCidrBlock: entry.destinationCidrBlock,
        Type: entry.type,
        Status: entry.status,
        IpVersion: "IPv4",
        Origin: origins[entry.type],
        // Weight, Enabled and NextHopRegionId are "returned when the next hop type is set to RouterInterface".
        NextHops: { NextHop: [{ NextHopType: entry.nextHopType, NextHopId: entry.nextHopId }] },
    };
}
