import type { World } from "../world/world";
import type { WorldIds } from "./scenario";

export const awsRegion = "ap-southeast-1";
export const alibabaRegion = "ap-southeast-1";

/** An AWS VPC of two subnets, one in the main route table, the other in a table of its own. */
export function buildAwsVpc(world: World): Pick<WorldIds, "awsVpcId" | "routeTableIds"> {
    const vpcId = world.newId("vpc-0", 16);
    const vpcCidr = "10.0.0.0/16";
    world.aws.vpcs.set(vpcId, {
        vpcId,
        ownerAccount: world.accounts.awsAccountId,
        region: awsRegion,
        cidrBlocks: [vpcCidr],
        tags: new Map([["Name", "workloads"]]),
    });
    const routeTableIds = ["main", "private"].map((name) => {
        const routeTableId = world.newId("rtb-0", 16);
        world.aws.routeTables.set(routeTableId, {
            routeTableId,
            vpcId,
            main: name === "main",
            routes: [
                { destinationCidrBlock: vpcCidr, gatewayId: "local", state: "active", origin: "CreateRouteTable" },
            ],
            propagatingVgws: [],
            tags: new Map([["Name", name]]),
        });
        return routeTableId;
    });
    const subnets = [
        { cidrBlock: "10.0.1.0/24", availabilityZone: `${awsRegion}a`, routeTableId: undefined },
        { cidrBlock: "10.0.2.0/24", availabilityZone: `${awsRegion}b`, routeTableId: routeTableIds[1] },
    ];
    for (const subnet of subnets) {
        const subnetId = world.newId("subnet-0", 16);
        world.aws.subnets.set(subnetId, { subnetId, vpcId, ...subnet, networkAclId: undefined, tags: new Map() });
    }
    return { awsVpcId: vpcId, routeTableIds };
}

/** An Alibaba Cloud VPC of two vSwitches, attached to an Enterprise transit router, associated and propagating. */
export function buildAlibabaVpc(world: World): Omit<WorldIds, "awsVpcId" | "routeTableIds"> {
    const ownerId = world.accounts.alibabaAccountId;
    const vpcId = world.newId("vpc-t4n", 17);
    const cenId = world.newId("cen-", 16);
    const transitRouterId = world.newId("tr-t4n", 17);
    const vpcRouteTableId = world.newId("vtb-t4n", 17);
    const routeTableId = world.newId("vtb-t4n", 17);
    const attachmentId = world.newId("tr-attach-", 18);
    const now = new Date(world.clock.now()).toISOString();
    const { alibaba } = world;

    alibaba.outboundBillingOpened.add(ownerId);
    alibaba.vpcs.set(vpcId, {
        vpcId,
        ownerId,
        regionId: alibabaRegion,
        cidrBlock: "172.16.0.0/16",
        name: "workloads",
        vSwitches: ["a", "b"].map((zone, index) => ({
            vSwitchId: world.newId("vsw-t4n", 17),
            cidrBlock: `172.16.${index + 1}.0/24`,
            zoneId: `${alibabaRegion}${zone}`,
            routeTableId: vpcRouteTableId,
            networkAclId: undefined,
        })),
    });
    alibaba.vpcRouteTables.set(vpcRouteTableId, {
        routeTableId: vpcRouteTableId,
        vpcId,
        regionId: alibabaRegion,
        type: "System",
        name: "",
        entries: [],
    });
    alibaba.cens.set(cenId, { cenId, ownerId, name: "backbone", status: "Active" });
    alibaba.transitRouters.set(transitRouterId, {
        transitRouterId,
        cenId,
        regionId: alibabaRegion,
        type: "Enterprise",
        status: "Active",
    });
    alibaba.attachments.set(attachmentId, {
        attachmentId,
        kind: "VPC",
        cenId,
        transitRouterId,
        regionId: alibabaRegion,
        resourceId: vpcId,
        resourceOwnerId: ownerId,
        name: "workloads",
        description: "",
        status: "Attached",
        autoPublishRouteEnabled: true,
        creationTime: now,
        tags: new Map(),
    });
    alibaba.routeTables.set(routeTableId, {
        transitRouterRouteTableId: routeTableId,
        transitRouterId,
        type: "System",
        name: "",
        status: "Active",
        associations: [{ attachmentId, status: "Active" }],
        propagations: [{ attachmentId, status: "Active" }],
        entries: [],
    });
    return { alibabaVpcId: vpcId, cenId, transitRouterId, transitRouterRouteTableId: routeTableId };
}
