import { expect } from "chai";

import { startCen, unknownCen, unknownRouter, type CenServer } from "./alibabaCen";
import { at, fieldsOf, foreignKey, type Answer, type Query } from "./alibabaServer";

describe("lists of CEN on the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen();
    });

    afterEach(() => server.close());

    it("are CENs, by ID and name", async () => {
        const { cenId } = server.ids;
        const list = async (key: string, value: string): Promise<unknown[][]> => {
            const query = { "Filter.1.Key": key, "Filter.1.Value.1": value };
            return fieldsOf(at(await server.call("cbn", "DescribeCens", query), "Cens", "Cen"), "CenId", "Status");
        };
        expect(await list("CenId", cenId)).to.deep.equal([[cenId, "Active"]]);
        expect(await list("Name", "backbone")).to.deep.equal([[cenId, "Active"]]);
        expect(await list("Name", "other")).to.deep.equal([]);
        expect((await server.call("cbn", "DescribeCens", {}, foreignKey)).TotalCount).to.equal(0);
    });

    it("are transit routers of a CEN, in one region or all", async () => {
        const { cenId, transitRouterId } = server.ids;
        const list = async (query: Query): Promise<Answer[]> =>
            at(await server.call("cbn", "ListTransitRouters", { CenId: cenId, ...query }), "TransitRouters");
        expect(await list({})).to.deep.equal([
            {
                TransitRouterId: transitRouterId,
                CenId: cenId,
                RegionId: "ap-southeast-1",
                Type: "Enterprise",
                Status: "Active",
                AliUid: 1234567890123456,
            },
        ]);
        expect((await list({ RegionId: undefined, TransitRouterId: transitRouterId })).length).to.equal(1);
        expect(await list({ RegionId: "cn-hangzhou" })).to.deep.equal([]);
        expect(await list({ TransitRouterId: "tr-none" })).to.deep.equal([]);
        expect(await server.refusal("cbn", "ListTransitRouters")).to.equal(
            "MissingCenId 400: CenId is mandatory for this action.",
        );
        expect(await server.refusal("cbn", "ListTransitRouters", { CenId: cenId }, foreignKey)).to.equal(unknownCen);
    });

    it("are route tables of a transit router, by type and ID", async () => {
        const { transitRouterId: TransitRouterId, transitRouterRouteTableId } = server.ids;
        const list = async (query: Query): Promise<Answer[]> =>
            at(
                await server.call("cbn", "ListTransitRouterRouteTables", { TransitRouterId, ...query }),
                "TransitRouterRouteTables",
            );
        const system = [
            {
                TransitRouterRouteTableId: transitRouterRouteTableId,
                TransitRouterId,
                TransitRouterRouteTableName: "",
                TransitRouterRouteTableType: "System",
                TransitRouterRouteTableStatus: "Active",
            },
        ];
        expect(await list({ TransitRouterRouteTableType: "System" })).to.deep.equal(system);
        expect(await list({ "TransitRouterRouteTableIds.1": transitRouterRouteTableId })).to.deep.equal(system);
        expect(await list({ TransitRouterRouteTableType: "Custom" })).to.deep.equal([]);
        expect(await server.refusal("cbn", "ListTransitRouterRouteTables")).to.match(/^MissingTransitRouterId/);
        expect(await server.refusal("cbn", "ListTransitRouterRouteTables", { TransitRouterId: "tr-none" })).to.equal(
            unknownRouter,
        );
    });

    it("come in pages of at most 100, by tokens that this very list gave", async () => {
        server.world.changed();
        const table = { TransitRouterRouteTableId: server.ids.transitRouterRouteTableId };
        for (const MaxResults of ["0", "101"]) {
            expect(await server.refusal("cbn", "ListTransitRouterRouteEntries", { ...table, MaxResults })).to.equal(
                "IllegalParam.MaxResults 400: The specified MaxResults is illegal.",
            );
        }
        const first = await server.call("cbn", "ListTransitRouterRouteEntries", { ...table, MaxResults: "1" });
        const NextToken = String(first.NextToken);
        const second = await server.call("cbn", "ListTransitRouterRouteEntries", { ...table, NextToken });
        expect(
            fieldsOf(at(second, "TransitRouterRouteEntries"), "TransitRouterRouteEntryDestinationCidrBlock"),
        ).to.deep.equal([["172.16.2.0/24"]]);
        const illegal = "IllegalParam.NextToken 400: The specified NextToken is invalid.";
        expect(await server.refusal("cbn", "ListTransitRouterVbrAttachments", { NextToken })).to.equal(illegal);
        for (const start of ["-1", "1.5", "1e0", "", "3"]) {
            const madeUp = Buffer.from(`ListTransitRouterRouteEntries ${start}`).toString("base64url");
            const asked = { ...table, NextToken: madeUp };
            expect(await server.refusal("cbn", "ListTransitRouterRouteEntries", asked), start).to.equal(illegal);
        }
    });
});
