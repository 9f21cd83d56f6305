import type { Given } from "../guide";
import type { BorderRouter } from "./circuit";
import type { AlibabaClient } from "./clients";
import { first, show, waitFor } from "./steps";

/** The gateway's ASN, agreed on before the gateway is there; Alibaba Cloud's own is fixed. */
export const amazonAsn = 64512;
export const alibabaAsn = 45104;

export interface Bgp {
    groupId: string;
    peerId: string;
}

export async function configureBgp(
    alibaba: AlibabaClient,
    { vbrId, bgpAuthKey }: Given,
    circuit: BorderRouter,
): Promise<Bgp> {
    const { BgpGroupId: groupId } = await alibaba.call<{ BgpGroupId: string }>("vpc", "CreateBgpGroup", {
        RegionId: alibaba.region,
        RouterId: vbrId,
        Name: "console-guide",
        PeerAsn: String(amazonAsn),
        AuthKey: bgpAuthKey,
        ClientToken: "console-guide-group",
    });
    await waitFor("BGP group", async () => first(await bgpGroups(alibaba, vbrId)).Status, "Available");
    const group = first(await bgpGroups(alibaba, vbrId));
    show("BGP group", {
        id: group.BgpGroupId,
        localAsn: group.LocalAsn,
        peerAsn: group.PeerAsn,
        sameKey: group.AuthKey === bgpAuthKey,
    });

    const { BgpPeerId: peerId } = await alibaba.call<{ BgpPeerId: string }>("vpc", "CreateBgpPeer", {
        RegionId: alibaba.region,
        BgpGroupId: groupId,
        PeerIpAddress: circuit.PeerGatewayIp,
        EnableBfd: "true",
        BfdMultiHop: "1",
        ClientToken: "console-guide-peer",
    });
    await waitFor("BGP peer", async () => first(await bgpPeers(alibaba, vbrId)).Status, "Available");
    const peer = first(await bgpPeers(alibaba, vbrId));
    show("BGP peer", { id: peer.BgpPeerId, address: peer.PeerIpAddress, bfd: peer.EnableBfd, hops: peer.BfdMultiHop });
    return { groupId, peerId };
}

/** A peer goes before its group. */
export async function deleteBgp(alibaba: AlibabaClient, vbrId: string, { groupId, peerId }: Bgp): Promise<void> {
    await alibaba.call("vpc", "DeleteBgpPeer", { RegionId: alibaba.region, BgpPeerId: peerId });
    const peersLeft = async (): Promise<number> => (await bgpPeers(alibaba, vbrId)).length;
    show("BGP peer deleted", { left: await waitFor("BGP peer", peersLeft, 0) });
    await alibaba.call("vpc", "DeleteBgpGroup", { RegionId: alibaba.region, BgpGroupId: groupId });
    const groupsLeft = async (): Promise<number> => (await bgpGroups(alibaba, vbrId)).length;
    show("BGP group deleted", { left: await waitFor("BGP group", groupsLeft, 0) });
}

interface BgpGroup {
    BgpGroupId: string;
    LocalAsn: string;
    PeerAsn: string;
    AuthKey: string;
    Status: string;
}

async function bgpGroups(alibaba: AlibabaClient, vbrId: string): Promise<BgpGroup[]> {
    const { BgpGroups } = await alibaba.call<{ BgpGroups: { BgpGroup: BgpGroup[] } }>("vpc", "DescribeBgpGroups", {
        RegionId: alibaba.region,
        RouterId: vbrId,
    });
    return BgpGroups.BgpGroup;
}

interface BgpPeer {
    BgpPeerId: string;
    PeerIpAddress: string;
    EnableBfd: boolean;
    BfdMultiHop: number;
    Status: string;
    BgpStatus: string;
}

export async function bgpPeers(alibaba: AlibabaClient, vbrId?: string): Promise<BgpPeer[]> {
    const { BgpPeers } = await alibaba.call<{ BgpPeers: { BgpPeer: BgpPeer[] } }>("vpc", "DescribeBgpPeers", {
        RegionId: alibaba.region,
        ...(vbrId !== undefined && { RouterId: vbrId }),
    });
    return BgpPeers.BgpPeer;
}
