import type {
    BgpGroup,
    BgpPeer,
    BorderRouter,
    Clouds,
    HostedConnection,
    Identity,
    RouteTable,
    TransitRouter,
    TransitRouterAttachment,
    VirtualInterface,
    Vpc,
    VpnGateway,
} from "../clouds/clouds";
import { chooseBgpGroup } from "../borderRouterBgp/find";
import { missingGrant } from "../missingGrant";
import type { PreflightInputs } from "./handler";
import { accountOf, type Reads } from "./reads";

/** "nothing of that kind is there" is null; what was not asked for, or could not be read, is undefined. */
type Found<Item> = Item | null | undefined;

/** What the clouds say about what is named. */
export interface Facts {
    awsIdentity: Identity | undefined;
    alibabaIdentity: Identity | undefined;
    vpc: Found<Vpc>;
    routeTables: RouteTable[] | undefined;
    /** The VPC's, whatever the state of the attachment. */
    gateways: VpnGateway[] | undefined;
    /** Attached to the VPC. */
    gateway: Found<VpnGateway>;
    connections: HostedConnection[] | undefined;
    connection: Found<HostedConnection>;
    /** The gateway that is to be adopted. */
    adoptedGateway: Found<VpnGateway>;
    virtualInterfaces: VirtualInterface[] | undefined;
    /** The virtual interface that is to be adopted. */
    virtualInterface: Found<VirtualInterface>;
    /** The one that carries the virtual interface that is to be adopted. */
    connectionOfInterface: Found<HostedConnection>;
    borderRouters: BorderRouter[] | undefined;
    borderRouter: Found<BorderRouter>;
    group: Found<BgpGroup>;
    /** The VBR's. */
    peers: BgpPeer[] | undefined;
    cenExists: boolean | undefined;
    /** The CEN's, in every region. */
    transitRouters: TransitRouter[] | undefined;
    /** Those of VBRs to the transit router, where one is to be adopted, or what joins one to a route table. */
    attachments: TransitRouterAttachment[] | undefined;
    /** What it takes to attach a foreign VBR to the CEN. */
    missingGrant: string | undefined;
    billingOpened: boolean | undefined;
}

