import type { HandlerContext } from "../handler";
import { waitFor } from "../waiting/wait";
import type { BorderRouterBgpOutputs } from "./handler";
import { groupGone, peerGone, type BgpObjectState } from "./status";

const limitSeconds = 300;

/** Deletes what was made here, the peer before its group, and leaves what was only adopted. */
export async function removeBgp(
    olds: BorderRouterBgpOutputs,
    { clouds, clock, reporter }: HandlerContext,
): Promise<void> {
    const { alibaba } = clouds;
    const gone = async (table: typeof groupGone, state: () => Promise<string | undefined>): Promise<void> => {
        await waitFor<BgpObjectState, undefined>({
            table,
            look: async () => ({ state: ((await state()) ?? "not there") as BgpObjectState, value: undefined }),
            timeoutSeconds: limitSeconds,
            clock,
            reporter,
        });
    };
    const { bgpPeerId, bgpGroupId, vbrId } = olds;
    const peerState = async (): Promise<string | undefined> =>
        (await alibaba.describeBgpPeers(vbrId)).find((peer) => peer.bgpPeerId === bgpPeerId)?.status;
    const groupState = async (): Promise<string | undefined> =>
        (await alibaba.describeBgpGroups(vbrId)).find((group) => group.bgpGroupId === bgpGroupId)?.status;
    if (olds.madePeer && bgpPeerId !== "" && !isGoing(await peerState())) {
        await alibaba.deleteBgpPeer(bgpPeerId);
    }
    if (olds.madePeer) {
        await gone(peerGone, peerState);
    }
    if (olds.madeGroup && !isGoing(await groupState())) {
        await alibaba.deleteBgpGroup(bgpGroupId);
    }
    if (olds.madeGroup) {
        await gone(groupGone, groupState);
    } else {
        reporter.warn(
            `BGP group ${bgpGroupId} of ${vbrId} stays: it was there before, made by Alibaba Cloud's backend.`,
        );
    }
}

function isGoing(status: string | undefined): boolean {
    return status === undefined || status === "Deleting" || status === "Deleted";
}
