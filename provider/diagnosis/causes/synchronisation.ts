import { covers, overlap } from "../../rules/cidrBlocks";
import type { Cause } from "../diagnose";
import type { AlibabaVpcFacts, LinkFacts, VpcRouteTableFacts } from "../facts";
import { few } from "../few";
import { attachmentOf, awsPrefixes, isOnBasicCen, meantVpcs } from "../networks";

type Entry = VpcRouteTableFacts["entries"][number];
type Findings = ReturnType<Cause["find"]>;

/** VPC, limits: custom route entries of one route table, synchronised ones among them. */
const mostEntries = 200;

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
            meantVpcs(facts).flatMap((vpc) =>
                (vpc.routeTables ?? []).flatMap((table) => [
                    ...findOwnEntries(table, facts),
                    ...findOverflow(table, facts),
                    ...findOtherConflicts(table, facts),
                ]),
            ),
    },
];

/** What the user has entered for AWS's blocks, or for parts of them, to lead elsewhere. */
function findOwnEntries({ vpcId, routeTableId, entries }: VpcRouteTableFacts, facts: LinkFacts): Findings {
    const own = attachmentOf(vpcId, facts)?.attachmentId;
    return entries
        .filter(({ type, nextHopId }) => type === "Custom" && nextHopId !== own)
        .filter(({ destinationCidrBlock }) => awsPrefixes(facts).some((block) => covers(block, destinationCidrBlock)))
        .map(({ destinationCidrBlock, nextHopId, nextHopType }) => ({
            says: `${routeTableId} of ${vpcId} has an entry of its own for ${destinationCidrBlock} (to ${nextHopId === "" ? nextHopType : nextHopId}), which wins over the route to AWS.`,
            fix: `Delete the entry of ${destinationCidrBlock} from ${routeTableId}.`,
        }));
}

/** A full table has no room for a route that is not in it. */
function findOverflow({ vpcId, routeTableId, entries, conflicts }: VpcRouteTableFacts, facts: LinkFacts): Findings {
    const counted = entries.filter(({ type }) => type === "Custom" || type === "CEN");
    const isFull = counted.length >= mostEntries || (conflicts ?? []).some(({ status }) => status === "overflow");
    const missing = awsPrefixes(facts).filter((block) =>
        entries.every(({ destinationCidrBlock }) => destinationCidrBlock !== block),
    );
    return isFull && missing.length > 0
        ? [
              {
                  says: `${routeTableId} of ${vpcId} is full with ${counted.length} entries: ${few(missing)} of AWS does not fit.`,
                  fix: "Ask for a higher quota of custom route entries, or delete some.",
              },
          ]
        : [];
}

/** What CEN itself reports, and no entry of the user's explains. */
function findOtherConflicts(
    { vpcId, routeTableId, entries, conflicts }: VpcRouteTableFacts,
    facts: LinkFacts,
): Findings {
    return (conflicts ?? [])
        .filter(({ status }) => status !== "overflow")
        .filter(({ destinationCidrBlock }) => awsPrefixes(facts).some((block) => overlap(block, destinationCidrBlock)))
        .filter(({ destinationCidrBlock }) =>
            entries.every((entry) => entry.type !== "Custom" || entry.destinationCidrBlock !== destinationCidrBlock),
        )
        .map(({ destinationCidrBlock, status }) => ({
            says: `CEN's route of ${destinationCidrBlock} does not get into ${routeTableId} of ${vpcId} (${status}).`,
            fix: `Delete the entry of ${destinationCidrBlock} from ${routeTableId}.`,
        }));
}

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
