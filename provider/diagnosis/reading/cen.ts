import type { AlibabaCloud, RouteTableLeg, TransitRouter } from "../../clouds/clouds";
import type { AlibabaFacts, TransitRouterRouteTableFacts } from "../facts";
import type { LinkIds } from "../link";
import { readVpcs } from "./alibabaVpcs";
import type { Attempt } from "./attempt";
import type { Circuit } from "./circuit";
import { reads } from "./reads";

type CenFacts = Omit<
    AlibabaFacts,
    | "identity"
    | "borderRouters"
    | "borderRouter"
    | "bgpGroups"
    | "bgpGroup"
    | "bgpPeers"
    | "bgpPeer"
    | "outboundBillingOpened"
>;

/** Alibaba Cloud's side behind the VBR. What is named is asked for at once, what the VBR or the CEN tells once it is known. */
export async function readCen(
    ids: LinkIds,
    circuit: Promise<Circuit>,
    alibaba: AlibabaCloud,
    attempt: Attempt,
): Promise<CenFacts> {
    const borderRouter = circuit.then((found) => found.borderRouter);
    const vbrId = ids.vbrId ?? borderRouter.then((found) => found?.vbrId);
    const cenId = ids.cenId ?? borderRouter.then((found) => found?.cenIds[0]);
    const transitRouters = attempt(reads.transitRouters, cenId, (id) => alibaba.listTransitRouters(id));
    const transitRouterId =
        ids.transitRouterId ?? transitRouters.then((all) => enterpriseRouterIn(ids.alibabaRegion, all, alibaba));
    const place = bothKnown(cenId, transitRouterId);
    const attachments = attempt(reads.borderRouterAttachments, place, ([cen, router]) =>
        alibaba.listBorderRouterAttachments(cen, router),
    );
    const cenChildren = attempt(reads.cenChildren, cenId, (id) => alibaba.describeCenChildren(id));
    const attachment = Promise.all([attachments, vbrId]).then(async ([all = [], id]) => {
        const own = all.find(({ resourceId }) => resourceId === id);
        return own && { ...own, ...(await readLegs(own.attachmentId, alibaba, attempt)) };
    });

    const [cen, tables, routeMaps, vpcs, isGranted, borderRouterAttachment, routers, routerId] = await Promise.all([
        attempt(reads.cen, cenId, (id) => alibaba.describeCen(id)),
        readTables(transitRouterId, alibaba, attempt),
        attempt(reads.routeMaps, cenId, (id) => alibaba.describeRouteMaps(id)),
        readVpcs(ids, place, cenChildren, alibaba, attempt),
        readGrant(borderRouter, cenId, alibaba, attempt),
        attachment,
        transitRouters,
        transitRouterId,
    ]);
    return {
        cen,
        transitRouters: routers,
        transitRouter: routers?.find((router) => router.transitRouterId === routerId),
        borderRouterAttachments: await attachments,
        borderRouterAttachment,
        transitRouterRouteTables: tables,
        routeMaps,
        cenChildren: await cenChildren,
        isGranted,
        ...vpcs,
    };
}

/** The CEN's Enterprise one of the region. */
async function enterpriseRouterIn(
    region: string | undefined,
    all: readonly TransitRouter[] = [],
    alibaba: AlibabaCloud,
): Promise<string | undefined> {
    const here = region ?? (await alibaba.identity()).region;
    return all.find(({ regionId, type }) => type === "Enterprise" && regionId === here)?.transitRouterId;
}

/** A CEN and one of its transit routers. */
export type Place = [cenId: string, transitRouterId: string];

async function bothKnown(
    cenId: string | undefined | Promise<string | undefined>,
    transitRouterId: string | undefined | Promise<string | undefined>,
): Promise<Place | undefined> {
    const [cen, router] = await Promise.all([cenId, transitRouterId]);
    return cen === undefined || router === undefined ? undefined : [cen, router];
}

/** What joins an attachment to the tables of its transit router. */
export async function readLegs(
    attachmentId: string,
    alibaba: AlibabaCloud,
    attempt: Attempt,
): Promise<Record<"associations" | "propagations", RouteTableLeg[] | undefined>> {
    const [associations, propagations] = await Promise.all([
        attempt(reads.associations, attachmentId, (id) => alibaba.listRouteTableAssociations(id)),
        attempt(reads.propagations, attachmentId, (id) => alibaba.listRouteTablePropagations(id)),
    ]);
    return { associations, propagations };
}

async function readTables(
    transitRouterId: string | undefined | Promise<string | undefined>,
    alibaba: AlibabaCloud,
    attempt: Attempt,
): Promise<TransitRouterRouteTableFacts[] | undefined> {
    const tables = await attempt(reads.transitRouterRouteTables, transitRouterId, (id) =>
        alibaba.listTransitRouterRouteTables(id),
    );
    const withEntries = tables?.map(async (table) => ({
        ...table,
        entries: await attempt(reads.transitRouterRouteEntries, table.routeTableId, (id) =>
            alibaba.listTransitRouterRouteEntries(id),
        ),
    }));
    return withEntries && Promise.all(withEntries);
}

/** Only a VBR of another account needs one. */
async function readGrant(
    borderRouter: Promise<Circuit["borderRouter"]>,
    cenId: string | undefined | Promise<string | undefined>,
    alibaba: AlibabaCloud,
    attempt: Attempt,
): Promise<boolean | undefined> {
    const foreign = await borderRouter;
    const cen = await cenId;
    return foreign === undefined || foreign.own
        ? undefined
        : attempt(reads.grants, cen, async (id) => (await alibaba.grantorToCen(foreign.vbrId, id)) !== undefined);
}
