import type {
    AlibabaNetwork,
    AlibabaVpc,
    AwsNetwork,
    AwsRouteTable,
    CenChild,
    DirectConnectGateway,
    NetworkAcl,
    PacketFilter,
    RouteConflict,
    RouteMap,
    Subnet,
    TransitRouterRouteEntry,
    TransitRouterRouteTable,
    VirtualInterfaceRoute,
    VpcAttachment,
    VpcRouteTable,
    VSwitch,
} from "../../provider/clouds/network";

/** What the traffic of a link passes through, in both clouds. */
export interface FakeNetwork {
    /** Of each AWS VPC. */
    awsCidrBlocks: string[];
    awsRouteTables: AwsRouteTable[];
    subnets: Subnet[];
    awsSecurityGroups: PacketFilter[];
    awsNetworkAcls: NetworkAcl[];
    directConnectGateways: DirectConnectGateway[];
    /** undefined: the service does not know the reading. */
    virtualInterfaceRoutes: VirtualInterfaceRoute[] | undefined;
    alibabaVpcs: AlibabaVpc[];
    vSwitches: VSwitch[];
    vpcRouteTables: VpcRouteTable[];
    alibabaSecurityGroups: PacketFilter[];
    alibabaNetworkAcls: NetworkAcl[];
    vpcAttachments: VpcAttachment[];
    transitRouterTables: (TransitRouterRouteTable & { transitRouterId: string; entries: TransitRouterRouteEntry[] })[];
    routeMaps: RouteMap[];
    /** By the route table's ID. */
    routeConflicts: Record<string, RouteConflict[]>;
    /** By the CEN's ID. */
    cenChildren: Record<string, CenChild[]>;
}

export function emptyNetwork(): FakeNetwork {
    return {
        awsCidrBlocks: ["10.0.0.0/16"],
        awsRouteTables: [],
        subnets: [],
        awsSecurityGroups: [],
        awsNetworkAcls: [],
        directConnectGateways: [],
        virtualInterfaceRoutes: [],
        alibabaVpcs: [],
        vSwitches: [],
        vpcRouteTables: [],
        alibabaSecurityGroups: [],
        alibabaNetworkAcls: [],
        vpcAttachments: [],
        transitRouterTables: [],
        routeMaps: [],
        routeConflicts: {},
        cenChildren: {},
    };
}

function ofVpc<Item extends { vpcId: string }>(list: () => Item[]): (vpcId: string) => Promise<Item[]> {
    return (id) => Promise.resolve(structuredClone(list().filter(({ vpcId }) => vpcId === id)));
}

function ownOf<Item>(lists: Readonly<Record<string, Item[]>>, id: string): Item[] {
    return Object.hasOwn(lists, id) ? (lists[id] ?? []) : [];
}

export function fakeAwsNetwork(state: FakeNetwork): AwsNetwork {
    return {
        describeRouteTablesOfVpc: ofVpc(() => state.awsRouteTables),
        describeSubnets: ofVpc(() => state.subnets),
        describeSecurityGroups: ofVpc(() => state.awsSecurityGroups),
        describeNetworkAcls: ofVpc(() => state.awsNetworkAcls),
        describeDirectConnectGateway: (id) =>
            Promise.resolve(
                state.directConnectGateways.find(({ directConnectGatewayId }) => directConnectGatewayId === id),
            ),
        listVirtualInterfaceRoutes: () => Promise.resolve(structuredClone(state.virtualInterfaceRoutes)),
    };
}

export function fakeAlibabaNetwork(state: FakeNetwork): AlibabaNetwork {
    return {
        describeVpcs: (ids) => Promise.resolve(state.alibabaVpcs.filter(({ vpcId }) => ids.includes(vpcId))),
        describeVSwitches: ofVpc(() => state.vSwitches),
        describeRouteTablesOfVpc: ofVpc(() => state.vpcRouteTables),
        describeSecurityGroups: ofVpc(() => state.alibabaSecurityGroups),
        describeNetworkAcls: ofVpc(() => state.alibabaNetworkAcls),
        listVpcAttachments: (cenId, transitRouterId) =>
            Promise.resolve(
                state.vpcAttachments.filter(
                    (other) => other.cenId === cenId && other.transitRouterId === transitRouterId,
                ),
            ),
        listTransitRouterRouteTables: (id) =>
            Promise.resolve(
                state.transitRouterTables
                    .filter(({ transitRouterId }) => transitRouterId === id)
                    .map(({ routeTableId, type, status }) => ({ routeTableId, type, status })),
            ),
        listTransitRouterRouteEntries: (id) =>
            Promise.resolve(state.transitRouterTables.find(({ routeTableId }) => routeTableId === id)?.entries ?? []),
        describeRouteMaps: (id) => Promise.resolve(state.routeMaps.filter(({ cenId }) => cenId === id)),
        describeRouteConflicts: (_vpcId, routeTableId) => Promise.resolve(ownOf(state.routeConflicts, routeTableId)),
        describeCenChildren: (cenId) => Promise.resolve(ownOf(state.cenChildren, cenId)),
    };
}
