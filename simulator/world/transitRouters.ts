import type { TransitRouter } from "./alibabaState";
import type { World } from "./world";

/** In one region a CEN has either networks of its own (Basic), or one Enterprise transit router that has them. */
export function enterpriseRouterOf({ alibaba }: World, cenId: string, regionId: string): TransitRouter | undefined {
    return [...alibaba.transitRouters.values()].find(
        (router) => router.cenId === cenId && router.regionId === regionId && router.type === "Enterprise",
    );
}
