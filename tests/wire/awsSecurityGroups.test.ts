import { DescribeSecurityGroupsCommand, EC2Client, type Filter, type SecurityGroup } from "@aws-sdk/client-ec2";
import { expect } from "chai";

import { accountId, refusalOf, startAwsServer, type AwsServer } from "./awsServer";
import { onlyFilter, rule } from "./packetFilters";

describe("security groups on the AWS wire", () => {
    let server: AwsServer;
    let vpcId: string;

    beforeEach(async () => {
        server = await startAwsServer();
        vpcId = server.vpcId;
    });

    afterEach(() => server.close());

    const list = async (query: object = {}): Promise<SecurityGroup[]> =>
        (await server.ec2.send(new DescribeSecurityGroupsCommand(query))).SecurityGroups ?? [];
    const permission = (changes: object): object => ({
        IpProtocol: "-1",
        UserIdGroupPairs: [],
        IpRanges: [],
        Ipv6Ranges: [],
        PrefixListIds: [],
        ...changes,
    });
    const arnOf = (id: string): string => `arn:aws:ec2:ap-southeast-1:${accountId}:security-group/${id}`;

    it("are the VPC's default one, whose members reach each other alone, and those added", async () => {
        const { id } = onlyFilter(server.world.aws.securityGroups);
        const defaultId = vpcId.replace("vpc-", "sg-");
        const both = permission({ IpRanges: [{ CidrIp: "10.0.0.0/16" }, { CidrIp: "172.16.0.0/16" }] });
        expect(await list()).to.have.deep.members([
            {
                GroupId: defaultId,
                GroupName: "default",
                Description: "default VPC security group",
                OwnerId: accountId,
                VpcId: vpcId,
                SecurityGroupArn: arnOf(defaultId),
                IpPermissions: [permission({ UserIdGroupPairs: [{ GroupId: defaultId, UserId: accountId }] })],
                IpPermissionsEgress: [permission({ IpRanges: [{ CidrIp: "0.0.0.0/0" }] })],
                Tags: [],
            },
            {
                GroupId: id,
                GroupName: "workloads",
                Description: "workloads",
                OwnerId: accountId,
                VpcId: vpcId,
                SecurityGroupArn: arnOf(id),
                IpPermissions: [both],
                IpPermissionsEgress: [both],
                Tags: [],
            },
        ]);
    });

    it("show rules of one protocol and port range together", async () => {
        const group = onlyFilter(server.world.aws.securityGroups);
        group.rules = [
            rule({ protocol: "tcp", ports: { from: 443, to: 443 } }),
            rule({ protocol: "icmp" }),
            rule({ protocol: "tcp", ports: { from: 443, to: 443 }, cidrBlock: "172.17.0.0/16" }),
            rule({ protocol: "udp" }),
        ];
        const [described] = await list({ GroupIds: [group.id] });
        expect(described?.IpPermissions).to.deep.equal([
            permission({
                IpProtocol: "tcp",
                FromPort: 443,
                ToPort: 443,
                IpRanges: [{ CidrIp: "172.16.0.0/16" }, { CidrIp: "172.17.0.0/16" }],
            }),
            permission({
                IpProtocol: "icmp",
                FromPort: -1,
                ToPort: -1,
                IpRanges: [{ CidrIp: "172.16.0.0/16" }],
            }),
            permission({
                IpProtocol: "udp",
                FromPort: 0,
                ToPort: 65535,
                IpRanges: [{ CidrIp: "172.16.0.0/16" }],
            }),
        ]);
        expect(described?.IpPermissionsEgress).to.deep.equal([]);
    });

    it("are filtered by the documented names", async () => {
        const { id } = onlyFilter(server.world.aws.securityGroups);
        const defaultId = vpcId.replace("vpc-", "sg-");
        const found = async (...Filters: Filter[]): Promise<(string | undefined)[]> =>
            (await list({ Filters })).map(({ GroupId }) => GroupId);
        const by = (Name: string, ...Values: string[]): Filter => ({ Name, Values });
        expect(await found(by("group-name", "default"))).to.deep.equal([defaultId]);
        expect(await found(by("description", "work*"))).to.deep.equal([id]);
        expect(await found(by("ip-permission.cidr", "172.16.0.0/16"))).to.deep.equal([id]);
        expect(await found(by("egress.ip-permission.cidr", "0.0.0.0/0"))).to.deep.equal([defaultId]);
        expect(await found(by("ip-permission.group-id", defaultId))).to.deep.equal([defaultId]);
        expect(await found(by("ip-permission.group-name", "default"))).to.deep.equal([defaultId]);
        expect(await found(by("ip-permission.user-id", accountId))).to.deep.equal([defaultId]);
        expect(await found(by("ip-permission.from-port", "443"))).to.deep.equal([]);
        expect(await found(by("group-id", id), by("vpc-id", vpcId), by("owner-id", accountId))).to.deep.equal([id]);
        expect(await found(by("ip-permission.protocol", "-1"))).to.have.members([defaultId, id]);
    });

    it("do not exist where the ID is unknown, and none has a name in a default VPC", async () => {
        for (const query of [{ GroupIds: ["sg-none"] }, { GroupNames: ["sg-none"] }]) {
            expect(await refusalOf(server.ec2.send(new DescribeSecurityGroupsCommand(query)))).to.equal(
                "InvalidGroup.NotFound 400: The security group 'sg-none' does not exist",
            );
        }
    });

    it("come in pages", async () => {
        const { rules } = onlyFilter(server.world.aws.securityGroups);
        for (let number = 1; number <= 5; number++) {
            const id = `sg-x${number}`;
            server.world.aws.securityGroups.set(id, { id, vpcId, name: id, rules });
        }
        const first = await server.ec2.send(new DescribeSecurityGroupsCommand({ MaxResults: 5 }));
        const { NextToken } = first;
        const second = await server.ec2.send(new DescribeSecurityGroupsCommand({ MaxResults: 5, NextToken }));
        const ids = [...(first.SecurityGroups ?? []), ...(second.SecurityGroups ?? [])].map((each) => each.GroupId);
        expect([first.SecurityGroups?.length, new Set(ids).size, second.NextToken]).to.deep.equal([5, 7, undefined]);
    });

    it("are nothing of another account or region", async () => {
        for (const options of [{ accessKeyId: "AKIAFOREIGN" }, { region: "eu-central-1" }]) {
            const other = new EC2Client(server.settings(options));
            expect((await other.send(new DescribeSecurityGroupsCommand({}))).SecurityGroups).to.deep.equal([]);
        }
    });
});
