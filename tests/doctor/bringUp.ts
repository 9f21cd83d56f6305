import type { BgpGroup, BorderRouter } from "../../simulator/world/alibabaState";
import type { HostedConnection } from "../../simulator/world/awsState";
import { passingSessions } from "../../simulator/world/session";
import type { World } from "../../simulator/world/world";
import type { Bench } from "../faults/handlers/bench";
import { only } from "./only";

const authKey = "a-key-of-both-sides";

/** Longer than the slowest of the scenarios takes for one step. */
const limitSeconds = 24 * 3600;

/** Does what a `pulumi up` does, by the clouds' own actions: until a session is up, and routes and readings have followed it. */
export async function bringUp(bench: Bench): Promise<void> {
    const { world } = bench;
    const connection = await accept(bench);
    const borderRouter = only(world.alibaba.borderRouters.values());
    const circuit = only(world.alibaba.circuits.values());
    await until(bench, "the circuit", () => circuit.status === "Enabled" && connection.connectionState === "available");
    await until(
        bench,
        "VLAN and addresses",
        () => borderRouter.vlanId !== undefined && borderRouter.peerGatewayIp !== "",
    );
    const group = ofBackend(world) ?? (await makeBgp(bench, borderRouter));
    await makeVirtualInterface(bench, connection, borderRouter, group);
    await attachToCen(bench, borderRouter);
    await until(bench, "a session", () => passingSessions(world).length > 0);
    await bench.pass(600);
}

async function until({ pass }: Bench, what: string, isSo: () => boolean): Promise<void> {
    for (let seconds = 0; !isSo(); seconds += 10) {
        if (seconds > limitSeconds) {
            throw new Error(`${what} did not come`);
        }
        await pass(10);
    }
}

async function accept(bench: Bench): Promise<HostedConnection> {
    const { world, official } = bench;
    const offers = (): HostedConnection[] =>
        [...world.aws.connections.values()].filter(({ circuitId }) => circuitId !== undefined);
    await until(bench, "the hosted connection", () => offers().length > 0);
    const connection = only(offers());
    official.aws.call("directconnect", "ConfirmConnection", { connectionId: connection.connectionId });
    return connection;
}

function ofBackend({ alibaba }: World): BgpGroup | undefined {
    return [...alibaba.bgpGroups.values()].at(0);
}

async function makeBgp(bench: Bench, { vbrId, regionId, peerGatewayIp }: BorderRouter): Promise<BgpGroup> {
    const { world, official } = bench;
    const place = { RegionId: regionId, RouterId: vbrId };
    official.alibaba.call("vpc", "CreateBgpGroup", { ...place, PeerAsn: "64512", AuthKey: authKey });
    const group = only(world.alibaba.bgpGroups.values());
    await until(bench, "the BGP group", () => group.status === "Available");
    official.alibaba.call("vpc", "CreateBgpPeer", {
        RegionId: regionId,
        BgpGroupId: group.bgpGroupId,
        PeerIpAddress: peerGatewayIp,
        EnableBfd: "true",
        BfdMultiHop: "1",
    });
    return group;
}

async function makeVirtualInterface(
    bench: Bench,
    { connectionId, vlan }: HostedConnection,
    { localGatewayIp, peerGatewayIp }: BorderRouter,
    { peerAsn, localAsn, authKey: keyOfGroup }: BgpGroup,
): Promise<void> {
    const { world, official, ids } = bench;
    official.aws.call("ec2", "CreateVpnGateway", { Type: "ipsec.1", AmazonSideAsn: String(peerAsn) });
    const gateway = only(world.aws.vpnGateways.values());
    const { vpnGatewayId: VpnGatewayId } = gateway;
    await until(bench, "the gateway", () => gateway.state === "available");
    official.aws.call("ec2", "AttachVpnGateway", { VpcId: ids.awsVpcId, VpnGatewayId });
    await until(bench, "the gateway's attachment", () => gateway.attachments[0]?.state === "attached");
    for (const RouteTableId of ids.routeTableIds) {
        official.aws.call("ec2", "EnableVgwRoutePropagation", { RouteTableId, GatewayId: VpnGatewayId });
    }
    official.aws.call("directconnect", "CreatePrivateVirtualInterface", {
        connectionId,
        newPrivateVirtualInterface: {
            virtualInterfaceName: "link",
            vlan,
            asn: localAsn,
            authKey: keyOfGroup,
            amazonAddress: `${peerGatewayIp}/30`,
            customerAddress: `${localGatewayIp}/30`,
            addressFamily: "ipv4",
            virtualGatewayId: VpnGatewayId,
        },
    });
}

async function attachToCen(bench: Bench, borderRouter: BorderRouter): Promise<void> {
    const { transitRouterId, transitRouterRouteTableId } = bench.ids;
    if (transitRouterId === undefined || transitRouterRouteTableId === undefined) {
        return attachToBasicCen(bench, borderRouter);
    }
    const { world, official, ids } = bench;
    official.alibaba.call("cbn", "CreateTransitRouterVbrAttachment", {
        CenId: ids.cenId,
        TransitRouterId: transitRouterId,
        VbrId: borderRouter.vbrId,
        VbrOwnerId: borderRouter.ownerId,
        AutoPublishRouteEnabled: "true",
    });
    const attachment = only([...world.alibaba.attachments.values()].filter(({ kind }) => kind === "VBR"));
    await until(bench, "the VBR's attachment", () => attachment.status === "Attached");
    const leg = {
        TransitRouterAttachmentId: attachment.attachmentId,
        TransitRouterRouteTableId: transitRouterRouteTableId,
    };
    const table = only(world.alibaba.routeTables.values());
    official.alibaba.call("cbn", "AssociateTransitRouterAttachmentWithRouteTable", leg);
    await until(bench, "the association", () => table.associations.every(({ status }) => status === "Active"));
    official.alibaba.call("cbn", "EnableTransitRouterRouteTablePropagation", leg);
    await until(bench, "the propagation", () => table.propagations.every(({ status }) => status === "Active"));
}

async function attachToBasicCen(bench: Bench, { vbrId, regionId, ownerId }: BorderRouter): Promise<void> {
    const { world, official, ids } = bench;
    official.alibaba.call("cbn", "AttachCenChildInstance", {
        CenId: ids.cenId,
        ChildInstanceId: vbrId,
        ChildInstanceType: "VBR",
        ChildInstanceRegionId: regionId,
        ChildInstanceOwnerId: ownerId,
    });
    await until(bench, "the VBR's attachment", () =>
        world.alibaba.cenChildren.every(({ status }) => status === "Attached"),
    );
}
