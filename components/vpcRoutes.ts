import type { BorderRouter } from "../provider/borderRouter/resource";
import { LeftoverCheck } from "../provider/leftoverCheck/resource";
import type { Preflight } from "../provider/preflight/resource";
import { VpcRoutes } from "../provider/vpcRoutes/resource";
import type { CenAttachment } from "./cenAttachment";
import type { Scope } from "./scope";

/** Makes what is missing on the VPCs' side, where that is wanted. */
export function manageVpcRoutes(
    { name, plan, accounts, dynamic }: Scope,
    borderRouter: BorderRouter,
    attachment: CenAttachment,
    checked: Preflight,
): VpcRoutes | undefined {
    const { cen, vpcs = [], manageVpcRoutes: isWanted } = plan.args.alibaba;
    const { transitRouterId } = cen;
    if (isWanted !== true || transitRouterId === undefined) {
        return undefined;
    }
    const { alibabaAccountId, alibabaRegion } = accounts;
    const place = {
        vbrId: borderRouter.id,
        cenId: cen.cenId,
        transitRouterId,
        transitRouterRouteTableId: attachment.routeTableId,
    };
    const leftovers = new LeftoverCheck(`${name}-vpc-leftover-check`, { vpcRoutes: place }, dynamic([checked]));
    return new VpcRoutes(
        `${name}-vpc-routes`,
        { ...place, vpcIds: [...vpcs], alibabaAccountId, alibabaRegion },
        // One after the other: concurrent writes on one transit router are refused with Operation.Blocking.
        dynamic([leftovers, ...attachment.ready]),
    );
}
