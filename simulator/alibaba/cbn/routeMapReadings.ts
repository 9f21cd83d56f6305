import type { Action, ActionOutput } from "../../action";
import type { CenRouteMap } from "../../world/alibabaState";
import { named } from "../filters";
import { requiredText } from "../input";
import { numberedPage } from "../pages";
import { findCen } from "./access";

/** Models and filters: alibabacloud_cbn20170912, DescribeCenRouteMaps. */
export const describeCenRouteMaps: Action = {
    name: "DescribeCenRouteMaps",
    mutating: false,
    run(context, input) {
        findCen(context, requiredText(input, "CenId"));
        const found = named(input, context.world.alibaba.routeMaps.values(), {
            CenId: ({ cenId }) => cenId,
            CenRegionId: ({ cenRegionId }) => cenRegionId,
            RouteMapId: ({ routeMapId }) => routeMapId,
            TransitRouterRouteTableId: ({ transitRouterRouteTableId }) => transitRouterRouteTableId,
            TransmitDirection: ({ transmitDirection }) => transmitDirection,
        });
        const { page, counts } = numberedPage(input, found);
        return { ...counts, RouteMaps: { RouteMap: page.map(shape) } };
    },
};

function shape(map: CenRouteMap): ActionOutput {
    return {
        RouteMapId: map.routeMapId,
        CenId: map.cenId,
        CenRegionId: map.cenRegionId,
        TransitRouterRouteTableId: map.transitRouterRouteTableId,
        TransmitDirection: map.transmitDirection,
        MapResult: map.mapResult,
        Priority: map.priority,
        ...(map.nextPriority !== undefined && { NextPriority: map.nextPriority }),
        ...(map.preference !== undefined && { Preference: map.preference }),
        ...(map.cidrMatchMode !== undefined && { CidrMatchMode: map.cidrMatchMode }),
        PrependAsPath: { AsPath: map.prependAsPath.map(String) },
        DestinationCidrBlocks: { DestinationCidrBlock: map.destinationCidrBlocks },
        SourceInstanceIds: { SourceInstanceId: map.sourceInstanceIds },
        SourceInstanceIdsReverseMatch: false,
        DestinationInstanceIds: { DestinationInstanceId: map.destinationInstanceIds },
        DestinationInstanceIdsReverseMatch: false,
        SourceRegionIds: { SourceRegionId: map.sourceRegionIds },
        SourceChildInstanceTypes: { SourceChildInstanceType: map.sourceChildInstanceTypes },
        DestinationChildInstanceTypes: { DestinationChildInstanceType: map.destinationChildInstanceTypes },
        Description: map.description,
        Status: map.status,
    };
}
