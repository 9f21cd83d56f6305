import type { VSwitch } from "../world/alibabaState";
import type { PacketFilter } from "../world/packetFilter";
import type { World } from "../world/world";
import { filterPassing } from "./packetFilters";
import type { WorldIds } from "./scenario";

type AlibabaKey = "alibabaVpcId" | "cenId" | "transitRouterId" | "transitRouterRouteTableId";

export const awsRegion = "ap-southeast-1";
export const alibabaRegion = "ap-southeast-1";

const awsCidr = "10.0.0.0/16";
const alibabaCidr = "172.16.0.0/16";
/** What may pass on either side: the VPC's own traffic and its peer's. */
const bothCidrs = [awsCidr, alibabaCidr];

/** An AWS VPC of two subnets, one in the main route table and the default network ACL, the other in a table and an ACL of its own. */
export function buildAwsVpc(world: World): Pick<WorldIds, "awsVpcId" | "routeTableIds"> {
    const vpcId = world.newId("vpc-0", 16);
    world.aws.vpcs.set(vpcId, {
        vpcId,
        ownerAccount: world.accounts.awsAccountId,
        region: awsRegion,
        cidrBlocks: [awsCidr],
        tags: new Map([["Name", "workloads"]]),
    });
    const routeTableIds = ["main", "private"].map((name) => {
        const routeTableId = world.newId("rtb-0", 16);
        world.aws.routeTables.set(routeTableId, {
            routeTableId,
            vpcId,
            main: name === "main",
            routes: [],
            propagatingVgws: [],
            tags: new Map([["Name", name]]),
        });
        return routeTableId;
    });
    const acl = filterPassing({ id: world.newId("acl-0", 16), vpcId }, bothCidrs, 100, 10);
    add(world.aws.networkAcls, acl);
    add(world.aws.securityGroups, filterPassing({ id: world.newId("sg-0", 16), vpcId }, bothCidrs));
    const subnets = [
        {
            cidrBlock: "10.0.1.0/24",
            availabilityZone: `${awsRegion}a`,
            routeTableId: undefined,
            networkAclId: undefined,
        },
        {
            cidrBlock: "10.0.2.0/24",
            availabilityZone: `${awsRegion}b`,
            routeTableId: routeTableIds[1],
            networkAclId: acl.id,
        },
    ];
    for (const subnet of subnets) {
        const subnetId = world.newId("subnet-0", 16);
        world.aws.subnets.set(subnetId, { subnetId, vpcId, ...subnet, tags: new Map() });
    }
    return { awsVpcId: vpcId, routeTableIds };
}

function add(filters: Map<string, PacketFilter>, filter: PacketFilter): void {
    filters.set(filter.id, filter);
}

/** An Alibaba Cloud VPC of two vSwitches, the second with a network ACL, that hangs on nothing, and a CEN without anything. */
export function buildVpcAndCen(world: World): Pick<WorldIds, "alibabaVpcId" | "cenId"> & { vSwitches: VSwitch[] } {
    const { alibaba } = world;
    const ownerId = world.accounts.alibabaAccountId;
    const vpcId = world.newId("vpc-t4n", 17);
    const cenId = world.newId("cen-", 16);
    const vpcRouteTableId = world.newId("vtb-t4n", 17);
    const acl = filterPassing({ id: world.newId("nacl-t4n", 17), vpcId }, bothCidrs, 1, 1);
    const vSwitches = ["a", "b"].map((zone, index) => ({
        vSwitchId: world.newId("vsw-t4n", 17),
        cidrBlock: `172.16.${index + 1}.0/24`,
        zoneId: `${alibabaRegion}${zone}`,
        routeTableId: vpcRouteTableId,
        networkAclId: zone === "b" ? acl.id : undefined,
    }));

    alibaba.outboundBillingOpened.add(ownerId);
    add(alibaba.networkAcls, acl);
    add(alibaba.securityGroups, filterPassing({ id: world.newId("sg-t4n", 17), vpcId }, bothCidrs));
    alibaba.vpcs.set(vpcId, {
        vpcId,
        ownerId,
        regionId: alibabaRegion,
        cidrBlock: alibabaCidr,
        name: "workloads",
        vSwitches,
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
    return { alibabaVpcId: vpcId, cenId, vSwitches };
}

/** The VPC attached to an Enterprise transit router, associated and propagating. */
export function buildAlibabaVpc(world: World): Required<Pick<WorldIds, AlibabaKey>> {
    const { alibaba } = world;
    const { alibabaVpcId, cenId, vSwitches } = buildVpcAndCen(world);
    const transitRouterId = world.newId("tr-t4n", 17);
    const routeTableId = world.newId("vtb-t4n", 17);
    const attachmentId = world.newId("tr-attach-", 18);
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
        resourceId: alibabaVpcId,
        resourceOwnerId: world.accounts.alibabaAccountId,
        name: "workloads",
        description: "",
        status: "Attached",
        autoPublishRouteEnabled: true,
        creationTime: new Date(world.clock.now()).toISOString(),
        tags: new Map(),
        zoneMappings: vSwitches.map(({ vSwitchId, zoneId }) => ({
            vSwitchId,
            zoneId,
            networkInterfaceId: world.newId("eni-t4n", 17),
        })),
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
    return { alibabaVpcId, cenId, transitRouterId, transitRouterRouteTableId: routeTableId };
}
