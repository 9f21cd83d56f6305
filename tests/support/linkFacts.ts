import type { AlibabaFacts, AlibabaVpcFacts, AwsFacts, LinkFacts } from "../../provider/diagnosis/facts";
import type { PacketRule } from "../../provider/clouds/network";
import { withoutKey } from "../../provider/diagnosis/reading/keys";
import { alibabaAccount, awsAccount, makeAttachment, makeBorderRouter, makeConnection } from "./samples";
import { makeGateway, makeGroup, makePeer, makeVirtualInterface } from "./samples";

/** What both sides of a link look like that carries traffic: 10.0.0.0/16 at AWS, 172.16.1.0/24 at Alibaba Cloud. */
export function healthyFacts(): LinkFacts {
    const ids = {
        vbrId: "vbr-1",
        connectionId: "dxcon-1",
        virtualInterfaceId: "dxvif-1",
        bgpPeerId: "bgp-backend",
        vpnGatewayId: "vgw-1",
        vpcId: "vpc-aws",
        routeTableIds: ["rtb-1"],
        cenId: "cen-1",
        transitRouterId: "tr-1",
        transitRouterRouteTableId: "vtb-tr",
        alibabaVpcIds: ["vpc-ali"],
    };
    return {
        ids,
        given: ids,
        aws: healthyAws(),
        alibaba: healthyAlibaba(),
        keys: { aws: "set", alibaba: "set", comparison: "equal" },
        unreadable: [],
    };
}

function healthyAws(): AwsFacts {
    const connection = makeConnection();
    const virtualInterface = withoutKey(
        makeVirtualInterface({
            mtu: 1500,
            bgpPeers: [{ bgpPeerId: "dxpeer-1", addressFamily: "ipv4", bgpPeerState: "available", bgpStatus: "up" }],
        }),
    );
    const vpnGateway = makeGateway({ attachments: [{ vpcId: "vpc-aws", state: "attached" }] });
    return {
        identity: { accountId: awsAccount.awsAccountId, region: awsAccount.awsRegion },
        connections: [connection],
        connection,
        virtualInterfaces: [virtualInterface],
        virtualInterface,
        vpnGateways: [vpnGateway],
        vpnGateway,
        directConnectGateway: undefined,
        vpc: { vpcId: "vpc-aws", cidrBlocks: ["10.0.0.0/16"] },
        routeTables: [
            {
                routeTableId: "rtb-1",
                vpcId: "vpc-aws",
                isMain: true,
                subnetIds: [],
                propagatingVpnGatewayIds: ["vgw-1"],
                routes: [
                    route("10.0.0.0/16", "local", "CreateRouteTable"),
                    route("0.0.0.0/0", "igw-1", "CreateRoute"),
                    route("172.16.1.0/24", "vgw-1", "EnableVgwRoutePropagation"),
                ],
            },
        ],
        subnets: [{ subnetId: "subnet-1", vpcId: "vpc-aws", cidrBlock: "10.0.1.0/24" }],
        securityGroups: [{ id: "sg-1", name: "web", vpcId: "vpc-aws", rules: passing("172.16.0.0/16") }],
        networkAcls: [
            { id: "acl-1", name: "web", vpcId: "vpc-aws", rules: passing("0.0.0.0/0"), subnetIds: ["subnet-1"] },
        ],
        virtualInterfaceRoutes: [
            { direction: "accepted", cidrBlock: "172.16.1.0/24", asPath: [45104] },
            { direction: "advertised", cidrBlock: "10.0.0.0/16", asPath: [64512] },
        ],
    };
}

