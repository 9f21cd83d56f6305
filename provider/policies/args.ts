/**
 * What of a program a policy depends on: the arguments of `MultiCloudConnection` as they are, and what the policy is for. An ID that is a plain text narrows
 * what it names; an output, which nobody knows yet, stands for every resource of its kind.
 */
export interface PolicyArgs {
    /**
     * "preview": reads alone, enough for `pulumi preview`, `pulumi refresh` and the command `doctor`. "up": these, and what `pulumi up` and `pulumi destroy`
     * write.
     */
    for: "preview" | "up";
    /** The account in the ARNs. Default: `*`. */
    accountId?: string;
    /** The region in the ARNs, `ap-southeast-1` say; on AWS also the one that may be asked at all. Default: `*`. */
    region?: string;
    alibaba?: {
        vbrId?: unknown;
        cen?: { cenId?: unknown; transitRouterId?: unknown; attachmentId?: unknown };
        /** Whether what the VPCs lack to reach the VBR is made. */
        manageVpcRoutes?: unknown;
    };
    aws?: { vpcId?: unknown; routeTableIds?: unknown; connectionId?: unknown; vpnGatewayId?: unknown };
    onDestroy?: { hostedConnection?: unknown };
    /** Also what an earlier version has made, whose resources do not carry the tag by which this one knows them. */
    adopt?: { vpnGatewayId?: unknown; virtualInterfaceId?: unknown };
}

/** What a row of the tables asks. An ID that is not known is `*`; undefined: there is none. */
export interface Use {
    accountId: string;
    region: string;
    vbrId: string;
    cenId: string;
    /** undefined: a Basic CEN. */
    transitRouterId: string | undefined;
    makesAttachment: boolean;
    managesVpcRoutes: boolean;
    vpcId: string;
    routeTableIds: readonly string[];
    connectionId: string;
    /** One that is managed elsewhere. */
    vpnGatewayId: string | undefined;
    deletesConnection: boolean;
    adoptedVpnGatewayId: string | undefined;
    adoptedVirtualInterfaceId: string | undefined;
}

export function useOf({ accountId, region, alibaba, aws, onDestroy, adopt }: PolicyArgs): Use {
    return {
        accountId: idOf(accountId),
        region: idOf(region),
        vbrId: idOf(alibaba?.vbrId),
        cenId: idOf(alibaba?.cen?.cenId),
        transitRouterId: idIfGiven(alibaba?.cen?.transitRouterId),
        makesAttachment: idIfGiven(alibaba?.cen?.attachmentId) === undefined,
        managesVpcRoutes: alibaba?.manageVpcRoutes === true,
        vpcId: idOf(aws?.vpcId),
        routeTableIds: idsOf(aws?.routeTableIds),
        connectionId: idOf(aws?.connectionId),
        vpnGatewayId: idIfGiven(aws?.vpnGatewayId),
        deletesConnection: onDestroy?.hostedConnection === "delete",
        adoptedVpnGatewayId: idIfGiven(adopt?.vpnGatewayId),
        adoptedVirtualInterfaceId: idIfGiven(adopt?.virtualInterfaceId),
    };
}

function idOf(value: unknown): string {
    return typeof value === "string" && value !== "" ? value : "*";
}

function idIfGiven(value: unknown): string | undefined {
    return value === undefined || value === null ? undefined : idOf(value);
}

/** By place or by key, as the argument takes them. */
function idsOf(values: unknown): readonly string[] {
    const given = typeof values === "object" && values !== null ? Object.values(values) : [];
    const ids = [...new Set(given.map(idOf))];
    return ids.length === 0 || ids.includes("*") ? ["*"] : ids;
}
