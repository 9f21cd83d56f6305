import type { ExpectedAccounts } from "../accounts";
import type { HandlerContext } from "../handler";
import { acceptedForTag } from "../rules/marks";
import { sayWhatStays } from "../hostedConnectionRelease/release";
import { isGoing, markOf } from "../borderRouterBgp/find";
import { removeBgp } from "../borderRouterBgp/remove";

/**
 * What a killed `up` has made for the VBR, and what no state knows of since the answer was lost. The VBR goes last of all that belongs to it, so what then
 * carries our mark has no owner: BGP is deleted, and an accepted connection, which cannot be had back, is spoken of. A session that is up is left: somebody
 * has kept it on purpose.
 */
export async function removeLeftovers(
    vbrId: string,
    { own, ...accounts }: ExpectedAccounts & { own?: boolean },
    context: HandlerContext,
): Promise<void> {
    if (own !== false) {
        await removeMarkedBgp(vbrId, accounts, context);
    }
    const connections = await context.clouds.aws.describeConnections();
    for (const { connectionId } of connections.filter(({ tags }) => tags[acceptedForTag] === vbrId)) {
        await sayWhatStays(connectionId, { made: true, vbrId, ...accounts }, context);
    }
}

async function removeMarkedBgp(vbrId: string, accounts: ExpectedAccounts, context: HandlerContext): Promise<void> {
    const { alibaba } = context.clouds;
    const [groups, peers] = await Promise.all([alibaba.describeBgpGroups(vbrId), alibaba.describeBgpPeers(vbrId)]);
    for (const { bgpGroupId } of groups.filter(({ name, status }) => name === markOf(vbrId) && !isGoing(status))) {
        const peer = peers.find((each) => each.bgpGroupId === bgpGroupId);
        if (peer?.bgpStatus === "Established") {
            context.reporter.warn(
                `BGP group ${bgpGroupId} of ${vbrId} stays, since its session is up. Delete it in the Alibaba Cloud console.`,
            );
            continue;
        }
        const { alibabaAccountId, alibabaRegion } = accounts;
        const bgpPeerId = peer?.bgpPeerId ?? "";
        await removeBgp(
            { alibabaAccountId, alibabaRegion, vbrId, bgpGroupId, bgpPeerId, madeGroup: true, madePeer: true },
            context,
        );
        context.reporter.info(
            `BGP group ${bgpGroupId} of ${vbrId}, which an interrupted pulumi up had made, is deleted.`,
        );
    }
}
