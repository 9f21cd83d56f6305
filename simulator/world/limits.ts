/** Where a number comes from: the vendor's documents, published code, what users saw, or nobody (so a guess). */
type Basis = "documented" | "code" | "observed" | "guess";

interface Limit {
    value: number;
    basis: Basis;
    source: string;
}

/** How long things take in the clouds, in simulated seconds. */
export const durations = {
    orderToBorderRouter: { value: 60, basis: "guess", source: "unpublished" },
    orderToHostedConnection: { value: 120, basis: "guess", source: "unpublished" },
    /** Configuring until Running. */
    backendConfiguration: { value: 600, basis: "guess", source: "unpublished: from minutes to days" },
    /** From the circuit's being Enabled until the VBR shows its VLAN (where it did not from the beginning), and its addresses. */
    enabledToVlan: { value: 0, basis: "guess", source: "unpublished" },
    enabledToAddresses: { value: 0, basis: "guess", source: "unpublished" },
    confirmToAvailable: {
        value: 180,
        basis: "observed",
        source: "over 10 minutes were seen too (hashicorp/terraform-provider-aws#26335)",
    },
    connectionDelete: { value: 30, basis: "guess", source: "unpublished" },
    virtualInterfaceCreate: { value: 60, basis: "guess", source: "terraform-provider-aws waits for 10 minutes" },
    virtualInterfaceDelete: { value: 60, basis: "guess", source: "terraform-provider-aws waits for 10 minutes" },
    deletedVirtualInterfaceListed: {
        value: 600,
        basis: "documented",
        source: "Direct Connect: deleted virtual interfaces are listed for up to 15 minutes",
    },
    awsBgpPeer: { value: 30, basis: "guess", source: "terraform-provider-aws waits for 10 minutes" },
    vpnGatewayCreate: { value: 5, basis: "guess", source: "unpublished" },
    vpnGatewayAttach: { value: 30, basis: "guess", source: "terraform-provider-aws waits for 15 minutes" },
    vpnGatewayDetach: { value: 30, basis: "guess", source: "terraform-provider-aws waits for 30 minutes" },
    directConnectGateway: { value: 10, basis: "guess", source: "terraform-provider-aws waits for 10 minutes" },
    directConnectGatewayAssociation: {
        value: 300,
        basis: "guess",
        source: "terraform-provider-aws waits for 30 minutes; over 15 were seen",
    },
    /** Of an Enterprise one, which CreateTransitRouterVbrAttachment makes by itself. */
    transitRouterCreate: { value: 20, basis: "guess", source: "terraform-provider-alicloud waits for 3 minutes" },
    attachmentCreate: { value: 40, basis: "guess", source: "terraform-provider-alicloud waits for 10 minutes" },
    attachmentDelete: { value: 30, basis: "guess", source: "terraform-provider-alicloud waits for 10 minutes" },
    attachmentUpdate: { value: 10, basis: "guess", source: "terraform-provider-alicloud waits for 5 minutes" },
    associationOrPropagation: { value: 10, basis: "guess", source: "terraform-provider-alicloud waits for 5 minutes" },
    /** Of CEN: until a routing policy is Active, and until a deleted one is gone. */
    routeMap: { value: 10, basis: "guess", source: "terraform-provider-alicloud waits for 6 minutes" },
    bgpGroupOrPeer: { value: 10, basis: "guess", source: "terraform-provider-alicloud waits for 5 minutes" },
    /** From both ends being right until Established. */
    bgpSession: { value: 60, basis: "guess", source: "unpublished" },
    /** From a route's announcement over a session until it is in the tables of the other end; a withdrawal takes effect at once. */
    routeInstallation: { value: 30, basis: "guess", source: "unpublished: 10 to 120 seconds" },
    /** What each side's BGP offers; the shorter hold time counts (P14). */
    bgpHoldAws: { value: 90, basis: "documented", source: "Direct Connect FAQ, BGP timers" },
    bgpKeepaliveAws: { value: 30, basis: "documented", source: "Direct Connect FAQ, BGP timers" },
    bgpHoldAlibaba: { value: 90, basis: "guess", source: "BgpGroup.Hold is in the SDKs, its usual value is not" },
    bgpKeepaliveAlibaba: { value: 30, basis: "guess", source: "as bgpHoldAlibaba" },
    /** Of a failover test whose call names no duration. */
    failoverTest: { value: 180 * 60, basis: "documented", source: "StartBgpFailoverTest: 180 minutes by default" },
    readingLagAws: { value: 5, basis: "guess", source: "unpublished" },
    readingLagAlibaba: { value: 10, basis: "guess", source: "unpublished" },
    /** By which whole records of a list are old: what is new is not yet there, what is gone still is. */
    listLagAws: { value: 0, basis: "guess", source: "unpublished" },
    listLagAlibaba: { value: 0, basis: "guess", source: "unpublished" },
} as const satisfies Record<string, Limit>;

