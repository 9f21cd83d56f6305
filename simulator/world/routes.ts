import { createHash } from "node:crypto";

import type { BorderRouter, TransitRouterAttachment, TransitRouterRouteTable } from "./alibabaState";
import type { AwsRoute } from "./awsState";
import { establishedSessions } from "./session";
import type { SessionEnds } from "./sessionRules";
import type { World } from "./world";

type Entry = TransitRouterRouteTable["entries"][number];

/** Lets routes flow over the sessions that are up, in both directions, into the tables of both clouds. */
export function settleRoutes(world: World): void {
    const established = establishedSessions(world);
    for (const table of world.alibaba.routeTables.values()) {
        table.entries = entriesOf(world, table, established);
    }
    for (const peer of world.alibaba.bgpPeers.values()) {
        const session = established.find((ends) => ends.peer === peer);
        peer.receivedRouteCount = session ? advertisedByAws(world, session).length : 0;
        peer.advertisedRouteCount = session ? advertisedByAlibaba(world, session.borderRouter).length : 0;
    }
    for (const table of world.aws.routeTables.values()) {
        const own = table.routes.filter(({ origin }) => origin !== "EnableVgwRoutePropagation");
        const propagated = table.propagatingVgws.flatMap((id) => propagatedRoutes(world, table.vpcId, id, established));
        // A route of the table itself wins over a propagated one of the same destination (P35).
        const taken = new Set(own.map(({ destinationCidrBlock }) => destinationCidrBlock));
        table.routes = [
            ...own,
            ...propagated.filter(({ destinationCidrBlock: cidr }) => !taken.has(cidr) && taken.add(cidr)),
        ];
    }
}

/** P19: over a VGW exactly the VPC's CIDRs; P22: only while it is attached; P44: only a VPC in the connection's region. */
export function advertisedByAws(world: World, { virtualInterface, connection }: SessionEnds): string[] {
    const gateway = world.aws.vpnGateways.get(virtualInterface.virtualGatewayId ?? "");
    return (gateway?.attachments ?? [])
        .filter(({ state }) => state === "attached")
        .flatMap(({ vpcId }) => world.aws.vpcs.get(vpcId) ?? [])
        .filter(({ region }) => region === connection.region)
        .flatMap(({ cidrBlocks }) => cidrBlocks);
}

/** P23: the Active entries of the table associated with the VBR's attachment, and only with publishing on. */
export function advertisedByAlibaba(world: World, borderRouter: BorderRouter): string[] {
    const overTransitRouter = attachmentsOf(world, borderRouter)
        .filter(({ autoPublishRouteEnabled }) => autoPublishRouteEnabled)
        .flatMap(({ attachmentId }) => routesKnownTo(world, attachmentId))
        .map(({ destinationCidrBlock }) => destinationCidrBlock);
    return [...new Set([...overTransitRouter, ...overBasicCen(world, borderRouter)])];
}

/** P31: an attachment sees the entries of the table that it is associated with, those it brought itself aside. */
export function routesKnownTo(world: World, attachmentId: string): Entry[] {
    return [...world.alibaba.routeTables.values()]
        .filter(({ associations }) => isActiveIn(associations, attachmentId))
        .flatMap(({ entries }) => entries)
        .filter((entry) => entry.status === "Active" && entry.attachmentId !== attachmentId);
}

function isActiveIn(list: { attachmentId: string; status: string }[], attachmentId: string): boolean {
    return list.some((item) => item.attachmentId === attachmentId && item.status === "Active");
}

function attachmentsOf(world: World, borderRouter: BorderRouter): TransitRouterAttachment[] {
    return [...world.alibaba.attachments.values()].filter(
        ({ kind, resourceId, status }) => kind === "VBR" && resourceId === borderRouter.vbrId && status === "Attached",
    );
}

/** P28, P29: routes appear in a table only with propagation Active to it. */
function entriesOf(world: World, table: TransitRouterRouteTable, established: SessionEnds[]): Entry[] {
    return [...world.alibaba.attachments.values()]
        .filter(({ status, attachmentId }) => status === "Attached" && isActiveIn(table.propagations, attachmentId))
        .flatMap((attachment) =>
            broughtBy(world, attachment, established).map((destinationCidrBlock) => ({
                destinationCidrBlock,
                attachmentId: attachment.attachmentId,
                origin: attachment.kind,
                asPath: [],
                preference: 50,
                status: "Active" as const,
                entryId: entryId(table, destinationCidrBlock, attachment),
            })),
        );
}

/** A VPC brings one route per vSwitch (P23); a VBR what AWS advertises to it. */
function broughtBy(world: World, attachment: TransitRouterAttachment, established: SessionEnds[]): string[] {
    if (attachment.kind === "VPC") {
        return (world.alibaba.vpcs.get(attachment.resourceId)?.vSwitches ?? []).map(({ cidrBlock }) => cidrBlock);
    }
    const ofRouter = established.filter(({ borderRouter }) => borderRouter.vbrId === attachment.resourceId);
    return [...new Set(ofRouter.flatMap((ends) => advertisedByAws(world, ends)))];
}

/** The same entry keeps its ID through every settling of the world. */
function entryId(
    table: TransitRouterRouteTable,
    destination: string,
    { attachmentId }: TransitRouterAttachment,
): string {
    const name = `${table.transitRouterRouteTableId} ${destination} ${attachmentId}`;
    return `rte-${createHash("sha256").update(name).digest("hex").slice(0, 18)}`;
}

/** On a Basic CEN every attached child learns the routes of all the others. */
function overBasicCen(world: World, borderRouter: BorderRouter): string[] {
    const attached = world.alibaba.cenChildren.filter(({ status }) => status === "Attached");
    const cens = attached
        .filter(({ childInstanceId }) => childInstanceId === borderRouter.vbrId)
        .map(({ cenId }) => cenId);
    return attached
        .filter(({ cenId, childInstanceType }) => childInstanceType === "VPC" && cens.includes(cenId))
        .flatMap(({ childInstanceId }) => world.alibaba.vpcs.get(childInstanceId)?.vSwitches ?? [])
        .map(({ cidrBlock }) => cidrBlock);
}

/** P34: only with propagation on that very table, and the gateway attached to its VPC. */
function propagatedRoutes(world: World, vpcId: string, gatewayId: string, established: SessionEnds[]): AwsRoute[] {
    const gateway = world.aws.vpnGateways.get(gatewayId);
    if (!gateway?.attachments.some((attachment) => attachment.vpcId === vpcId && attachment.state === "attached")) {
        return [];
    }
    return established
        .filter(({ virtualInterface }) => virtualInterface.virtualGatewayId === gatewayId)
        .flatMap(({ borderRouter }) => advertisedByAlibaba(world, borderRouter))
        .map((destinationCidrBlock) => ({
            destinationCidrBlock,
            gatewayId,
            state: "active",
            origin: "EnableVgwRoutePropagation",
        }));
}
