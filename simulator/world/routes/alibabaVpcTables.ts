import type { AlibabaVpc, VpcRouteEntry, VpcRouteTable } from "../alibabaState";
import { carriesRoutes } from "../attachment";
import type { World } from "../world";
import { learnedOverBasicCen } from "./basicCen";
import { derivedId } from "./derivedId";
import { firstOfEach } from "./route";
import { routesKnownTo } from "./transitRouterTables";

/** The range of cloud services, for which every table has a system entry. */
const cloudServices = "100.64.0.0/10";

/** A route that synchronisation offers the tables of a VPC. */
interface OfferedRoute {
    destinationCidrBlock: string;
    /** A transit router's attachment, or a Basic CEN. */
    nextHopType: "Attachment" | "CenBasic";
    nextHopId: string;
    /** The network that brings it. */
    instanceId: string;
}

/** Writes what the physics derives into a VPC's route table: system entries, and synchronised ones (P30). */
export function settleVpcTable(world: World, table: VpcRouteTable): void {
    const vpc = world.alibaba.vpcs.get(table.vpcId);
    if (vpc === undefined) {
        return;
    }
    const own = [...systemEntries(table, vpc), ...table.entries.filter(isOwn)];
    table.entries = [...own, ...synchronisedEntries(world, table, own)];
}

/** Neither the system's nor the transit router's. */
function isOwn({ type }: VpcRouteEntry): boolean {
    return type === "Custom" || type === "BGP";
}

/**
 * P30: a VPN gateway that propagates its BGP routes to the VPC keeps synchronisation off
 * (https://help.aliyun.com/en/cen/user-guide/route-synchronization, limitations); that its routes do so once it is on is our reading.
 */
function isBlocked({ alibaba }: World, vpcId: string): boolean {
    return [...alibaba.vpcRouteTables.values()].some(
        (table) => table.vpcId === vpcId && table.entries.some(({ type }) => type === "BGP"),
    );
}

/** P30: only with synchronisation on (autoPublishRouteEnabled of the VPC's attachment). Of several of one destination the best comes first. */
export function offeredRoutes(world: World, vpcId: string): OfferedRoute[] {
    const { attachments } = world.alibaba;
    const overTransitRouter = [...attachments.values()]
        .filter(({ kind, resourceId }) => kind === "VPC" && resourceId === vpcId)
        .filter((attachment) => carriesRoutes(attachment) && attachment.autoPublishRouteEnabled)
        .filter(() => !isBlocked(world, vpcId))
        .flatMap(({ attachmentId }) =>
            routesKnownTo(world, attachmentId).map(({ destinationCidrBlock, broughtBy }) => ({
                destinationCidrBlock,
                nextHopType: "Attachment" as const,
                nextHopId: attachmentId,
                instanceId: attachments.get(broughtBy)?.resourceId ?? "",
            })),
        );
    // A Basic CEN needs no synchronisation. The type: DescribeRouteEntryList; that the next hop is the CEN is a guess.
    const overBasicCen = learnedOverBasicCen(world, vpcId).map(({ destinationCidrBlock, cenId, childInstanceId }) => ({
        destinationCidrBlock,
        nextHopType: "CenBasic" as const,
        nextHopId: cenId,
        instanceId: childInstanceId,
    }));
    return [...overTransitRouter, ...overBasicCen];
}

function synchronisedEntries(world: World, table: VpcRouteTable, own: VpcRouteEntry[]): VpcRouteEntry[] {
    if (table.routePropagationEnabled === false) {
        return [];
    }
    const free = world.quotas.customEntriesPerVpcRouteTable - own.filter(({ type }) => type === "Custom").length;
    return (
        firstOfEach(offeredRoutes(world, table.vpcId))
            // P30: an entry of the same destination that is there already wins.
            .filter((route) => own.every((entry) => entry.destinationCidrBlock !== route.destinationCidrBlock))
            // P30: at most 200 custom entries; which ones are left out is not documented: here the last.
            .slice(0, Math.max(free, 0))
            .map(({ destinationCidrBlock, nextHopType, nextHopId }) => ({
                routeEntryId: derivedId("rte-", table.routeTableId, destinationCidrBlock, "CEN"),
                destinationCidrBlock,
                type: "CEN",
                nextHopType,
                nextHopId,
                status: "Available",
            }))
    );
}

function systemEntries({ routeTableId }: VpcRouteTable, { vSwitches }: AlibabaVpc): VpcRouteEntry[] {
    return [...vSwitches.map(({ cidrBlock }) => cidrBlock), cloudServices].map((destinationCidrBlock) => ({
        routeEntryId: derivedId("rte-", routeTableId, destinationCidrBlock, "System"),
        destinationCidrBlock,
        type: "System",
        // DescribeRouteTables and DescribeCenChildInstanceRouteEntries, examples.
        nextHopType: destinationCidrBlock === cloudServices ? "service" : "local",
        nextHopId: "",
        status: "Available",
    }));
}