/** Reads everything at once, and then what depends on it: two rounds. */
export async function findFacts(inputs: PreflightInputs, { aws, alibaba }: Clouds, reads: Reads): Promise<Facts> {
    const { vpcId = "", connectionId, adopt = {}, vbrId = "", cenId = "", transitRouterId = "" } = inputs;
    const { virtualInterfaceId, vpnGatewayId: adoptedGatewayId = "" } = adopt;
    const adoptsAttachment = (adopt.cenAttachmentId ?? adopt.cenAssociationId ?? adopt.cenPropagationId) !== undefined;
    const routeTableIds = Object.values(inputs.routeTableIds ?? []);
    const hasVpc = vpcId !== "";
    const cenExists = reads.read("alibaba", `CEN ${cenId}`, cenId !== "", async () => {
        return (await alibaba.describeCen(cenId)) !== undefined;
    });
    const alibabaIdentity = reads.read("alibaba", accountOf.alibaba, true, () => alibaba.identity());
    const borderRouters = reads.read("alibaba", "VBRs", vbrId !== "" || hasVpc || looksForBorderRouter(inputs), () =>
        alibaba.describeBorderRouters(),
    );
    const [
        awsIdentity,
        vpcs,
        routeTables,
        gateways,
        connections,
        virtualInterfaces,
        adoptedGateway,
        attachments,
        groups,
        peers,
        billingOpened,
        grant,
        transitRouters,
    ] = await Promise.all([
        reads.read("aws", accountOf.aws, usesAws(inputs), () => aws.identity()),
        reads.read("aws", `VPC ${vpcId}`, hasVpc, () => aws.describeVpcs([vpcId])),
        reads.read("aws", `route tables ${routeTableIds.join(", ")}`, routeTableIds.length > 0, () =>
            aws.describeRouteTables(routeTableIds),
        ),
        reads.read("aws", `virtual private gateway of ${vpcId}`, hasVpc, () => aws.describeVpnGatewaysOfVpc(vpcId)),
        reads.read("aws", "Direct Connect connections", usesAws(inputs), () => aws.describeConnections()),
        reads.read("aws", "Direct Connect virtual interfaces", usesAws(inputs), () => aws.describeVirtualInterfaces()),
        reads.read("aws", `virtual private gateway ${adoptedGatewayId}`, adoptedGatewayId !== "", async () => {
            return (await aws.describeVpnGateway(adoptedGatewayId)) ?? null;
        }),
        reads.read("alibaba", `attachments of ${transitRouterId}`, adoptsAttachment && transitRouterId !== "", () =>
            alibaba.listBorderRouterAttachments(cenId, transitRouterId),
        ),
        reads.read("alibaba", `BGP groups of ${vbrId}`, vbrId !== "", () => alibaba.describeBgpGroups(vbrId)),
        reads.read("alibaba", `BGP peers of ${vbrId}`, vbrId !== "", () => alibaba.describeBgpPeers(vbrId)),
        reads.read("alibaba", "outbound billing", true, () => alibaba.outboundBillingOpened()),
        findMissingGrant(inputs, borderRouters, cenExists, alibaba, reads),
        // For a CEN that is not there they are an error.
        cenExists.then((exists = false) =>
            reads.read("alibaba", `transit routers of ${cenId}`, exists, () => alibaba.listTransitRouters(cenId)),
        ),
    ]);
    const routers = await borderRouters;
    const connectionBy = (id: string | undefined): Found<HostedConnection> =>
        id === undefined ? undefined : firstOf(connections, (other) => other.connectionId === id);
    const virtualInterface =
        virtualInterfaceId === undefined
            ? undefined
            : firstOf(virtualInterfaces, (vif) => vif.virtualInterfaceId === virtualInterfaceId);
    return {
        awsIdentity,
        alibabaIdentity: await alibabaIdentity,
        vpc: firstOf(vpcs, () => true),
        routeTables,
        gateways,
        gateway: firstOf(gateways, (gateway) => isAttached(gateway, vpcId)),
        connections,
        connection: connectionBy(connectionId),
        adoptedGateway,
        virtualInterfaces,
        virtualInterface,
        connectionOfInterface: connectionBy(virtualInterface?.connectionId),
        borderRouters: routers,
        borderRouter: vbrId === "" ? undefined : firstOf(routers, (router) => router.vbrId === vbrId),
        group: groups && (chooseBgpGroup(groups, vbrId) ?? null),
        peers,
        cenExists: await cenExists,
        transitRouters,
        attachments,
        missingGrant: grant,
        billingOpened,
    };
}

/** Whether anything of AWS is named. */
function usesAws(inputs: PreflightInputs): boolean {
    const { awsAccountId, awsRegion, vpcId, connectionId, vpnGatewayId, routeTableIds, adopt } = inputs;
    const ids = [awsAccountId, awsRegion, vpcId, connectionId, vpnGatewayId, adopt?.vpnGatewayId];
    return [...ids, adopt?.virtualInterfaceId, ...Object.values(routeTableIds ?? [])].some(
        (id) => id !== undefined && id !== "",
    );
}

function looksForBorderRouter({ search }: PreflightInputs): boolean {
    return (search?.accessPointId ?? search?.borderRouterName) !== undefined;
}

async function findMissingGrant(
    { cenId = "", transitRouterId, vbrId }: PreflightInputs,
    borderRouters: Promise<BorderRouter[] | undefined>,
    cenExists: Promise<boolean | undefined>,
    alibaba: Clouds["alibaba"],
    reads: Reads,
): Promise<string | undefined> {
    const router = (await borderRouters)?.find((other) => other.vbrId === vbrId);
    const isThere = router !== undefined && !router.own && (await cenExists) === true;
    return reads.read("alibaba", `grants to ${cenId}`, isThere, async () =>
        router === undefined
            ? undefined
            : missingGrant(router, cenId, transitRouterId === undefined ? "basic" : "transitRouter", alibaba),
    );
}

function firstOf<Item>(items: Item[] | undefined, isMeant: (item: Item) => boolean): Found<Item> {
    return items && (items.find(isMeant) ?? null);
}

function isAttached({ attachments }: VpnGateway, vpcId: string): boolean {
    return attachments.some((attachment) => attachment.vpcId === vpcId && attachment.state === "attached");
}
