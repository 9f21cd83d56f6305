import { overlap } from "../../rules/cidrBlocks";
import type { Cause } from "../diagnose";
import type { AlibabaVpcFacts, LinkFacts } from "../facts";
import { attachmentOf, awsPrefixes, isOnBasicCen, meantVpcs } from "../networks";

type Entry = NonNullable<AlibabaVpcFacts["routeTables"]>[number]["entries"][number];

/** What keeps synchronised routes out of a VPC's route tables. */
export const synchronisationCauses: readonly Cause[] = [
    {
        name: "synchronisation-blocked",
        find: (facts) =>
            meantVpcs(facts).flatMap((vpc) => {
                const blocker = blockerOf(vpc, facts);
                return blocker === undefined
                    ? []
                    : [
                          {
                              says: `${vpc.vpcId} takes routes from ${blocker}, which blocks route synchronisation with the transit router.`,
                              fix: `Turn the propagation from ${blocker} off, or detach it.`,
                          },
                      ];
            }),
    },
    {
        name: "vpc-route-conflict",
        find: (facts) =>
            meantVpcs(facts).flatMap(({ vpcId, routeTables }) =>
                (routeTables ?? []).flatMap(({ routeTableId, conflicts, entries }) =>
                    (conflicts ?? [])
                        .filter(({ destinationCidrBlock }) =>
                            awsPrefixes(facts).some((block) => overlap(block, destinationCidrBlock)),
                        )
                        .map(({ destinationCidrBlock, status }) => {
                            const own = entries.find((entry) => entry.destinationCidrBlock === destinationCidrBlock);
                            return status === "overflow"
                                ? {
                                      says: `${routeTableId} of ${vpcId} is full: ${destinationCidrBlock} does not fit beside its ${entries.length} entries.`,
                                      fix: "Ask for a higher quota of custom route entries, or delete some.",
                                  }
                                : {
                                      says: `${routeTableId} of ${vpcId} has an entry of its own for ${destinationCidrBlock}${own ? ` (to ${own.nextHopId || own.nextHopType})` : ""}, which keeps the route to AWS out (${status}).`,
                                      fix: `Delete the entry of ${destinationCidrBlock} from ${routeTableId}.`,
                                  };
                        }),
                ),
            ),
    },
];

/**
 * A Basic CEN beside the Enterprise transit router, another transit router, or a VPN gateway whose BGP routes the VPC takes
 * (https://www.alibabacloud.com/help/en/cen/user-guide/route-synchronization).
 */
function blockerOf({ vpcId, routeTables }: AlibabaVpcFacts, facts: LinkFacts): string | undefined {
    const { cenChildren = [] } = facts.alibaba;
    const own = attachmentOf(vpcId, facts)?.attachmentId;
    if (own === undefined || isOnBasicCen(facts)) {
        return undefined;
    }
    const entries = (routeTables ?? []).flatMap((table) => table.entries);
    const foreign = entries.find((entry) => isLearnedElsewhere(entry, own));
    const child = cenChildren.find(({ childInstanceId }) => childInstanceId === vpcId);
    return foreign?.nextHopId ?? (child && `Basic CEN ${facts.ids.cenId ?? ""}`);
}

function isLearnedElsewhere({ type, nextHopType, nextHopId }: Entry, ownAttachmentId: string): boolean {
    return type === "BGP" || (type === "CEN" && nextHopType === "Attachment" && nextHopId !== ownAttachmentId);
}
