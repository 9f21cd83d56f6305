import { expect } from "chai";

import { at, foreignKey, startAlibaba, type AlibabaServer, type Answer } from "./alibabaServer";

const unknownFilter = "InvalidFilterKey.ValueNotSupported 404: Specified filter key is not supported: Filter.1.key";

describe("what the Alibaba Cloud wire shows of a connection", () => {
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

        const forms = {
            "without-zone": ["2026-01-01T00:00:00", "2027-01-01T06:43:12"],
            "to-the-minute": ["2026-01-01T00:00Z", "2027-01-01T06:43Z"],
            "to-the-second": ["2026-01-01T00:00:00Z", "2027-01-01T06:43:12Z"],
        } as const;
        for (const [borderRouterTimes, times] of Object.entries(forms) as [keyof typeof forms, readonly string[]][]) {
            it(`have times as the guess says: ${borderRouterTimes}`, async () => {
                await server.close();
                server = await startAlibaba({ borderRouterTimes });
                const [{ CreationTime, PConnVbrExpireTime } = {}] = await list();
                expect([CreationTime, PConnVbrExpireTime]).to.deep.equal(times);
            });
        }

        it("are active long before their circuit is, and have no addresses until then", async () => {
            const [{ CreationTime, PConnVbrExpireTime, RouteTableId, ...before } = {}] = await list();
            expect([CreationTime, PConnVbrExpireTime]).to.deep.equal(["2026-01-01T00:00:00", "2027-01-01T06:43:12"]);
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
                PConnVbrChargeType: "PrePaid",
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
            expect(await cens()).to.deep.equal({
                AssociatedCen: [{ CenId: cenId, CenOwnerId: 1234567890123456, CenStatus: "Attaching" }],
            });
            server.clock.advance(server.world.durations.attachmentCreate);
            expect(await cens()).to.deep.equal({
                AssociatedCen: [{ CenId: cenId, CenOwnerId: 1234567890123456, CenStatus: "Attached" }],
            });
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
            expect(await refusal(filter("VlanId", "101"))).to.equal(unknownFilter);
            expect(await refusal(filter("constructor", "x"))).to.equal(unknownFilter);
            const six = Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [`Filter.${number}.Key`, "VbrId"]));
            expect(await refusal(six)).to.equal("InvalidFilter.Malformed 400: At most 5 filters are allowed.");
            expect(await refusal({ "Filter.Key": "VbrId" })).to.match(/^InvalidFilter\.Malformed 400: /);
            server.world.alibaba.borderRouters.clear();
            expect(await refusal(filter("VlanId", "101"))).to.equal(unknownFilter);
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
                    "InvalidParameter 400: Invalid parameter.",
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
                    EndTime: "2027-01-01T06:43:12Z",
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
                unknownFilter,
            );
        });
    });
});
