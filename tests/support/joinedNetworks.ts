import type { RouteTableLeg } from "../../provider/clouds/clouds";
import type {
    AwsRouteTable,
    TransitRouterRouteEntry,
    VpcAttachment,
    VpcRouteTable,
} from "../../provider/clouds/network";
import type { JoinedNetworks } from "../../provider/routes/facts";
import { makeAttachment, makePeer, makeVirtualInterface, makeGroup, type FakeState } from "./fakeClouds";

export const networks: JoinedNetworks = {
    awsVpcId: "vpc-1",
    routeTableIds: ["rtb-1", "rtb-2"],
    cenId: "cen-1",
    transitRouterId: "tr-1",
    transitRouterRouteTableId: "vtb-1",
};

export function makeVpcAttachment(changes: Partial<VpcAttachment> = {}): VpcAttachment {
    return {
        attachmentId: "tr-attach-vpc",
        cenId: "cen-1",
        transitRouterId: "tr-1",
        vpcId: "vpc-ali",
        status: "Attached",
        autoPublishRouteEnabled: true,
        tags: {},
        ...changes,
    };
}

export function makeEntry(
    destinationCidrBlock: string,
    attachmentId: string,
    changes: Partial<TransitRouterRouteEntry> = {},
): TransitRouterRouteEntry {
    const isOfVpc = attachmentId === "tr-attach-vpc";
    return {
        destinationCidrBlock,
        status: "Active",
        attachmentId,
        originResourceType: isOfVpc ? "VPC" : "VBR",
        originResourceId: isOfVpc ? "vpc-ali" : "vbr-1",
        asPath: [],
        preference: 50,
        ...changes,
    };
}

/** An AWS table that leads these blocks to the gateway. */
export function makeAwsTable(
    routeTableId: string,
    blocks: string[],
    changes: Partial<AwsRouteTable> = {},
): AwsRouteTable {
    return {
        routeTableId,
        vpcId: "vpc-1",
        isMain: routeTableId === "rtb-1",
        subnetIds: routeTableId === "rtb-1" ? [] : ["subnet-2"],
        propagatingVpnGatewayIds: ["vgw-1"],
        routes: [
            { destinationCidrBlock: "10.0.0.0/16", targetId: "local", state: "active", origin: "CreateRouteTable" },
            ...blocks.map((destinationCidrBlock) => ({
                destinationCidrBlock,
                targetId: "vgw-1",
                state: "active",
                origin: "EnableVgwRoutePropagation",
            })),
        ],
        ...changes,
    };
}

export function makeVpcTable(blocks: string[], changes: Partial<VpcRouteTable> = {}): VpcRouteTable {
    const entry = { status: "Available", nextHopType: "Attachment", nextHopId: "tr-attach-vpc" };
    return {
        routeTableId: "vtb-vpc",
        vpcId: "vpc-ali",
        entries: blocks.map((destinationCidrBlock) => ({ ...entry, destinationCidrBlock, type: "CEN" })),
        ...changes,
    };
}

export const ofVSwitches = ["172.16.1.0/24", "172.16.2.0/24"];

/** Both networks over a link whose routes lead both ways; BGP is up. */
export function joinedNetworks(changes: Partial<FakeState> = {}): Partial<FakeState> {
    const leg = (attachmentId: string): RouteTableLeg => ({ attachmentId, routeTableId: "vtb-1", status: "Active" });
    const bgpPeers = [{ bgpPeerId: "dxpeer-1", addressFamily: "ipv4", bgpPeerState: "available", bgpStatus: "up" }];
    const route = (direction: "accepted" | "advertised") => (cidrBlock: string) => ({
        direction,
        cidrBlock,
        asPath: [],
    });
    return {
        virtualInterfaces: [makeVirtualInterface({ bgpPeers })],
        groups: [makeGroup()],
        peers: [makePeer({ bgpStatus: "Established", advertisedRouteCount: 2, receivedRouteCount: 1 })],
        awsRouteTables: [makeAwsTable("rtb-1", ofVSwitches), makeAwsTable("rtb-2", ofVSwitches)],
        subnets: [
            { subnetId: "subnet-1", vpcId: "vpc-1", cidrBlock: "10.0.1.0/24" },
            { subnetId: "subnet-2", vpcId: "vpc-1", cidrBlock: "10.0.2.0/24" },
        ],
        virtualInterfaceRoutes: [...ofVSwitches.map(route("accepted")), route("advertised")("10.0.0.0/16")],
        attachments: [makeAttachment({ attachmentId: "tr-attach-vbr" })],
        vpcAttachments: [makeVpcAttachment()],
        associations: [leg("tr-attach-vbr"), leg("tr-attach-vpc")],
        propagations: [leg("tr-attach-vbr"), leg("tr-attach-vpc")],
        transitRouterTables: [
            {
                routeTableId: "vtb-1",
                type: "System",
                status: "Active",
                transitRouterId: "tr-1",
                entries: [
                    ...ofVSwitches.map((block) => makeEntry(block, "tr-attach-vpc")),
                    makeEntry("10.0.0.0/16", "tr-attach-vbr"),
                ],
            },
        ],
        vSwitches: ofVSwitches.map((cidrBlock, index) => ({
            vSwitchId: `vsw-${index}`,
            vpcId: "vpc-ali",
            cidrBlock,
            routeTableId: "vtb-vpc",
        })),
        vpcRouteTables: [makeVpcTable(["10.0.0.0/16"])],
        ...changes,
    };
}
