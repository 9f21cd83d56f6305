import type {
    BgpGroup,
    BgpPeer,
    BorderRouter,
    HostedConnection,
    Identity,
    RouteTable,
    RouteTableLeg,
    TransitRouterAttachment,
    VirtualInterface,
    VpnGateway,
} from "../../provider/clouds/clouds";
import { emptyNetwork, type FakeNetwork } from "./fakeNetwork";
import { alibabaAccount, awsAccount, makeBorderRouter, makeConnection, makeGateway } from "./samples";

/** What both clouds hold. */
export interface FakeState extends FakeNetwork {
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
    transitRouters: { cenId: string; transitRouterId: string; regionId: string; type?: string }[];
    attachments: TransitRouterAttachment[];
    associations: RouteTableLeg[];
    propagations: RouteTableLeg[];
    grants: { vbrId: string; cenId: string; ownerId: string }[];
    billingOpened: boolean;
}

/** What they hold once the circuit is active. */
export function activeState(): FakeState {
    return {
        awsIdentity: { accountId: awsAccount.awsAccountId, region: awsAccount.awsRegion },
        alibabaIdentity: { accountId: alibabaAccount.alibabaAccountId, region: alibabaAccount.alibabaRegion },
        connections: [makeConnection()],
        virtualInterfaces: [],
        vpnGateways: [makeGateway({ attachments: [{ vpcId: "vpc-1", state: "attached" }] })],
        vpcIds: ["vpc-1"],
        routeTables: [{ routeTableId: "rtb-1", vpcId: "vpc-1", propagatingVpnGatewayIds: [], routes: [] }],
        borderRouters: [makeBorderRouter()],
        groups: [],
        peers: [],
        cenIds: ["cen-1"],
        transitRouters: [{ cenId: "cen-1", transitRouterId: "tr-1", regionId: "ap-southeast-1" }],
        attachments: [],
        associations: [],
        propagations: [],
        grants: [],
        billingOpened: true,
        ...emptyNetwork(),
    };
}
