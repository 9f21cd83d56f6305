import type { TransitRouter, TransitRouterRouteTable } from "./alibabaState";
import type { World } from "./world";

/** An Enterprise transit router, and the system route table that it comes with: both `Creating`, then `Active`. */
export function makeEnterpriseRouter(world: World, cenId: string, regionId: string): TransitRouter {
    const router: TransitRouter = {
        transitRouterId: world.newId("tr-t4n", 17),
        cenId,
        regionId,
        type: "Enterprise",
        status: "Creating",
    };
    const table: TransitRouterRouteTable = {
        transitRouterRouteTableId: world.newId("vtb-t4n", 17),
        transitRouterId: router.transitRouterId,
        type: "System",
        name: "",
        status: "Creating",
        associations: [],
        propagations: [],
        entries: [],
    };
    world.alibaba.transitRouters.set(router.transitRouterId, router);
    world.alibaba.routeTables.set(table.transitRouterRouteTableId, table);
    world.later(world.durations.transitRouterCreate, () => {
        router.status = "Active";
        table.status = "Active";
    });
    return router;
}

/** In one region a CEN has either networks of its own (Basic), or one Enterprise transit router that has them. */
export function enterpriseRouterOf({ alibaba }: World, cenId: string, regionId: string): TransitRouter | undefined {
    return [...alibaba.transitRouters.values()].find(
        (router) => router.cenId === cenId && router.regionId === regionId && router.type === "Enterprise",
    );
}
