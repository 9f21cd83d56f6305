import type { CenChildInstance } from "../alibabaState";
import type { World } from "../world";
import type { Route } from "./route";
import { broughtByBorderRouter, broughtByVpc } from "./transitRouterTables";

/** A route, and the child of the same Basic CEN that brought it. */
export interface ChildRoute extends Route {
    cenId: string;
    childInstanceId: string;
}

/** On a Basic CEN every attached child learns the routes of all the others. */
export function learnedOverBasicCen(world: World, instanceId: string): ChildRoute[] {
    const attached = world.alibaba.cenChildren.filter(({ status }) => status === "Attached");
    const cens = attached.filter(({ childInstanceId }) => childInstanceId === instanceId).map(({ cenId }) => cenId);
    return attached
        .filter(({ cenId, childInstanceId }) => cens.includes(cenId) && childInstanceId !== instanceId)
        .flatMap((child) =>
            broughtByChild(world, child).map((route) => ({
                ...route,
                cenId: child.cenId,
                childInstanceId: child.childInstanceId,
            })),
        );
}

function broughtByChild(world: World, { childInstanceType, childInstanceId }: CenChildInstance): Route[] {
    switch (childInstanceType) {
        case "VPC":
            return broughtByVpc(world, childInstanceId);
        case "VBR":
            return broughtByBorderRouter(world, childInstanceId);
        case "CCN":
            return [];
    }
}
