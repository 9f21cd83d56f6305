import type { Action } from "../../action";
import { filtered, named } from "../filters";
import { listOf, requiredText } from "../input";
import { numberedPage, tokenPage } from "../pages";
import { findCen, findTransitRouter, ownTransitRouters } from "./access";

export const describeCens: Action = {
    name: "DescribeCens",
    mutating: false,
    run({ world, caller }, input) {
        const cens = filtered(input, world.alibaba.cens.values(), {
            CenId: (cen) => cen.cenId,
            Name: (cen) => cen.name,
        });
        const { page, counts } = numberedPage(
            input,
            cens.filter(({ ownerId }) => ownerId === caller.accountId),
        );
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
    run(context, input) {
        findCen(context, requiredText(input, "CenId"));
        const found = named(input, ownTransitRouters(context), {
            CenId: (router) => router.cenId,
            TransitRouterId: (router) => router.transitRouterId,
            RegionId: (router) => router.regionId,
            Status: (router) => router.status,
            Type: (router) => router.type,
        });
        const { page, counts } = numberedPage(input, found);
        return {
            ...counts,
            TransitRouters: page.map((router) => ({
                TransitRouterId: router.transitRouterId,
                CenId: router.cenId,
                RegionId: router.regionId,
                Type: router.type,
                Status: router.status,
                AliUid: Number(context.caller.accountId),
            })),
        };
    },
};

export const listTransitRouterRouteTables: Action = {
    name: "ListTransitRouterRouteTables",
    mutating: false,
    run(context, input) {
        const { transitRouterId } = findTransitRouter(context, requiredText(input, "TransitRouterId"));
        const ids = listOf(input, "TransitRouterRouteTableIds");
        const ofRouter = [...context.world.alibaba.routeTables.values()].filter(
            (table) =>
                table.transitRouterId === transitRouterId &&
                (ids.length === 0 || ids.includes(table.transitRouterRouteTableId)),
        );
        const found = named(input, ofRouter, {
            TransitRouterRouteTableType: (table) => table.type,
            TransitRouterRouteTableStatus: (table) => table.status,
        });
        const { page, counts } = tokenPage("ListTransitRouterRouteTables", input, found);
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
