import type { TransitRouterRouteEntry } from "../../clouds/network";
import { covers } from "../../rules/cidrBlocks";
import type { Cause } from "../diagnose";
import type { LinkFacts } from "../facts";
import { activeTables, attachmentOf, awsPrefixes, gatewayOfRoutes, meantTables, meantVpcs } from "../networks";

/** Which of several routes is taken. */
export const routeChoiceCauses: readonly Cause[] = [
    {
        name: "lost-to-another-source",
        find: (facts) =>
            entriesOfLink(facts)
                .filter(({ entry }) => isLoser(entry))
                .flatMap(({ entry, rivals, table }) => {
                    const winner = rivals.find(({ status }) => status === "Active");
                    return winner === undefined || winner.originResourceType === "VPN"
                        ? []
                        : [
                              {
                                  says: `${entry.destinationCidrBlock} from the VBR is ${entry.status} in ${table}: ${nameOf(winner)} wins (preference ${winner.preference ?? "unknown"} against ${entry.preference ?? "unknown"}).`,
                                  fix: "Give the VBR's routes a lower preference number by an incoming route map.",
                              },
                          ];
                }),
    },
    {
        name: "asymmetric-backup",
        find: (facts) =>
            entriesOfLink(facts).flatMap(({ entry, rivals, table }) => {
                const backup = rivals.find(
                    ({ originResourceType, status }) => originResourceType === "VPN" && status === "Active",
                );
                return backup === undefined
                    ? []
                    : [
                          {
                              says: `${table} sends ${entry.destinationCidrBlock} over ${nameOf(backup)} too (the VBR's entry is ${entry.status}), while AWS answers over the circuit.`,
                              fix: "Give the VBR's routes preference 10 and the VPN's 90 by incoming route maps.",
                          },
                      ];
            }),
    },
    { name: "more-specific-backup", find: (facts) => [...findLongerAtAlibaba(facts), ...findLongerAtAws(facts)] },
];

interface LinkEntry {
    table: string;
    entry: TransitRouterRouteEntry;
    /** Of the same destination, from elsewhere. */
    rivals: TransitRouterRouteEntry[];
}

/** What the VBR has brought into the tables that the VPCs use. */
function entriesOfLink(facts: LinkFacts): LinkEntry[] {
    const { borderRouterAttachment, transitRouterRouteTables = [] } = facts.alibaba;
    return transitRouterRouteTables
        .filter(({ routeTableId }) => isUsed(routeTableId, facts))
        .flatMap(({ routeTableId, entries = [] }) => {
            const own = entries.filter(
                ({ attachmentId }) =>
                    attachmentId !== undefined && attachmentId === borderRouterAttachment?.attachmentId,
            );
            return own.map((entry) => ({
                table: routeTableId,
                entry,
                rivals: entries.filter(
                    (other) =>
                        other.destinationCidrBlock === entry.destinationCidrBlock &&
                        other.attachmentId !== entry.attachmentId,
                ),
            }));
        });
}

function isUsed(routeTableId: string, facts: LinkFacts): boolean {
    return meantVpcs(facts).some(({ vpcId }) =>
        activeTables(attachmentOf(vpcId, facts)?.associations).includes(routeTableId),
    );
}

function isLoser({ status }: TransitRouterRouteEntry): boolean {
    return status === "Standby" || status === "Candidate";
}

function nameOf({ originResourceType, originResourceId, attachmentId }: TransitRouterRouteEntry): string {
    return `${originResourceType} ${originResourceId ?? attachmentId ?? "unknown"}`;
}

/** A VPN's more specific route wins over the VBR's, whatever the preference. */
function findLongerAtAlibaba(facts: LinkFacts): ReturnType<Cause["find"]> {
    const { transitRouterRouteTables = [] } = facts.alibaba;
    return transitRouterRouteTables
        .filter(({ routeTableId }) => isUsed(routeTableId, facts))
        .flatMap(({ routeTableId, entries = [] }) =>
            entries
                .filter(({ originResourceType, status }) => originResourceType === "VPN" && status === "Active")
                .flatMap((entry) =>
                    awsPrefixes(facts)
                        .filter((block) => isLonger(entry.destinationCidrBlock, block))
                        .map((block) => ({
                            says: `${routeTableId} has ${entry.destinationCidrBlock} over ${nameOf(entry)}, which is more specific than ${block} over the VBR and wins.`,
                            fix: "Let both ways tell prefixes of one length.",
                        })),
                ),
        );
}

/** At AWS, what the gateway has not heard over the circuit has come over a VPN. */
function findLongerAtAws(facts: LinkFacts): ReturnType<Cause["find"]> {
    const accepted = facts.aws.virtualInterfaceRoutes?.filter(({ direction }) => direction === "accepted");
    const heard = (accepted ?? []).map(({ cidrBlock }) => cidrBlock);
    return meantTables(facts).flatMap(({ routeTableId, routes }) =>
        routes
            .filter(
                ({ origin, targetId }) => origin === "EnableVgwRoutePropagation" && targetId === gatewayOfRoutes(facts),
            )
            .filter(({ destinationCidrBlock }) => !heard.includes(destinationCidrBlock))
            .flatMap(({ destinationCidrBlock }) =>
                heard
                    .filter((block) => isLonger(destinationCidrBlock, block))
                    .map((block) => ({
                        says: `${routeTableId} has ${destinationCidrBlock} over a VPN, which is more specific than ${block} over the circuit and wins.`,
                        fix: "Let both ways tell prefixes of one length.",
                    })),
            ),
    );
}

function isLonger(inner: string, outer: string): boolean {
    return inner !== outer && covers(outer, inner);
}
