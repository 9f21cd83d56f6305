import { expect } from "chai";

import { cloudsOn, type CloudsOnWorld } from "../support/cloudsOnWorld";
import { joinAndWait, only, type Joined } from "../unit/world/joined";

describe("what joins the networks in the CEN, as our own client reads it from the wire", () => {
    let joined: Joined;
    let served: CloudsOnWorld;
    let vpcId: string;

    beforeEach(async () => {
        joined = joinAndWait();
        vpcId = only(joined.world.alibaba.vpcs.keys());
        served = await cloudsOn(joined.world);
    });
    afterEach(() => served.close());

    const alibaba = (): CloudsOnWorld["clouds"]["alibaba"] => served.clouds.alibaba;
    const vpcAttachmentId = (): string =>
        only(
            [...joined.world.alibaba.attachments.values()]
                .filter(({ kind }) => kind === "VPC")
                .map(({ attachmentId }) => attachmentId),
        );

    it("the VPCs' attachments", async () => {
        const { cenId, transitRouterId } = joined.attachment;
        expect(await alibaba().listVpcAttachments(cenId, transitRouterId)).to.deep.equal([
            {
                attachmentId: vpcAttachmentId(),
                cenId,
                transitRouterId,
                vpcId,
                status: "Attached",
                autoPublishRouteEnabled: true,
                tags: {},
            },
        ]);
    });

    it("the transit router's tables, and the entries of one in every status", async () => {
        const { transitRouterId, transitRouterRouteTableId, entries } = joined.systemTable;
        Object.assign(entries[0] ?? {}, { status: "Rejected" });
        expect(await alibaba().listTransitRouterRouteTables(transitRouterId)).to.deep.equal([
            { routeTableId: transitRouterRouteTableId, type: "System", status: "Active" },
        ]);
        const ofVpc = { attachmentId: vpcAttachmentId(), originResourceType: "VPC", originResourceId: vpcId };
        const read = await alibaba().listTransitRouterRouteEntries(transitRouterRouteTableId);
        expect(read).to.have.deep.members([
            {
                ...ofVpc,
                destinationCidrBlock: "172.16.1.0/24",
                status: entries.find(({ destinationCidrBlock }) => destinationCidrBlock === "172.16.1.0/24")?.status,
                asPath: [],
                preference: 50,
            },
            {
                ...ofVpc,
                destinationCidrBlock: "172.16.2.0/24",
                status: entries.find(({ destinationCidrBlock }) => destinationCidrBlock === "172.16.2.0/24")?.status,
                asPath: [],
                preference: 50,
            },
            {
                destinationCidrBlock: "10.0.0.0/16",
                status: entries.find(({ destinationCidrBlock }) => destinationCidrBlock === "10.0.0.0/16")?.status,
                attachmentId: "tr-attach-vbr",
                originResourceType: "VBR",
                originResourceId: joined.borderRouter.vbrId,
                asPath: ["64512"],
                preference: 50,
            },
        ]);
        expect(read.filter(({ status }) => status === "Rejected")).to.have.length(1);
    });

    it("the route maps of the region", async () => {
        const { cenId } = joined.attachment;
        const map = {
            routeMapId: "cenrmap-1",
            cenId,
            cenRegionId: "ap-southeast-1",
            transitRouterRouteTableId: joined.systemTable.transitRouterRouteTableId,
            transmitDirection: "RegionOut" as const,
            mapResult: "Deny" as const,
            priority: 5,
            nextPriority: undefined,
            preference: undefined,
            prependAsPath: [],
            cidrMatchMode: "Complete" as const,
            destinationCidrBlocks: ["172.16.1.0/24"],
            sourceInstanceIds: [],
            destinationInstanceIds: [joined.borderRouter.vbrId],
            sourceRegionIds: [],
            sourceChildInstanceTypes: ["VPC"],
            destinationChildInstanceTypes: ["VBR"],
            description: "",
            status: "Active" as const,
        };
        joined.world.alibaba.routeMaps.set("cenrmap-1", map);
        joined.world.alibaba.routeMaps.set("cenrmap-2", {
            ...map,
            routeMapId: "cenrmap-2",
            cenRegionId: "cn-hangzhou",
        });
        expect(await alibaba().describeRouteMaps(cenId)).to.deep.equal([
            {
                routeMapId: "cenrmap-1",
                cenId,
                routeTableId: joined.systemTable.transitRouterRouteTableId,
                transmitDirection: "RegionOut",
                mapResult: "Deny",
                priority: 5,
                destinationCidrBlocks: ["172.16.1.0/24"],
                cidrMatchMode: "Complete",
                sourceInstanceIds: [],
                destinationInstanceIds: [joined.borderRouter.vbrId],
                sourceChildInstanceTypes: ["VPC"],
                destinationChildInstanceTypes: ["VBR"],
            },
        ]);
    });

    it("the routes that did not get into a VPC's table", async () => {
        const table = only(joined.world.alibaba.vpcRouteTables.values());
        expect(await alibaba().describeRouteConflicts(vpcId, table.routeTableId)).to.deep.equal([]);
        table.entries.push({
            routeEntryId: "rte-1",
            destinationCidrBlock: "10.0.0.0/16",
            type: "Custom",
            nextHopType: "Instance",
            nextHopId: "i-1",
            status: "Available",
        });
        joined.world.changed();
        expect(await alibaba().describeRouteConflicts(vpcId, table.routeTableId)).to.deep.equal([
            {
                destinationCidrBlock: "10.0.0.0/16",
                instanceId: joined.borderRouter.vbrId,
                status: "conflict",
            },
        ]);
    });

    it("the network instances of a Basic CEN", async () => {
        const { cenId } = joined.attachment;
        expect(await alibaba().describeCenChildren(cenId)).to.deep.equal([]);
        joined.world.alibaba.cenChildren.push({
            cenId,
            childInstanceId: vpcId,
            childInstanceType: "VPC",
            childInstanceRegionId: "ap-southeast-1",
            childInstanceOwnerId: "1234567890123456",
            status: "Attached",
            attachTime: "2026-01-01T00:00:00.000Z",
        });
        expect(await alibaba().describeCenChildren(cenId)).to.deep.equal([
            {
                childInstanceId: vpcId,
                childInstanceType: "VPC",
                childInstanceRegionId: "ap-southeast-1",
                status: "Attached",
            },
        ]);
    });
});
