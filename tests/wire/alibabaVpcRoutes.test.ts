import { expect } from "chai";

import type { VpcRouteEntry, VpcRouteTable } from "../../simulator/world/alibabaState";
import { at, fieldsOf, foreignKey, startAlibaba, type AlibabaServer, type Answer, type Query } from "./alibabaServer";

describe("route tables of a VPC on the Alibaba Cloud wire", () => {
    let server: AlibabaServer;
    let vpcId: string;
    let table: VpcRouteTable;

    beforeEach(async () => {
        server = await startAlibaba();
        vpcId = server.ids.alibabaVpcId;
        [table] = [...server.world.alibaba.vpcRouteTables.values()] as [VpcRouteTable];
        table.entries = [
            entry("rte-1", "172.16.1.0/24", "System", "local", ""),
            entry("rte-2", "10.0.0.0/16", "CEN", "Attachment", "tr-attach-1"),
            entry("rte-3", "192.168.0.0/24", "Custom", "Instance", "i-1"),
        ];
    });

    afterEach(() => server.close());

    function entry(
        routeEntryId: string,
        destinationCidrBlock: string,
        type: VpcRouteEntry["type"],
        nextHopType: VpcRouteEntry["nextHopType"],
        nextHopId: string,
    ): VpcRouteEntry {
        return { routeEntryId, destinationCidrBlock, type, nextHopType, nextHopId, status: "Available" };
    }

    const tables = async (query: Query = {}): Promise<Answer[]> =>
        at(await server.call("vpc", "DescribeRouteTableList", query), "RouterTableList", "RouterTableListType");
    const entries = async (query: Query = {}): Promise<Answer[]> =>
        at(
            await server.call("vpc", "DescribeRouteEntryList", { RouteTableId: table.routeTableId, ...query }),
            "RouteEntrys",
            "RouteEntry",
        );
    const refusal = (query: Query): Promise<string> =>
        server.refusal("vpc", "DescribeRouteEntryList", { RouteTableId: table.routeTableId, ...query });

    it("are shown with the vSwitches that use them", async () => {
        const [first, second] = server.world.alibaba.vpcs.get(vpcId)?.vSwitches ?? [];
        const custom = { ...table, routeTableId: "vtb-2", type: "Custom" as const, name: "apart", entries: [] };
        server.world.alibaba.vpcRouteTables.set("vtb-2", { ...custom, routePropagationEnabled: false });
        Object.assign(second ?? {}, { routeTableId: "vtb-2" });
        const shape = (changes: object): object => ({
            RouteTableId: table.routeTableId,
            RouteTableName: "",
            RouteTableType: "System",
            Description: "",
            VpcId: vpcId,
            RouterId: vpcId.replace("vpc-", "vrt-"),
            RouterType: "VRouter",
            OwnerId: 1234567890123456,
            Status: "Available",
            AssociateType: "VSwitch",
            RoutePropagationEnable: true,
            VSwitchIds: { VSwitchId: [first?.vSwitchId] },
            GatewayIds: { GatewayIds: [] },
            Tags: { Tag: [] },
            ...changes,
        });
        expect(await tables()).to.deep.equal([
            shape({}),
            shape({
                RouteTableId: "vtb-2",
                RouteTableName: "apart",
                RouteTableType: "Custom",
                RoutePropagationEnable: false,
                VSwitchIds: { VSwitchId: [second?.vSwitchId] },
            }),
        ]);
        expect(fieldsOf(await tables({ RouteTableType: "Custom" }), "RouteTableId")).to.deep.equal([["vtb-2"]]);
        expect(fieldsOf(await tables({ RouteTableName: "apart" }), "RouteTableId")).to.deep.equal([["vtb-2"]]);
        expect(fieldsOf(await tables({ RouteTableId: "vtb-2" }), "RouteTableId")).to.deep.equal([["vtb-2"]]);
    });

    it("are narrowed by VPC and router, and are the caller's own", async () => {
        const found = async (query: Query): Promise<number> => (await tables(query)).length;
        expect(await found({ VpcId: vpcId, RouterType: "VRouter" })).to.equal(1);
        expect(await found({ RouterId: vpcId.replace("vpc-", "vrt-") })).to.equal(1);
        expect(await found({ VpcId: "vpc-none" })).to.equal(0);
        expect(await found({ RouterType: "VBR" })).to.equal(0);
        expect(await found({ RegionId: "cn-hangzhou" })).to.equal(0);
        expect((await server.call("vpc", "DescribeRouteTableList", {}, foreignKey)).TotalCount).to.equal(0);
    });

    it("hold entries, each with its next hop and its origin", async () => {
        const shape = (id: string, cidr: string, type: string, origin: string, hop: object): object => ({
            RouteTableId: table.routeTableId,
            RouteEntryId: id,
            RouteEntryName: "",
            Description: "",
            DestinationCidrBlock: cidr,
            Type: type,
            Status: "Available",
            IpVersion: "IPv4",
            Origin: origin,
            NextHops: { NextHop: [hop] },
        });
        expect(await entries()).to.deep.equal([
            shape("rte-1", "172.16.1.0/24", "System", "SystemCreate", { NextHopType: "local", NextHopId: "" }),
            shape("rte-2", "10.0.0.0/16", "CEN", "RoutePropagation", {
                NextHopType: "Attachment",
                NextHopId: "tr-attach-1",
            }),
            shape("rte-3", "192.168.0.0/24", "Custom", "CustomCreate", { NextHopType: "Instance", NextHopId: "i-1" }),
        ]);
    });

    const filters: [Query, string[]][] = [
        [{ RouteEntryType: "CEN" }, ["rte-2"]],
        [{ RouteEntryType: "BGP" }, []],
        [{ RouteEntryType: "Custom", RouteEntryId: "rte-3" }, ["rte-3"]],
        [{ DestinationCidrBlock: "10.0.0.0/16" }, ["rte-2"]],
        [{ "DestCidrBlockList.1": "10.0.0.0/16", "DestCidrBlockList.2": "172.16.1.0/24" }, ["rte-1", "rte-2"]],
        [{ NextHopType: "Instance", NextHopId: "i-1" }, ["rte-3"]],
        [{ IpVersion: "IPv4", NextHopType: "local" }, ["rte-1"]],
        [{ IpVersion: "ipv6" }, []],
        [{ ServiceType: "TR" }, []],
    ];
    for (const [query, ids] of filters) {
        it(`hold ${ids.length} entries of ${JSON.stringify(query)}`, async () => {
            expect((await entries(query)).map((each) => each.RouteEntryId)).to.deep.equal(ids);
        });
    }

    it("show their entries in pages of 1 to 100, 10 unless said otherwise", async () => {
        table.entries = Array.from({ length: 12 }, (_, index) =>
            entry(`rte-${index}`, `192.168.${index}.0/24`, "Custom", "Instance", "i-1"),
        );
        const ask = (query: Query): Promise<Answer> =>
            server.call("vpc", "DescribeRouteEntryList", { RouteTableId: table.routeTableId, ...query });
        const first = await ask({});
        const rest = await ask({ NextToken: String(first.NextToken) });
        const counted = (answer: Answer): unknown[] => [
            answer.TotalCount,
            at(answer, "RouteEntrys", "RouteEntry").length,
        ];
        expect([counted(first), counted(rest)]).to.deep.equal([
            [12, 10],
            [12, 2],
        ]);
        expect(rest).not.to.have.property("NextToken");
        for (const MaxResult of ["0", "101"]) {
            expect(await refusal({ MaxResult })).to.equal(
                "IllegalParam.MaxResult 400: The parameter of MaxResult is illegal.",
            );
        }
        expect(await refusal({ NextToken: "x" })).to.equal("IllegalParam.NextToken 400: User nextToken is illegal.");
    });

    it("are refused by the documented codes", async () => {
        expect(await refusal({ RouteTableId: undefined })).to.equal(
            "MissingRouteTableId 400: RouteTableId is mandatory for this action.",
        );
        const unknown = "InvalidRouteTable.NotFound 400: The specified RouteTable was not found.";
        expect(await refusal({ RouteTableId: "vtb-none" })).to.equal(unknown);
        const own = { RouteTableId: table.routeTableId };
        expect(await server.refusal("vpc", "DescribeRouteEntryList", own, foreignKey)).to.equal(unknown);
        expect(await refusal({ RouteEntryType: "Static" })).to.equal(
            "IllegalParam.RouteEntryType 400: The parameter of RouteEntryType is illegal.",
        );
        expect(await refusal({ IpVersion: "ipv5" })).to.equal("IllegalParam.IpVersion 400: Param IpVersion illegal.");
        expect(await refusal({ RouteEntryType: "System", RouteEntryId: "rte-1" })).to.equal(
            "OperationFailed.FilterParamUnderWrongRouteType 400: Operation failed because only custom type support filter by routeEntryId or routeEntryName",
        );
    });
});
