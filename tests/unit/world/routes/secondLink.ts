import type { BgpPeer, BorderRouter, TransitRouterAttachment } from "../../../../simulator/world/alibabaState";
import type { AwsRouteTable, AwsVpc, VpnGateway } from "../../../../simulator/world/awsState";
import type { Joined } from "../joined";

/** A second circuit with everything on both its ends, to a VPC of its own at AWS and on the same transit router. */
export interface SecondLink {
    borderRouter: BorderRouter;
    peer: BgpPeer;
    attachment: TransitRouterAttachment;
    vpc: AwsVpc;
    gateway: VpnGateway;
    table: AwsRouteTable;
    /** Gives the second gateway another ASN, on both sides. */
    useAsn: (asn: number) => void;
}

export function addSecondLink(joined: Omit<Joined, "clock" | "otherTable">): SecondLink {
    const { world, systemTable } = joined;
    const { aws, alibaba } = world;
    const circuit = { ...joined.circuit, physicalConnectionId: "pc-2" };
    alibaba.circuits.set("pc-2", circuit);
    const borderRouter = { ...joined.borderRouter, vbrId: "vbr-2", physicalConnectionId: "pc-2" };
    alibaba.borderRouters.set("vbr-2", borderRouter);
    const group = { ...joined.group, bgpGroupId: "bgpg-2", routerId: "vbr-2" };
    alibaba.bgpGroups.set("bgpg-2", group);
    const peer: BgpPeer = {
        ...joined.peer,
        bgpPeerId: "bgp-2",
        bgpGroupId: "bgpg-2",
        routerId: "vbr-2",
        bgpStatus: "Idle",
        everEstablished: false,
    };
    alibaba.bgpPeers.set("bgp-2", peer);
    const attachment = { ...joined.attachment, attachmentId: "tr-attach-vbr-2", resourceId: "vbr-2" };
    alibaba.attachments.set(attachment.attachmentId, attachment);
    systemTable.associations.push({ attachmentId: attachment.attachmentId, status: "Active" });
    systemTable.propagations.push({ attachmentId: attachment.attachmentId, status: "Active" });

    const vpc = { ...joined.vpc, vpcId: "vpc-2", cidrBlocks: ["10.2.0.0/16"] };
    aws.vpcs.set("vpc-2", vpc);
    const gateway: VpnGateway = {
        ...joined.gateway,
        vpnGatewayId: "vgw-2",
        attachments: [{ vpcId: "vpc-2", state: "attached" }],
    };
    aws.vpnGateways.set("vgw-2", gateway);
    const table: AwsRouteTable = {
        ...joined.mainTable,
        routeTableId: "rtb-2",
        vpcId: "vpc-2",
        routes: [],
        propagatingVgws: ["vgw-2"],
    };
    aws.routeTables.set("rtb-2", table);
    const connection = { ...joined.connection, connectionId: "dxcon-2", circuitId: "pc-2" };
    aws.connections.set("dxcon-2", connection);
    const vif = {
        ...joined.vif,
        virtualInterfaceId: "dxvif-2",
        connectionId: "dxcon-2",
        virtualGatewayId: "vgw-2",
        bgpPeers: [{ ...joined.awsPeer, bgpPeerId: "dxpeer-2" }],
    };
    aws.virtualInterfaces.set("dxvif-2", vif);
    const useAsn = (asn: number): void => {
        gateway.amazonSideAsn = asn;
        vif.amazonSideAsn = asn;
        group.peerAsn = asn;
    };
    return { borderRouter, peer, attachment, vpc, gateway, table, useAsn };
}
