import { findScenario } from "../../../simulator/scenarios/index";
import type {
    BgpGroup,
    BgpPeer,
    BorderRouter,
    Circuit,
    TransitRouterAttachment,
    TransitRouterRouteTable,
} from "../../../simulator/world/alibabaState";
import type {
    AwsBgpPeer,
    AwsRouteTable,
    AwsVpc,
    HostedConnection,
    VirtualInterface,
    VpnGateway,
} from "../../../simulator/world/awsState";
import { ManualClock } from "../../../simulator/world/clock";
import { hostedConnectionConfirmed } from "../../../simulator/world/circuit";
import type { Guesses } from "../../../simulator/world/guesses";
import { World } from "../../../simulator/world/world";

/** A world in which everything is right: the session comes up `bgpSession` seconds from its start. */
export interface Joined {
    world: World;
    clock: ManualClock;
    connection: HostedConnection;
    vif: VirtualInterface;
    awsPeer: AwsBgpPeer;
    gateway: VpnGateway;
    vpc: AwsVpc;
    mainTable: AwsRouteTable;
    otherTable: AwsRouteTable;
    circuit: Circuit;
    borderRouter: BorderRouter;
    group: BgpGroup;
    peer: BgpPeer;
    attachment: TransitRouterAttachment;
    systemTable: TransitRouterRouteTable;
}

export function only<Value>(values: Iterable<Value>): Value {
    const [value, ...others] = values;
    if (value === undefined || others.length > 0) {
        throw new Error("expected exactly one");
    }
    return value;
}

/** The start of a scenario, on a clock that stands still. */
export function start(scenario: string, guesses: Partial<Guesses> = {}): { world: World; clock: ManualClock } {
    const clock = new ManualClock();
    const { build, durations, guesses: ofScenario } = findScenario(scenario);
    const world = new World(clock, { durations, guesses: { ...ofScenario, ...guesses } });
    build(world);
    world.changed();
    return { world, clock };
}

/** What ConfirmConnection does once it has validated. */
export function confirm(world: World, connection: HostedConnection): void {
    connection.connectionState = "pending";
    hostedConnectionConfirmed(world, connection);
    world.changed();
}

/** Everything is set up and has just begun to be right; no time has passed since. */
export function join(guesses: Partial<Guesses> = {}): Joined {
    const { world, clock } = start("default", guesses);
    const connection = only(world.aws.connections.values());
    const borderRouter = only(world.alibaba.borderRouters.values());
    const systemTable = only(world.alibaba.routeTables.values());
    confirm(world, connection);
    clock.advance(world.durations.backendConfiguration);
    const gateway = addGateway(world);
    const [mainTable, otherTable] = [...world.aws.routeTables.values()] as [AwsRouteTable, AwsRouteTable];
    mainTable.propagatingVgws.push(gateway.vpnGatewayId);
    const joined: Joined = {
        world,
        clock,
        connection,
        ...addVirtualInterface(world, connection, gateway),
        gateway,
        vpc: only(world.aws.vpcs.values()),
        mainTable,
        otherTable,
        circuit: only(world.alibaba.circuits.values()),
        borderRouter,
        ...addBgp(world, borderRouter),
        attachment: addAttachment(world, borderRouter, systemTable),
        systemTable,
    };
    world.changed();
    return joined;
}

/** The joined world with its session up, and with all routes in the tables. */
export function joinAndWait(guesses: Partial<Guesses> = {}): Joined {
    const joined = join(guesses);
    joined.clock.advance(joined.world.durations.bgpSession + joined.world.durations.routeInstallation);
    return joined;
}

function addGateway(world: World): VpnGateway {
    const gateway: VpnGateway = {
        vpnGatewayId: "vgw-00000001",
        ownerAccount: world.accounts.awsAccountId,
        region: "ap-southeast-1",
        state: "available",
        amazonSideAsn: 64512,
        attachments: [{ vpcId: only(world.aws.vpcs.keys()), state: "attached" }],
        tags: new Map(),
    };
    world.aws.vpnGateways.set(gateway.vpnGatewayId, gateway);
    return gateway;
}

function addVirtualInterface(
    world: World,
    connection: HostedConnection,
    gateway: VpnGateway,
): Pick<Joined, "vif" | "awsPeer"> {
    const awsPeer: AwsBgpPeer = {
        bgpPeerId: "dxpeer-00000001",
        asn: 45104,
        authKey: "a-key-of-both-sides",
        addressFamily: "ipv4",
        amazonAddress: "169.254.10.2/30",
        customerAddress: "169.254.10.1/30",
        bgpPeerState: "available",
        bgpStatus: "down",
    };
    const vif: VirtualInterface = {
        virtualInterfaceId: "dxvif-00000001",
        virtualInterfaceName: "singapore",
        ownerAccount: connection.ownerAccount,
        region: connection.region,
        connectionId: connection.connectionId,
        virtualInterfaceState: "down",
        vlan: 1101,
        amazonSideAsn: 64512,
        virtualGatewayId: gateway.vpnGatewayId,
        directConnectGatewayId: undefined,
        mtu: 1500,
        siteLinkEnabled: false,
        bgpPeers: [awsPeer],
        tags: new Map(),
    };
    world.aws.virtualInterfaces.set(vif.virtualInterfaceId, vif);
    return { vif, awsPeer };
}

function addBgp(world: World, { vbrId, regionId }: BorderRouter): { group: BgpGroup; peer: BgpPeer } {
    const group: BgpGroup = {
        bgpGroupId: "bgpg-1",
        routerId: vbrId,
        regionId,
        name: "aws",
        description: "",
        peerAsn: 64512,
        localAsn: 45104,
        authKey: "a-key-of-both-sides",
        isFake: false,
        ipVersion: "IPV4",
        routeLimit: 110,
        hold: 90,
        keepalive: 30,
        status: "Available",
    };
    const peer: BgpPeer = {
        bgpPeerId: "bgp-1",
        bgpGroupId: group.bgpGroupId,
        routerId: vbrId,
        regionId,
        name: "aws",
        peerIpAddress: "169.254.10.2",
        enableBfd: true,
        bfdMultiHop: 1,
        status: "Available",
        bgpStatus: "Idle",
        everEstablished: false,
        advertisedRouteCount: 0,
        receivedRouteCount: 0,
    };
    world.alibaba.bgpGroups.set(group.bgpGroupId, group);
    world.alibaba.bgpPeers.set(peer.bgpPeerId, peer);
    return { group, peer };
}

function addAttachment(
    world: World,
    { vbrId, regionId, ownerId }: BorderRouter,
    table: TransitRouterRouteTable,
): TransitRouterAttachment {
    const attachment: TransitRouterAttachment = {
        attachmentId: "tr-attach-vbr",
        kind: "VBR",
        cenId: only(world.alibaba.cens.keys()),
        transitRouterId: table.transitRouterId,
        regionId,
        resourceId: vbrId,
        resourceOwnerId: ownerId,
        name: "aws",
        description: "",
        status: "Attached",
        autoPublishRouteEnabled: true,
        creationTime: "2026-01-01T00:00:00Z",
        tags: new Map(),
    };
    world.alibaba.attachments.set(attachment.attachmentId, attachment);
    table.associations.push({ attachmentId: attachment.attachmentId, status: "Active" });
    table.propagations.push({ attachmentId: attachment.attachmentId, status: "Active" });
    return attachment;
}
