import { ConfirmConnectionCommand, DescribeConnectionsCommand } from "@aws-sdk/client-direct-connect";

import type { AlibabaClient, AwsClients } from "./clients";
import { first, show, wait, waitFor } from "./steps";

export interface BorderRouter {
    VbrId: string;
    Status: string;
    AccessPointId: string;
    PhysicalConnectionId: string;
    PhysicalConnectionStatus: string;
    PhysicalConnectionBusinessStatus: string;
    Bandwidth: number;
    VlanId?: number;
    LocalGatewayIp: string;
    PeerGatewayIp: string;
    PeeringSubnetMask: string;
}

/** The VBR of a multi-cloud connection may belong to Alibaba Cloud's own account. */
export async function describeBorderRouter(alibaba: AlibabaClient, vbrId: string): Promise<BorderRouter> {
    const { VirtualBorderRouterSet } = await alibaba.call<{
        VirtualBorderRouterSet: { VirtualBorderRouterType: BorderRouter[] };
    }>("vpc", "DescribeVirtualBorderRouters", {
        RegionId: alibaba.region,
        IncludeCrossAccountVbr: "true",
        "Filter.1.Key": "VbrId",
        "Filter.1.Value.1": vbrId,
    });
    return first(VirtualBorderRouterSet.VirtualBorderRouterType);
}

export async function showWhatWasBought(alibaba: AlibabaClient, vbrId: string): Promise<void> {
    const { AccessPointSet } = await alibaba.call<{
        AccessPointSet: { AccessPointType: { AccessPointId: string }[] };
    }>("vpc", "DescribeAccessPoints", { RegionId: alibaba.region });
    show("access points", { offered: AccessPointSet.AccessPointType.map(({ AccessPointId }) => AccessPointId) });

    const router = await describeBorderRouter(alibaba, vbrId);
    show("border router", {
        id: router.VbrId,
        status: router.Status,
        accessPoint: router.AccessPointId,
        circuit: router.PhysicalConnectionId,
    });

    const { PhysicalConnectionSet } = await alibaba.call<{
        PhysicalConnectionSet: { PhysicalConnectionType: { PhysicalConnectionId: string }[] };
    }>("vpc", "DescribePhysicalConnections", { RegionId: alibaba.region });
    show("own circuits", {
        ids: PhysicalConnectionSet.PhysicalConnectionType.map(({ PhysicalConnectionId }) => PhysicalConnectionId),
    });
}

/** Accepts the connection that waits, and has the VBR's VLAN and bandwidth. */
export async function acceptHostedConnection(aws: AwsClients, alibaba: AlibabaClient, vbrId: string): Promise<string> {
    const router = await describeBorderRouter(alibaba, vbrId);
    const { connections = [] } = await aws.directConnect.send(new DescribeConnectionsCommand({}));
    const offers = connections.filter(({ connectionState }) => connectionState === "ordering");
    const fitting = offers.filter(
        ({ vlan, bandwidth }) => vlan === router.VlanId && bandwidth === `${router.Bandwidth / 1000}Gbps`,
    );
    const connection = first(fitting);
    const { connectionId = "" } = connection;
    show("hosted connection", {
        id: connectionId,
        offers: offers.length,
        fitting: fitting.length,
        vlan: connection.vlan,
        bandwidth: connection.bandwidth,
        ordered: router.Bandwidth,
        state: connection.connectionState,
    });

    const confirmed = await aws.directConnect.send(new ConfirmConnectionCommand({ connectionId }));
    show("confirmed", { state: confirmed.connectionState });
    const state = async (): Promise<string | undefined> => {
        const answer = await aws.directConnect.send(new DescribeConnectionsCommand({ connectionId }));
        return first(answer.connections).connectionState;
    };
    show("connection", { state: await waitFor("connection", state, "available") });
    return connectionId;
}

/** "Running" in the console: the circuit is enabled, and VLAN and both addresses are set. */
export async function waitForCircuit(alibaba: AlibabaClient, vbrId: string): Promise<BorderRouter> {
    const router = await wait(
        "circuit",
        () => describeBorderRouter(alibaba, vbrId),
        (seen) =>
            seen.PhysicalConnectionStatus === "Enabled" &&
            seen.PhysicalConnectionBusinessStatus === "Normal" &&
            seen.VlanId !== undefined &&
            seen.LocalGatewayIp !== "" &&
            seen.PeerGatewayIp !== "",
    );
    show("circuit", {
        status: router.PhysicalConnectionStatus,
        business: router.PhysicalConnectionBusinessStatus,
        vlan: router.VlanId,
        local: router.LocalGatewayIp,
        peer: router.PeerGatewayIp,
        mask: router.PeeringSubnetMask,
    });
    return router;
}
