import type { AlibabaCloud, BgpGroup, BgpPeer } from "../../clouds/clouds";
import { ipOf } from "../../rules";
import type { LinkIds } from "../link";
import type { Attempt } from "./attempt";
import type { Circuit } from "./circuit";
import { reads } from "./reads";

/** What the VBR speaks BGP with. */
export interface BorderRouterBgp {
    bgpGroups: BgpGroup[] | undefined;
    /** The peer's. */
    bgpGroup: BgpGroup | undefined;
    bgpPeers: BgpPeer[] | undefined;
    bgpPeer: BgpPeer | undefined;
}

export async function readBgp(
    ids: LinkIds,
    circuit: Promise<Circuit>,
    alibaba: AlibabaCloud,
    attempt: Attempt,
): Promise<BorderRouterBgp> {
    const vbrId = ids.vbrId ?? circuit.then(({ borderRouter }) => borderRouter?.vbrId);
    const [bgpGroups, bgpPeers, { virtualInterface }] = await Promise.all([
        attempt(reads.bgpGroups, vbrId, (id) => alibaba.describeBgpGroups(id)),
        attempt(reads.bgpPeers, vbrId, (id) => alibaba.describeBgpPeers(id)),
        circuit,
    ]);
    const bgpPeer = peerOf(ids, bgpPeers ?? [], virtualInterface?.amazonAddress ?? "");
    const bgpGroup = (bgpGroups ?? []).find(
        ({ bgpGroupId }) => bgpPeer === undefined || bgpGroupId === bgpPeer.bgpGroupId,
    );
    return { bgpGroups, bgpGroup, bgpPeers, bgpPeer };
}

/** The one that is named; else the one that has AWS's address, or that could be meant to have it. */
function peerOf({ bgpPeerId }: LinkIds, peers: readonly BgpPeer[], amazonAddress: string): BgpPeer | undefined {
    return bgpPeerId === undefined
        ? (peers.find(({ peerIpAddress }) => peerIpAddress === ipOf(amazonAddress)) ?? peers[0])
        : peers.find((peer) => peer.bgpPeerId === bgpPeerId);
}