/**
 * How much of a thing the clouds allow. Bounds of a parameter's form (ASNs, masks, sizes of pages) are no quotas, and stand where
 * it is read. The 20 route prefixes of a VBR are set in the console alone: no action makes one, and this world has none.
 */
export const quotas = {
    /** For each API, account and region, by the real clock. */
    alibabaCallsPerMinute: {
        value: 300,
        basis: "documented",
        source: "VPC: 300 calls of an API in 60 seconds",
    },
    /** P3. The physics document it; another number is for worlds of other connections. */
    virtualInterfacesPerHostedConnection: {
        value: 1,
        basis: "documented",
        source: "Direct Connect user guide, hosted connections: one virtual interface",
    },
    virtualInterfaceNameCharacters: {
        value: 100,
        basis: "documented",
        source: "Direct Connect API reference, virtualInterfaceName",
    },
    /** Of one virtual interface. */
    bgpPeersPerAddressFamily: {
        value: 1,
        basis: "documented",
        source: "CreateBGPPeer: one of each address family where the connection has no logical redundancy (that a hosted one has none is a guess)",
    },
    failoverTestMinutes: {
        value: 4320,
        basis: "documented",
        source: "StartBgpFailoverTest: 4,320 minutes at most",
    },
    /** Of Direct Connect and of EC2. */
    tagsPerAwsResource: { value: 50, basis: "documented", source: "AWS General Reference, tags of a resource" },
    vpnGatewaysPerVpc: {
        value: 1,
        basis: "documented",
        source: "AttachVpnGateway: one virtual private gateway to one VPC",
    },
    vpcsPerVpnGateway: {
        value: 1,
        basis: "documented",
        source: "AttachVpnGateway: one virtual private gateway to one VPC",
    },
    borderRoutersPerCircuit: {
        value: 5,
        basis: "documented",
        source: "Express Connect quotas, ec_quota_same_acount_vbr_per_pconn",
    },
    bgpGroupsPerBorderRouter: {
        value: 8,
        basis: "guess",
        source: "the error is documented (CreateBgpGroup, QuotaExceeded.Bgp), its number is not: that of peers",
    },
    bgpPeersPerBorderRouter: { value: 8, basis: "documented", source: "Express Connect, limits: BGP peers of a VBR" },
    cenGrantsPerInstance: {
        value: 20,
        basis: "guess",
        source: "the error is documented (GrantInstanceToCen, QuotaExceeded.CbnGrantRules), its number is not",
    },
    customEntriesPerVpcRouteTable: {
        value: 200,
        basis: "documented",
        source: "VPC, limits: custom route entries of one route table, synchronised ones among them",
    },
    synchronisedVpcsPerTransitRouter: {
        value: 50,
        basis: "documented",
        source: "CEN, limits: VPCs of one transit router with route synchronisation",
    },
    tagsPerCenCall: { value: 20, basis: "documented", source: "CreateTransitRouterVbrAttachment, Tag" },
    /** Of each list of conditions. */
    valuesPerRouteMapCondition: { value: 32, basis: "documented", source: "CreateCenRouteMap" },
    /** Of both its Priority and its Preference; the lower the earlier, and the better. */
    routeMapPriority: { value: 100, basis: "documented", source: "CreateCenRouteMap: 1 to 100" },
    /** Where no routing policy sets one. */
    routePreference: { value: 50, basis: "documented", source: "CreateCenRouteMap: 50 by default" },
    prefixesTowardsAws: {
        value: 100,
        basis: "documented",
        source: "Direct Connect quotas: routes of a private virtual interface from the customer's side, for each address family",
    },
    propagatedRoutesPerAwsRouteTable: {
        value: 100,
        basis: "documented",
        source: "Amazon VPC quotas: BGP advertised routes per route table (propagated routes)",
    },
    multiCloudConnectionsPerUser: {
        value: 1,
        basis: "documented",
        source: "Express Connect, multi-cloud connections: a user can create one",
    },
    vpnGatewaysPerRegion: {
        value: 5,
        basis: "documented",
        source: "Amazon VPC quotas: virtual private gateways per Region",
    },
    routesPerBgpGroup: { value: 110, basis: "documented", source: "CreateBgpGroup, RouteQuota" },
} as const satisfies Record<string, Limit>;

export type Durations = Record<keyof typeof durations, number>;
export type Quotas = Record<keyof typeof quotas, number>;

function valuesOf<Name extends string>(limits: Record<Name, Limit>): Record<Name, number> {
    const values = Object.entries<Limit>(limits).map(([name, { value }]) => [name, value]);
    return Object.fromEntries(values) as Record<Name, number>;
}

export const defaultDurations: Durations = valuesOf(durations);
export const defaultQuotas: Quotas = valuesOf(quotas);
