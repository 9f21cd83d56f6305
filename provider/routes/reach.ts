import type { Reach } from "../bgpVerification/resource";
import type { RouteFacts, SessionFacts } from "./facts";
import { blocksOf, leadsTo } from "./toAlibaba";
import { leadsToCen, tablesInUse } from "./toAws";

/** Which blocks have a route where, by the route tables of both clouds as they are. */
export interface Reaches {
    /** From subnets at AWS to what the VPCs at Alibaba Cloud bring: their vSwitches. */
    awsToAlibaba: Reach[];
    /** From vSwitches at Alibaba Cloud to the blocks of the AWS VPC. */
    alibabaToAws: Reach[];
}

export function reachesOf(facts: RouteFacts, session: SessionFacts): Reaches {
    return { awsToAlibaba: fromAws(facts, session), alibabaToAws: fromAlibaba(facts) };
}

function fromAws(facts: RouteFacts, { vpnGatewayId = "" }: SessionFacts): Reach[] {
    const { routeTables, subnets } = facts.aws;
    const blocks = facts.vpcs.flatMap((vpc) => blocksOf(facts, vpc));
    const main = routeTables.find(({ isMain }) => isMain);
    return grouped(
        subnets.map(({ subnetId, cidrBlock }) => {
            const table = routeTables.find(({ subnetIds }) => subnetIds.includes(subnetId)) ?? main;
            return {
                from: cidrBlock,
                to: blocks.filter((block) => table !== undefined && leadsTo(table, block, vpnGatewayId)),
            };
        }),
    );
}

function fromAlibaba({ aws, vpcs }: RouteFacts): Reach[] {
    return grouped(
        vpcs.flatMap((vpc) =>
            vpc.vSwitches.map(({ cidrBlock, routeTableId }) => {
                const table = tablesInUse(vpc).find((each) => each.routeTableId === routeTableId);
                return {
                    from: cidrBlock,
                    to: aws.cidrBlocks.filter((block) => table !== undefined && leadsToCen(table, block)),
                };
            }),
        ),
    );
}

/** Those that reach the same stand together; those that reach nothing are left out. */
function grouped(ways: { from: string; to: string[] }[]): Reach[] {
    const groups = new Map<string, Reach>();
    for (const { from, to } of ways.filter((way) => way.to.length > 0)) {
        const sorted = [...new Set(to)].sort();
        const key = sorted.join();
        groups.set(key, { from: [...(groups.get(key)?.from ?? []), from].sort(), to: sorted });
    }
    return [...groups.values()].sort((a, b) => a.from.join().localeCompare(b.from.join()));
}
