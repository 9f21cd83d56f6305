import { expect } from "chai";

import { at, fieldsOf, foreignKey, startAlibaba, type AlibabaServer, type Answer, type Query } from "./alibabaServer";

describe("VPCs and vSwitches on the Alibaba Cloud wire", () => {
    let server: AlibabaServer;
    let vpcId: string;

    beforeEach(async () => {
        server = await startAlibaba();
        vpcId = server.ids.alibabaVpcId;
    });

    afterEach(() => server.close());

    const vpcs = async (query: Query = {}): Promise<Answer[]> =>
        at(await server.call("vpc", "DescribeVpcs", query), "Vpcs", "Vpc");
    const vSwitches = async (query: Query = {}): Promise<Answer[]> =>
        at(await server.call("vpc", "DescribeVSwitches", query), "VSwitches", "VSwitch");
    const only = <Value>(values: Iterable<Value>): Value => [...values][0] as Value;

    it("are VPCs with their vSwitches, route tables and router", async () => {
        const vpc = server.world.alibaba.vpcs.get(vpcId);
        expect(await vpcs()).to.deep.equal([
            {
                VpcId: vpcId,
                VpcName: "workloads",
                Description: "",
                RegionId: "ap-southeast-1",
                CidrBlock: "172.16.0.0/16",
                Status: "Available",
                IsDefault: false,
                OwnerId: 1234567890123456,
                VRouterId: vpcId.replace("vpc-", "vrt-"),
                CenStatus: "Attached",
                RouterTableIds: { RouterTableIds: [only(server.world.alibaba.vpcRouteTables.keys())] },
                VSwitchIds: { VSwitchId: vpc?.vSwitches.map(({ vSwitchId }) => vSwitchId) },
                SecondaryCidrBlocks: { SecondaryCidrBlock: [] },
                UserCidrs: { UserCidr: [] },
                NatGatewayIds: { NatGatewayIds: [] },
                Tags: { Tag: [] },
            },
        ]);
    });

    it("are narrowed by ID, name and owner, and are of no tag, no default VPC and no other account", async () => {
        const found = async (query: Query): Promise<number> => (await vpcs(query)).length;
        for (const query of [
            { VpcId: `vpc-none,${vpcId}` },
            { VpcName: "workloads" },
            { VpcOwnerId: "1234567890123456" },
            { IsDefault: "false", EnableIpv6: "false" },
        ]) {
            expect(await found(query), JSON.stringify(query)).to.equal(1);
        }
        for (const query of [
            { VpcId: "vpc-none" },
            { VpcName: "other" },
            { VpcOwnerId: "1" },
            { IsDefault: "true" },
            { EnableIpv6: "true" },
            { "Tag.1.Key": "team" },
            { RegionId: "cn-hangzhou" },
        ]) {
            expect(await found(query), JSON.stringify(query)).to.equal(0);
        }
        expect((await server.call("vpc", "DescribeVpcs", {}, foreignKey)).TotalCount).to.equal(0);
    });

    it("say nothing of a CEN where a VPC is attached to none", async () => {
        server.world.alibaba.attachments.clear();
        expect((await vpcs())[0]).not.to.have.property("CenStatus");
    });

    it("are vSwitches with their route table and network ACL", async () => {
        const [first, second] = server.world.alibaba.vpcs.get(vpcId)?.vSwitches ?? [];
        const shape = (id: string | undefined, number: number, zone: string, acl: string | undefined): object => ({
            VSwitchId: id,
            VSwitchName: "",
            Description: "",
            VpcId: vpcId,
            CidrBlock: `172.16.${number}.0/24`,
            ZoneId: `ap-southeast-1${zone}`,
            Status: "Available",
            IsDefault: false,
            OwnerId: 1234567890123456,
            AvailableIpAddressCount: 252,
            RouteTable: {
                RouteTableId: only(server.world.alibaba.vpcRouteTables.keys()),
                RouteTableType: "System",
            },
            NetworkAclId: acl,
            Tags: { Tag: [] },
        });
        expect(await vSwitches()).to.deep.equal([
            shape(first?.vSwitchId, 1, "a", ""),
            shape(second?.vSwitchId, 2, "b", only(server.world.alibaba.networkAcls.keys())),
        ]);
    });

    it("are vSwitches of a region or of a VPC, by ID, zone, table and owner, in pages", async () => {
        const { vSwitchId } = only(server.world.alibaba.vpcs.get(vpcId)?.vSwitches ?? []);
        const found = async (query: Query): Promise<number> => (await vSwitches(query)).length;
        expect(await found({ RegionId: undefined, VpcId: vpcId })).to.equal(2);
        expect(await found({ RegionId: undefined, VpcId: "vpc-none" })).to.equal(0);
        expect(await found({ RegionId: "cn-hangzhou", VpcId: vpcId })).to.equal(0);
        expect(await found({ VSwitchId: vSwitchId })).to.equal(1);
        expect(await found({ VSwitchName: "other" })).to.equal(0);
        expect(await found({ ZoneId: "ap-southeast-1b" })).to.equal(1);
        expect(await found({ RouteTableId: only(server.world.alibaba.vpcRouteTables.keys()) })).to.equal(2);
        expect(await found({ VSwitchOwnerId: "1" })).to.equal(0);
        expect(await found({ IsDefault: "true" })).to.equal(0);
        const page = await server.call("vpc", "DescribeVSwitches", { PageNumber: "2", PageSize: "1" });
        expect(fieldsOf([page], "TotalCount", "PageNumber", "PageSize")).to.deep.equal([[2, 2, 1]]);
        expect(fieldsOf(at(page, "VSwitches", "VSwitch"), "CidrBlock")).to.deep.equal([["172.16.2.0/24"]]);
        expect((await server.call("vpc", "DescribeVSwitches", {}, foreignKey)).TotalCount).to.equal(0);
    });

    it("are refused without region and VPC, and end a dry run with its own code", async () => {
        expect(await server.refusal("vpc", "DescribeVSwitches", { RegionId: undefined })).to.equal(
            "MissingRegionId 400: RegionId is mandatory for this action.",
        );
        for (const action of ["DescribeVpcs", "DescribeVSwitches"]) {
            expect(await server.refusal("vpc", action, { DryRun: "true" })).to.equal(
                "DryRunOperation 400: Request validation has been passed with DryRun flag set.",
            );
        }
    });
});
