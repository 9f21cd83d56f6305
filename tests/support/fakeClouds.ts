import type {
    AlibabaCloud,
    AwsCloud,
    BgpGroup,
    BgpPeer,
    BorderRouter,
    Clouds,
    HostedConnection,
    Identity,
    RouteTable,
    VirtualInterface,
    VpnGateway,
} from "../../provider/clouds/clouds";

export interface FakeState {
    awsIdentity: Identity;
    alibabaIdentity: Identity;
    connections: HostedConnection[];
    virtualInterfaces: VirtualInterface[];
    vpnGateways: VpnGateway[];
    vpcIds: string[];
    routeTables: RouteTable[];
    borderRouters: BorderRouter[];
    groups: BgpGroup[];
    peers: BgpPeer[];
    cenIds: string[];
    transitRouters: { cenId: string; transitRouterId: string; regionId: string }[];
    billingOpened: boolean;
}

export interface FakeClouds extends Clouds {
    state: FakeState;
    /** Every write, in order: `[method, ...arguments]`. */
    writes: unknown[][];
    /** Throws what it returns, once per entry, before a write of this name takes effect. */
    failures: Partial<Record<string, Error[]>>;
}

/** Where both are, as a resource keeps it in its outputs. */
export const awsAccount = { awsAccountId: "123456789012", awsRegion: "ap-southeast-1" };
export const alibabaAccount = { alibabaAccountId: "1234567890123456", alibabaRegion: "ap-southeast-1" };

/** Both clouds in memory, as they are once the circuit is active: tests change `state` to what they are about. */
export function fakeClouds(changes: Partial<FakeState> = {}): FakeClouds {
    const state: FakeState = { ...activeState(), ...changes };
    const writes: unknown[][] = [];
    const failures: FakeClouds["failures"] = {};
    const write = (...call: [string, ...unknown[]]): void => {
        writes.push(call);
        const failure = failures[call[0]]?.shift();
        if (failure !== undefined) {
            throw failure;
        }
    };
    return { state, writes, failures, aws: fakeAws(state, write), alibaba: fakeAlibaba(state, write) };
}

type Write = (...call: [string, ...unknown[]]) => void;

function fakeAws(state: FakeState, write: Write): AwsCloud {
    return {
        identity: () => Promise.resolve(state.awsIdentity),
        describeConnections: () => Promise.resolve(structuredClone(state.connections)),
        confirmConnection: attempt((connectionId: string) => write("confirmConnection", connectionId)),
        deleteConnection: attempt((connectionId: string) => write("deleteConnection", connectionId)),
        tagConnection: attempt((connectionId: string, tags: object) => write("tagConnection", connectionId, tags)),
        untagConnection: attempt((connectionId: string, keys: string[]) =>
            write("untagConnection", connectionId, keys),
        ),
        describeVirtualInterfaces: () => Promise.resolve(structuredClone(state.virtualInterfaces)),
        describeVpnGateways: (ids) =>
            Promise.resolve(state.vpnGateways.filter(({ vpnGatewayId }) => ids?.includes(vpnGatewayId) ?? true)),
        describeVpnGatewaysOfVpc: (vpcId) =>
            Promise.resolve(
                state.vpnGateways.filter(({ attachments }) => attachments.some((other) => other.vpcId === vpcId)),
            ),
        describeVpcs: (ids) =>
            Promise.resolve(
                state.vpcIds.filter((id) => ids.includes(id)).map((vpcId) => ({ vpcId, cidrBlocks: ["10.0.0.0/16"] })),
            ),
        describeRouteTables: (ids) =>
            Promise.resolve(state.routeTables.filter(({ routeTableId }) => ids.includes(routeTableId))),
    };
}

function fakeAlibaba(state: FakeState, write: Write): AlibabaCloud {
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
        describeTransitRouter: (cenId, transitRouterId) => {
            const found = state.transitRouters.find(
                (router) => router.cenId === cenId && router.transitRouterId === transitRouterId,
            );
            return Promise.resolve(found && { ...found, status: "Active", type: "Enterprise" });
        },
        listBorderRouterAttachments: () => Promise.resolve([]),
    };
}

