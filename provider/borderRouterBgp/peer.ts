import type { BgpPeer } from "../clouds/clouds";
import { CloudCallError } from "../clouds/errors";
import { findBgpPeer } from "./find";
import { aboutToWrite, clientToken, refuseToCut, waitUntilAvailable, writeUnlessDone, type BgpJob } from "./job";
import { peerReady } from "./status";

/** Adopts the group's peer, or makes one. */
export async function configurePeer(bgpGroupId: string, job: BgpJob): Promise<BgpPeer> {
    const { wanted, context, progress } = job;
    const { alibaba } = context.clouds;
    const find = async (): Promise<BgpPeer | undefined> => {
        const peer = await findBgpPeer(wanted, bgpGroupId, alibaba);
        progress.bgpPeerId = peer?.bgpPeerId ?? progress.bgpPeerId;
        return peer;
    };
    const existing = await find();
    if (existing !== undefined && existing.peerIpAddress !== wanted.peerIpAddress) {
        await movePeer(existing, job);
    }
    // A group with our mark has no peer but ours: a killed create may have made it.
    progress.madePeer ||= progress.madeGroup;
    return waitUntilAvailable(
        peerReady,
        find,
        async (generation) => {
            aboutToWrite(job, `BGP group ${bgpGroupId} has no peer`);
            progress.madePeer = true;
            await createPeer(bgpGroupId, generation, job);
        },
        job,
    );
}

async function movePeer({ bgpPeerId, bgpGroupId, peerIpAddress }: BgpPeer, job: BgpJob): Promise<void> {
    const wanted = job.wanted.peerIpAddress;
    const what = `BGP peer ${bgpPeerId}: the peer address ${peerIpAddress} must become ${wanted}`;
    await refuseToCut(job, ["peerIpAddress"], what);
    aboutToWrite(job, what);
    const { alibaba } = job.context.clouds;
    await writeUnlessDone(
        () => alibaba.modifyBgpPeer(bgpPeerId, { bgpGroupId, peerIpAddress: wanted }),
        async () => (await findBgpPeer(job.wanted, bgpGroupId, alibaba))?.peerIpAddress === wanted,
    );
}

/** BFD is on, with one hop since AWS sends TTL 1; without it a failover takes the hold time of 90 seconds. */
async function createPeer(bgpGroupId: string, generation: number, { wanted, context }: BgpJob): Promise<void> {
    const { vbrId, peerIpAddress } = wanted;
    const create = async (enableBfd: boolean): Promise<void> => {
        await context.clouds.alibaba.createBgpPeer({
            bgpGroupId,
            peerIpAddress,
            enableBfd,
            bfdMultiHop: enableBfd ? (wanted.bfdMultiHop ?? 1) : undefined,
            clientToken: clientToken("peer", bgpGroupId, peerIpAddress, enableBfd, generation),
        });
    };
    try {
        await create(wanted.enableBfd ?? true);
    } catch (error) {
        if (!(error instanceof CloudCallError) || error.code !== "QuotaExceeded.BfdSession") {
            throw error;
        }
        context.reporter.warn(
            `BGP peer of ${vbrId}: the quota of BFD sessions is used up, so it goes without; a failover then takes up to 90 s. Ask Alibaba Cloud for a higher quota.`,
        );
        await create(false);
    }
}
