import { expect } from "chai";

import type { AlibabaVpc, TransitRouterAttachment, VpcRouteTable } from "../../simulator/world/alibabaState";
import { startCen, type CenServer } from "./alibabaCen";
import { at, foreignKey, type Answer, type Query } from "./alibabaServer";

const peerCidr = "172.17.1.0/24";

describe("conflicts of routes on the Alibaba Cloud wire", () => {
    let server: CenServer;
    let table: VpcRouteTable;

    beforeEach(async () => {
        server = await startCen();
        [table] = [...server.world.alibaba.vpcRouteTables.values()] as [VpcRouteTable];
        addPeer(server);
        server.world.changed();
    });

    afterEach(() => server.close());

    /** A second VPC on the same transit router and table, with one vSwitch. */
    function addPeer({ world, ids }: CenServer): void {
        const [vpc] = [...world.alibaba.vpcs.values()] as [AlibabaVpc];
        const [attachment] = [...world.alibaba.attachments.values()] as [TransitRouterAttachment];
        const vSwitches = vpc.vSwitches
            .slice(0, 1)
            .map((each) => ({ ...each, vSwitchId: "vsw-2", cidrBlock: peerCidr }));
        world.alibaba.vpcs.set("vpc-2", { ...vpc, vpcId: "vpc-2", vSwitches });
        const attachmentId = "tr-attach-2";
        world.alibaba.attachments.set(attachmentId, { ...attachment, attachmentId, resourceId: "vpc-2" });
        const routeTable = world.alibaba.routeTables.get(ids.transitRouterRouteTableId);
        routeTable?.associations.push({ attachmentId, status: "Active" });
        routeTable?.propagations.push({ attachmentId, status: "Active" });
    }

    const named = (changes: Query = {}): Query => ({
        ChildInstanceId: server.ids.alibabaVpcId,
        ChildInstanceType: "VPC",
        ChildInstanceRegionId: "ap-southeast-1",
        ChildInstanceRouteTableId: table.routeTableId,
        ...changes,
    });
    const conflicts = async (changes?: Query): Promise<Answer[]> =>
        at(await server.call("cbn", "DescribeRouteConflict", named(changes)), "RouteConflicts", "RouteConflict");
    const refusal = (changes: Query): Promise<string> => server.refusal("cbn", "DescribeRouteConflict", named(changes));
    const addCustom = (destinationCidrBlock: string): void => {
        table.entries.push({
            routeEntryId: `rte-${destinationCidrBlock}`,
            destinationCidrBlock,
            type: "Custom",
            nextHopType: "Instance",
            nextHopId: "i-1",
            status: "Available",
        });
        server.world.changed();
    };
    const shape = (Status: string): object => ({
        DestinationCidrBlock: peerCidr,
        InstanceId: "vpc-2",
        InstanceType: "VPC",
        RegionId: "ap-southeast-1",
        Status,
    });

    it("are none while every synchronised route has its place", async () => {
        expect(await conflicts()).to.deep.equal([]);
    });

    it("P30: are with an entry of the same destination, which wins", async () => {
        addCustom(peerCidr);
        expect(await conflicts()).to.deep.equal([shape("conflict")]);
        expect(await conflicts({ DestinationCidrBlock: peerCidr })).to.deep.equal([shape("conflict")]);
        expect(await conflicts({ DestinationCidrBlock: "172.18.0.0/16" })).to.deep.equal([]);
    });

    it("P30: are an overflow where the table has no room left", async () => {
        for (let number = 0; number < server.world.quotas.customEntriesPerVpcRouteTable; number++) {
            addCustom(`192.168.${number}.0/24`);
        }
        expect(await conflicts()).to.deep.equal([shape("overflow")]);
    });

    it("are none where nothing is synchronised: with it off, or in a table that takes no such entries", async () => {
        addCustom(peerCidr);
        table.routePropagationEnabled = false;
        expect(await conflicts()).to.deep.equal([]);
        table.routePropagationEnabled = true;
        for (const attachment of server.world.alibaba.attachments.values()) {
            attachment.autoPublishRouteEnabled = false;
        }
        expect(await conflicts()).to.deep.equal([]);
    });

    it("are none of a VBR and of a CCN", async () => {
        const { vbrId } = server.order;
        const ChildInstanceRouteTableId = server.world.alibaba.borderRouters.get(vbrId)?.routeTableId;
        const ofVbr = { ChildInstanceType: "VBR", ChildInstanceId: vbrId, ChildInstanceRouteTableId };
        expect(await conflicts(ofVbr)).to.deep.equal([]);
        expect(await conflicts({ ChildInstanceType: "CCN", ChildInstanceId: "ccn-1" })).to.deep.equal([]);
    });

    it("come in numbered pages", async () => {
        addCustom(peerCidr);
        const answer = await server.call("cbn", "DescribeRouteConflict", named({ PageNumber: "2" }));
        expect([answer.TotalCount, answer.PageNumber, answer.PageSize]).to.deep.equal([1, 2, 10]);
        expect(at(answer, "RouteConflicts", "RouteConflict")).to.deep.equal([]);
    });

    it("are refused without a network and its table", async () => {
        for (const name of [
            "ChildInstanceId",
            "ChildInstanceType",
            "ChildInstanceRegionId",
            "ChildInstanceRouteTableId",
        ]) {
            expect(await refusal({ [name]: undefined })).to.equal(
                `Missing${name} 400: ${name} is mandatory for this action.`,
            );
        }
        const unknown = "InvalidRouteTableId.NotFound 404: The specified RouteTableId is not found.";
        expect(await refusal({ ChildInstanceRouteTableId: "vtb-none" })).to.equal(unknown);
        expect(await refusal({ ChildInstanceId: "vpc-2" })).to.equal(unknown);
        expect(await refusal({ ChildInstanceId: "vpc-none" })).to.match(/^ParameterInstanceId 400: /);
        expect(await refusal({ ChildInstanceType: "SAG" })).to.match(/^ParameterIllegal\.ChildInstanceType 400: /);
        expect(await server.refusal("cbn", "DescribeRouteConflict", named(), foreignKey)).to.match(
            /^ParameterInstanceId 400: /,
        );
    });
});
