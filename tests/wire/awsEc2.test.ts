import {
    AttachVpnGatewayCommand,
    CreateTagsCommand,
    CreateVpnGatewayCommand,
    DeleteTagsCommand,
    DeleteVpnGatewayCommand,
    DescribeRouteTablesCommand,
    DescribeSubnetsCommand,
    DescribeVpcsCommand,
    DescribeVpnGatewaysCommand,
    DetachVpnGatewayCommand,
    DisableVgwRoutePropagationCommand,
    EC2Client,
    EnableVgwRoutePropagationCommand,
    type CreateVpnGatewayCommandInput,
    type Filter,
    type VpnGateway,
} from "@aws-sdk/client-ec2";
import { expect } from "chai";

import type { VirtualInterface } from "../../simulator/world/awsState";
import type { Guesses } from "../../simulator/world/guesses";
import {
    accountId,
    addGateway,
    foreignAccountId,
    refusalOf,
    region,
    startAwsServer,
    type AwsServer,
} from "./awsServer";

const unknownGateway = (id: string): string =>
    `InvalidVpnGatewayID.NotFound 400: The virtual private gateway ID '${id}' does not exist`;
const unknownTable = "InvalidRouteTableID.NotFound 400: The routeTable ID 'rtb-none' does not exist";

describe("EC2 of the AWS wire", () => {
    let server: AwsServer;
    let VpcId: string;
    let mainTable: string;
    let privateTable: string;

    async function start(guesses: Partial<Guesses> = {}): Promise<void> {
        server = await startAwsServer(guesses);
        VpcId = server.vpcId;
        [mainTable = "", privateTable = ""] = server.routeTableIds;
    }

    beforeEach(() => start());

    afterEach(() => server.close());

    const create = (changes: Partial<CreateVpnGatewayCommandInput> = {}) =>
        server.ec2.send(new CreateVpnGatewayCommand({ Type: "ipsec.1", ...changes }));
    const attach = (VpnGatewayId: string, vpcId = VpcId) =>
        server.ec2.send(new AttachVpnGatewayCommand({ VpnGatewayId, VpcId: vpcId }));
    const detach = (VpnGatewayId: string, vpcId = VpcId) =>
        server.ec2.send(new DetachVpnGatewayCommand({ VpnGatewayId, VpcId: vpcId }));
    const remove = (VpnGatewayId: string) => server.ec2.send(new DeleteVpnGatewayCommand({ VpnGatewayId }));
    const gateways = async (...VpnGatewayIds: string[]): Promise<VpnGateway[]> =>
        (await server.ec2.send(new DescribeVpnGatewaysCommand({ VpnGatewayIds }))).VpnGateways ?? [];
    const enable = (GatewayId: string, RouteTableId = mainTable) =>
        server.ec2.send(new EnableVgwRoutePropagationCommand({ GatewayId, RouteTableId }));
    const disable = (GatewayId: string, RouteTableId = mainTable) =>
        server.ec2.send(new DisableVgwRoutePropagationCommand({ GatewayId, RouteTableId }));
    const propagating = async (RouteTableId = mainTable): Promise<unknown> =>
        (await server.ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: [RouteTableId] }))).RouteTables?.[0]
            ?.PropagatingVgws;

    function addAttachedGateway(id = "vgw-1"): string {
        addGateway(server.world, id, { attachments: [{ vpcId: VpcId, state: "attached" }] });
        return id;
    }

    function addVpc(vpcId: string): void {
        const fields = {
            ownerAccount: accountId,
            region,
            cidrBlocks: ["10.2.0.0/16"],
            tags: new Map<string, string>(),
        };
        server.world.aws.vpcs.set(vpcId, { vpcId, ...fields });
    }

    /** A virtual interface on the gateway, of which only the gateway and the state matter here. */
    function addVirtualInterface(virtualGatewayId: string): Pick<VirtualInterface, "virtualInterfaceState"> {
        const vif = {
            virtualInterfaceId: "dxvif-1",
            virtualGatewayId,
            virtualInterfaceState: "down",
            connectionId: "dxcon-1",
        } as VirtualInterface;
        server.world.aws.virtualInterfaces.set(vif.virtualInterfaceId, vif);
        return vif;
    }

    describe("virtual private gateways", () => {
        it("are pending, then available, with the default ASN or the one asked for, and their tags", async () => {
            const Tags = [{ Key: "Name", Value: "to <Alibaba> & back" }];
            const TagSpecifications = [{ ResourceType: "vpn-gateway" as const, Tags }];
            const { VpnGateway } = await create({ TagSpecifications });
            const VpnGatewayId = VpnGateway?.VpnGatewayId ?? "";
            expect(VpnGatewayId).to.match(/^vgw-[0-9a-f]{17}$/);
            const expected = { VpnGatewayId, Type: "ipsec.1", AmazonSideAsn: 64512, VpcAttachments: [], Tags };
            expect(VpnGateway).to.deep.equal({ ...expected, State: "pending" });
            server.clock.advance(server.world.durations.vpnGatewayCreate);
            expect(await gateways(VpnGatewayId)).to.deep.equal([{ ...expected, State: "available" }]);
            expect((await create({ AmazonSideAsn: 4_294_967_294 })).VpnGateway?.AmazonSideAsn).to.equal(4_294_967_294);
        });

        for (const asn of [0, 64511, 65535, 4_199_999_999, 4_294_967_295]) {
            it(`are refused with ASN ${asn}`, async () => {
                expect(await refusalOf(create({ AmazonSideAsn: asn }))).to.equal(
                    `InvalidParameterValue 400: Value (${asn}) for parameter amazonSideAsn is invalid.`,
                );
            });
        }

        it("are refused with another type, none, and tags of another resource", async () => {
            const type = "ipsec.2" as CreateVpnGatewayCommandInput["Type"];
            expect(await refusalOf(create({ Type: type }))).to.equal(
                "InvalidParameterValue 400: Value (ipsec.2) for parameter type is invalid.",
            );
            expect(await refusalOf(create({ Type: undefined }))).to.equal(
                "MissingParameter 400: The request must contain the parameter Type",
            );
            const TagSpecifications = [{ ResourceType: "vpc" as const, Tags: [{ Key: "a", Value: "b" }] }];
            expect(await refusalOf(create({ TagSpecifications }))).to.equal(
                "InvalidParameterValue 400: 'vpc' is not a valid taggable resource type.",
            );
            expect(await gateways()).to.deep.equal([]);
        });

        it("attach to a VPC: attaching, then attached", async () => {
            addGateway(server.world, "vgw-1");
            expect((await attach("vgw-1")).VpcAttachment).to.deep.equal({ VpcId, State: "attaching" });
            server.clock.advance(server.world.durations.vpnGatewayAttach);
            expect((await gateways("vgw-1"))[0]?.VpcAttachments).to.deep.equal([{ VpcId, State: "attached" }]);
        });

        it("attach one to a VPC, and to one VPC", async () => {
            addAttachedGateway();
            addGateway(server.world, "vgw-2");
            expect(await refusalOf(attach("vgw-2"))).to.equal(
                `InvalidVpcState 400: VPC ${VpcId} is currently attached to the Virtual Private Gateway.`,
            );
            addVpc("vpc-2");
            expect(await refusalOf(attach("vgw-1", "vpc-2"))).to.match(/^VpnGatewayAttachmentLimitExceeded 400: /);
            expect(await refusalOf(attach("vgw-2", "vpc-2"))).to.equal("not refused");
        });

        it("attach only what exists for the caller", async () => {
            addGateway(server.world, "vgw-1");
            addGateway(server.world, "vgw-foreign", { ownerAccount: foreignAccountId });
            addGateway(server.world, "vgw-far", { region: "eu-central-1" });
            for (const id of ["vgw-none", "vgw-foreign", "vgw-far"]) {
                expect(await refusalOf(attach(id))).to.equal(unknownGateway(id));
                expect(await refusalOf(detach(id))).to.equal(unknownGateway(id));
                expect(await refusalOf(remove(id))).to.equal(unknownGateway(id));
                expect(await refusalOf(enable(id))).to.equal(unknownGateway(id));
                expect(await refusalOf(gateways(id))).to.equal(unknownGateway(id));
            }
            expect(await refusalOf(attach("vgw-1", "vpc-none"))).to.equal(
                "InvalidVpcID.NotFound 400: The vpc ID 'vpc-none' does not exist",
            );
        });

        it("detach: detaching, then detached, out of every route table, whether asked once or twice", async () => {
            const id = addAttachedGateway();
            await enable(id);
            await detach(id);
            expect((await gateways(id))[0]?.VpcAttachments).to.deep.equal([{ VpcId, State: "detaching" }]);
            expect(await refusalOf(detach(id))).to.equal("not refused");
            server.clock.advance(server.world.durations.vpnGatewayDetach);
            expect((await gateways(id))[0]?.VpcAttachments).to.deep.equal([{ VpcId, State: "detached" }]);
            expect(await propagating()).to.deep.equal([]);
            expect(await refusalOf(detach(id))).to.equal(
                `InvalidVpnGatewayAttachment.NotFound 400: The attachment with vpn gateway ID '${id}' and vpc ID '${VpcId}' does not exist`,
            );
        });

        it("P37: do not detach while a virtual interface is left, however far its deletion is", async () => {
            const id = addAttachedGateway();
            const vif = addVirtualInterface(id);
            for (const state of ["down", "available", "deleting"] as const) {
                vif.virtualInterfaceState = state;
                expect(await refusalOf(detach(id))).to.equal(
                    "InvalidParameterValue 400: This call cannot be completed because there are pending VPNs or Virtual Interfaces",
                );
            }
            vif.virtualInterfaceState = "deleted";
            expect(await refusalOf(detach(id))).to.equal("not refused");
        });

        it("P37: may stay detaching instead, until the virtual interface is gone", async () => {
            await server.close();
            await start({ detachWithVirtualInterface: "stays-detaching" });
            const id = addAttachedGateway();
            const vif = addVirtualInterface(id);
            await detach(id);
            const stateNow = async (): Promise<string | undefined> =>
                (await gateways(id))[0]?.VpcAttachments?.[0]?.State;
            server.clock.advance(10 * server.world.durations.vpnGatewayDetach);
            expect(await stateNow()).to.equal("detaching");
            vif.virtualInterfaceState = "deleted";
            server.clock.advance(server.world.durations.vpnGatewayDetach);
            expect(await stateNow()).to.equal("detached");
        });

        it("are deleted when nothing hangs on them, and shown as deleted for a while", async () => {
            const id = addAttachedGateway();
            expect(await refusalOf(remove(id))).to.equal(
                `IncorrectState 400: The virtual private gateway ${id} is attached to a VPC.`,
            );
            addGateway(server.world, "vgw-2");
            const vif = addVirtualInterface("vgw-2");
            expect(await refusalOf(remove("vgw-2"))).to.equal(
                "IncorrectState 400: The virtual private gateway vgw-2 has virtual interfaces.",
            );
            vif.virtualInterfaceState = "deleted";
            await remove("vgw-2");
            expect((await gateways("vgw-2"))[0]?.State).to.equal("deleted");
            expect(await refusalOf(remove("vgw-2"))).to.equal(unknownGateway("vgw-2"));
            server.clock.advance(server.world.durations.vpnGatewayDetach);
            expect(await refusalOf(gateways("vgw-2"))).to.equal(unknownGateway("vgw-2"));
        });
    });

    describe("route propagation", () => {
        it("is on for one table, and off again, however often it is asked for", async () => {
            const id = addAttachedGateway();
            await enable(id);
            await enable(id);
            expect(await propagating()).to.deep.equal([{ GatewayId: id }]);
            expect(await propagating(privateTable)).to.deep.equal([]);
            await disable(id);
            await disable(id);
            expect(await propagating()).to.deep.equal([]);
        });

        it("needs a gateway that is attached to the table's VPC", async () => {
            const id = addAttachedGateway();
            for (const state of ["attaching", "detaching", "detached"] as const) {
                addGateway(server.world, id, { attachments: [{ vpcId: VpcId, state }] });
                expect(await refusalOf(enable(id)), state).to.equal(
                    `Gateway.NotAttached 400: The virtual private gateway ${id} is not attached to VPC ${VpcId}.`,
                );
            }
        });

        it("needs a table that exists", async () => {
            const id = addAttachedGateway();
            expect(await refusalOf(enable(id, "rtb-none"))).to.equal(unknownTable);
            expect(await refusalOf(disable(id, "rtb-none"))).to.equal(unknownTable);
        });
    });

    describe("what is described", () => {
        it("are VPCs with all their CIDRs", async () => {
            server.world.aws.vpcs.get(VpcId)?.cidrBlocks.push("10.1.0.0/16");
            const { Vpcs } = await server.ec2.send(new DescribeVpcsCommand({ VpcIds: [VpcId] }));
            const association = (CidrBlock: string, index: number): object => ({
                AssociationId: `vpc-cidr-assoc-${VpcId.slice(4)}${index}`,
                CidrBlock,
                CidrBlockState: { State: "associated" },
            });
            expect(Vpcs).to.deep.equal([
                {
                    VpcId,
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
            expect(byId(mainTable)).to.deep.equal({
                RouteTableId: mainTable,
                VpcId,
                Routes,
                Associations: [{ RouteTableId: mainTable, Main: true }],
                PropagatingVgws: [],
                Tags: [{ Key: "Name", Value: "main" }],
            });
            expect(byId(privateTable)).to.deep.equal({
                RouteTableId: privateTable,
                VpcId,
                Routes,
                Associations: [{ RouteTableId: privateTable, SubnetId: subnetId, Main: false }],
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
                [VpcId, "10.0.1.0/24", "ap-southeast-1a", "available"],
                [VpcId, "10.0.2.0/24", "ap-southeast-1b", "available"],
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
            addAttachedGateway("vgw-1");
            addGateway(server.world, "vgw-2", { tags: new Map([["team", "network"]]) });
            const found = async (...Filters: Filter[]): Promise<unknown> =>
                (await server.ec2.send(new DescribeVpnGatewaysCommand({ Filters }))).VpnGateways?.map(
                    ({ VpnGatewayId }) => VpnGatewayId,
                );
            const by = (Name: string, ...Values: string[]): Filter => ({ Name, Values });
            expect(await found(by("attachment.vpc-id", VpcId))).to.deep.equal(["vgw-1"]);
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
                    (await server.ec2.send(new DescribeVpcsCommand({ Filters: [{ Name, Values: [value] }] }))).Vpcs
                        ?.length,
                tables: async (Name: string, value: string): Promise<number | undefined> =>
                    (await server.ec2.send(new DescribeRouteTablesCommand({ Filters: [{ Name, Values: [value] }] })))
                        .RouteTables?.length,
                subnets: async (Name: string, value: string): Promise<number | undefined> =>
                    (await server.ec2.send(new DescribeSubnetsCommand({ Filters: [{ Name, Values: [value] }] })))
                        .Subnets?.length,
            };
            expect(await one.vpcs("cidr", "10.0.0.0/16")).to.equal(1);
            expect(await one.vpcs("cidr-block-association.cidr-block", "10.9.0.0/16")).to.equal(0);
            expect(await one.vpcs("is-default", "true")).to.equal(0);
            expect(await one.vpcs("owner-id", accountId)).to.equal(1);
            expect(await one.tables("association.main", "true")).to.equal(1);
            expect(await one.tables("vpc-id", VpcId)).to.equal(2);
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

        it("comes in pages of 5 to 1000, by tokens that this very list gave", async () => {
            for (let number = 1; number <= 6; number++) {
                addVpc(`vpc-x${number}`);
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
            expect(await refusalOf(page({ MaxResults: 5, VpcIds: [VpcId] }))).to.match(
                /^InvalidParameterCombination 400: /,
            );
        });
    });

    describe("tags", () => {
        const tag = (Resources: string[], Tags: { Key?: string; Value?: string }[]) =>
            server.ec2.send(new CreateTagsCommand({ Resources, Tags }));
        const untag = (Resources: string[], Tags?: { Key?: string; Value?: string }[]) =>
            server.ec2.send(new DeleteTagsCommand({ Resources, Tags }));
        const tagsOf = (id: string): unknown => Object.fromEntries(server.world.aws.vpnGateways.get(id)?.tags ?? []);

        beforeEach(() => {
            addGateway(server.world, "vgw-1");
            addGateway(server.world, "vgw-2");
        });

        it("are set and overwritten on several resources at once", async () => {
            await tag(["vgw-1", VpcId, mainTable], [{ Key: "team", Value: "a" }]);
            await tag(
                ["vgw-1"],
                [
                    { Key: "team", Value: "b" },
                    { Key: "cost", Value: "" },
                ],
            );
            expect((await gateways("vgw-1"))[0]?.Tags).to.deep.equal([
                { Key: "team", Value: "b" },
                { Key: "cost", Value: "" },
            ]);
            expect(server.world.aws.vpcs.get(VpcId)?.tags.get("team")).to.equal("a");
            expect(server.world.aws.routeTables.get(mainTable)?.tags.get("team")).to.equal("a");
        });

        it("are removed by key, by key and value, or all", async () => {
            const set = (): Promise<unknown> =>
                tag(
                    ["vgw-1"],
                    [
                        { Key: "a", Value: "1" },
                        { Key: "b", Value: "2" },
                    ],
                );
            await set();
            await untag(["vgw-1"], [{ Key: "a" }, { Key: "b", Value: "other" }]);
            expect(tagsOf("vgw-1")).to.deep.equal({ b: "2" });
            await untag(["vgw-1"], [{ Key: "b", Value: "2" }]);
            expect(tagsOf("vgw-1")).to.deep.equal({});
            await set();
            await untag(["vgw-1"]);
            expect(tagsOf("vgw-1")).to.deep.equal({});
        });

        it("are refused as a whole", async () => {
            const refusals: [string[], { Key?: string; Value?: string }[], RegExp][] = [
                [["vgw-1", "vgw-none"], [{ Key: "a", Value: "1" }], /^InvalidID 400: The ID 'vgw-none' is not valid$/],
                [[], [{ Key: "a", Value: "1" }], /^MissingParameter 400: .* parameter resourceIdSet$/],
                [["vgw-1"], [], /^MissingParameter 400: .* parameter tagSet$/],
                [["vgw-1"], [{ Value: "1" }], /^MissingParameter 400: .* parameter Tag\.Key$/],
                [["vgw-1"], [{ Key: "aws:a" }], /^InvalidParameterValue 400: .* reserved for internal use$/],
                [["vgw-1"], [{ Key: "x".repeat(129) }], /^InvalidParameterValue 400: Tag x+ is too long\.$/],
                [["vgw-1"], [{ Key: "a", Value: "x".repeat(257) }], /^InvalidParameterValue 400: Tag a is too long\.$/],
                [
                    ["vgw-2", "vgw-1"],
                    Array.from({ length: 51 }, (_, index) => ({ Key: `key-${index}` })),
                    /^TagLimitExceeded 400: More than 50 tags specified$/,
                ],
            ];
            for (const [resources, tags, refusal] of refusals) {
                expect(await refusalOf(tag(resources, tags))).to.match(refusal);
            }
            expect([tagsOf("vgw-1"), tagsOf("vgw-2")]).to.deep.equal([{}, {}]);
        });

        it("of another account's resource cannot be set", async () => {
            addGateway(server.world, "vgw-foreign", { ownerAccount: foreignAccountId });
            expect(await refusalOf(tag(["vgw-foreign"], [{ Key: "a", Value: "1" }]))).to.match(/^InvalidID 400: /);
        });
    });

    it("answers a dry run without doing anything, once the action is known", async () => {
        const asked = new CreateVpnGatewayCommand({ Type: "ipsec.1", DryRun: true });
        expect(await refusalOf(server.ec2.send(asked))).to.equal(
            "DryRunOperation 412: Request would have succeeded, but DryRun flag is set.",
        );
        expect(server.world.aws.vpnGateways.size).to.equal(0);
    });
});
