import type { VpcRouteTable } from "../clouds/network";
import type { RouteFacts, SessionFacts, TransitRouterFacts, VpcRouteFacts } from "./facts";
import { missingLegsOfVpc, vbrLets } from "./legs";
import { comesByItself, ofBlocks, type Cause, type Missing, type Stage } from "./missing";
import { fixOfStatus } from "./toAlibaba";

/** Why the route tables of the VPCs at Alibaba Cloud do not hold what leads to the AWS VPC. */
export function missingToAws(facts: RouteFacts, session: SessionFacts): Missing[] {
    const { aws, cen, vpcs } = facts;
    const announced = aws.cidrBlocks.filter((block) => isAnnounced(facts, block));
    const kept = aws.cidrBlocks.filter((block) => !announced.includes(block));
    const learned =
        cen.kind === "Basic CEN" ? announced : announced.filter((block) => statusIn(cen, block) === "Active");
    const before = [
        ...ofBlocks(kept, (text) =>
            cause(
                "not sent",
                `AWS does not tell the VBR ${text}`,
                `${comesByItself} A gateway that is not attached to the VPC tells nothing.`,
            ),
        ),
        ...(cen.kind === "Basic CEN" ? [] : notLearned(cen, announced, session)),
    ];
    return [
        ...before.map((each) => ({ ...each, isDemanded: true })),
        ...vpcs.flatMap((vpc) => missingInVpc(facts, vpc, learned)),
    ];
}

/** The tables that a VPC's vSwitches use. */
export function tablesInUse({ vSwitches, routeTables }: VpcRouteFacts): VpcRouteTable[] {
    const used = vSwitches.map(({ routeTableId }) => routeTableId);
    return routeTables.filter(({ routeTableId }) => used.includes(routeTableId));
}

/** What CEN has put into a table: over a transit router by route synchronisation, over a Basic CEN by itself. */
export function leadsToCen({ entries }: VpcRouteTable, block: string): boolean {
    return entries.some(
        ({ destinationCidrBlock, type, status }) =>
            destinationCidrBlock === block && type === "CEN" && status === "Available",
    );
}

function cause(stage: Stage, says: string, fix: string): Cause {
    return { way: "to AWS", stage, says, fix };
}

function isAnnounced({ aws: { interfaceRoutes } }: RouteFacts, block: string): boolean {
    return (
        interfaceRoutes === undefined ||
        interfaceRoutes.some(({ direction, cidrBlock }) => direction === "advertised" && cidrBlock === block)
    );
}

/** The status of what the VBR brings. */
function statusIn({ entries, vbr }: TransitRouterFacts, block: string): string | undefined {
    return entries.find(
        ({ destinationCidrBlock, attachmentId }) =>
            destinationCidrBlock === block && attachmentId === vbr?.attachmentId,
    )?.status;
}

function notLearned(cen: TransitRouterFacts, blocks: readonly string[], { receivedRouteCount }: SessionFacts): Cause[] {
    if (!vbrLets(cen, "to AWS")) {
        // Said there.
        return [];
    }
    const { routeTableId } = cen;
    const absent = blocks.filter((block) => statusIn(cen, block) === undefined);
    const statuses = [...new Set(blocks.flatMap((block) => statusIn(cen, block) ?? []))];
    return [
        ...ofBlocks(absent, (text) =>
            receivedRouteCount === 0
                ? cause("not sent", `the VBR has learned no route from AWS, so not ${text}`, comesByItself)
                : cause(
                      "not accepted",
                      `route table ${routeTableId} does not have ${text} of the VBR`,
                      `${comesByItself} A VBR takes 110 routes at most, and drops the others.`,
                  ),
        ),
        ...statuses
            .filter((status) => status !== "Active")
            .flatMap((status) =>
                ofBlocks(
                    blocks.filter((block) => statusIn(cen, block) === status),
                    (text) =>
                        cause(
                            "leg missing",
                            `route table ${routeTableId} has as ${status}, of the VBR: ${text}`,
                            fixOfStatus(status),
                        ),
                ),
            ),
    ];
}

/** Whom nobody has named may be kept apart on purpose: what is missing of its legs is said, and not demanded. */
function missingInVpc({ cen }: RouteFacts, vpc: VpcRouteFacts, learned: readonly string[]): Missing[] {
    if (cen.kind === "Basic CEN" ? vpc.childStatus !== "Attached" : vpc.attachment === undefined) {
        // Said for the other way.
        return [];
    }
    const legs = missingLegsOfVpc(cen, vpc).filter(({ way }) => way === "to AWS");
    if (legs.length > 0) {
        return legs.map((leg) => ({ ...leg, isDemanded: vpc.isNamed }));
    }
    const tables = tablesInUse(vpc);
    if (tables.length === 0 && vpc.isNamed) {
        const unseen = cause(
            "leg missing",
            `VPC ${vpc.vpcId} shows this account and region no vSwitch, so whether its route tables lead to AWS nobody can see`,
            "Look at them where the VPC is.",
        );
        return [{ ...unseen, isDemanded: false }];
    }
    return tables.flatMap((table) => missingIn(table, vpc, learned)).map((each) => ({ ...each, isDemanded: true }));
}

function missingIn(table: VpcRouteTable, { vpcId }: VpcRouteFacts, blocks: readonly string[]): Cause[] {
    const { routeTableId, entries } = table;
    const lacking = blocks.filter((block) => !leadsToCen(table, block));
    const taken = lacking.filter((block) => entries.some((entry) => entry.destinationCidrBlock === block));
    const absent = lacking.filter((block) => !taken.includes(block));
    return [
        ...ofBlocks(taken, (text) =>
            cause(
                "leg missing",
                `route table ${routeTableId} of VPC ${vpcId} has an entry of its own for ${text}, which wins over the synchronised one`,
                "Delete that entry.",
            ),
        ),
        ...ofBlocks(absent, (text) =>
            cause(
                "not installed",
                `route table ${routeTableId} of VPC ${vpcId} does not have ${text}`,
                `${comesByItself} It takes 200 custom and synchronised entries, and none beside a second transit router, an Express Connect Router or a VPN gateway with BGP.`,
            ),
        ),
    ];
}
