import type { LinkIds } from "../../provider/diagnosis/link";
import type {
    AlibabaVpc,
    BgpGroup,
    BgpPeer,
    BorderRouter,
    Circuit,
    TransitRouterAttachment,
    TransitRouterRouteTable,
    VpcRouteTable,
} from "../../simulator/world/alibabaState";
import type {
    AwsBgpPeer,
    AwsRouteTable,
    AwsVpc,
    HostedConnection,
    VirtualInterface,
    VpnGateway,
} from "../../simulator/world/awsState";
import type { Guesses } from "../../simulator/world/guesses";
import type { World } from "../../simulator/world/world";
import { openBench, type Bench } from "../faults/handlers/bench";
import { alibabaAccount, awsAccount } from "../support/samples";
import { bringUp } from "./bringUp";
import { firstOf, only } from "./only";

/** A link that is up, with routes both ways, by what a set-up may break of it. */
export interface Link {
    bench: Bench;
    world: World;
    /** As a stack knows them. */
    ids: LinkIds;
    connection: HostedConnection;
    vif: VirtualInterface;
    awsPeer: AwsBgpPeer;
    gateway: VpnGateway;
    awsVpc: AwsVpc;
    /** Of the subnet 10.0.1.0/24. */
    mainTable: AwsRouteTable;
    /** Of the subnet 10.0.2.0/24. */
    privateTable: AwsRouteTable;
    circuit: Circuit;
    borderRouter: BorderRouter;
    group: BgpGroup;
    peer: BgpPeer;
    /** The VBR's. */
    attachment: TransitRouterAttachment;
    vpcAttachment: TransitRouterAttachment;
    systemTable: TransitRouterRouteTable;
    vpc: AlibabaVpc;
    /** Of both vSwitches. */
    vpcTable: VpcRouteTable;
}

export interface LinkOptions {
    scenario?: string;
    guesses?: Partial<Guesses>;
}

/** Milliseconds of real time: a world of its own for each case, so that nothing of one reaches into the next. */
export async function healthyLink(options: LinkOptions = {}): Promise<Link> {
    const bench = await openBench(options);
    const { world } = bench;
    await bringUp(bench);
    const { aws, alibaba } = world;
    const vif = only(aws.virtualInterfaces.values());
    const peer = only(alibaba.bgpPeers.values());
    const tables = [...aws.routeTables.values()];
    const attachments = [...alibaba.attachments.values()];
    const parts = {
        connection: only([...aws.connections.values()].filter(({ circuitId }) => circuitId !== undefined)),
        vif,
        awsPeer: only(vif.bgpPeers),
        gateway: only(aws.vpnGateways.values()),
        awsVpc: only(aws.vpcs.values()),
        mainTable: only(tables.filter(({ main }) => main)),
        privateTable: only(tables.filter(({ main }) => !main)),
        circuit: only(alibaba.circuits.values()),
        borderRouter: only(alibaba.borderRouters.values()),
        group: only(alibaba.bgpGroups.values()),
        peer,
        attachment: firstOf(attachments.filter(({ kind }) => kind === "VBR")),
        vpcAttachment: firstOf(attachments.filter(({ kind }) => kind === "VPC")),
        systemTable: firstOf(alibaba.routeTables.values()),
        vpc: only(alibaba.vpcs.values()),
        vpcTable: only(alibaba.vpcRouteTables.values()),
    };
    return { bench, world, ids: idsOf(bench, parts), ...parts };
}

type Parts = Pick<Link, "connection" | "vif" | "gateway" | "borderRouter" | "peer">;

function idsOf({ ids }: Bench, { connection, vif, gateway, borderRouter, peer }: Parts): LinkIds {
    return {
        vbrId: borderRouter.vbrId,
        connectionId: connection.connectionId,
        virtualInterfaceId: vif.virtualInterfaceId,
        bgpPeerId: peer.bgpPeerId,
        vpnGatewayId: gateway.vpnGatewayId,
        vpcId: ids.awsVpcId,
        routeTableIds: ids.routeTableIds,
        cenId: ids.cenId,
        ...(ids.transitRouterId !== undefined && { transitRouterId: ids.transitRouterId }),
        ...(ids.transitRouterRouteTableId !== undefined && {
            transitRouterRouteTableId: ids.transitRouterRouteTableId,
        }),
        alibabaVpcIds: [ids.alibabaVpcId],
        ...awsAccount,
        ...alibabaAccount,
    };
}

/** Long enough for whatever follows a change: a hold time, new routes, and the readings of both sides. */
export const settlingSeconds = 600;
