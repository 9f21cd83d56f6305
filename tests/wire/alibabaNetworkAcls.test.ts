import { expect } from "chai";

import { at, foreignKey, startAlibaba, type AlibabaServer, type Answer, type Query } from "./alibabaServer";
import { onlyFilter, rule } from "./packetFilters";

describe("network ACLs on the Alibaba Cloud wire", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });

    afterEach(() => server.close());

    const list = async (query: Query = {}): Promise<Answer[]> =>
        at(await server.call("vpc", "DescribeNetworkAcls", query), "NetworkAcls", "NetworkAcl");

    it("hold their entries in order, and the vSwitches that they are bound to", async () => {
        const acl = onlyFilter(server.world.alibaba.networkAcls);
        const vSwitches = server.world.alibaba.vpcs.get(acl.vpcId)?.vSwitches ?? [];
        acl.rules = [
            rule({ priority: 2, policy: "deny", protocol: "tcp", ports: { from: 80, to: 80 } }),
            rule({ priority: 1, protocol: "udp" }),
            rule({ direction: "egress", protocol: "icmp" }),
        ];
        const entry = (index: number, changes: object): object => ({
            NetworkAclEntryId: `${acl.id.replace("nacl-", "nae-")}${index}`,
            NetworkAclEntryName: "",
            Description: "",
            EntryType: "custom",
            IpVersion: "IPv4",
            ...changes,
        });
        const cidr = "172.16.0.0/16";
        expect(await list()).to.deep.equal([
            {
                NetworkAclId: acl.id,
                NetworkAclName: "workloads",
                Description: "",
                VpcId: acl.vpcId,
                RegionId: "ap-southeast-1",
                OwnerId: 1234567890123456,
                Status: "Available",
                IngressAclEntries: {
                    IngressAclEntry: [
                        entry(1, { Policy: "accept", Protocol: "udp", Port: "1/65535", SourceCidrIp: cidr }),
                        entry(0, { Policy: "drop", Protocol: "tcp", Port: "80/80", SourceCidrIp: cidr }),
                    ],
                },
                EgressAclEntries: {
                    EgressAclEntry: [
                        entry(2, { Policy: "accept", Protocol: "icmp", Port: "-1/-1", DestinationCidrIp: cidr }),
                    ],
                },
                Resources: {
                    Resource: [{ ResourceId: vSwitches[1]?.vSwitchId, ResourceType: "VSwitch", Status: "BINDED" }],
                },
                Tags: { Tag: [] },
            },
        ]);
    });

    it("are narrowed by ID, name, VPC and vSwitch, and are the caller's own; the counts are texts", async () => {
        const { id, vpcId } = onlyFilter(server.world.alibaba.networkAcls);
        const [first, second] = server.world.alibaba.vpcs.get(vpcId)?.vSwitches ?? [];
        const found = async (query: Query): Promise<number> => (await list(query)).length;
        const bound = (ResourceId: string | undefined, ResourceType = "VSwitch"): Query => ({
            ResourceType,
            ResourceId,
        });
        expect(await found({ NetworkAclId: id, NetworkAclName: "workloads", VpcId: vpcId })).to.equal(1);
        expect(await found(bound(second?.vSwitchId))).to.equal(1);
        expect(await found(bound(first?.vSwitchId))).to.equal(0);
        expect(await found(bound(second?.vSwitchId, "VPC"))).to.equal(0);
        // Without its type the resource narrows nothing.
        expect(await found({ ResourceId: first?.vSwitchId })).to.equal(1);
        expect(await found({ NetworkAclId: "nacl-none" })).to.equal(0);
        expect(await found({ "Tags.1.Key": "team" })).to.equal(0);
        expect(await found({ RegionId: "cn-hangzhou" })).to.equal(0);
        const { TotalCount, PageNumber, PageSize } = await server.call("vpc", "DescribeNetworkAcls", {}, foreignKey);
        expect([TotalCount, PageNumber, PageSize]).to.deep.equal(["0", "1", "10"]);
    });
});
