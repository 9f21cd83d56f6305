import type { AwsRouteTable, TransitRouterRouteEntry } from "../clouds/network";
import { covers } from "../rules";
import type { RouteFacts, SessionFacts, TransitRouterFacts, VpcRouteFacts } from "./facts";
import { missingLegsOfVpc, vbrLets } from "./legs";
import { comesByItself, ofBlocks, type Cause, type Missing, type Stage } from "./missing";
import { mapKeepingFrom } from "./routeMaps";

/** Why the AWS route tables do not hold what leads to the VPCs at Alibaba Cloud. */
export function missingToAlibaba(facts: RouteFacts, session: SessionFacts): Missing[] {
    const perVpc = facts.vpcs.map((vpc) => ({ vpc, ...sentFrom(facts, vpc) }));
    // What the VBR's part keeps back is said there.
    const sent = vbrLets(facts.cen, "to Alibaba Cloud") ? perVpc.flatMap((each) => each.sent) : [];
    const accepted = sent.filter((block) => isAccepted(facts, block));
    const refused = sent.filter((block) => !accepted.includes(block));
    const onTheWay = [...notAccepted(refused, session), ...notInstalled(facts, accepted, session)];
    return [
        ...perVpc.flatMap(({ vpc, causes }) => causes.map((each) => ({ ...each, isDemanded: vpc.isNamed }))),
        ...onTheWay.map((each) => ({ ...each, isDemanded: true })),
    ];
}

/** What leads to a VPC: its vSwitches' blocks, each of which is a route of its own. Where they cannot be seen, or nobody has named it: what it brings. */
export function blocksOf({ cen }: Pick<RouteFacts, "cen">, vpc: VpcRouteFacts): string[] {
    const own = vpc.vSwitches.map(({ cidrBlock }) => cidrBlock);
    if (cen.kind === "Basic CEN" || (vpc.isNamed && own.length > 0)) {
        return own;
    }
    return broughtBy(cen, vpc)
        .filter(({ status }) => status === "Active")
        .map(({ destinationCidrBlock }) => destinationCidrBlock);
}

/** A static route to the same gateway, which takes the place of the propagated one, leads there as well. */
export function leadsTo({ routes }: AwsRouteTable, block: string, vpnGatewayId: string): boolean {
    return routes.some(
        ({ destinationCidrBlock, targetId, state }) =>
            destinationCidrBlock === block && targetId === vpnGatewayId && state === "active",
    );
}

/** What the statuses of a transit router's entries mean (ListTransitRouterRouteEntries). */
export function fixOfStatus(status: string): string {
    switch (status) {
        case "Prohibited":
            return "A route map for incoming routes forbids it: change or delete that in the CEN console.";
        case "Rejected":
            return "It conflicts with another route: take one of the two away.";
        default:
            return "Another source of the same block is preferred: take that away, or set preferences by route maps.";
    }
}

function cause(stage: Stage, says: string, fix: string): Cause {
    return { way: "to Alibaba Cloud", stage, says, fix };
}

/** What the VBR gets of a VPC's routes, as far as the configuration tells, and why it does not get the others. */
function sentFrom(facts: RouteFacts, vpc: VpcRouteFacts): { sent: string[]; causes: Cause[] } {
    const { cen, vbrId } = facts;
    const blocks = blocksOf(facts, vpc);
    const legs = missingLegsOfVpc(cen, vpc).filter(({ way }) => way === "to Alibaba Cloud");
    if (legs.length > 0) {
        return { sent: [], causes: legs };
    }
    if (cen.kind === "Basic CEN") {
        return { sent: blocks, causes: [] };
    }
    const entries = broughtBy(cen, vpc);
    const keptBack = blocks.map((block) => ({
        block,
        why: whyKeptBack(
            cen,
            vpc,
            vbrId,
            entries.find(({ destinationCidrBlock }) => destinationCidrBlock === block),
        ),
    }));
    const reasons = new Map(keptBack.flatMap(({ why }) => (why === undefined ? [] : [[why.says, why] as const])));
    return {
        sent: keptBack.filter(({ why }) => why === undefined).map(({ block }) => block),
        // What nobody has asked for may be kept back on purpose.
        causes: (vpc.isNamed ? [...reasons.values()] : []).flatMap(({ stage, says, fix }) =>
            ofBlocks(
                keptBack.filter(({ why }) => why?.says === says).map(({ block }) => block),
                (text) => cause(stage, `${says}: ${text}`, fix),
            ),
        ),
    };
}

