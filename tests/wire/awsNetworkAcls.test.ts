import { DescribeNetworkAclsCommand, EC2Client, type NetworkAcl } from "@aws-sdk/client-ec2";
import { expect } from "chai";

import { accountId, refusalOf, startAwsServer, type AwsServer } from "./awsServer";
import { onlyFilter, rule } from "./packetFilters";

describe("network ACLs on the AWS wire", () => {
    let server: AwsServer;
    let vpcId: string;

    beforeEach(async () => {
        server = await startAwsServer();
        vpcId = server.vpcId;
    });

    afterEach(() => server.close());

    const list = async (query: object = {}): Promise<NetworkAcl[]> =>
        (await server.ec2.send(new DescribeNetworkAclsCommand(query))).NetworkAcls ?? [];

    const entry = (RuleNumber: number, Egress: boolean, CidrBlock: string, RuleAction = "allow"): object => ({
        RuleNumber,
        Protocol: "-1",
        RuleAction,
        Egress,
        CidrBlock,
    });
    const subnetIn = (zone: string): string =>
        [...server.world.aws.subnets.values()].find((each) => each.availabilityZone.endsWith(zone))?.subnetId ?? "";
    const association = (networkAclId: string, subnetId: string): object => ({
        NetworkAclAssociationId: subnetId.replace("subnet-", "aclassoc-"),
        NetworkAclId: networkAclId,
        SubnetId: subnetId,
    });

    it("are the default one, which lets everything pass in the subnets that name no other, and those added", async () => {
        const { id } = onlyFilter(server.world.aws.networkAcls);
        const defaultId = vpcId.replace("vpc-", "acl-");
        const anywhere = "0.0.0.0/0";
        const acls = await list();
        expect(acls).to.have.deep.members([
            {
                NetworkAclId: defaultId,
                VpcId: vpcId,
                OwnerId: accountId,
                IsDefault: true,
                Entries: [
                    entry(100, true, anywhere),
                    entry(32767, true, anywhere, "deny"),
                    entry(100, false, anywhere),
                    entry(32767, false, anywhere, "deny"),
                ],
                Associations: [association(defaultId, subnetIn("a"))],
                Tags: [],
            },
            {
                NetworkAclId: id,
                VpcId: vpcId,
                OwnerId: accountId,
                IsDefault: false,
                Entries: [
                    entry(100, true, "10.0.0.0/16"),
                    entry(110, true, "172.16.0.0/16"),
                    entry(32767, true, anywhere, "deny"),
                    entry(100, false, "10.0.0.0/16"),
                    entry(110, false, "172.16.0.0/16"),
                    entry(32767, false, anywhere, "deny"),
                ],
                Associations: [association(id, subnetIn("b"))],
                Tags: [],
            },
        ]);
    });

    it("show protocols by number, with ports of TCP and UDP and every type of ICMP, in the order of the rules", async () => {
        const acl = onlyFilter(server.world.aws.networkAcls);
        acl.rules = [
            rule({ priority: 30, protocol: "icmp", policy: "deny" }),
            rule({ priority: 20, protocol: "udp" }),
            rule({ priority: 10, protocol: "tcp", ports: { from: 443, to: 444 } }),
        ];
        const [described] = await list({ NetworkAclIds: [acl.id] });
        const added = described?.Entries?.filter(({ RuleNumber }) => RuleNumber !== 32767);
        expect(added).to.deep.equal([
            { ...entry(10, false, "172.16.0.0/16"), Protocol: "6", PortRange: { From: 443, To: 444 } },
            { ...entry(20, false, "172.16.0.0/16"), Protocol: "17", PortRange: { From: 0, To: 65535 } },
            { ...entry(30, false, "172.16.0.0/16", "deny"), Protocol: "1", IcmpTypeCode: { Code: -1, Type: -1 } },
        ]);
    });

    it("are filtered by the documented names", async () => {
        const { id } = onlyFilter(server.world.aws.networkAcls);
        const found = async (Name: string, ...Values: string[]): Promise<(string | undefined)[]> =>
            (await list({ Filters: [{ Name, Values }] })).map(({ NetworkAclId }) => NetworkAclId);
        const defaultId = vpcId.replace("vpc-", "acl-");
        expect(await found("default", "true")).to.deep.equal([defaultId]);
        expect(await found("association.subnet-id", subnetIn("b"))).to.deep.equal([id]);
        expect(await found("association.network-acl-id", id)).to.deep.equal([id]);
        expect(await found("association.association-id", "aclassoc-none")).to.deep.equal([]);
        expect(await found("entry.cidr", "172.16.0.0/16")).to.deep.equal([id]);
        expect(await found("entry.rule-number", "110")).to.deep.equal([id]);
        expect(await found("entry.protocol", "tcp")).to.deep.equal([]);
        expect(await found("entry.port-range.from", "443")).to.deep.equal([]);
        expect(await found("entry.icmp.type", "-1")).to.deep.equal([]);
        for (const [name, value] of [
            ["entry.protocol", "-1"],
            ["entry.rule-action", "deny"],
            ["entry.egress", "false"],
            ["owner-id", accountId],
            ["vpc-id", vpcId],
        ] as const) {
            expect(await found(name, value), name).to.have.members([defaultId, id]);
        }
    });

    it("do not exist where the ID is unknown", async () => {
        const unknown = new DescribeNetworkAclsCommand({ NetworkAclIds: ["acl-none"] });
        expect(await refusalOf(server.ec2.send(unknown))).to.equal(
            "InvalidNetworkAclID.NotFound 400: The networkAcl ID 'acl-none' does not exist",
        );
    });

    it("are nothing of another account or region", async () => {
        for (const options of [{ accessKeyId: "AKIAFOREIGN" }, { region: "eu-central-1" }]) {
            const other = new EC2Client(server.settings(options));
            expect((await other.send(new DescribeNetworkAclsCommand({}))).NetworkAcls).to.deep.equal([]);
        }
    });
});
