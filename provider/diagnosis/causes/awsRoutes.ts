import type { AwsRouteTable } from "../../clouds/network";
import { covers, overlap } from "../../rules/cidrBlocks";
import type { Cause } from "../diagnose";
import { few } from "../few";
import { alibabaPrefixes, awsPrefixes, gatewayOfRoutes, meantTables, meantVpcs } from "../networks";

/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html, "BGP advertised routes per route table (propagated routes)" */
const mostPropagatedRoutes = 100;

/** What the AWS route tables make of the routes. */
export const awsRouteCauses: readonly Cause[] = [
    {
        name: "propagation-off",
        find: (facts) => {
            const gatewayId = gatewayOfRoutes(facts);
            const { vpc, routeTables } = facts.aws;
            // Of a transit gateway's routes none is propagated into the tables of a VPC.
            if (gatewayId?.startsWith("vgw-") !== true || routeTables === undefined) {
                return [];
            }
            const named = facts.given.routeTableIds;
            const candidates = named === undefined ? routeTables : meantTables(facts);
            const off = candidates.filter((table) => !leadsTo(gatewayId, table, alibabaPrefixes(facts)));
            if (off.length === 0 || (named === undefined && off.length < candidates.length)) {
                return [];
            }
            const which = few(off.map(({ routeTableId }) => routeTableId));
            return [
                {
                    says: `Route propagation of ${gatewayId} is off in ${which} of ${vpc?.vpcId ?? "the VPC"}.`,
                    fix:
                        named === undefined
                            ? "Turn it on in the tables of the subnets that are to reach Alibaba Cloud."
                            : "Run pulumi refresh and then pulumi up, which turns it on.",
                },
            ];
        },
    },
    {
        name: "subnet-uses-another-table",
        find: (facts) => {
            const { routeTables = [], subnets = [] } = facts.aws;
            const { routeTableIds } = facts.given;
            const gatewayId = gatewayOfRoutes(facts) ?? "";
            if (routeTableIds === undefined) {
                return [];
            }
            return routeTables
                .filter(({ routeTableId }) => !routeTableIds.includes(routeTableId))
                .filter((table) => !leadsTo(gatewayId, table, alibabaPrefixes(facts)))
                .map((table) => ({
                    table,
                    users: subnets.filter(({ subnetId }) => uses(subnetId, table, routeTables)),
                }))
                .filter(({ users }) => users.length > 0)
                .map(({ table, users }) => ({
                    says: `Subnets ${few(users.map(({ subnetId }) => subnetId))} use ${table.routeTableId}, which is none of ${few(routeTableIds)}.`,
                    fix: `If they are to reach Alibaba Cloud, add ${table.routeTableId} to aws.routeTableIds and run pulumi up.`,
                }));
        },
    },
    {
        name: "propagated-routes-limit",
        find: (facts) => {
            const gatewayId = gatewayOfRoutes(facts);
            const accepted = (facts.aws.virtualInterfaceRoutes ?? []).filter(
                ({ direction }) => direction === "accepted",
            );
            return meantTables(facts).flatMap(({ routeTableId, routes }) => {
                const own = routes.filter(({ origin, targetId }) => isPropagated(origin) && targetId === gatewayId);
                const missing = accepted.filter(({ cidrBlock }) =>
                    own.every(({ destinationCidrBlock }) => destinationCidrBlock !== cidrBlock),
                );
                return own.length < mostPropagatedRoutes || missing.length === 0
                    ? []
                    : [
                          {
                              says: `${routeTableId} has ${own.length} propagated routes, its limit is ${mostPropagatedRoutes}: ${missing.length} that AWS has accepted are not in it.`,
                              fix: "Aggregate the routes towards AWS, or ask AWS to raise the limit.",
                          },
                      ];
            });
        },
    },
    {
        name: "static-route-wins",
        find: (facts) => {
            const gatewayId = gatewayOfRoutes(facts);
            const prefixes = alibabaPrefixes(facts);
            return meantTables(facts).flatMap(({ routeTableId, routes }) =>
                routes
                    .filter(
                        ({ origin, targetId }) =>
                            !isPropagated(origin) && targetId !== gatewayId && targetId !== "local",
                    )
                    .filter(({ destinationCidrBlock }) =>
                        prefixes.some((prefix) => covers(prefix, destinationCidrBlock)),
                    )
                    .map(({ destinationCidrBlock, targetId }) => ({
                        says: `${routeTableId} has a static route of ${destinationCidrBlock} to ${targetId ?? "another target"}, which wins over the one to ${gatewayId ?? "the gateway"}.`,
                        fix: `Remove ${destinationCidrBlock} from ${routeTableId}.`,
                    })),
            );
        },
    },
    {
        name: "cidr-overlap",
        find: (facts) => {
            const { vpc } = facts.aws;
            return meantVpcs(facts).flatMap(({ vpcId, vSwitches, cidrBlocks }) => {
                const blocks = vSwitches === undefined ? cidrBlocks : vSwitches.map(({ cidrBlock }) => cidrBlock);
                return blocks.flatMap((block) =>
                    awsPrefixes(facts)
                        .filter((other) => overlap(block, other))
                        .map((other) => ({
                            says: `${block} of ${vpcId} at Alibaba Cloud and ${other} of ${vpc?.vpcId ?? ""} at AWS overlap: each VPC takes such addresses for its own.`,
                            fix: "Give one of them other addresses.",
                        })),
                );
            });
        },
    },
];

function isPropagated(origin: string): boolean {
    return origin === "EnableVgwRoutePropagation";
}

/** By propagation, or by static routes for all that is to be reached. */
function leadsTo(gatewayId: string, { propagatingVpnGatewayIds, routes }: AwsRouteTable, prefixes: string[]): boolean {
    const isLed = (prefix: string): boolean =>
        routes.some(
            ({ destinationCidrBlock, targetId, origin }) =>
                targetId === gatewayId && !isPropagated(origin) && covers(destinationCidrBlock, prefix),
        );
    return propagatingVpnGatewayIds.includes(gatewayId) || (prefixes.length > 0 && prefixes.every(isLed));
}

/** A subnet that names no table uses the main one. */
function uses(subnetId: string, { routeTableId, subnetIds, isMain }: AwsRouteTable, all: AwsRouteTable[]): boolean {
    const named = all.find((table) => table.subnetIds.includes(subnetId));
    return named === undefined ? isMain : named.routeTableId === routeTableId && subnetIds.includes(subnetId);
}
