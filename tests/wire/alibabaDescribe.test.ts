import { expect } from "chai";

import { at, fieldsOf, foreignKey, startAlibaba, type AlibabaServer } from "./alibabaServer";

describe("what the Alibaba Cloud wire describes", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });

    afterEach(() => server.close());

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

    it("is whether outbound billing is opened, for the caller's account", async () => {
        const enabled = async (): Promise<unknown> =>
            (await server.call("vpc", "GetPhysicalConnectionServiceStatus")).Enabled;
        expect(await enabled()).to.equal(true);
        server.world.alibaba.outboundBillingOpened.clear();
        expect(await enabled()).to.equal(false);
    });

    it("is refused in an unknown region, and without one", async () => {
        const notFound = "The specified RegionId is not found.";
        for (const [action, text] of [
            ["DescribeVirtualBorderRouters", "The RegionId provided does not exist in our records."],
            ["DescribePhysicalConnections", notFound],
            ["DescribeAccessPoints", notFound],
            ["DescribeVpcs", notFound],
            ["DescribeRouteTableList", notFound],
            ["DescribeNetworkAcls", notFound],
            ["GetPhysicalConnectionServiceStatus", notFound],
            ["DescribeBgpGroups", notFound],
            ["DescribeBgpPeers", notFound],
        ] as const) {
            expect(await server.refusal("vpc", action, { RegionId: "nowhere" }), action).to.equal(
                `InvalidRegionId.NotFound 404: ${text}`,
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
                            CreateTime: "2026-01-01T00:00:00Z",
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