function whyKeptBack(
    cen: TransitRouterFacts,
    { vpcId }: VpcRouteFacts,
    vbrId: string,
    entry: TransitRouterRouteEntry | undefined,
): Cause | undefined {
    const { routeTableId } = cen;
    if (entry === undefined) {
        return cause("not sent", `route table ${routeTableId} lacks of VPC ${vpcId}`, comesByItself);
    }
    if (entry.status !== "Active") {
        const says = `route table ${routeTableId} has as ${entry.status}, of VPC ${vpcId}`;
        return cause("leg missing", says, fixOfStatus(entry.status));
    }
    const map = mapKeepingFrom(vbrId, entry, routeTableId, cen.routeMaps);
    return (
        map &&
        cause(
            "leg missing",
            `route map ${map.routeMapId} keeps from the VBR, of VPC ${vpcId}`,
            "Change or delete that route map in the CEN console.",
        )
    );
}

/** Where AWS does not tell what it has accepted, its tables alone can show it. */
function isAccepted({ aws: { interfaceRoutes } }: RouteFacts, block: string): boolean {
    return (
        interfaceRoutes === undefined ||
        interfaceRoutes.some(({ direction, cidrBlock }) => direction === "accepted" && cidrBlock === block)
    );
}

function notAccepted(blocks: readonly string[], { advertisedRouteCount }: SessionFacts): Cause[] {
    return ofBlocks(blocks, (text) =>
        advertisedRouteCount === 0
            ? cause("not sent", `the VBR tells AWS no route, so not ${text}`, comesByItself)
            : cause(
                  "not accepted",
                  `AWS has not accepted ${text} from the VBR`,
                  `${comesByItself} AWS drops a path that holds its own ASN (two gateways of one ASN behind one CEN), and takes 100 prefixes at most.`,
              ),
    );
}

function notInstalled(facts: RouteFacts, blocks: readonly string[], session: SessionFacts): Cause[] {
    const { networks, aws } = facts;
    const own = blocks.filter((block) => aws.cidrBlocks.some((mine) => covers(mine, block)));
    const others = blocks.filter((block) => !own.includes(block));
    return [
        ...ofBlocks(own, (text) =>
            cause(
                "leg missing",
                `${text} lies in VPC ${networks.awsVpcId} itself, whose local route wins over any propagated one`,
                "Give one of the two networks other addresses.",
            ),
        ),
        ...networks.routeTableIds.flatMap((routeTableId) => {
            const table = aws.routeTables.find((each) => each.routeTableId === routeTableId);
            return table === undefined
                ? [
                      cause(
                          "leg missing",
                          `route table ${routeTableId} is not in VPC ${networks.awsVpcId}`,
                          "Check aws.routeTableIds.",
                      ),
                  ]
                : missingIn(table, others, session);
        }),
    ];
}

function missingIn(table: AwsRouteTable, blocks: readonly string[], { vpnGatewayId = "" }: SessionFacts): Cause[] {
    const { routeTableId, routes, propagatingVpnGatewayIds } = table;
    const lacking = blocks.filter((block) => !leadsTo(table, block, vpnGatewayId));
    const taken = lacking.filter((block) => routes.some((route) => route.destinationCidrBlock === block));
    const absent = lacking.filter((block) => !taken.includes(block));
    return [
        ...ofBlocks(taken, (text) =>
            cause(
                "leg missing",
                `route table ${routeTableId} leads ${text} elsewhere, by a route that wins over the propagated one`,
                "Delete that route.",
            ),
        ),
        ...ofBlocks(absent, (text) =>
            propagatingVpnGatewayIds.includes(vpnGatewayId)
                ? cause(
                      "not installed",
                      `route table ${routeTableId} does not have ${text}`,
                      `${comesByItself} A route table takes 100 propagated routes at most.`,
                  )
                : cause(
                      "leg missing",
                      `route table ${routeTableId} takes no routes of the gateway, so not ${text}`,
                      "Run pulumi refresh, after which pulumi up turns the propagation on.",
                  ),
        ),
    ];
}

function broughtBy({ entries }: TransitRouterFacts, { attachment }: VpcRouteFacts): TransitRouterRouteEntry[] {
    return entries.filter(
        ({ attachmentId }) => attachmentId !== undefined && attachmentId === attachment?.attachmentId,
    );
}
