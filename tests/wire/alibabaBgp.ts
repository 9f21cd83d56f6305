import type { Guesses } from "../../simulator/world/guesses";
import { at, startAlibaba, type AlibabaOptions, type AlibabaServer, type Answer, type Query } from "./alibabaServer";

/** The Alibaba side whose connection is Running, and the calls that make BGP groups and peers on its VBR. */
export interface BgpServer extends AlibabaServer {
    newGroup(changes?: Query): Query;
    newPeer(groupId: string, changes?: Query): Query;
    /** Lets what was asked for take effect. */
    settle(): void;
    makeGroup(changes?: Query): Promise<string>;
    makePeer(groupId: string, changes?: Query): Promise<string>;
    groups(query?: Query): Promise<Answer[]>;
    peers(query?: Query): Promise<Answer[]>;
}

export async function startBgp(guesses: Partial<Guesses> = {}, options: AlibabaOptions = {}): Promise<BgpServer> {
    const server = await startAlibaba(guesses, options);
    server.clock.advance(server.world.durations.backendConfiguration);
    return withBgp(server);
}

export function withBgp(server: AlibabaServer): BgpServer {
    const newGroup = (changes: Query = {}): Query => ({
        RouterId: server.order.vbrId,
        PeerAsn: "64512",
        AuthKey: "0123456789",
        ...changes,
    });
    const newPeer = (BgpGroupId: string, changes: Query = {}): Query => ({
        BgpGroupId,
        PeerIpAddress: "169.254.10.2",
        EnableBfd: "true",
        BfdMultiHop: "1",
        ...changes,
    });
    const settle = (): void => server.clock.advance(server.world.durations.bgpGroupOrPeer);
    return {
        ...server,
        newGroup,
        newPeer,
        settle,
        async makeGroup(changes) {
            const { BgpGroupId } = await server.call("vpc", "CreateBgpGroup", newGroup(changes));
            settle();
            return String(BgpGroupId);
        },
        async makePeer(groupId, changes) {
            const { BgpPeerId } = await server.call("vpc", "CreateBgpPeer", newPeer(groupId, changes));
            settle();
            return String(BgpPeerId);
        },
        groups: async (query) => at(await server.call("vpc", "DescribeBgpGroups", query), "BgpGroups", "BgpGroup"),
        peers: async (query) => at(await server.call("vpc", "DescribeBgpPeers", query), "BgpPeers", "BgpPeer"),
    };
}

export const cannotOperate = "InvalidStatus.CannotOperate 400: invalid status cannot operate";
export const trafficNotEnabled =
    "OperationFailed.PconnTrafficNotEnable 400: The operation is failed because of PconnTrafficNotEnable.";
