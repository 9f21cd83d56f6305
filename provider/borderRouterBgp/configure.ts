import { createHash } from "node:crypto";

import { CloudCallError } from "../clouds/errors";
import type { BgpGroup, BgpPeer } from "../clouds/clouds";
import type { HandlerContext } from "../handler";
import { required } from "../required";
import { waitFor } from "../waiting/wait";
import { groupReady, peerReady, type BgpObjectState } from "./status";

/** What both ends must agree on. */
export interface WantedBgp {
    vbrId: string;
    peerAsn: number;
    localAsn: number;
    /** Secret. */
    authKey: string;
    peerIpAddress: string;
    enableBfd?: boolean;
    bfdMultiHop?: number;
}

/** The group's name is the mark by which a create that was killed recognises its own work. Made from the VBR's ID, never from the URN. */
export function markOf(vbrId: string): string {
    return `multicloud-${vbrId}`;
}

/** At most 64 ASCII characters, and the same at every try, so that the cloud itself refuses to do a thing twice. */
function clientToken(...parts: string[]): string {
    return createHash("sha256").update(parts.join(" ")).digest("hex");
}

const limitSeconds = 300;

/** Adopts the VBR's BGP group, or makes one. */
export async function configureGroup(wanted: WantedBgp, context: HandlerContext): Promise<BgpGroup> {
    const { alibaba } = context.clouds;
    const { vbrId, peerAsn, localAsn, authKey } = wanted;
    const existing = (await alibaba.describeBgpGroups(vbrId)).find(({ status }) => status !== "Deleting");
    if (existing === undefined) {
        const name = markOf(vbrId);
        const description = "Made by pulumi-multicloud-connection";
        const token = clientToken("group", vbrId, String(peerAsn), String(localAsn), authKey);
        await alibaba.createBgpGroup({ vbrId, name, description, peerAsn, localAsn, authKey, clientToken: token });
    } else {
        await alignGroup(existing, wanted, context);
    }
    return available(
        groupReady,
        async () => (await alibaba.describeBgpGroups(vbrId)).find(({ status }) => status !== "Deleting"),
        context,
    );
}

/** LocalAsn and key were taken over before; a PeerAsn or key that differs is set, as long as no session would be cut. */
async function alignGroup(group: BgpGroup, wanted: WantedBgp, { clouds: { alibaba } }: HandlerContext): Promise<void> {
    const { vbrId, peerAsn, localAsn, authKey } = wanted;
    if (group.localAsn !== localAsn) {
        throw new Error(
            `BGP group ${group.bgpGroupId} of ${vbrId} has the local ASN ${group.localAsn}, the virtual interface ${localAsn}. Set bgp.localAsn to ${group.localAsn}.`,
        );
    }
    const change = {
        ...(group.peerAsn !== peerAsn && { peerAsn }),
        // A key that reads masked or not at all cannot be compared; it was handed in by whoever knows it.
        ...(group.authKey !== undefined && !/^\*+$/.test(group.authKey) && group.authKey !== authKey && { authKey }),
    };
    if (Object.keys(change).length === 0) {
        return;
    }
    await refuseIfEstablished(
        vbrId,
        `BGP group ${group.bgpGroupId}: ${Object.keys(change).join(" and ")} would change`,
        alibaba,
    );
    await alibaba.modifyBgpGroup(group.bgpGroupId, change);
}

/** Adopts the group's peer, or makes one. */
export async function configurePeer(
    bgpGroupId: string,
    wanted: WantedBgp,
    context: HandlerContext,
): Promise<{ peer: BgpPeer; made: boolean }> {
    const { alibaba } = context.clouds;
    const { vbrId, peerIpAddress } = wanted;
    const find = async (): Promise<BgpPeer | undefined> =>
        (await alibaba.describeBgpPeers(vbrId)).find(
            (peer) => peer.bgpGroupId === bgpGroupId && !peer.status.includes("Delet"),
        );
    const existing = await find();
    if (existing === undefined) {
        await createPeer(bgpGroupId, wanted, context);
    } else if (existing.peerIpAddress !== peerIpAddress) {
        const change = `BGP peer ${existing.bgpPeerId}: the peer address ${existing.peerIpAddress} would become ${peerIpAddress}`;
        await refuseIfEstablished(vbrId, change, alibaba);
        await alibaba.modifyBgpPeer(existing.bgpPeerId, { bgpGroupId, peerIpAddress });
    }
    return { peer: await available(peerReady, find, context), made: existing === undefined };
}

/** BFD is on, with one hop since AWS sends TTL 1; without it a failover takes the hold time of 90 seconds. */
async function createPeer(bgpGroupId: string, wanted: WantedBgp, { clouds, reporter }: HandlerContext): Promise<void> {
    const { peerIpAddress } = wanted;
    const create = async (enableBfd: boolean): Promise<void> => {
        const token = clientToken("peer", bgpGroupId, peerIpAddress, String(enableBfd));
        const bfdMultiHop = enableBfd ? (wanted.bfdMultiHop ?? 1) : undefined;
        await clouds.alibaba.createBgpPeer({ bgpGroupId, peerIpAddress, enableBfd, bfdMultiHop, clientToken: token });
    };
    try {
        await create(wanted.enableBfd ?? true);
    } catch (error) {
        if (!(error instanceof CloudCallError) || error.code !== "QuotaExceeded.BfdSession") {
            throw error;
        }
        reporter.warn(
            `BGP peer of ${wanted.vbrId}: the quota of BFD sessions is used up, so it goes without; a failover then takes up to 90 s.`,
        );
        await create(false);
    }
}

async function refuseIfEstablished(
    vbrId: string,
    change: string,
    alibaba: HandlerContext["clouds"]["alibaba"],
): Promise<void> {
    const established = (await alibaba.describeBgpPeers(vbrId)).some(({ bgpStatus }) => bgpStatus === "Established");
    if (established) {
        throw new Error(
            `${change}, and a session of it is Established: traffic would be cut. Change it in the Alibaba Cloud console in a maintenance window.`,
        );
    }
}

async function available<Item extends { status: string }>(
    table: typeof groupReady,
    find: () => Promise<Item | undefined>,
    { clock, reporter }: HandlerContext,
): Promise<Item> {
    const found = await waitFor<BgpObjectState, Item | undefined>({
        table,
        look: async () => {
            const value = await find();
            return { state: (value?.status ?? "not there") as BgpObjectState, value };
        },
        timeoutSeconds: limitSeconds,
        clock,
        reporter,
    });
    return required(found, table.subject);
}
