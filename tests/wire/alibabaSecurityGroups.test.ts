import { expect } from "chai";

import { at, foreignKey, startAlibaba, type AlibabaServer, type Answer, type Query } from "./alibabaServer";
import { onlyFilter, rule } from "./packetFilters";

describe("security groups on the Alibaba Cloud wire", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });

    afterEach(() => server.close());

    const list = async (query: Query = {}): Promise<Answer[]> =>
        at(await server.call("ecs", "DescribeSecurityGroups", query), "SecurityGroups", "SecurityGroup");
    const attribute = (query: Query): Promise<Answer> =>
        server.call("ecs", "DescribeSecurityGroupAttribute", {
            SecurityGroupId: onlyFilter(server.world.alibaba.securityGroups).id,
            ...query,
        });
    const refusal = (query: Query): Promise<string> =>
        server.refusal("ecs", "DescribeSecurityGroupAttribute", {
            SecurityGroupId: onlyFilter(server.world.alibaba.securityGroups).id,
            ...query,
        });

    it("are listed without their rules", async () => {
        const { id, vpcId } = onlyFilter(server.world.alibaba.securityGroups);
        expect(await list()).to.deep.equal([
            {
                SecurityGroupId: id,
                SecurityGroupName: "workloads",
                Description: "",
                SecurityGroupType: "normal",
                VpcId: vpcId,
                RuleCount: 4,
                GroupToGroupRuleCount: 0,
                ServiceManaged: false,
                Tags: { Tag: [] },
            },
        ]);
    });

    it("are narrowed by ID, IDs, name, VPC and type, and are the caller's own", async () => {
        const { id, vpcId } = onlyFilter(server.world.alibaba.securityGroups);
        const found = async (query: Query): Promise<number> => (await list(query)).length;
        for (const query of [
            { SecurityGroupId: id },
            { SecurityGroupIds: JSON.stringify(["sg-none", id]) },
            { SecurityGroupName: "workloads", VpcId: vpcId },
            { NetworkType: "vpc", SecurityGroupType: "normal" },
        ]) {
            expect(await found(query), JSON.stringify(query)).to.equal(1);
        }
        for (const query of [
            { SecurityGroupId: "sg-none" },
            { SecurityGroupIds: "[]" },
            { NetworkType: "classic" },
            { SecurityGroupType: "enterprise" },
            { "Tag.1.Key": "team" },
            { RegionId: "cn-hangzhou" },
        ]) {
            expect(await found(query), JSON.stringify(query)).to.equal(0);
        }
        expect((await server.call("ecs", "DescribeSecurityGroups", {}, foreignKey)).TotalCount).to.equal(0);
    });

    it("are listed in numbered pages, or by tokens and then without a total", async () => {
        const { vpcId, rules } = onlyFilter(server.world.alibaba.securityGroups);
        server.world.alibaba.securityGroups.set("sg-2", { id: "sg-2", vpcId, name: "other", rules });
        const numbered = await server.call("ecs", "DescribeSecurityGroups", { PageSize: "1" });
        expect([numbered.TotalCount, numbered.PageNumber, numbered.PageSize, numbered.RegionId]).to.deep.equal([
            2,
            1,
            1,
            "ap-southeast-1",
        ]);
        const first = await server.call("ecs", "DescribeSecurityGroups", { MaxResults: "1" });
        expect(first).not.to.have.property("TotalCount");
        const second = await server.call("ecs", "DescribeSecurityGroups", { NextToken: String(first.NextToken) });
        expect(at(second, "SecurityGroups", "SecurityGroup").map((each) => each.SecurityGroupId)).to.deep.equal([
            "sg-2",
        ]);
        expect(second.NextToken).to.equal("");
        expect(await server.refusal("ecs", "DescribeSecurityGroups", { MaxResults: "0" })).to.equal(
            "InvalidParameter.MaxResults 400: The specified parameter MaxResults is not valid.",
        );
        expect(await server.refusal("ecs", "DescribeSecurityGroups", { NextToken: "x" })).to.equal(
            "InvalidParameter.NextToken 400: The specified parameter NextToken is not valid.",
        );
    });

    it("show their rules by direction", async () => {
        const group = onlyFilter(server.world.alibaba.securityGroups);
        group.rules = [
            rule({ protocol: "tcp", ports: { from: 443, to: 443 }, priority: 10 }),
            rule({ protocol: "udp", policy: "deny" }),
            rule({ direction: "egress" }),
        ];
        const permission = (index: number, changes: object): object => ({
            SecurityGroupRuleId: `${group.id.replace("sg-", "sgr-")}${index}`,
            Direction: "ingress",
            Policy: "Accept",
            Priority: "1",
            NicType: "intranet",
            SourceCidrIp: "172.16.0.0/16",
            DestCidrIp: "",
            Description: "",
            ...changes,
        });
        const inbound = [
            permission(0, { IpProtocol: "TCP", PortRange: "443/443", Priority: "10" }),
            permission(1, { IpProtocol: "UDP", PortRange: "1/65535", Policy: "Drop" }),
        ];
        const outbound = permission(2, {
            Direction: "egress",
            IpProtocol: "ALL",
            PortRange: "-1/-1",
            SourceCidrIp: "",
            DestCidrIp: "172.16.0.0/16",
        });
        const { RequestId: _id, ...answer } = await attribute({});
        expect(answer).to.deep.equal({
            RegionId: "ap-southeast-1",
            VpcId: group.vpcId,
            SecurityGroupId: group.id,
            SecurityGroupName: "workloads",
            Description: "",
            InnerAccessPolicy: "Accept",
            NextToken: "",
            Permissions: { Permission: [...inbound, outbound] },
        });
        const some = async (query: Query): Promise<Answer[]> => at(await attribute(query), "Permissions", "Permission");
        expect(await some({ Direction: "ingress", NicType: "internet" })).to.deep.equal(inbound);
        expect(await some({ Direction: "egress" })).to.deep.equal([outbound]);
        const withPolicies = await attribute({ Attribute: "snapshotPolicyIds" });
        expect(withPolicies.SnapshotPolicyIds).to.deep.equal({ SnapshotPolicyId: [] });
    });

    it("show their rules in pages of 10 to 1000", async () => {
        const group = onlyFilter(server.world.alibaba.securityGroups);
        group.rules = Array.from({ length: 12 }, (_, index) => rule({ priority: index + 1 }));
        const first = await attribute({ MaxResults: "10" });
        const rest = await attribute({ MaxResults: "10", NextToken: String(first.NextToken) });
        expect([first, rest].map((answer) => at(answer, "Permissions", "Permission").length)).to.deep.equal([10, 2]);
        for (const query of [{ MaxResults: "9" }, { MaxResults: "1001" }, { NextToken: "x" }]) {
            expect(await refusal(query)).to.equal("InvalidParamter 400: Invalid Parameter.");
        }
    });

    it("are refused by the documented codes", async () => {
        expect(await refusal({ RegionId: undefined })).to.equal(
            "MissingParameter.RegionId 400: The parameter RegionId is missing.",
        );
        expect(await refusal({ RegionId: "nowhere" })).to.equal(
            "InvalidRegionId.NotFound 404: The specified RegionId does not exist.",
        );
        const unknown = "InvalidSecurityGroupId.NotFound 404: The specified SecurityGroupId does not exist.";
        expect(await refusal({ SecurityGroupId: "sg-none" })).to.equal(unknown);
        expect(await refusal({ RegionId: "cn-hangzhou" })).to.equal(unknown);
        expect(await refusal({ Direction: "inward" })).to.equal("InvalidParamter 400: Invalid Parameter.");
        expect(await refusal({ NicType: "wifi" })).to.equal(
            "InvalidNicType.ValueNotSupported 400: The specified NicType does not exist.",
        );
        expect(await refusal({ Attribute: "other" })).to.equal(
            "InvalidParameter.AttributeNotSupported 400: The specified value for parameter Attribute is not supported. Valid values: snapshotPolicyIds.",
        );
        for (const SecurityGroupIds of ["sg-1", "{}", "[1]"]) {
            expect(await server.refusal("ecs", "DescribeSecurityGroups", { SecurityGroupIds })).to.equal(
                'InvalidSecurityGroupId.Malformed 400: The specified parameter "SecurityGroupId" is not valid.',
            );
        }
        expect(await server.refusal("ecs", "DescribeSecurityGroups", { DryRun: "true" })).to.equal(
            "DryRunOperation 400: Request validation has been passed with DryRun flag set.",
        );
    });
});
