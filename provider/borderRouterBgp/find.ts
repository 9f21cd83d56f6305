import type { AlibabaCloud, BgpGroup, BgpPeer } from "../clouds/clouds";

/** The group's name is the mark by which a create that was killed recognises its own work. Made from the VBR's ID, never from the URN. */
export function markOf(vbrId: string): string {
    return `multicloud-${vbrId}`;
}

/** The VBR's BGP group: ours by its mark, else the one that was there. One that is going is none. */
export async function findBgpGroup(vbrId: string, alibaba: AlibabaCloud): Promise<BgpGroup | undefined> {
    return chooseBgpGroup(await alibaba.describeBgpGroups(vbrId), vbrId);
}

/** Of all of a VBR's. */
export function chooseBgpGroup(all: readonly BgpGroup[], vbrId: string): BgpGroup | undefined {
    const groups = all.filter(({ status }) => !isGoing(status));
    return groups.find(({ name }) => name === markOf(vbrId)) ?? groups[0];
}

/** The group's peer: the one that has the wanted address, else the one that was there. */
export async function findBgpPeer(
    { vbrId, peerIpAddress }: { vbrId: string; peerIpAddress: string },
    bgpGroupId: string,
    alibaba: AlibabaCloud,
): Promise<BgpPeer | undefined> {
    const peers = (await alibaba.describeBgpPeers(vbrId)).filter(
        (peer) => peer.bgpGroupId === bgpGroupId && !isGoing(peer.status),
    );
    return peers.find((peer) => peer.peerIpAddress === peerIpAddress) ?? peers[0];
}

export function isGoing(status: string): boolean {
    return status === "Deleting" || status === "Deleted";
}

/** A key that reads masked, or not at all, cannot be compared. */
export function isReadable(authKey: string | undefined): authKey is string {
    return authKey !== undefined && !/^\*+$/.test(authKey);
}