/** A call that throws rejects, as a real client's does. */
function attempt<Arguments extends unknown[], Result>(
    call: (...values: Arguments) => Result,
): (...values: Arguments) => Promise<Result> {
    return (...values) =>
        new Promise((resolve) => {
            resolve(call(...values));
        });
}

/** Each look finds what the last one left in passing finished. */
function progress<Item extends { status: string }>(items: Item[]): Item[] {
    return items
        .filter(({ status }) => status !== "Deleting")
        .map((item) => (["Pending", "Modifying"].includes(item.status) ? { ...item, status: "Available" } : item));
}

export function makeGroup(changes: Partial<BgpGroup> = {}): BgpGroup {
    return {
        bgpGroupId: "bgpg-backend",
        vbrId: "vbr-1",
        name: "multi-cloud",
        status: "Available",
        peerAsn: 64512,
        localAsn: 45104,
        authKey: "key-of-the-backend",
        isFake: false,
        ...changes,
    };
}

export function makePeer(changes: Partial<BgpPeer> = {}): BgpPeer {
    return {
        bgpPeerId: "bgp-backend",
        bgpGroupId: "bgpg-backend",
        vbrId: "vbr-1",
        peerIpAddress: "169.254.10.2",
        status: "Available",
        bgpStatus: "Idle",
        enableBfd: true,
        bfdMultiHop: 1,
        advertisedRouteCount: undefined,
        receivedRouteCount: undefined,
        ...changes,
    };
}

export function makeVirtualInterface(changes: Partial<VirtualInterface> = {}): VirtualInterface {
    return {
        virtualInterfaceId: "dxvif-1",
        virtualInterfaceState: "available",
        connectionId: "dxcon-1",
        vlan: 101,
        asn: 45104,
        amazonSideAsn: 64512,
        authKey: "key-of-the-backend",
        amazonAddress: "169.254.10.2/30",
        customerAddress: "169.254.10.1/30",
        virtualGatewayId: "vgw-1",
        bgpPeers: [{ bgpPeerId: "dxpeer-1", addressFamily: "ipv4", bgpPeerState: "available", bgpStatus: "down" }],
        ...changes,
    };
}

export function makeBorderRouter(changes: Partial<BorderRouter> = {}): BorderRouter {
    return {
        vbrId: "vbr-1",
        status: "active",
        name: "multi-cloud",
        vlanId: 101,
        localGatewayIp: "169.254.10.1",
        peerGatewayIp: "169.254.10.2",
        peeringSubnetMask: "255.255.255.252",
        accessPointId: "ap-1",
        physicalConnectionId: "pc-1",
        physicalConnectionOwnerUid: "9999999999999999",
        physicalConnectionStatus: "Enabled",
        physicalConnectionBusinessStatus: "Normal",
        expireTime: "2027-01-01T00:00:00Z",
        own: true,
        cenIds: [],
        ...changes,
    };
}

export function makeConnection(changes: Partial<HostedConnection> = {}): HostedConnection {
    return {
        connectionId: "dxcon-1",
        connectionName: "multi-cloud",
        connectionState: "available",
        ownerAccount: "123456789012",
        region: "ap-southeast-1",
        location: "EqSG2",
        bandwidth: "1Gbps",
        vlan: 101,
        partnerName: "Alibaba Cloud",
        tags: {},
        ...changes,
    };
}

function activeState(): FakeState {
    return {
        awsIdentity: { accountId: awsAccount.awsAccountId, region: awsAccount.awsRegion },
        alibabaIdentity: { accountId: alibabaAccount.alibabaAccountId, region: alibabaAccount.alibabaRegion },
        connections: [makeConnection()],
        virtualInterfaces: [],
        vpnGateways: [
            {
                vpnGatewayId: "vgw-1",
                state: "available",
                amazonSideAsn: 64512,
                attachments: [{ vpcId: "vpc-1", state: "attached" }],
                tags: {},
            },
        ],
        vpcIds: ["vpc-1"],
        routeTables: [{ routeTableId: "rtb-1", vpcId: "vpc-1", propagatingVpnGatewayIds: [], routes: [] }],
        borderRouters: [makeBorderRouter()],
        groups: [],
        peers: [],
        cenIds: ["cen-1"],
        transitRouters: [{ cenId: "cen-1", transitRouterId: "tr-1", regionId: "ap-southeast-1" }],
        billingOpened: true,
    };
}
