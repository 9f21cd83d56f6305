import { requireExpectedAccounts, type ExpectedAccounts } from "../accounts";
import type { HandlerContext } from "../handler";
import { waitFor, type WaitTable } from "../waiting/wait";
import { isGoing } from "./find";
import type { BorderRouterBgpOutputs } from "./handler";
import { defaultBgpLimitSeconds } from "./job";
import { groupGone, peerGone, settled, type BgpObjectState } from "./status";

type RemovedBgp = ExpectedAccounts &
    Pick<BorderRouterBgpOutputs, "vbrId" | "bgpGroupId" | "bgpPeerId" | "madeGroup" | "madePeer" | "timeoutSeconds">;

/** Deletes what was made here, the peer before its group, and leaves what was only adopted. */
export async function removeBgp(olds: RemovedBgp, context: HandlerContext): Promise<void> {
    const { bgpPeerId, bgpGroupId, vbrId, madePeer, madeGroup } = olds;
    const { alibaba } = context.clouds;
    const limitSeconds = olds.timeoutSeconds ?? defaultBgpLimitSeconds;
    // In another account nothing is there: that must not pass for deleted.
    await requireExpectedAccounts(olds, context.clouds);
    if (madePeer && bgpPeerId !== "") {
        const status = async (): Promise<string | undefined> =>
            (await alibaba.describeBgpPeers(vbrId)).find((peer) => peer.bgpPeerId === bgpPeerId)?.status;
        await remove(peerGone, status, () => alibaba.deleteBgpPeer(bgpPeerId), limitSeconds, context);
    }
    if (madeGroup) {
        const status = async (): Promise<string | undefined> =>
            (await alibaba.describeBgpGroups(vbrId)).find((group) => group.bgpGroupId === bgpGroupId)?.status;
        await remove(groupGone, status, () => alibaba.deleteBgpGroup(bgpGroupId), limitSeconds, context);
    }
    const stays = [
        madeGroup ? [] : [`group ${bgpGroupId}`],
        madePeer || bgpPeerId === "" ? [] : [`peer ${bgpPeerId}`],
    ].flat();
    if (stays.length > 0) {
        context.reporter.info(`BGP ${stays.join(" and ")} of ${vbrId} stays: it was there before and only adopted.`);
    }
}

async function remove(
    table: WaitTable<BgpObjectState>,
    status: () => Promise<string | undefined>,
    order: () => Promise<void>,
    timeoutSeconds: number,
    { clock, reporter, signal }: HandlerContext,
): Promise<void> {
    const waitUntil = async (until: WaitTable<BgpObjectState>): Promise<void> => {
        await waitFor<BgpObjectState, undefined>({
            table: until,
            look: async () => ({ state: ((await status()) ?? "not there") as BgpObjectState, value: undefined }),
            timeoutSeconds,
            clock,
            reporter,
            signal,
        });
    };
    let before = await status();
    if (before === "Pending" || before === "Modifying") {
        await waitUntil(settled);
        before = await status();
    }
    if (before === undefined) {
        return;
    }
    if (!isGoing(before)) {
        try {
            await order();
        } catch (error) {
            // Somebody else may have been faster, or an earlier try whose answer was lost.
            const now = await status();
            if (now !== undefined && !isGoing(now)) {
                throw error;
            }
        }
    }
    await waitUntil(table);
}