function healthyAlibaba(): AlibabaFacts {
    const borderRouter = makeBorderRouter({ cenIds: ["cen-1"], mtu: 1500 });
    const bgpGroup = withoutKey(makeGroup());
    const bgpPeer = makePeer({
        bgpStatus: "Established",
        advertisedRouteCount: 1,
        receivedRouteCount: 1,
        routeLimit: 110,
    });
    const attachment = makeAttachment();
    const transitRouter = { transitRouterId: "tr-1", regionId: "ap-southeast-1", type: "Enterprise" };
    return {
        identity: { accountId: alibabaAccount.alibabaAccountId, region: alibabaAccount.alibabaRegion },
        borderRouters: [borderRouter],
        borderRouter,
        bgpGroups: [bgpGroup],
        bgpGroup,
        bgpPeers: [bgpPeer],
        bgpPeer,
        outboundBillingOpened: true,
        cen: { cenId: "cen-1", status: "Active" },
        transitRouters: [transitRouter],
        transitRouter,
        borderRouterAttachments: [attachment],
        borderRouterAttachment: { ...attachment, ...legs("tr-attach-1") },
        vpcAttachments: [
            {
                attachmentId: "tr-attach-vpc",
                cenId: "cen-1",
                transitRouterId: "tr-1",
                vpcId: "vpc-ali",
                status: "Attached",
                autoPublishRouteEnabled: true,
                tags: {},
                ...legs("tr-attach-vpc"),
            },
        ],
        transitRouterRouteTables: [
            {
                routeTableId: "vtb-tr",
                type: "System",
                status: "Active",
                entries: [
                    {
                        destinationCidrBlock: "10.0.0.0/16",
                        status: "Active",
                        attachmentId: "tr-attach-1",
                        originResourceType: "VBR",
                        originResourceId: "vbr-1",
                        asPath: ["64512"],
                        preference: 50,
                    },
                    {
                        destinationCidrBlock: "172.16.1.0/24",
                        status: "Active",
                        attachmentId: "tr-attach-vpc",
                        originResourceType: "VPC",
                        originResourceId: "vpc-ali",
                        asPath: [],
                        preference: 50,
                    },
                ],
            },
        ],
        routeMaps: [],
        cenChildren: [],
        isGranted: undefined,
        vpcs: [healthyVpc()],
    };
}

export function healthyVpc(): AlibabaVpcFacts {
    const vpcId = "vpc-ali";
    return {
        vpcId,
        regionId: "ap-southeast-1",
        ownerId: alibabaAccount.alibabaAccountId,
        cidrBlocks: ["172.16.0.0/16"],
        vSwitches: [{ vSwitchId: "vsw-1", vpcId, cidrBlock: "172.16.1.0/24", routeTableId: "vtb-vpc" }],
        routeTables: [
            {
                routeTableId: "vtb-vpc",
                vpcId,
                conflicts: [],
                entries: [
                    entry("172.16.1.0/24", "System", "local", ""),
                    entry("10.0.0.0/16", "CEN", "Attachment", "tr-attach-vpc"),
                ],
            },
        ],
        securityGroups: [{ id: "sg-ali", name: "web", vpcId, rules: passing("10.0.0.0/8").slice(0, 1) }],
        networkAcls: [{ id: "nacl-1", name: "web", vpcId, rules: passing("0.0.0.0/0"), subnetIds: ["vsw-1"] }],
    };
}

/** Of a VPC's route table at Alibaba Cloud. */
export function entry(
    destinationCidrBlock: string,
    type: string,
    nextHopType: string,
    nextHopId: string,
): NonNullable<AlibabaVpcFacts["routeTables"]>[number]["entries"][number] {
    return { destinationCidrBlock, type, status: "Available", nextHopType, nextHopId };
}

/** Of a route table at AWS. */
export function route(
    destinationCidrBlock: string,
    targetId: string,
    origin: string,
): NonNullable<AwsFacts["routeTables"]>[number]["routes"][number] {
    return { destinationCidrBlock, targetId, state: "active", origin };
}

/** Whatever comes from this block, and whatever goes to it. */
export function passing(cidrBlock: string): PacketRule[] {
    return (["ingress", "egress"] as const).map((direction) => ({
        direction,
        policy: "allow",
        protocol: "all",
        ports: undefined,
        cidrBlock,
        priority: 100,
    }));
}

/** Associated with the system table, and propagating to it. */
export function legs(
    attachmentId: string,
    routeTableId = "vtb-tr",
): Record<"associations" | "propagations", { attachmentId: string; routeTableId: string; status: string }[]> {
    const leg = { attachmentId, routeTableId, status: "Active" };
    return { associations: [leg], propagations: [leg] };
}
