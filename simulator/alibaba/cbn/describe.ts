import type { Action } from "../../action";
import { optionalText, requiredText } from "../input";
import { numberedPage, tokenPage } from "../pages";
import { filterValues } from "../vpc/access";
import { findRouteTable, findTransitRouter } from "./access";

export const describeCens: Action = {
    name: "DescribeCens",
    mutating: false,
    run({ world, caller }, input) {
        const filters = filterValues(input, ["CenId", "Name"]);
        const found = [...world.alibaba.cens.values()].filter(
            (cen) =>
                cen.ownerId === caller.accountId &&
                (filters.get("CenId")?.includes(cen.cenId) ?? true) &&
                (filters.get("Name")?.includes(cen.name) ?? true),
        );
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            Cens: {
                Cen: page.map(({ cenId, name, status }) => ({
                    CenId: cenId,
                    Name: name,
                    Status: status,
                    ProtectionLevel: "REDUCED",
                })),
            },
        };
    },
};

export const listTransitRouters: Action = {
    name: "ListTransitRouters",
    mutating: false,
    run({ world, caller }, input) {
        const cenId = optionalText(input, "CenId");
        const id = optionalText(input, "TransitRouterId");
        const regionId = id === undefined ? optionalText(input, "RegionId") : undefined;
        const found = [...world.alibaba.transitRouters.values()].filter(
            (router) =>
                world.alibaba.cens.get(router.cenId)?.ownerId === caller.accountId &&
                (cenId === undefined || router.cenId === cenId) &&
                (id === undefined || router.transitRouterId === id) &&
                (regionId === undefined || router.regionId === regionId),
        );
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            TransitRouters: page.map((router) => ({
                TransitRouterId: router.transitRouterId,
                CenId: router.cenId,
                RegionId: router.regionId,
                Type: router.type,
                Status: router.status,
                AliUid: Number(caller.accountId),
            })),
        };
    },
};

export const listTransitRouterRouteTables: Action = {
    name: "ListTransitRouterRouteTables",
    mutating: false,
    run(context, input) {
        const { transitRouterId } = findTransitRouter(context, requiredText(input, "TransitRouterId"));
        const type = optionalText(input, "TransitRouterRouteTableType");
        const found = [...context.world.alibaba.routeTables.values()].filter(
            (table) => table.transitRouterId === transitRouterId && (type === undefined || table.type === type),
        );
        const { page, counts } = tokenPage(input, found);
        return {
            ...counts,
            TransitRouterRouteTables: page.map((table) => ({
                TransitRouterRouteTableId: table.transitRouterRouteTableId,
                TransitRouterId: table.transitRouterId,
                TransitRouterRouteTableName: table.name,
                TransitRouterRouteTableType: table.type,
                TransitRouterRouteTableStatus: table.status,
            })),
        };
    },
};

export const listTransitRouterRouteEntries: Action = {
    name: "ListTransitRouterRouteEntries",
    mutating: false,
    run(context, input) {
        const table = findRouteTable(context, requiredText(input, "TransitRouterRouteTableId"));
        const { page, counts } = tokenPage(input, table.entries);
        return {
            ...counts,
            TransitRouterRouteEntries: page.map((entry) => ({
                TransitRouterRouteEntryId: entry.entryId,
                TransitRouterRouteEntryDestinationCidrBlock: entry.destinationCidrBlock,
                TransitRouterRouteEntryNextHopType: "Attachment",
                TransitRouterRouteEntryNextHopId: entry.attachmentId,
                TransitRouterRouteEntryNextHopResourceType: entry.origin,
                TransitRouterRouteEntryOriginResourceType: entry.origin,
                TransitRouterRouteEntryType: "Propagated",
                TransitRouterRouteEntryStatus: entry.status,
            })),
        };
    },
};
