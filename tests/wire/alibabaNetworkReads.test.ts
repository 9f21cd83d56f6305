import { expect } from "chai";

import type { PacketRule } from "../../provider/clouds/network";
import { cloudsOn, type CloudsOnWorld } from "../support/cloudsOnWorld";
import { joinAndWait, only, type Joined } from "../unit/world/joined";

describe("what the traffic passes through on Alibaba Cloud's side, as our own client reads it from the wire", () => {
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
    const rule = (direction: PacketRule["direction"], cidrBlock: string, priority: number): PacketRule => ({
        direction,
        policy: "allow",
        protocol: "all",
        ports: undefined,
        cidrBlock,
        priority,
    });

    it("the VPCs that are there, and no others", async () => {
        expect(await alibaba().describeVpcs([vpcId, "vpc-elsewhere"])).to.deep.equal([
            { vpcId, regionId: "ap-southeast-1", ownerId: "1234567890123456", cidrBlocks: ["172.16.0.0/16"] },
        ]);
        expect(await alibaba().describeVpcs([])).to.deep.equal([]);
        expect(joined.world.log.filter(({ action }) => action === "DescribeVpcs")).to.have.length(1);
    });

    it("asks for twenty of them at once", async () => {
        await alibaba().describeVpcs(Array.from({ length: 41 }, (_, index) => `vpc-${index}`));
        const asked = joined.world.log.filter(({ action }) => action === "DescribeVpcs");
        expect(asked.map(({ input }) => String(input.VpcId).split(",").length)).to.have.members([20, 20, 1]);
    });

    it("its vSwitches, each with its route table", async () => {
        const { vSwitches } = only(joined.world.alibaba.vpcs.values());
        expect(await alibaba().describeVSwitches(vpcId)).to.deep.equal(
            vSwitches.map(({ vSwitchId, cidrBlock, routeTableId }) => ({ vSwitchId, vpcId, cidrBlock, routeTableId })),
        );
    });

    it("its route tables with all entries, however many pages they take", async () => {
        const table = only(joined.world.alibaba.vpcRouteTables.values());
        const custom = Array.from({ length: 150 }, (_, index) => `192.168.${index}.0/24`);
        table.entries.push(
            ...custom.map((destinationCidrBlock, index) => ({
                routeEntryId: `rte-${index}`,
                destinationCidrBlock,
                type: "Custom" as const,
                nextHopType: "Instance" as const,
                nextHopId: "i-1",
                status: "Available" as const,
            })),
        );
        const [read, ...others] = await alibaba().describeRouteTablesOfVpc(vpcId);
        expect(others).to.deep.equal([]);
        expect(read).to.deep.include({ routeTableId: table.routeTableId, vpcId });
        expect(read?.entries).to.have.length(table.entries.length);
        expect(read?.entries.find(({ destinationCidrBlock }) => destinationCidrBlock === "10.0.0.0/16")).to.deep.equal({
            destinationCidrBlock: "10.0.0.0/16",
            type: "CEN",
            status: "Available",
            nextHopType: "Attachment",
            nextHopId: only(
                [...joined.world.alibaba.attachments.values()]
                    .filter(({ kind }) => kind === "VPC")
                    .map(({ attachmentId }) => attachmentId),
            ),
        });
        expect(read?.entries.at(-1)).to.deep.equal({
            destinationCidrBlock: "192.168.149.0/24",
            type: "Custom",
            status: "Available",
            nextHopType: "Instance",
            nextHopId: "i-1",
        });
    });

    it("its security groups with all rules", async () => {
        const group = only(joined.world.alibaba.securityGroups.values());
        group.rules.push({
            direction: "ingress",
            priority: 2,
            policy: "deny",
            protocol: "tcp",
            ports: { from: 22, to: 22 },
            cidrBlock: "0.0.0.0/0",
        });
        expect(await alibaba().describeSecurityGroups(vpcId)).to.deep.equal([
            {
                id: group.id,
                name: "workloads",
                vpcId,
                rules: [
                    rule("ingress", "10.0.0.0/16", 1),
                    rule("ingress", "172.16.0.0/16", 1),
                    rule("egress", "10.0.0.0/16", 1),
                    rule("egress", "172.16.0.0/16", 1),
                    {
                        direction: "ingress",
                        policy: "deny",
                        protocol: "tcp",
                        ports: { from: 22, to: 22 },
                        cidrBlock: "0.0.0.0/0",
                        priority: 2,
                    },
                ],
            },
        ]);
    });

    it("its network ACLs, whose entries count in their order", async () => {
        const acl = only(joined.world.alibaba.networkAcls.values());
        const { vSwitches } = only(joined.world.alibaba.vpcs.values());
        expect(await alibaba().describeNetworkAcls(vpcId)).to.deep.equal([
            {
                id: acl.id,
                name: "workloads",
                vpcId,
                rules: [
                    rule("ingress", "10.0.0.0/16", 1),
                    rule("ingress", "172.16.0.0/16", 2),
                    rule("egress", "10.0.0.0/16", 1),
                    rule("egress", "172.16.0.0/16", 2),
                ],
                subnetIds: [vSwitches[1]?.vSwitchId],
            },
        ]);
    });
});
