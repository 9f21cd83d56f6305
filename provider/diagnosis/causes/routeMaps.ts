import type { RouteTableLeg } from "../../clouds/clouds";
import { denyingMap, type Way, type WayEnd } from "../../routes/routeMaps";
import type { Cause } from "../diagnose";
import type { LinkFacts } from "../facts";
import { few } from "../few";
import { activeTables, attachmentOf, awsPrefixes, isAttached, meantVpcs, prefixesOf } from "../networks";

/** Which routes the transit router lets pass. */
export const routeMapCauses: readonly Cause[] = [
    { name: "route-map-denies", find: (facts) => [...findDenied(facts), ...findProhibited(facts)] },
];

/** What the route maps keep from passing between the VPCs and the VBR, whether or not it has come yet. */
function findDenied(facts: LinkFacts): ReturnType<Cause["find"]> {
    const denials = waysOf(facts).flatMap(({ way, prefixes }) =>
        prefixes.flatMap((prefix) => {
            const map = denyingMap(way, prefix, facts.alibaba.routeMaps ?? []);
            return map === undefined ? [] : [{ way, prefix, map }];
        }),
    );
    const maps = [...new Map(denials.map(({ map }) => [map.routeMapId, map])).values()];
    return maps.map(({ routeMapId, transmitDirection, priority, routeTableId }) => {
        const denied = denials.filter(({ map }) => map.routeMapId === routeMapId);
        const what = few([...new Set(denied.map(({ prefix }) => prefix))]);
        const { source, destination } = denied[0]?.way ?? {};
        const path = `from ${source?.instanceId ?? ""} to ${destination?.instanceId ?? routeTableId ?? ""}`;
        return {
            says: `Route map ${routeMapId} (${transmitDirection}, priority ${priority}) denies ${what} ${path}.`,
            fix: `Change ${routeMapId}, or permit them by a map of a lower priority number.`,
        };
    });
}

interface PrefixesOnTheirWay {
    way: Way;
    prefixes: string[];
}

function waysOf(facts: LinkFacts): PrefixesOnTheirWay[] {
    const { borderRouterAttachment: ofRouter } = facts.alibaba;
    if (ofRouter === undefined || !isAttached(ofRouter)) {
        return [];
    }
    const router: WayEnd = { instanceId: ofRouter.resourceId, type: "VBR" };
    return meantVpcs(facts).flatMap((vpc) => {
        const ofVpc = attachmentOf(vpc.vpcId, facts);
        const end: WayEnd = { instanceId: vpc.vpcId, type: "VPC" };
        return [
            ...waysThrough(ofVpc, end, ofRouter, router, prefixesOf(vpc)),
            ...waysThrough(ofRouter, router, ofVpc, end, awsPrefixes(facts)),
        ];
    });
}

type Legs = Record<"associations" | "propagations", RouteTableLeg[] | undefined> | undefined;

/** Into and out of each table that one end propagates to and the other uses; where an end has no table yet, those of the other, in which they are to meet. */
function waysThrough(
    from: Legs,
    source: WayEnd,
    to: Legs,
    destination: WayEnd,
    prefixes: string[],
): PrefixesOnTheirWay[] {
    const sent = activeTables(from?.propagations);
    const used = activeTables(to?.associations);
    const shared = sent.filter((table) => used.includes(table));
    const tables = sent.length === 0 || used.length === 0 ? [...sent, ...used] : shared;
    return tables.flatMap((routeTableId) => [
        { way: { routeTableId, direction: "RegionIn", source, destination: undefined }, prefixes },
        { way: { routeTableId, direction: "RegionOut", source, destination }, prefixes },
    ]);
}

/** What the transit router itself says to be kept out, and no map that was read explains. */
function findProhibited(facts: LinkFacts): ReturnType<Cause["find"]> {
    if (findDenied(facts).length > 0) {
        return [];
    }
    const { borderRouterAttachment, transitRouterRouteTables = [] } = facts.alibaba;
    const ofLink = [borderRouterAttachment, ...meantVpcs(facts).map(({ vpcId }) => attachmentOf(vpcId, facts))].map(
        (attachment) => attachment?.attachmentId,
    );
    return transitRouterRouteTables.flatMap(({ routeTableId, entries = [] }) =>
        entries
            .filter(({ status }) => status === "Rejected" || status === "Prohibited")
            .filter(({ attachmentId }) => attachmentId !== undefined && ofLink.includes(attachmentId))
            .map(({ destinationCidrBlock, status, attachmentId = "" }) => ({
                says: `${destinationCidrBlock} from ${attachmentId} is ${status} in ${routeTableId}.`,
                fix: "Look for a route map that denies it, or for another network of the same block.",
            })),
    );
}
