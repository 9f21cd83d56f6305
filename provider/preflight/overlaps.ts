import type { Vpc } from "../clouds/clouds";
import { covers, overlap } from "../rules";
import type { Found } from "./findings";
import type { Networks, Reached } from "./networks";

/** A default route leads everywhere, so it says nothing about what is there. */
const everywhere = "0.0.0.0/0";

/**
 * Blocks of the AWS VPC that the CEN has already. Where a VPC has the same addresses, or somebody some of them, one of the two cannot be reached: AWS prefers
 * its local route to any that is propagated (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html, route priority), and a vSwitch's own
 * route wins at Alibaba Cloud. The very same block behind something else may be another way to the same VPC, and a wider one may be meant so.
 *
 * `own`: the VBRs that the AWS VPC itself is behind.
 */
export function overlapsOf(
    vpc: Vpc | null | undefined,
    { reached = [], table }: Networks,
    own: ReadonlySet<string>,
): Found {
    const where = table === undefined ? "in the CEN" : `in route table ${table.routeTableId}`;
    const others = reached.filter(
        ({ cidrBlock, id }) => cidrBlock !== everywhere && !(id !== undefined && own.has(id)),
    );
    const found: Found = { problems: [], warnings: [] };
    for (const block of vpc?.cidrBlocks ?? []) {
        for (const other of others.filter(({ cidrBlock }) => overlap(cidrBlock, block))) {
            const subject = `AWS VPC ${vpc?.vpcId ?? ""} has ${block}`;
            const rival = `${other.cidrBlock} of ${nameOf(other)} ${where}`;
            if (other.type === "VPC" || (covers(block, other.cidrBlock) && other.cidrBlock !== block)) {
                found.problems.push(
                    `${subject}, which overlaps ${rival}: one of the two could not be reached from the other side. Give one of them other addresses.`,
                );
            } else if (other.cidrBlock === block) {
                found.warnings.push(
                    `${subject}, as has ${nameOf(other)} ${where}. That is right where it is another way to the same VPC; else give one of the two other addresses.`,
                );
            } else {
                found.warnings.push(
                    `${subject}, which lies inside ${rival}: once the link is up, the more specific way leads to AWS. Where somebody behind ${nameOf(other)} has these addresses, give one of the two others.`,
                );
            }
        }
    }
    return found;
}

function nameOf({ id, type }: Reached): string {
    return id ?? `a network of type ${type}`;
}
