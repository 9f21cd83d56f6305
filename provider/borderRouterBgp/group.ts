import type { BgpGroup } from "../clouds/clouds";
import { findBgpGroup, isReadable, markOf } from "./find";
import {
    aboutToWrite,
    clientToken,
    fingerprint,
    refuseToCut,
    waitUntilAvailable,
    writeUnlessDone,
    type BgpJob,
} from "./job";
import { groupReady } from "./status";

/** Adopts the VBR's BGP group, or makes one. */
export async function configureGroup(job: BgpJob): Promise<BgpGroup> {
    const { wanted, context, progress } = job;
    const { vbrId, peerAsn, localAsn, authKey } = wanted;
    const { alibaba } = context.clouds;
    const find = async (): Promise<BgpGroup | undefined> => {
        const group = await findBgpGroup(vbrId, alibaba);
        if (group !== undefined) {
            progress.bgpGroupId = group.bgpGroupId;
            // The mark tells whose the group is, even to a create that comes after one that was killed.
            progress.madeGroup = group.name === markOf(vbrId);
        }
        return group;
    };
    const existing = await find();
    if (existing !== undefined) {
        await alignGroup(existing, job);
    }
    return waitUntilAvailable(
        groupReady,
        find,
        async (generation) => {
            aboutToWrite(job, "it has no BGP group");
            await alibaba.createBgpGroup({
                vbrId,
                name: markOf(vbrId),
                description: "Made by pulumi-multicloud-connection",
                peerAsn,
                localAsn,
                authKey,
                clientToken: clientToken("group", vbrId, peerAsn, localAsn, fingerprint(authKey, vbrId), generation),
            });
        },
        job,
    );
}

/** LocalAsn and key were taken over before; what differs is set, as long as no session would be cut. */
async function alignGroup(group: BgpGroup, job: BgpJob): Promise<void> {
    const { wanted, announced, context } = job;
    const { vbrId, peerAsn, localAsn, authKey, replaceAuthKey } = wanted;
    const { bgpGroupId } = group;
    const isOurs = group.name === markOf(vbrId);
    // What the cloud does not tell is compared with nothing: half an answer must not lead to a write.
    const { localAsn: localAsnNow = localAsn, peerAsn: peerAsnNow = peerAsn } = group;
    if (localAsnNow !== localAsn && !isOurs && !announced.has("localAsn")) {
        throw new Error(
            `BGP group ${bgpGroupId} of ${vbrId} has the local ASN ${localAsnNow}, the virtual interface ${localAsn}. Set the group's to ${localAsn} in the Alibaba Cloud console, then run pulumi up again.`,
        );
    }
    const keyDiffers = isReadable(group.authKey)
        ? group.authKey !== authKey
        : replaceAuthKey === true || announced.has("authKey");
    const change = {
        ...(peerAsnNow !== peerAsn && { peerAsn }),
        ...(localAsnNow !== localAsn && { localAsn }),
        ...(keyDiffers && { authKey }),
    };
    const keys = Object.keys(change) as (keyof typeof change)[];
    if (keys.length === 0) {
        return;
    }
    const what = `BGP group ${bgpGroupId}: ${keys.join(" and ")} must change`;
    await refuseToCut(job, keys, what);
    aboutToWrite(job, what);
    const { alibaba } = context.clouds;
    await writeUnlessDone(
        () => alibaba.modifyBgpGroup(bgpGroupId, change),
        async () => {
            const now = await findBgpGroup(vbrId, alibaba);
            return keys.every((key) => now?.[key] === change[key]);
        },
    );
}
