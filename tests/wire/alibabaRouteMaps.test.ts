import { expect } from "chai";

import { blocking, startCen, unknownCen, unknownTable, type CenServer } from "./alibabaCen";
import { at, fieldsOf, foreignKey, type Answer, type Query } from "./alibabaServer";

describe("routing policies of a CEN on the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen();
    });

    afterEach(() => server.close());

    const ofCen = (changes: Query = {}): Query => ({
        CenId: server.ids.cenId,
        CenRegionId: "ap-southeast-1",
        ...changes,
    });
    const policy = (changes: Query = {}): Query =>
        ofCen({ TransmitDirection: "RegionOut", MapResult: "Deny", Priority: "20", ...changes });
    const create = async (changes?: Query): Promise<string> =>
        String((await server.call("cbn", "CreateCenRouteMap", policy(changes))).RouteMapId);
    const refusal = (changes: Query): Promise<string> => server.refusal("cbn", "CreateCenRouteMap", policy(changes));
    const remove = (RouteMapId: string | undefined, changes: Query = {}): Promise<string> =>
        server.refusal("cbn", "DeleteCenRouteMap", ofCen({ RouteMapId, ...changes }));
    const list = async (query: Query = {}): Promise<Answer[]> =>
        at(
            await server.call("cbn", "DescribeCenRouteMaps", { CenId: server.ids.cenId, ...query }),
            "RouteMaps",
            "RouteMap",
        );
    const settle = (): void => server.clock.advance(server.world.durations.routeMap);

    it("are Creating, then Active, in the transit router's own table unless another is named", async () => {
        const id = await create({
            "DestinationCidrBlocks.1": "172.16.1.0/24",
            CidrMatchMode: "Complete",
            "SourceInstanceIds.1": server.ids.alibabaVpcId,
            "SourceRegionIds.1": "ap-southeast-1",
            "SourceChildInstanceTypes.1": "VPC",
            "DestinationInstanceIds.1": server.order.vbrId,
            "DestinationChildInstanceTypes.1": "VBR",
            "PrependAsPath.1": "65001",
            "PrependAsPath.2": "65001",
            MapResult: "Permit",
            NextPriority: "21",
            Preference: "10",
            Description: "to AWS",
            SourceInstanceIdsReverseMatch: "false",
        });
        expect(id).to.match(/^cenrmap-[0-9a-f]{18}$/);
        expect(fieldsOf(await list(), "RouteMapId", "Status")).to.deep.equal([[id, "Creating"]]);
        settle();
        expect(await list()).to.deep.equal([
            {
                RouteMapId: id,
                CenId: server.ids.cenId,
                CenRegionId: "ap-southeast-1",
                TransitRouterRouteTableId: server.ids.transitRouterRouteTableId,
                TransmitDirection: "RegionOut",
                MapResult: "Permit",
                Priority: 20,
                NextPriority: 21,
                Preference: 10,
                CidrMatchMode: "Complete",
                PrependAsPath: { AsPath: ["65001", "65001"] },
                DestinationCidrBlocks: { DestinationCidrBlock: ["172.16.1.0/24"] },
                SourceInstanceIds: { SourceInstanceId: [server.ids.alibabaVpcId] },
                SourceInstanceIdsReverseMatch: false,
                DestinationInstanceIds: { DestinationInstanceId: [server.order.vbrId] },
                DestinationInstanceIdsReverseMatch: false,
                SourceRegionIds: { SourceRegionId: ["ap-southeast-1"] },
                SourceChildInstanceTypes: { SourceChildInstanceType: ["VPC"] },
                DestinationChildInstanceTypes: { DestinationChildInstanceType: ["VBR"] },
                Description: "to AWS",
                Status: "Active",
            },
        ]);
    });

    it("say nothing of what they do not set", async () => {
        await create({});
        const [map = {}] = await list();
        for (const name of ["NextPriority", "Preference", "CidrMatchMode"]) {
            expect(map).not.to.have.property(name);
        }
        expect(map.SourceInstanceIds).to.deep.equal({ SourceInstanceId: [] });
    });

    it("P32: take effect once they are Active, and no more once they are being deleted", async () => {
        const prohibited = async (): Promise<number> =>
            at(
                await server.call("cbn", "ListTransitRouterRouteEntries", {
                    TransitRouterRouteTableId: server.ids.transitRouterRouteTableId,
                    TransitRouterRouteEntryStatus: "Prohibited",
                }),
                "TransitRouterRouteEntries",
            ).length;
        const id = await create({ TransmitDirection: "RegionIn", "SourceChildInstanceTypes.1": "VPC" });
        server.world.changed();
        expect(await prohibited()).to.equal(0);
        settle();
        expect(await prohibited()).to.equal(2);
        expect(await remove(id)).to.equal("accepted");
        expect(await prohibited()).to.equal(0);
    });

    it("P39: keep other writes on the transit router out until they are Active, and until they are gone", async () => {
        const id = await create({});
        expect(await refusal({ Priority: "30" })).to.equal(blocking);
        expect(await server.refusal("cbn", "CreateTransitRouterVbrAttachment", server.newAttachment())).to.equal(
            blocking,
        );
        expect(await remove(id)).to.equal("IncorrectStatus.RouteMap 400: The status of RouteMap is incorrect.");
        settle();
        expect(await remove(id)).to.equal("accepted");
        expect(fieldsOf(await list(), "Status")).to.deep.equal([["Deleting"]]);
        expect(await refusal({ Priority: "30" })).to.equal(blocking);
        settle();
        expect(await list()).to.deep.equal([]);
        expect(await refusal({ Priority: "30" })).to.equal("accepted");
        settle();
        await server.call("cbn", "CreateTransitRouterVbrAttachment", server.newAttachment());
        expect(await refusal({ Priority: "40" })).to.equal(blocking);
        const [[left]] = fieldsOf(await list(), "RouteMapId") as [[string]];
        expect(await remove(left)).to.equal(blocking);
    });

    it("have a priority of their own in region and direction", async () => {
        await create({});
        settle();
        expect(await refusal({})).to.equal(
            "InvalidOperation.RouteMapPriorityExist 400: The priority 20 is used by another routing policy of the region and direction.",
        );
        expect(await refusal({ TransmitDirection: "RegionIn" })).to.equal("accepted");
    });

    const illegal = (name: string): string => `IllegalParam.${name} 400: The specified ${name} is illegal.`;
    const many = (name: string): Query =>
        Object.fromEntries(Array.from({ length: 33 }, (_, index) => [`${name}.${index + 1}`, "vpc-1"]));
    const inbound = { TransmitDirection: "RegionIn", "PrependAsPath.1": "65001", "SourceInstanceIds.1": "vpc-1" };
    const refused: [Query, string][] = [
        ...["0", "101", "ten"].map((Priority): [Query, string] => [{ Priority }, illegal("Priority")]),
        ...["0", "101"].map((Preference): [Query, string] => [{ Preference }, illegal("Preference")]),
        [{ TransmitDirection: "Out" }, illegal("TransmitDirection")],
        [{ MapResult: "Allow" }, illegal("MapResult")],
        [{ CidrMatchMode: "Exact" }, illegal("CidrMatchMode")],
        [{ "DestinationCidrBlocks.1": "172.16.1.0" }, illegal("DestinationCidrBlocks")],
        [{ "SourceChildInstanceTypes.1": "SAG" }, illegal("SourceChildInstanceTypes")],
        [many("SourceInstanceIds"), illegal("SourceInstanceIds")],
        [{ "PrependAsPath.1": "4294967296", "DestinationInstanceIds.1": "vbr-1" }, illegal("PrependAsPath")],
        [{ "PrependAsPath.1": "65001" }, illegal("PrependAsPath")],
        [inbound, illegal("PrependAsPath")],
        [{ ...inbound, "SourceRegionIds.1": "cn-hangzhou" }, illegal("PrependAsPath")],
        [{ ...inbound, "SourceRegionIds.1": "ap-southeast-1" }, "accepted"],
        [{ NextPriority: "30" }, illegal("NextPriority")],
        [{ MapResult: "Permit", NextPriority: "20" }, illegal("NextPriority")],
        [{ Description: "https://x" }, "InvalidDescription 400: Description is invalid."],
        [
            { "MatchAsns.1": "65001" },
            "OperationUnsupported.MatchAsns 400: The simulator's routing policies know no MatchAsns.",
        ],
        [
            { SourceInstanceIdsReverseMatch: "true" },
            "OperationUnsupported.SourceInstanceIdsReverseMatch 400: The simulator's routing policies know no SourceInstanceIdsReverseMatch.",
        ],
        [{ CenId: "cen-none" }, unknownCen],
        [{ TransitRouterRouteTableId: "vtb-none" }, unknownTable],
        [
            { CenRegionId: "cn-hangzhou" },
            "OperationUnsupported.TransitRouterType 400: The simulator has routing policies on Enterprise transit routers alone.",
        ],
    ];
    for (const [changes, answer] of refused) {
        it(`are ${answer === "accepted" ? answer : "refused"} with ${JSON.stringify(changes).slice(0, 90)}`, async () => {
            expect(await refusal(changes)).to.equal(answer);
        });
    }

    it("need CEN, region, direction, result and priority", async () => {
        for (const name of ["CenId", "CenRegionId", "TransmitDirection", "MapResult", "Priority"]) {
            expect(await refusal({ [name]: undefined })).to.equal(
                `Missing${name} 400: ${name} is mandatory for this action.`,
            );
        }
    });

    it("are listed by ID, table, region and direction, in pages, to the CEN's owner", async () => {
        const id = await create({});
        settle();
        await create({ TransmitDirection: "RegionIn" });
        const found = async (query: Query): Promise<number> => (await list(query)).length;
        expect(await found({ RouteMapId: id })).to.equal(1);
        expect(await found({ TransmitDirection: "RegionIn" })).to.equal(1);
        expect(await found({ TransitRouterRouteTableId: server.ids.transitRouterRouteTableId })).to.equal(2);
        expect(await found({ CenRegionId: "cn-hangzhou" })).to.equal(0);
        const page = await server.call("cbn", "DescribeCenRouteMaps", { CenId: server.ids.cenId, PageSize: "1" });
        expect([page.TotalCount, page.PageNumber, page.PageSize]).to.deep.equal([2, 1, 1]);
        expect(await server.refusal("cbn", "DescribeCenRouteMaps", ofCen(), foreignKey)).to.equal(unknownCen);
        expect(await server.refusal("cbn", "DescribeCenRouteMaps")).to.match(/^MissingCenId 400: /);
    });

    it("are not deleted where they are unknown, elsewhere, or the system's own", async () => {
        const id = await create({});
        settle();
        const unknown = "InvalidRouteMapId.NotFound 400: The specified RouteMapId is not found.";
        expect(await remove("cenrmap-none")).to.equal(unknown);
        expect(await remove(id, { CenRegionId: "cn-hangzhou" })).to.equal(unknown);
        expect(await remove(id, { CenId: "cen-none" })).to.equal(unknownCen);
        expect(await remove(undefined)).to.equal("MissingRouteMapId 400: RouteMapId is mandatory for this action.");
        Object.assign(server.world.alibaba.routeMaps.get(id) ?? {}, { priority: 5000 });
        expect(await remove(id)).to.equal(
            "OperationUnsupported.DefaultRouteMap 400: The default routing policy cannot be deleted.",
        );
    });
});
