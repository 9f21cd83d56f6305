import { bgpVerificationHandler, type BgpVerificationInputs } from "../../../provider/bgpVerification/handler";
import { markOf } from "../../../provider/borderRouterBgp/find";
import {
    borderRouterBgpHandler,
    type BorderRouterBgpInputs,
    type BorderRouterBgpOutputs,
} from "../../../provider/borderRouterBgp/handler";
import type { JoinedNetworks } from "../../../provider/routes/facts";
import { circuitActivationHandler } from "../../../provider/circuitActivation/handler";
import { alibabaAccount, awsAccount } from "../../support/samples";
import type { Bench } from "./bench";

export const authKey = "a-key-of-both-sides";

export const amazonIp = "169.254.10.2";

/** Accepted and Running, as somebody else has left it. */
export async function acceptByHand({ official, ids, pass }: Bench): Promise<void> {
    official.aws.call("directconnect", "ConfirmConnection", { connectionId: ids.hostedConnectionId });
    await pass(60);
}

export function activate({ context, ids }: Bench): ReturnType<typeof circuitActivationHandler.create> {
    return circuitActivationHandler.create({ vbrId: ids.vbrId, ...awsAccount, ...alibabaAccount }, context);
}

export function bgpInputs({ ids }: Bench): BorderRouterBgpInputs {
    return {
        vbrId: ids.vbrId,
        peerAsn: 64512,
        localAsn: 45104,
        authKey,
        peerIpAddress: amazonIp,
        ...alibabaAccount,
    };
}

/** Group and peer as a create of this package has left them, and the state of it. */
export async function configureBgp(
    bench: Bench,
    change: Partial<BorderRouterBgpInputs> = {},
): Promise<{ id: string; outputs: BorderRouterBgpOutputs }> {
    const inputs = { ...bgpInputs(bench), ...change };
    const { official, context, pass } = bench;
    const { BgpGroupId } = official.alibaba.call("vpc", "CreateBgpGroup", {
        RegionId: alibabaAccount.alibabaRegion,
        RouterId: inputs.vbrId,
        Name: markOf(inputs.vbrId),
        PeerAsn: String(inputs.peerAsn),
        AuthKey: inputs.authKey,
    });
    await pass(60);
    official.alibaba.call("vpc", "CreateBgpPeer", {
        RegionId: alibabaAccount.alibabaRegion,
        BgpGroupId,
        PeerIpAddress: inputs.peerIpAddress,
        EnableBfd: "true",
        BfdMultiHop: "1",
    });
    await pass(60);
    return borderRouterBgpHandler.create(inputs, context);
}

/** The official resources of the AWS side; answers the gateway and the virtual interface. */
export async function makeVirtualInterface({ official: { aws }, ids, pass }: Bench): Promise<{
    vpnGatewayId: string;
    virtualInterfaceId: string;
}> {
    const { vpnGateway } = aws.call("ec2", "CreateVpnGateway", { Type: "ipsec.1", AmazonSideAsn: "64512" }) as {
        vpnGateway: { vpnGatewayId: string };
    };
    const { vpnGatewayId } = vpnGateway;
    await pass(10);
    aws.call("ec2", "AttachVpnGateway", { VpcId: ids.awsVpcId, VpnGatewayId: vpnGatewayId });
    await pass(60);
    const { virtualInterfaceId } = aws.call("directconnect", "CreatePrivateVirtualInterface", {
        connectionId: ids.hostedConnectionId,
        newPrivateVirtualInterface: {
            virtualInterfaceName: "link",
            vlan: 1101,
            asn: 45104,
            authKey,
            amazonAddress: `${amazonIp}/30`,
            customerAddress: "169.254.10.1/30",
            addressFamily: "ipv4",
            virtualGatewayId: vpnGatewayId,
        },
    }) as { virtualInterfaceId: string };
    await pass(120);
    return { vpnGatewayId, virtualInterfaceId };
}

/** Both ends, and what verifies them; the session comes up by itself. */
export async function joinBothEnds(bench: Bench): Promise<BgpVerificationInputs> {
    await acceptByHand(bench);
    const { virtualInterfaceId } = await makeVirtualInterface(bench);
    const { outputs } = await configureBgp(bench);
    const { vbrId, hostedConnectionId: connectionId } = bench.ids;
    return { vbrId, connectionId, virtualInterfaceId, bgpPeerId: outputs.bgpPeerId, ...awsAccount, ...alibabaAccount };
}

/** What routes need beside BGP, as the official resources leave it. */
export async function joinNetworks(
    { official: { aws, alibaba }, ids, world, pass }: Bench,
    virtualInterfaceId: string,
): Promise<JoinedNetworks> {
    const { cenId, transitRouterId = "", transitRouterRouteTableId = "", routeTableIds, awsVpcId, vbrId } = ids;
    const virtualGatewayId = world.aws.virtualInterfaces.get(virtualInterfaceId)?.virtualGatewayId ?? "";
    for (const RouteTableId of routeTableIds) {
        aws.call("ec2", "EnableVgwRoutePropagation", { RouteTableId, GatewayId: virtualGatewayId });
    }
    const { TransitRouterAttachmentId } = alibaba.call("cbn", "CreateTransitRouterVbrAttachment", {
        CenId: cenId,
        TransitRouterId: transitRouterId,
        VbrId: vbrId,
        AutoPublishRouteEnabled: "true",
    });
    await pass(120);
    const legs = { TransitRouterAttachmentId, TransitRouterRouteTableId: transitRouterRouteTableId };
    alibaba.call("cbn", "AssociateTransitRouterAttachmentWithRouteTable", legs);
    await pass(60);
    alibaba.call("cbn", "EnableTransitRouterRouteTablePropagation", legs);
    await pass(60);
    return { awsVpcId, routeTableIds, cenId, transitRouterId, transitRouterRouteTableId };
}

export async function verified(bench: Bench): ReturnType<typeof bgpVerificationHandler.create> {
    return bgpVerificationHandler.create(await joinBothEnds(bench), bench.context);
}
