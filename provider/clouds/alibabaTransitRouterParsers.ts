import type {
    CenChild,
    RouteConflict,
    RouteMap,
    TransitRouterRouteEntry,
    TransitRouterRouteTable,
    VpcAttachment,
} from "./network";
import { fieldsOf, flagOf, listOf, numberOf, requiredId, requiredText, stateOf, tagsOf, textOf } from "./values";

export function parseVpcAttachment(value: unknown): VpcAttachment {
    const attachment = fieldsOf(value);
    return {
        attachmentId: requiredId(attachment.TransitRouterAttachmentId, "TransitRouterAttachmentId"),
        cenId: textOf(attachment.CenId),
        transitRouterId: textOf(attachment.TransitRouterId),
        vpcId: requiredId(attachment.VpcId, "VpcId"),
        status: stateOf(attachment.Status),
        autoPublishRouteEnabled: flagOf(attachment.AutoPublishRouteEnabled),
        tags: tagsOf(attachment.Tags),
    };
}

export function parseTransitRouterRouteTable(value: unknown): TransitRouterRouteTable {
    const table = fieldsOf(value);
    return {
        routeTableId: requiredId(table.TransitRouterRouteTableId, "TransitRouterRouteTableId"),
        type: textOf(table.TransitRouterRouteTableType),
        status: stateOf(table.TransitRouterRouteTableStatus),
    };
}

/** The next hop is an attachment, or a black hole: "TransitRouterRouteEntryNextHopType: BlackHole, Attachment". */
export function parseTransitRouterRouteEntry(value: unknown): TransitRouterRouteEntry {
    const entry = fieldsOf(value);
    const path = fieldsOf(entry.PathAttributes);
    return {
        destinationCidrBlock: requiredText(
            entry.TransitRouterRouteEntryDestinationCidrBlock,
            "TransitRouterRouteEntryDestinationCidrBlock",
        ),
        status: stateOf(entry.TransitRouterRouteEntryStatus),
        attachmentId:
            entry.TransitRouterRouteEntryNextHopType === "Attachment"
                ? textUnlessEmpty(entry.TransitRouterRouteEntryNextHopId)
                : undefined,
        originResourceType: textOf(entry.TransitRouterRouteEntryOriginResourceType),
        originResourceId: textUnlessEmpty(entry.TransitRouterRouteEntryOriginResourceId),
        asPath: listOf(path.AsPaths).map(textOf),
        preference: numberOf(path.Preference),
    };
}

export function parseRouteMap(value: unknown): RouteMap {
    const map = fieldsOf(value);
    const texts = (list: string, entry: string): string[] => listOf(fieldsOf(map[list])[entry]).map(textOf);
    return {
        routeMapId: requiredId(map.RouteMapId, "RouteMapId"),
        cenId: textOf(map.CenId),
        routeTableId: textUnlessEmpty(map.TransitRouterRouteTableId),
        transmitDirection: textOf(map.TransmitDirection),
        mapResult: textOf(map.MapResult),
        priority: numberOf(map.Priority) ?? 0,
        destinationCidrBlocks: texts("DestinationCidrBlocks", "DestinationCidrBlock"),
        cidrMatchMode: textUnlessEmpty(map.CidrMatchMode),
        sourceInstanceIds: texts("SourceInstanceIds", "SourceInstanceId"),
        destinationInstanceIds: texts("DestinationInstanceIds", "DestinationInstanceId"),
        sourceChildInstanceTypes: texts("SourceChildInstanceTypes", "SourceChildInstanceType"),
        destinationChildInstanceTypes: texts("DestinationChildInstanceTypes", "DestinationChildInstanceType"),
    };
}

export function parseRouteConflict(value: unknown): RouteConflict {
    const conflict = fieldsOf(value);
    return {
        destinationCidrBlock: requiredText(conflict.DestinationCidrBlock, "DestinationCidrBlock"),
        instanceId: textOf(conflict.InstanceId),
        status: stateOf(conflict.Status),
    };
}

export function parseCenChild(value: unknown): CenChild {
    const child = fieldsOf(value);
    return {
        childInstanceId: requiredId(child.ChildInstanceId, "ChildInstanceId"),
        childInstanceType: textOf(child.ChildInstanceType),
        childInstanceRegionId: textOf(child.ChildInstanceRegionId),
        status: stateOf(child.Status),
    };
}

function textUnlessEmpty(value: unknown): string | undefined {
    const text = textOf(value);
    return text === "" ? undefined : text;
}
