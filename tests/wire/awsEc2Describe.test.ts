import {
    CreateVpnGatewayCommand,
    DescribeRouteTablesCommand,
    DescribeSubnetsCommand,
    DescribeVpcsCommand,
    DescribeVpnGatewaysCommand,
    EC2Client,
    type Filter,
} from "@aws-sdk/client-ec2";
import { expect } from "chai";

import { startEc2, unknownTable, type Ec2Server } from "./awsEc2";
import { accountId, addGateway, refusalOf } from "./awsServer";

describe("what EC2 of the AWS wire describes", () => {
    let server: Ec2Server;

    beforeEach(async () => {
        server = await startEc2();
    });

    afterEach(() => server.close());

    it("are VPCs with all their CIDRs", async () => {
        server.world.aws.vpcs.get(server.vpcId)?.cidrBlocks.push("10.1.0.0/16");
        const { Vpcs } = await server.ec2.send(new DescribeVpcsCommand({ VpcIds: [server.vpcId] }));
        const association = (CidrBlock: string, index: number): object => ({
            AssociationId: `vpc-cidr-assoc-${server.vpcId.slice(4)}${index}`,
            CidrBlock,
            CidrBlockState: { State: "associated" },
        });
        expect(Vpcs).to.deep.equal([
            {
                VpcId: server.vpcId,
                OwnerId: accountId,
                State: "available",
                CidrBlock: "10.0.0.0/16",
                CidrBlockAssociationSet: ["10.0.0.0/16", "10.1.0.0/16"].map(association),
                IsDefault: false,
                Tags: [{ Key: "Name", Value: "workloads" }],
            },
        ]);
    });

    it("are route tables with their routes and associations, and the main one's is implicit", async () => {
        const { RouteTables } = await server.ec2.send(new DescribeRouteTablesCommand({}));
        const subnetId = [...server.world.aws.subnets.values()].find((each) => each.routeTableId)?.subnetId;
        const Routes = [
            {
                DestinationCidrBlock: "10.0.0.0/16",
                GatewayId: "local",
                State: "active",
                Origin: "CreateRouteTable",
            },
        ];
        const byId = (id: string): unknown => RouteTables?.find(({ RouteTableId }) => RouteTableId === id);
        expect(byId(server.mainTable)).to.deep.equal({
            RouteTableId: server.mainTable,
            VpcId: server.vpcId,
            Routes,
            Associations: [{ RouteTableId: server.mainTable, Main: true }],
            PropagatingVgws: [],
            Tags: [{ Key: "Name", Value: "main" }],
        });
        expect(byId(server.privateTable)).to.deep.equal({
            RouteTableId: server.privateTable,
            VpcId: server.vpcId,
            Routes,
            Associations: [{ RouteTableId: server.privateTable, SubnetId: subnetId, Main: false }],
            PropagatingVgws: [],
            Tags: [{ Key: "Name", Value: "private" }],
        });
    });

    it("are subnets", async () => {
        const { Subnets } = await server.ec2.send(new DescribeSubnetsCommand({}));
        const read = Subnets?.map(({ VpcId: id, CidrBlock, AvailabilityZone, State }) => [
            id,
            CidrBlock,
            AvailabilityZone,
            State,
        ]);
        expect(read).to.have.deep.members([
            [server.vpcId, "10.0.1.0/24", "ap-southeast-1a", "available"],
            [server.vpcId, "10.0.2.0/24", "ap-southeast-1b", "available"],
        ]);
    });

    it("does not exist where the ID is unknown", async () => {
        expect(await refusalOf(server.ec2.send(new DescribeVpcsCommand({ VpcIds: ["vpc-none"] })))).to.equal(
            "InvalidVpcID.NotFound 400: The vpc ID 'vpc-none' does not exist",
        );
        const table = new DescribeRouteTablesCommand({ RouteTableIds: ["rtb-none"] });
        expect(await refusalOf(server.ec2.send(table))).to.equal(unknownTable);
        const subnet = new DescribeSubnetsCommand({ SubnetIds: ["subnet-none"] });
        expect(await refusalOf(server.ec2.send(subnet))).to.equal(
            "InvalidSubnetID.NotFound 400: The subnet ID 'subnet-none' does not exist",
        );
    });

    it("is nothing of another account or region", async () => {
        addGateway(server.world, "vgw-1");
        for (const options of [{ accessKeyId: "AKIAFOREIGN" }, { region: "eu-central-1" }]) {
            const other = new EC2Client(server.settings(options));
            expect((await other.send(new DescribeVpcsCommand({}))).Vpcs).to.deep.equal([]);
            expect((await other.send(new DescribeRouteTablesCommand({}))).RouteTables).to.deep.equal([]);
            expect((await other.send(new DescribeSubnetsCommand({}))).Subnets).to.deep.equal([]);
            expect((await other.send(new DescribeVpnGatewaysCommand({}))).VpnGateways).to.deep.equal([]);
        }
    });

    it("is filtered: every filter must pass, any of its values does, with * and ?", async () => {
        server.addAttachedGateway("vgw-1");
        addGateway(server.world, "vgw-2", { tags: new Map([["team", "network"]]) });
        const found = async (...Filters: Filter[]): Promise<unknown> =>
            (await server.ec2.send(new DescribeVpnGatewaysCommand({ Filters }))).VpnGateways?.map(
                ({ VpnGatewayId }) => VpnGatewayId,
            );
        const by = (Name: string, ...Values: string[]): Filter => ({ Name, Values });
        expect(await found(by("attachment.vpc-id", server.vpcId))).to.deep.equal(["vgw-1"]);
        expect(await found(by("attachment.state", "attached", "attaching"))).to.deep.equal(["vgw-1"]);
        expect(await found(by("vpn-gateway-id", "vgw-?"))).to.deep.equal(["vgw-1", "vgw-2"]);
        expect(await found(by("vpn-gateway-id", "vgw-."))).to.deep.equal([]);
        expect(await found(by("amazon-side-asn", "64512"), by("state", "pending"))).to.deep.equal([]);
        expect(await found(by("type", "ipsec.1"), by("tag-key", "team"))).to.deep.equal(["vgw-2"]);
        expect(await found(by("tag:team", "net*"))).to.deep.equal(["vgw-2"]);
        expect(await found(by("tag:team", ""))).to.deep.equal([]);
    });

    it("is filtered by the documented names of each kind", async () => {
        const one = {
            vpcs: async (Name: string, value: string): Promise<number | undefined> =>
                (await server.ec2.send(new DescribeVpcsCommand({ Filters: [{ Name, Values: [value] }] }))).Vpcs?.length,
            tables: async (Name: string, value: string): Promise<number | undefined> =>
                (await server.ec2.send(new DescribeRouteTablesCommand({ Filters: [{ Name, Values: [value] }] })))
                    .RouteTables?.length,
            subnets: async (Name: string, value: string): Promise<number | undefined> =>
                (await server.ec2.send(new DescribeSubnetsCommand({ Filters: [{ Name, Values: [value] }] }))).Subnets
                    ?.length,
        };
        expect(await one.vpcs("cidr", "10.0.0.0/16")).to.equal(1);
        expect(await one.vpcs("cidr-block-association.cidr-block", "10.9.0.0/16")).to.equal(0);
        expect(await one.vpcs("is-default", "true")).to.equal(0);
        expect(await one.vpcs("owner-id", accountId)).to.equal(1);
        expect(await one.tables("association.main", "true")).to.equal(1);
        expect(await one.tables("vpc-id", server.vpcId)).to.equal(2);
        expect(await one.tables("route.origin", "CreateRouteTable")).to.equal(2);
        expect(await one.tables("tag:Name", "private")).to.equal(1);
        expect(await one.subnets("cidr-block", "10.0.1.0/24")).to.equal(1);
        expect(await one.subnets("availability-zone", "ap-southeast-1b")).to.equal(1);
    });

    it("refuses a filter that does not exist, also where there is nothing to filter", async () => {
        for (const Name of ["colour", "constructor"]) {
            const Filters = [
                { Name: "state", Values: ["none"] },
                { Name, Values: ["x"] },
            ];
            const invalid = `InvalidParameterValue 400: The filter '${Name}' is invalid`;
            expect(await refusalOf(server.ec2.send(new DescribeVpcsCommand({ Filters })))).to.equal(invalid);
            expect(await refusalOf(server.ec2.send(new DescribeVpnGatewaysCommand({ Filters })))).to.equal(invalid);
        }
    });

    it("refuses more than 50 filters, and more than 200 values of one", async () => {
        const values = (count: number): string[] => Array.from({ length: count }, (_, index) => `v${index}`);
        const refused = "FilterLimitExceeded 400: The request uses too many filters or too many filter values.";
        for (const Filters of [
            values(51).map((value) => ({ Name: "state", Values: [value] })),
            [{ Name: "state", Values: values(201) }],
        ]) {
            expect(await refusalOf(server.ec2.send(new DescribeVpcsCommand({ Filters })))).to.equal(refused);
        }
    });

    it("comes in pages of 5 to 1000, by tokens that this very list gave", async () => {
        for (let number = 1; number <= 6; number++) {
            server.addVpc(`vpc-x${number}`);
        }
        const page = (query: object) => server.ec2.send(new DescribeVpcsCommand(query));
        const first = await page({ MaxResults: 5 });
        const second = await page({ MaxResults: 5, NextToken: first.NextToken });
        expect([first.Vpcs?.length, second.Vpcs?.length, second.NextToken]).to.deep.equal([5, 2, undefined]);
        const ids = [...(first.Vpcs ?? []), ...(second.Vpcs ?? [])].map((each) => each.VpcId);
        expect(new Set(ids).size).to.equal(7);
        for (const MaxResults of [4, 1001]) {
            expect(await refusalOf(page({ MaxResults }))).to.match(
                new RegExp(`^InvalidParameterValue 400: Value \\(${MaxResults}\\) for parameter maxResults`),
            );
        }
        expect(await refusalOf(page({ NextToken: "x" }))).to.equal(
            "InvalidNextToken 400: The specified NextToken is invalid.",
        );
        const ofOtherList = new DescribeSubnetsCommand({ NextToken: first.NextToken });
        expect(await refusalOf(server.ec2.send(ofOtherList))).to.match(/^InvalidNextToken 400: /);
        expect(await refusalOf(page({ MaxResults: 5, VpcIds: [server.vpcId] }))).to.match(
            /^InvalidParameterCombination 400: /,
        );
    });

    it("answers a dry run without doing anything, once the action is known", async () => {
        const asked = new CreateVpnGatewayCommand({ Type: "ipsec.1", DryRun: true });
        expect(await refusalOf(server.ec2.send(asked))).to.equal(
            "DryRunOperation 412: Request would have succeeded, but DryRun flag is set.",
        );
        expect(server.world.aws.vpnGateways.size).to.equal(0);
    });
});
