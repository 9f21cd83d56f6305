import type { BgpGroup, BgpPeer, Vpc } from "../clouds/clouds";
import { isGoing } from "../borderRouterBgp/find";
import { mapKeepingFrom } from "../routes/routeMaps";
import { nothing, problems, together, warnings, type Found } from "./findings";
import type { Networks } from "./networks";

/** Of one address family; a hosted connection's cannot be raised (https://docs.aws.amazon.com/directconnect/latest/UserGuide/limits.html). */
const mostPrefixesToAws = 100;
const manyPrefixesToAws = 80;
/** Of one BGP peer; what is more is dropped (https://www.alibabacloud.com/help/en/express-connect/user-guide/limits). */
const mostRoutesToAlibaba = 110;
/** https://www.alibabacloud.com/help/en/express-connect/user-guide/limits */
const mostPeers = 8;

/** `own`: the VBRs that the AWS VPC itself is behind. */
export function prefixesOf(
    vpc: Vpc | null | undefined,
    networks: Networks,
    vbrId: string | undefined,
    own: ReadonlySet<string>,
): Found {
    return together(toAws(networks, vbrId, own), toAlibaba(vpc));
}

/** The transit router hands a VBR the active entries of its table, one a vSwitch, as far as the outgoing route maps let them through. */
function toAws({ table }: Networks, vbrId: string | undefined, own: ReadonlySet<string>): Found {
    if (table === undefined) {
        return nothing;
    }
    const { routeTableId, entries, routeMaps = [] } = table;
    const sent = entries.filter(
        (entry) =>
            isIpv4(entry.destinationCidrBlock) &&
            !own.has(entry.originResourceId ?? "") &&
            mapKeepingFrom(vbrId, entry, routeTableId, routeMaps) === undefined,
    );
    const count = new Set(sent.map(({ destinationCidrBlock }) => destinationCidrBlock)).size;
    const subject = `Route table ${routeTableId} holds ${count} prefixes for AWS, one for each vSwitch and each learned route`;
    const fix = "Keep some from the VBR by an outgoing route map, or aggregate them.";
    if (count > mostPrefixesToAws) {
        return problems([
            `${subject}; a virtual interface takes ${mostPrefixesToAws}, and BGP goes down above. ${fix}`,
        ]);
    }
    return warnings(
        count < manyPrefixesToAws
            ? []
            : [`${subject}; a virtual interface takes ${mostPrefixesToAws}, and above BGP goes down. ${fix}`],
    );
}

/** A virtual private gateway announces every block of its VPC. */
function toAlibaba(vpc: Vpc | null | undefined): Found {
    const count = vpc?.cidrBlocks.filter(isIpv4).length ?? 0;
    return warnings(
        count <= mostRoutesToAlibaba
            ? []
            : [
                  `AWS VPC ${vpc?.vpcId ?? ""} has ${count} blocks; a VBR's BGP peer takes ${mostRoutesToAlibaba} routes and drops the others without a word. Use fewer and larger blocks.`,
              ],
    );
}

function isIpv4(cidrBlock: string): boolean {
    return !cidrBlock.includes(":");
}

/** A peer that is there already is adopted; one more is made only where there is none in the group. */
export function bgpPeersOf(
    vbrId: string | undefined,
    group: BgpGroup | null | undefined,
    peers: readonly BgpPeer[] = [],
): Found {
    const standing = peers.filter(({ status }) => !isGoing(status));
    const isAdopted = standing.some(({ bgpGroupId }) => bgpGroupId === group?.bgpGroupId);
    return problems(
        isAdopted || standing.length < mostPeers
            ? []
            : [
                  `VBR ${vbrId ?? ""} has ${standing.length} BGP peers, and takes ${mostPeers}. Delete one that is not used, or name another VBR.`,
              ],
    );
}
