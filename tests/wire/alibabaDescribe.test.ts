import { expect } from "chai";

import { at, fieldsOf, foreignKey, startAlibaba, type AlibabaServer, type Answer } from "./alibabaServer";

const unknownFilter = (key: string): string =>
    `InvalidFilterKey.ValueNotSupported 400: The specified filter key ${key} is not supported.`;

describe("what the Alibaba Cloud wire describes", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });

    afterEach(() => server.close());

    const filter = (key: string, ...values: string[]): Record<string, string> => ({
        "Filter.1.Key": key,
        ...Object.fromEntries(values.map((value, index) => [`Filter.1.Value.${index + 1}`, value])),
    });

    describe("virtual border routers", () => {
        const list = async (query: Record<string, string> = {}): Promise<Answer[]> =>
            at(
                await server.call("vpc", "DescribeVirtualBorderRouters", query),
                "VirtualBorderRouterSet",
                "VirtualBorderRouterType",
            );

        it("are active long before their circuit is, and have no addresses until then", async () => {
            const [{ CreationTime, PConnVbrExpireTime, RouteTableId, ...before } = {}] = await list();
            expect([CreationTime, PConnVbrExpireTime]).to.deep.equal([
                "2026-01-01T00:00:00.000Z",
                "2027-01-01T06:43:12.000Z",
            ]);
            expect(RouteTableId).to.match(/^vtb-/);
            const configuring = {
                VbrId: server.order.vbrId,
                Name: "link",
                Description: "",
                Status: "active",
                Type: "pconnVBR",
                VlanId: 101,
                LocalGatewayIp: "",
                PeerGatewayIp: "",
                PeeringSubnetMask: "",
                EnableIpv6: false,
                AccessPointId: "ap-sg-a",
                Bandwidth: 1000,
                PhysicalConnectionId: server.order.physicalConnectionId,
                PhysicalConnectionOwnerUid: "1000000000000001",
                PhysicalConnectionStatus: "Allocating",
                PhysicalConnectionBusinessStatus: "Normal",
                PConnVbrChargeType: "Prepaid",
                MinTxInterval: 1000,
                MinRxInterval: 1000,
                DetectMultiplier: 3,
                Mtu: 1500,
                AssociatedCens: { AssociatedCen: [] },
            };
            expect(before).to.deep.equal(configuring);
            server.clock.advance(server.world.durations.backendConfiguration);
            const [{ CreationTime: _1, PConnVbrExpireTime: _2, RouteTableId: _3, ...after } = {}] = await list();
            expect(after).to.deep.equal({
                ...configuring,
                LocalGatewayIp: "169.254.10.1",
                PeerGatewayIp: "169.254.10.2",
                PeeringSubnetMask: "255.255.255.252",
                PhysicalConnectionStatus: "Enabled",
            });
        });

        it("say which CEN they are on, and how far", async () => {
            const { transitRouterId, cenId } = server.ids;
            await server.call("cbn", "CreateTransitRouterVbrAttachment", {
                TransitRouterId: transitRouterId,
                VbrId: server.order.vbrId,
            });
            const cens = async (): Promise<unknown> => (await list())[0]?.AssociatedCens;
            expect(await cens()).to.deep.equal({ AssociatedCen: [{ CenId: cenId, CenStatus: "Attaching" }] });
            server.clock.advance(server.world.durations.attachmentCreate);
            expect(await cens()).to.deep.equal({ AssociatedCen: [{ CenId: cenId, CenStatus: "Attached" }] });
        });

        it("are filtered by each documented key; values of one key are alternatives, keys are demands", async () => {
            for (const [key, value] of [
                ["PhysicalConnectionId", server.order.physicalConnectionId],
                ["VbrId", server.order.vbrId],
                ["Status", "active"],
                ["Name", "link"],
                ["AccessPointId", "ap-sg-a"],
                ["type", "pconnVBR"],
            ] as const) {
                expect((await list(filter(key, value))).length, key).to.equal(1);
                expect((await list(filter(key, "other"))).length, key).to.equal(0);
                expect((await list(filter(key, "other", value))).length, key).to.equal(1);
            }
            expect(await list(filter("eccId", "ecc-1"))).to.deep.equal([]);
            const both = { ...filter("Name", "link"), "Filter.2.Key": "Status", "Filter.2.Value.1": "terminated" };
            expect(await list(both)).to.deep.equal([]);
        });

        it("refuse a filter that is none, a sixth one, and a list without its numbers", async () => {
            const refusal = (query: Record<string, string>): Promise<string> =>
                server.refusal("vpc", "DescribeVirtualBorderRouters", query);
            expect(await refusal(filter("VlanId", "101"))).to.equal(unknownFilter("VlanId"));
            expect(await refusal(filter("constructor", "x"))).to.equal(unknownFilter("constructor"));
            const six = Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [`Filter.${number}.Key`, "VbrId"]));
            expect(await refusal(six)).to.equal("InvalidFilter.Malformed 400: At most 5 filters are allowed.");
            expect(await refusal({ "Filter.Key": "VbrId" })).to.match(/^InvalidFilter\.Malformed 400: /);
            server.world.alibaba.borderRouters.clear();
            expect(await refusal(filter("VlanId", "101"))).to.equal(unknownFilter("VlanId"));
        });

        it("of Alibaba Cloud's own account are shown to the buyer who asks for foreign ones, and to nobody else", async () => {
            await server.close();
            server = await startAlibaba({ borderRouterOwner: "alibaba" });
            expect(await list()).to.deep.equal([]);
            for (const yes of ["true", "True"]) {
                expect((await list({ IncludeCrossAccountVbr: yes })).length, yes).to.equal(1);
            }
            const query = { IncludeCrossAccountVbr: "true" };
            const answer = await server.call("vpc", "DescribeVirtualBorderRouters", query, foreignKey);
            expect(answer.TotalCount).to.equal(0);
        });

        it("come in pages of 10, at most 50", async () => {
            const router = server.world.alibaba.borderRouters.get(server.order.vbrId);
            for (let number = 2; router !== undefined && number <= 12; number++) {
                server.world.alibaba.borderRouters.set(`vbr-${number}`, { ...router, vbrId: `vbr-${number}` });
            }
            const page = async (query: Record<string, string>): Promise<unknown[]> => {
                const answer = await server.call("vpc", "DescribeVirtualBorderRouters", query);
                const items = at(answer, "VirtualBorderRouterSet", "VirtualBorderRouterType");
                return [answer.TotalCount, answer.PageNumber, answer.PageSize, items.length];
            };
            expect(await page({})).to.deep.equal([12, 1, 10, 10]);
            expect(await page({ PageNumber: "2" })).to.deep.equal([12, 2, 10, 2]);
            expect(await page({ PageNumber: "3" })).to.deep.equal([12, 3, 10, 0]);
            expect(await page({ PageSize: "50" })).to.deep.equal([12, 1, 50, 12]);
            for (const query of [{ PageSize: "51" }, { PageSize: "0" }, { PageNumber: "0" }]) {
                expect(await server.refusal("vpc", "DescribeVirtualBorderRouters", query)).to.equal(
                    "InvalidParameter 400: PageNumber must be at least 1, PageSize 1 to 50.",
                );
            }
            expect(await server.refusal("vpc", "DescribeVirtualBorderRouters", { PageSize: "ten" })).to.equal(
                "InvalidPageSize.Malformed 400: The specified PageSize is not valid.",
            );
        });
    });

    describe("circuits", () => {
        const list = async (query: Record<string, string> = {}): Promise<Answer[]> =>
            at(
                await server.call("vpc", "DescribePhysicalConnections", query),
                "PhysicalConnectionSet",
                "PhysicalConnectionType",
            );

        it("are shown to their owner alone: Alibaba Cloud itself by default", async () => {
            expect(await list()).to.deep.equal([]);
            await server.close();
            server = await startAlibaba({ circuitOwner: "user" });
            expect(await list()).to.deep.equal([
                {
                    PhysicalConnectionId: server.order.physicalConnectionId,
                    Name: "link",
                    Status: "Allocating",
                    BusinessStatus: "Normal",
                    AccessPointId: "ap-sg-a",
                    Bandwidth: 1000,
                    ProductType: "PhysicalConnection",
                    EndTime: "2027-01-01T06:43:12.000Z",
                    Type: "VPC",
                },
            ]);
        });

        it("are filtered by each documented key", async () => {
            await server.close();
            server = await startAlibaba({ circuitOwner: "user" });
            for (const [key, value] of [
                ["PhysicalConnectionId", server.order.physicalConnectionId],
                ["AccessPointId", "ap-sg-a"],
                ["Type", "VPC"],
                ["Status", "Allocating"],
                ["Name", "link"],
                ["ProductType", "PhysicalConnection"],
            ] as const) {
                expect((await list(filter(key, value))).length, key).to.equal(1);
                expect((await list(filter(key, "other"))).length, key).to.equal(0);
            }
            for (const key of ["LineOperator", "Spec"]) {
                expect(await list(filter(key, "other")), key).to.deep.equal([]);
            }
            expect(await server.refusal("vpc", "DescribePhysicalConnections", filter("VbrId", "x"))).to.equal(
                unknownFilter("VbrId"),
            );
        });
    });

    it("are access points, of the region alone", async () => {
        server.world.alibaba.accessPoints.push(
            { accessPointId: "ap-1", regionId: "ap-southeast-1", name: "Singapore-A", vendor: "AWS" },
            { accessPointId: "ap-2", regionId: "cn-hangzhou", name: "Hangzhou-A", vendor: "AWS" },
        );
        const answer = await server.call("vpc", "DescribeAccessPoints");
        expect(at(answer, "AccessPointSet", "AccessPointType")).to.deep.equal([
            {
                AccessPointId: "ap-1",
                Name: "Singapore-A",
                AttachedRegionNo: "ap-southeast-1",
                Status: "recommended",
                Type: "VPC",
                HostOperator: "AWS",
            },
        ]);
    });

    it("are VPCs, by ID and name, the caller's own alone", async () => {
        const { alibabaVpcId } = server.ids;
        const list = async (query: Record<string, string> = {}): Promise<Answer[]> =>
            at(await server.call("vpc", "DescribeVpcs", query), "Vpcs", "Vpc");
        const [{ VSwitchIds, ...vpc } = {}] = await list();
        expect(vpc).to.deep.equal({
            VpcId: alibabaVpcId,
            VpcName: "workloads",
            RegionId: "ap-southeast-1",
            CidrBlock: "172.16.0.0/16",
            Status: "Available",
            OwnerId: 1234567890123456,
        });
        expect(at(VSwitchIds as Answer, "VSwitchId").length).to.equal(2);
        expect((await list({ VpcId: `vpc-none,${alibabaVpcId}` })).length).to.equal(1);
        expect(await list({ VpcId: "vpc-none" })).to.deep.equal([]);
        expect((await list({ VpcName: "workloads" })).length).to.equal(1);
        expect(await list({ VpcName: "other" })).to.deep.equal([]);
        expect(await list({ RegionId: "cn-hangzhou" })).to.deep.equal([]);
        expect((await server.call("vpc", "DescribeVpcs", {}, foreignKey)).TotalCount).to.equal(0);
    });

    it("is whether outbound billing is opened, for the caller's account", async () => {
        const enabled = async (): Promise<unknown> =>
            (await server.call("vpc", "GetPhysicalConnectionServiceStatus")).Enabled;
        expect(await enabled()).to.equal(true);
        server.world.alibaba.outboundBillingOpened.clear();
        expect(await enabled()).to.equal(false);
    });

    it("is refused in an unknown region, and without one", async () => {
        for (const action of [
            "DescribeVirtualBorderRouters",
            "DescribePhysicalConnections",
            "DescribeAccessPoints",
            "DescribeVpcs",
            "GetPhysicalConnectionServiceStatus",
            "DescribeBgpGroups",
            "DescribeBgpPeers",
        ]) {
            expect(await server.refusal("vpc", action, { RegionId: "nowhere" }), action).to.equal(
                "InvalidRegionId.NotFound 404: The specified RegionId is not found.",
            );
            expect(await server.refusal("vpc", action, { RegionId: undefined }), action).to.equal(
                "MissingRegionId 400: RegionId is mandatory for this action.",
            );
        }
    });

    it("is an order with its instances; an unknown or foreign one is HTTP 200 without success", async () => {
        const { orderId, physicalConnectionId } = server.order;
        const { RequestId: _1, ...known } = await server.call("bss", "GetOrderDetail", { OrderId: orderId });
        expect(known).to.deep.equal({
            Success: true,
            Code: "Success",
            Message: "Successful!",
            Data: {
                TotalCount: 1,
                OrderList: {
                    Order: [
                        {
                            OrderId: orderId,
                            PaymentStatus: "Paid",
                            CreateTime: "2026-01-01T00:00:00.000Z",
                            Region: "ap-southeast-1",
                            OrderType: "New",
                            InstanceIDs: JSON.stringify([physicalConnectionId]),
                        },
                    ],
                },
            },
        });
        const { RequestId: _2, ...unknown } = await server.call("bss", "GetOrderDetail", { OrderId: "1" });
        expect(unknown).to.deep.equal({ Success: false, Code: "OrderNotExist", Message: "Order 1 does not exist." });
        const foreign = await server.call("bss", "GetOrderDetail", { OrderId: orderId }, foreignKey);
        expect(foreign.Success).to.equal(false);
        expect(await server.refusal("bss", "GetOrderDetail")).to.equal(
            "MissingOrderId 400: OrderId is mandatory for this action.",
        );
    });

    it("may be an error for an unknown order", async () => {
        await server.close();
        server = await startAlibaba({ unknownOrder: "error" });
        expect(await server.refusal("bss", "GetOrderDetail", { OrderId: "1" })).to.equal(
            "OrderNotExist 400: Order 1 does not exist.",
        );
        expect(
            fieldsOf([await server.call("bss", "GetOrderDetail", { OrderId: server.order.orderId })], "Success"),
        ).to.deep.equal([[true]]);
    });
});
