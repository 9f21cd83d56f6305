import type {
    BgpGroup,
    BorderRouter,
    Clouds,
    HostedConnection,
    RouteTable,
    TransitRouter,
    TransitRouterAttachment,
    VirtualInterface,
    VpnGateway,
} from "../clouds/clouds";
import { findBgpGroup } from "../borderRouterBgp/find";
import { messageOf } from "../messageOf";
import { missingGrant } from "../missingGrant";
import type { PreflightInputs } from "./handler";

/** "nothing of that kind is there" is null; what was not asked for, or could not be read, is undefined. */
type Found<Item> = Item | null | undefined;

/** What the clouds say about what is named. */
export interface Facts {
    vpcExists: boolean | undefined;
    routeTables: RouteTable[] | undefined;
    /** Attached to the VPC. */
    gateway: Found<VpnGateway>;
    connection: Found<HostedConnection>;
    /** The gateway that is to be adopted. */
    adoptedGateway: Found<VpnGateway>;
    /** The virtual interface that is to be adopted. */
    virtualInterface: Found<VirtualInterface>;
    /** The one that carries the virtual interface that is to be adopted. */
    connectionOfInterface: Found<HostedConnection>;
    borderRouter: Found<BorderRouter>;
    group: Found<BgpGroup>;
    cenExists: boolean | undefined;
    /** The CEN's, in every region. */
    transitRouters: TransitRouter[] | undefined;
    /** Those of VBRs to the transit router, where one is to be adopted, or what joins one to a route table. */
    attachments: TransitRouterAttachment[] | undefined;
    /** What it takes to attach a foreign VBR to the CEN. */
    missingGrant: string | undefined;
    /** Where the VBR is: all VBRs are read in the dynamic resources' own region. */
    alibabaRegion: string | undefined;
    billingOpened: boolean | undefined;
}

/** Reads everything at once. A read that fails is a finding among the others, and does not hide them. */
export async function findFacts(
    inputs: PreflightInputs,
    { aws, alibaba }: Clouds,
): Promise<{ facts: Facts; failures: string[] }> {
    const { vpcId, connectionId, adopt = {}, vbrId, cenId = "", transitRouterId = "" } = inputs;
    const { virtualInterfaceId, vpnGatewayId: adoptedGatewayId } = adopt;
    const adoptsAttachment = (adopt.cenAttachmentId ?? adopt.cenAssociationId ?? adopt.cenPropagationId) !== undefined;
    const routeTableIds = Object.values(inputs.routeTableIds ?? []);
    const failures: string[] = [];
    const when = async <Item>(asked: boolean, read: () => Promise<Item>): Promise<Item | undefined> => {
        try {
            return asked ? await read() : undefined;
        } catch (error) {
            failures.push(messageOf(error));
            return undefined;
        }
    };
    const [
        vpcs,
        routeTables,
        gateways,
        connections,
        virtualInterfaces,
        adoptedGateway,
        attachments,
        borderRouters,
        group,
        cen,
        region,
        billing,
    ] = await Promise.all([
        when(vpcId !== undefined, () => aws.describeVpcs([vpcId ?? ""])),
        when(routeTableIds.length > 0, () => aws.describeRouteTables(routeTableIds)),
        when(vpcId !== undefined, () => aws.describeVpnGatewaysOfVpc(vpcId ?? "")),
        when(connectionId !== undefined || virtualInterfaceId !== undefined, () => aws.describeConnections()),
        when(virtualInterfaceId !== undefined, () => aws.describeVirtualInterfaces()),
        when(adoptedGatewayId !== undefined, async () => {
            return (await aws.describeVpnGateway(adoptedGatewayId ?? "")) ?? null;
        }),
        when(adoptsAttachment && transitRouterId !== "", () =>
            alibaba.listBorderRouterAttachments(cenId, transitRouterId),
        ),
        when(vbrId !== undefined, () => alibaba.describeBorderRouters()),
        when(vbrId !== undefined, async () => (await findBgpGroup(vbrId ?? "", alibaba)) ?? null),
        when(cenId !== "", async () => {
            const found = await alibaba.describeCen(cenId);
            return {
                exists: found !== undefined,
                routers: found && (await alibaba.listTransitRouters(found.cenId)),
            };
        }),
        when(cenId !== "", async () => (await alibaba.identity()).region),
        when(true, () => alibaba.outboundBillingOpened()),
    ]);
    const borderRouter = borderRouters && (borderRouters.find((router) => router.vbrId === vbrId) ?? null);
    const grant = await when(cen?.exists === true, async () =>
        borderRouter
            ? missingGrant(
                  borderRouter,
                  cenId,
                  inputs.transitRouterId === undefined ? "basic" : "transitRouter",
                  alibaba,
              )
            : undefined,
    );
    const virtualInterface =
        virtualInterfaces && (virtualInterfaces.find((vif) => vif.virtualInterfaceId === virtualInterfaceId) ?? null);
    const connectionBy = (id: string | undefined): Found<HostedConnection> =>
        id === undefined ? undefined : connections && (connections.find((other) => other.connectionId === id) ?? null);
    return {
        facts: {
            vpcExists: vpcs && vpcs.length > 0,
            routeTables,
            gateway: gateways && (gateways.find((gateway) => isAttached(gateway, vpcId)) ?? null),
            connection: connectionBy(connectionId),
            adoptedGateway,
            virtualInterface,
            connectionOfInterface: connectionBy(virtualInterface?.connectionId),
            borderRouter,
            group,
            cenExists: cen?.exists,
            transitRouters: cen?.routers,
            attachments,
            missingGrant: grant,
            alibabaRegion: region,
            billingOpened: billing,
        },
        failures,
    };
}

function isAttached({ attachments }: VpnGateway, vpcId: string | undefined): boolean {
    return attachments.some((attachment) => attachment.vpcId === vpcId && attachment.state === "attached");
}
