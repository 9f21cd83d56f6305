import type { AlibabaCloud } from "../../provider/clouds/clouds";
import { fakeAlibabaNetwork } from "./fakeNetwork";
import type { FakeState } from "./fakeState";
import { fakeVpcRoutes } from "./fakeVpcRoutes";
import { makeGroup, makePeer } from "./samples";
import { attempt, type Write } from "./writing";

export function fakeAlibaba(state: FakeState, write: Write): AlibabaCloud {
    return {
        identity: () => Promise.resolve(state.alibabaIdentity),
        describeBorderRouters: () => Promise.resolve(structuredClone(state.borderRouters)),
        describeBgpGroups: (vbrId) => {
            const answer = structuredClone(state.groups.filter((group) => group.vbrId === vbrId));
            state.groups = progress(state.groups);
            return Promise.resolve(answer);
        },
        createBgpGroup: attempt((group: Parameters<AlibabaCloud["createBgpGroup"]>[0]) => {
            write("createBgpGroup", group);
            const bgpGroupId = `bgpg-${state.groups.length + 1}`;
            const { vbrId, name, peerAsn, localAsn = 45104, authKey = "" } = group;
            state.groups.push(makeGroup({ bgpGroupId, vbrId, name, peerAsn, localAsn, authKey, status: "Pending" }));
            return bgpGroupId;
        }),
        modifyBgpGroup: attempt((id: string, change: object) => {
            write("modifyBgpGroup", id, change);
            const group = state.groups.find(({ bgpGroupId }) => bgpGroupId === id);
            Object.assign(group ?? {}, change, { status: "Pending" });
        }),
        deleteBgpGroup: attempt((id: string) => {
            write("deleteBgpGroup", id);
            Object.assign(state.groups.find(({ bgpGroupId }) => bgpGroupId === id) ?? {}, { status: "Deleting" });
        }),
        describeBgpPeers: (vbrId) => {
            const answer = structuredClone(state.peers.filter((peer) => peer.vbrId === vbrId));
            state.peers = progress(state.peers);
            return Promise.resolve(answer);
        },
        createBgpPeer: attempt((peer: Parameters<AlibabaCloud["createBgpPeer"]>[0]) => {
            write("createBgpPeer", peer);
            const bgpPeerId = `bgp-${state.peers.length + 1}`;
            const { bgpGroupId, peerIpAddress, enableBfd, bfdMultiHop } = peer;
            state.peers.push(
                makePeer({ bgpPeerId, bgpGroupId, peerIpAddress, enableBfd, bfdMultiHop, status: "Pending" }),
            );
            return bgpPeerId;
        }),
        modifyBgpPeer: attempt((id: string, change: { bgpGroupId: string; peerIpAddress: string }) => {
            write("modifyBgpPeer", id, change);
            Object.assign(state.peers.find(({ bgpPeerId }) => bgpPeerId === id) ?? {}, change, { status: "Modifying" });
        }),
        deleteBgpPeer: attempt((id: string) => {
            write("deleteBgpPeer", id);
            Object.assign(state.peers.find(({ bgpPeerId }) => bgpPeerId === id) ?? {}, { status: "Deleting" });
        }),
        outboundBillingOpened: () => Promise.resolve(state.billingOpened),
        describeCen: (cenId) => Promise.resolve(state.cenIds.includes(cenId) ? { cenId, status: "Active" } : undefined),
        listTransitRouters: (cenId) =>
            Promise.resolve(
                state.transitRouters
                    .filter((router) => router.cenId === cenId)
                    .map(({ cenId: _cen, ...router }) => ({ type: "Enterprise", ...router })),
            ),
        listBorderRouterAttachments: (cenId, transitRouterId) =>
            Promise.resolve(
                state.attachments.filter((other) => other.cenId === cenId && other.transitRouterId === transitRouterId),
            ),
        ...fakeVpcRoutes(state, write),
        grantorToCen: (vbrId, cenId) =>
            Promise.resolve(state.grants.find((grant) => grant.vbrId === vbrId && grant.cenId === cenId)?.ownerId),
        ...fakeAlibabaNetwork(state),
    };
}

/** Each look finds what the last one left in passing finished. */
function progress<Item extends { status: string }>(items: Item[]): Item[] {
    return items
        .filter(({ status }) => status !== "Deleting")
        .map((item) => (["Pending", "Modifying"].includes(item.status) ? { ...item, status: "Available" } : item));
}
