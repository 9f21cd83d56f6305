import type { TransitRouterAttachment, TransitRouterRouteTable, VpcRouteEntry } from "../alibabaState";
import { carriesRoutes } from "../attachment";
import type { World } from "../world";
import { choose } from "./choice";
import { derivedId } from "./derivedId";
import { learnedByBorderRouter } from "./learned";
import { firstOfEach, type Route } from "./route";
import { throughRouteMaps, type TransitRoute } from "./routeMaps";

type Entry = TransitRouterRouteTable["entries"][number];

/** P28, P29: routes appear in a table only with propagation Active to it. */
export function entriesOf(world: World, table: TransitRouterRouteTable): Entry[] {
    const propagating = [...world.alibaba.attachments.values()].filter(
        (attachment) => carriesRoutes(attachment) && isActiveIn(table.propagations, attachment.attachmentId),
    );
    const entries = propagating.flatMap((attachment) =>
        broughtBy(world, attachment).map((route) => entryOf(world, table, attachment, route)),
    );
    return choose(world, entries);
}

/** P31: the Active entries of the table that an attachment is associated with: those that its packets are looked up in. */
export function entriesUsedBy(world: World, attachmentId: string): (Entry & { table: string })[] {
    return [...world.alibaba.routeTables.values()]
        .filter(({ associations }) => isActiveIn(associations, attachmentId))
        .flatMap((table) =>
            entriesOf(world, table).map((entry) => ({ ...entry, table: table.transitRouterRouteTableId })),
        )
        .filter(({ status }) => status === "Active");
}

/** A route on its way out of a table. */
export interface KnownRoute extends TransitRoute {
    /** The attachment that brought it. */
    broughtBy: string;
}

/** P23: what an attachment learns of them, those it brought itself aside, after the outgoing route maps. Of several to one destination the best comes first. */
export function routesKnownTo(world: World, attachmentId: string): KnownRoute[] {
    const { attachments } = world.alibaba;
    const destination = attachments.get(attachmentId);
    return entriesUsedBy(world, attachmentId)
        .filter((entry) => entry.attachmentId !== attachmentId)
        .flatMap(({ destinationCidrBlock, asPath, preference, table, ...entry }) => {
            const source = attachments.get(entry.attachmentId);
            const route = { destinationCidrBlock, asPath, preference };
            const passed = throughRouteMaps(world, { table, direction: "RegionOut", source, destination }, route);
            return passed === undefined ? [] : { ...passed, broughtBy: entry.attachmentId };
        })
        .sort((a, b) => a.asPath.length - b.asPath.length);
}

function isActiveIn(list: { attachmentId: string; status: string }[], attachmentId: string): boolean {
    return list.some((item) => item.attachmentId === attachmentId && item.status === "Active");
}

/** Incoming route maps come before the choice: they set preference and path (P32), or prohibit the route. */
function entryOf(
    world: World,
    { transitRouterRouteTableId }: TransitRouterRouteTable,
    attachment: TransitRouterAttachment,
    { destinationCidrBlock, asPath }: Route,
): Entry {
    const { attachmentId, kind: origin } = attachment;
    const passed = throughRouteMaps(
        world,
        { table: transitRouterRouteTableId, direction: "RegionIn", source: attachment, destination: undefined },
        { destinationCidrBlock, asPath, preference: world.quotas.routePreference },
    );
    return {
        destinationCidrBlock,
        attachmentId,
        origin,
        asPath: passed?.asPath ?? asPath,
        preference: passed?.preference ?? world.quotas.routePreference,
        // "Prohibited" is what a route map forbids, "Rejected" what conflicts (ListTransitRouterRouteEntries).
        status: passed === undefined ? "Prohibited" : "Active",
        entryId: derivedId("rte-", transitRouterRouteTableId, destinationCidrBlock, attachmentId),
    };
}

function broughtBy(world: World, { kind, resourceId, announced }: TransitRouterAttachment): Route[] {
    switch (kind) {
        case "VPC":
            return broughtByVpc(world, resourceId);
        case "VBR":
            return broughtByBorderRouter(world, resourceId);
        case "VPN":
            return announced ?? [];
    }
}

/** P29: a VPC brings the system routes of its vSwitches, and what is published of its system table; custom tables never. */
export function broughtByVpc(world: World, vpcId: string): Route[] {
    const published = [...world.alibaba.vpcRouteTables.values()]
        .filter((table) => table.vpcId === vpcId && table.type === "System")
        .flatMap(({ entries }) => entries.filter(isPublished));
    const vSwitches = world.alibaba.vpcs.get(vpcId)?.vSwitches ?? [];
    const destinations = [
        ...vSwitches.map(({ cidrBlock }) => cidrBlock),
        ...published.map(({ destinationCidrBlock }) => destinationCidrBlock),
    ];
    return [...new Set(destinations)].map((destinationCidrBlock) => ({ destinationCidrBlock, asPath: [] }));
}

function isPublished({ type, published }: VpcRouteEntry): boolean {
    return type === "Custom" && published === true;
}

/** A VBR brings what AWS has taught it; P27: some devices do not keep the AS path. */
export function broughtByBorderRouter(world: World, vbrId: string): Route[] {
    const losesAsPath = world.alibaba.borderRouters.get(vbrId)?.losesAsPath === true;
    return firstOfEach(learnedByBorderRouter(world, vbrId)).map((route) =>
        losesAsPath ? { ...route, asPath: [] } : route,
    );
}
