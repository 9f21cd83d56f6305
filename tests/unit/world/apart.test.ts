import { expect } from "chai";

import type { BorderRouter, CenChildInstance, TransitRouterAttachment } from "../../../simulator/world/alibabaState";
import { advertisedByAlibaba as routesToBorderRouter } from "../../../simulator/world/routes/advertisedByAlibaba";
import type { World } from "../../../simulator/world/world";
import { join, joinAndWait, only, type Joined } from "./joined";

const vSwitches = ["172.16.1.0/24", "172.16.2.0/24"];

function advertisedByAlibaba(world: World, borderRouter: BorderRouter): string[] {
    return routesToBorderRouter(world, borderRouter).map(({ destinationCidrBlock }) => destinationCidrBlock);
}

/** A second VBR on a circuit of its own, with a BGP group and peer like the first one's. */
function addSecondBorderRouter({ world, borderRouter, group, peer }: Joined): BorderRouter {
    const second = { ...borderRouter, vbrId: "vbr-2", physicalConnectionId: "pc-2" };
    world.alibaba.borderRouters.set(second.vbrId, second);
    world.alibaba.bgpGroups.set("bgpg-2", { ...group, bgpGroupId: "bgpg-2", routerId: "vbr-2" });
    world.alibaba.bgpPeers.set("bgp-2", {
        ...peer,
        bgpPeerId: "bgp-2",
        bgpGroupId: "bgpg-2",
        routerId: "vbr-2",
        bgpStatus: "Idle",
        everEstablished: false,
    });
    return second;
}

/** Its attachment, associated and propagating like the first one's. */
function attachSecond({ world, attachment, systemTable }: Joined, { vbrId }: BorderRouter): TransitRouterAttachment {
    const second = { ...attachment, attachmentId: "tr-attach-2", resourceId: vbrId };
    world.alibaba.attachments.set(second.attachmentId, second);
    systemTable.associations.push({ attachmentId: second.attachmentId, status: "Active" });
    systemTable.propagations.push({ attachmentId: second.attachmentId, status: "Active" });
    return second;
}

function child(joined: Joined, fields: Partial<CenChildInstance>): CenChildInstance {
    return {
        cenId: "cen-basic",
        childInstanceId: only(joined.world.alibaba.vpcs.keys()),
        childInstanceType: "VPC",
        childInstanceRegionId: "ap-southeast-1",
        childInstanceOwnerId: joined.world.accounts.alibabaAccountId,
        status: "Attached",
        attachTime: "2026-01-01T00:00:00Z",
        ...fields,
    };
}

describe("what does not belong together in the world", () => {
    it("has no session: a BGP peer of another VBR, however well it would fit", () => {
        const joined = join();
        addSecondBorderRouter(joined);
        joined.world.changed();
        joined.clock.advance(joined.world.durations.bgpSession);
        const states = [...joined.world.alibaba.bgpPeers.values()].map(({ bgpPeerId, bgpStatus }) => [
            bgpPeerId,
            bgpStatus,
        ]);
        expect(states).to.deep.equal([
            ["bgp-1", "Established"],
            ["bgp-2", "Idle"],
        ]);
    });

    it("brings no routes: the attachment of a VBR without a session", () => {
        const joined = joinAndWait();
        attachSecond(joined, addSecondBorderRouter(joined));
        joined.world.changed();
        const brought = joined.systemTable.entries.map(({ attachmentId, destinationCidrBlock }) => [
            attachmentId,
            destinationCidrBlock,
        ]);
        expect(brought.filter(([id]) => id === "tr-attach-2")).to.deep.equal([]);
        expect(brought.filter(([id]) => id === "tr-attach-vbr")).to.deep.equal([["tr-attach-vbr", "10.0.0.0/16"]]);
    });

    it("advertises nothing: a VBR, because another one's attachment publishes, or its own is not Attached", () => {
        const joined = joinAndWait();
        const { world, borderRouter, attachment } = joined;
        attachSecond(joined, addSecondBorderRouter(joined));
        attachment.autoPublishRouteEnabled = false;
        world.changed();
        expect(advertisedByAlibaba(world, borderRouter)).to.deep.equal([]);
        Object.assign(attachment, { autoPublishRouteEnabled: true, status: "Attaching" });
        world.changed();
        expect(advertisedByAlibaba(world, borderRouter)).to.deep.equal([]);
        attachment.status = "Attached";
        world.changed();
        expect(advertisedByAlibaba(world, borderRouter)).to.deep.equal(vSwitches);
    });

    it("is not advertised over a Basic CEN: a VPC of another CEN, one that is Attaching, or without the VBR", () => {
        const joined = joinAndWait();
        const { world, borderRouter, attachment } = joined;
        world.alibaba.attachments.delete(attachment.attachmentId);
        const advertisedWith = (...children: CenChildInstance[]): string[] => {
            world.alibaba.cenChildren.splice(0, Infinity, ...children);
            return advertisedByAlibaba(world, borderRouter);
        };
        const vbr = child(joined, { childInstanceId: borderRouter.vbrId, childInstanceType: "VBR" });
        expect(advertisedWith(vbr, child(joined, {}))).to.deep.equal(vSwitches);
        expect(advertisedWith(vbr, child(joined, { cenId: "cen-other" }))).to.deep.equal([]);
        expect(advertisedWith(vbr, child(joined, { status: "Attaching" }))).to.deep.equal([]);
        expect(advertisedWith(vbr, child(joined, { childInstanceType: "CCN" }))).to.deep.equal([]);
        expect(advertisedWith({ ...vbr, status: "Detaching" }, child(joined, {}))).to.deep.equal([]);
        expect(advertisedWith({ ...vbr, childInstanceId: "vbr-2" }, child(joined, {}))).to.deep.equal([]);
    });

    it("propagates nothing: a gateway without a virtual interface, because another one has routes", () => {
        const joined = joinAndWait();
        const { world, gateway, vpc, otherTable } = joined;
        world.aws.vpcs.set("vpc-2", { ...vpc, vpcId: "vpc-2" });
        world.aws.vpnGateways.set("vgw-2", {
            ...gateway,
            vpnGatewayId: "vgw-2",
            attachments: [{ vpcId: "vpc-2", state: "attached" }],
        });
        const table = { ...otherTable, routeTableId: "rtb-2", vpcId: "vpc-2", propagatingVgws: ["vgw-2"] };
        world.aws.routeTables.set(table.routeTableId, table);
        world.changed();
        expect(table.routes.map(({ gatewayId }) => gatewayId)).to.deep.equal(["local"]);
        expect(joined.mainTable.routes.length).to.equal(3);
    });
});
