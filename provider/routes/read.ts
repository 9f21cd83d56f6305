import type { AlibabaCloud, AwsCloud, Clouds } from "../clouds/clouds";
import type {
    AwsRouteFacts,
    BasicCenFacts,
    JoinedNetworks,
    RouteFacts,
    TransitRouterFacts,
    VpcRouteFacts,
} from "./facts";

/** Of the VPCs that nobody has named: each costs some calls a look. The others are judged by what AWS learns alone. */
const mostFoundVpcs = 20;

/** Everything that the routes of a link hang on, read in parallel as far as one read does not need another. */
export async function readRoutes(
    networks: JoinedNetworks,
    { vbrId, virtualInterfaceId }: { vbrId: string; virtualInterfaceId: string },
    { aws, alibaba }: Clouds,
): Promise<RouteFacts> {
    const { transitRouterId } = networks;
    const [atAws, atAlibaba] = await Promise.all([
        readAws(networks, virtualInterfaceId, aws),
        transitRouterId === undefined || transitRouterId === ""
            ? readBasicCen(networks, vbrId, alibaba)
            : readTransitRouter(networks, transitRouterId, vbrId, alibaba),
    ]);
    return { networks, vbrId, aws: atAws, ...atAlibaba };
}

async function readAws(
    { awsVpcId }: JoinedNetworks,
    virtualInterfaceId: string,
    aws: AwsCloud,
): Promise<AwsRouteFacts> {
    const [vpcs, routeTables, subnets, interfaceRoutes] = await Promise.all([
        aws.describeVpcs([awsVpcId]),
        aws.describeRouteTablesOfVpc(awsVpcId),
        aws.describeSubnets(awsVpcId),
        aws.listVirtualInterfaceRoutes(virtualInterfaceId),
    ]);
    return {
        cidrBlocks: vpcs.flatMap(({ cidrBlocks }) => cidrBlocks),
        routeTables,
        subnets,
        interfaceRoutes,
    };
}

async function readTransitRouter(
    { cenId, transitRouterRouteTableId: meant = "", alibabaVpcIds }: JoinedNetworks,
    transitRouterId: string,
    vbrId: string,
    alibaba: AlibabaCloud,
): Promise<{ cen: TransitRouterFacts; vpcs: VpcRouteFacts[] }> {
    const entriesOf = (routeTableId: string) =>
        routeTableId === "" ? Promise.resolve([]) : alibaba.listTransitRouterRouteEntries(routeTableId);
    const [vpcAttachments, vbrAttachments, routeMaps, entriesOfMeant] = await Promise.all([
        alibaba.listVpcAttachments(cenId, transitRouterId),
        alibaba.listBorderRouterAttachments(cenId, transitRouterId),
        alibaba.describeRouteMaps(cenId),
        entriesOf(meant),
    ]);
    const vbrAttachment = vbrAttachments.find(({ resourceId }) => resourceId === vbrId);
    const vbr = vbrAttachment && { ...vbrAttachment, ...(await legsOf(vbrAttachment.attachmentId, alibaba)) };
    const routeTableId = vbr?.associations.find(({ status }) => status === "Active")?.routeTableId ?? meant;
    const entries = routeTableId === meant ? entriesOfMeant : await entriesOf(routeTableId);

    const bringing = entries
        .filter(({ originResourceType }) => originResourceType === "VPC")
        .map(({ attachmentId }) => attachmentId);
    const found = vpcAttachments
        .filter(({ attachmentId }) => bringing.includes(attachmentId))
        .map(({ vpcId }) => vpcId)
        .slice(0, mostFoundVpcs);
    const vpcs = (alibabaVpcIds ?? found).map(async (vpcId): Promise<VpcRouteFacts> => {
        const attachment = vpcAttachments.find((each) => each.vpcId === vpcId);
        const [tables, legs] = await Promise.all([
            readVpc(vpcId, alibaba),
            attachment && legsOf(attachment.attachmentId, alibaba),
        ]);
        return {
            vpcId,
            isNamed: alibabaVpcIds !== undefined,
            ...tables,
            attachment: attachment && { ...attachment, associations: [], propagations: [], ...legs },
            childStatus: undefined,
        };
    });
    const cen: TransitRouterFacts = { kind: "transit router", transitRouterId, routeTableId, entries, routeMaps, vbr };
    return { cen, vpcs: await Promise.all(vpcs) };
}

async function legsOf(
    attachmentId: string,
    alibaba: AlibabaCloud,
): Promise<Pick<NonNullable<TransitRouterFacts["vbr"]>, "associations" | "propagations">> {
    const [associations, propagations] = await Promise.all([
        alibaba.listRouteTableAssociations(attachmentId),
        alibaba.listRouteTablePropagations(attachmentId),
    ]);
    return { associations, propagations };
}

async function readBasicCen(
    { cenId, alibabaVpcIds }: JoinedNetworks,
    vbrId: string,
    alibaba: AlibabaCloud,
): Promise<{ cen: BasicCenFacts; vpcs: VpcRouteFacts[] }> {
    const [children, { region }] = await Promise.all([alibaba.describeCenChildren(cenId), alibaba.identity()]);
    const statusOf = (id: string) => children.find(({ childInstanceId }) => childInstanceId === id)?.status;
    const found = children
        .filter((child) => child.childInstanceType === "VPC" && child.childInstanceRegionId === region)
        .map(({ childInstanceId }) => childInstanceId)
        .slice(0, mostFoundVpcs);
    const vpcs = (alibabaVpcIds ?? found).map(async (vpcId): Promise<VpcRouteFacts> => ({
        vpcId,
        isNamed: alibabaVpcIds !== undefined,
        ...(await readVpc(vpcId, alibaba)),
        attachment: undefined,
        childStatus: statusOf(vpcId),
    }));
    return { cen: { kind: "Basic CEN", cenId, vbrStatus: statusOf(vbrId) }, vpcs: await Promise.all(vpcs) };
}

async function readVpc(
    vpcId: string,
    alibaba: AlibabaCloud,
): Promise<Pick<VpcRouteFacts, "vSwitches" | "routeTables">> {
    const [vSwitches, routeTables] = await Promise.all([
        alibaba.describeVSwitches(vpcId),
        alibaba.describeRouteTablesOfVpc(vpcId),
    ]);
    return { vSwitches, routeTables };
}
