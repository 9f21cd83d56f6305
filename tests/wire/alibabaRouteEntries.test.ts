import { expect } from "chai";

import type { TransitRouterRouteTable } from "../../simulator/world/alibabaState";
import { startCen, unknownTable, type CenServer } from "./alibabaCen";
import { at, foreignKey, type Answer, type Query } from "./alibabaServer";

describe("route entries of a transit router on the Alibaba Cloud wire", () => {
    let server: CenServer;
    let table: TransitRouterRouteTable;
    let vpcAttachment: string;
    let vbrAttachment: string;

    beforeEach(async () => {
        server = await startCen();
        [vpcAttachment = ""] = server.world.alibaba.attachments.keys();
        vbrAttachment = await server.attach();
        [table] = [...server.world.alibaba.routeTables.values()] as [TransitRouterRouteTable];
        table.entries = [
            entry("172.16.1.0/24", "VPC", vpcAttachment, {}),
            entry("10.0.0.0/16", "VBR", vbrAttachment, { asPath: [64512, 65001], preference: 10 }),
            entry("10.0.1.0/24", "VBR", vbrAttachment, { asPath: [64512], status: "Prohibited" }),
        ];
    });

    afterEach(() => server.close());

    type Entry = TransitRouterRouteTable["entries"][number];

    function entry(cidr: string, origin: Entry["origin"], attachmentId: string, changes: Partial<Entry>): Entry {
        return {
            destinationCidrBlock: cidr,
            attachmentId,
            origin,
            asPath: [],
            preference: 50,
            status: "Active",
            entryId: `rte-${cidr}`,
            ...changes,
        };
    }

    const named = (query: Query): Query => ({
        TransitRouterRouteTableId: server.ids.transitRouterRouteTableId,
        ...query,
    });
    const list = async (query: Query = {}): Promise<Answer[]> =>
        at(await server.call("cbn", "ListTransitRouterRouteEntries", named(query)), "TransitRouterRouteEntries");
    const refusal = (query: Query): Promise<string> =>
        server.refusal("cbn", "ListTransitRouterRouteEntries", named(query));
    const destinations = async (query: Query): Promise<unknown[]> =>
        (await list(query)).map((each) => each.TransitRouterRouteEntryDestinationCidrBlock);

    it("are the active ones unless said otherwise, with where they come from and what they have come through", async () => {
        const shape = (
            cidr: string,
            attachmentId: string,
            type: string,
            resource: string,
            attributes: object,
        ): object => ({
            TransitRouterRouteEntryDestinationCidrBlock: cidr,
            TransitRouterRouteEntryNextHopType: "Attachment",
            TransitRouterRouteEntryNextHopId: attachmentId,
            TransitRouterRouteEntryNextHopResourceType: type,
            TransitRouterRouteEntryNextHopResourceId: resource,
            TransitRouterRouteEntryOriginResourceType: type,
            TransitRouterRouteEntryOriginResourceId: resource,
            TransitRouterRouteEntryType: "Propagated",
            TransitRouterRouteEntryStatus: "Active",
            OperationalMode: false,
            PathAttributes: {
                Communities: [],
                OriginInstanceId: resource,
                OriginInstanceType: type,
                ...attributes,
            },
        });
        expect(await list()).to.deep.equal([
            shape("172.16.1.0/24", vpcAttachment, "VPC", server.ids.alibabaVpcId, {
                AsPaths: [],
                OriginRouteType: "System",
                Preference: 50,
            }),
            shape("10.0.0.0/16", vbrAttachment, "VBR", server.order.vbrId, {
                AsPaths: ["64512", "65001"],
                OriginRouteType: "BGP",
                Preference: 10,
            }),
        ]);
    });

    const all = { TransitRouterRouteEntryStatus: "All" };
    const vbr = ["10.0.0.0/16", "10.0.1.0/24"];
    const byPrefix = (key: string, ...values: string[]): Query => ({
        ...all,
        "RouteFilter.1.Key": key,
        ...Object.fromEntries(values.map((value, index) => [`RouteFilter.1.Value.${index + 1}`, value])),
    });
    const filters: [Query, string[]][] = [
        [all, ["172.16.1.0/24", ...vbr]],
        [{ TransitRouterRouteEntryStatus: "Prohibited" }, ["10.0.1.0/24"]],
        [{ TransitRouterRouteEntryStatus: "Standby" }, []],
        [{ TransitRouterRouteEntryDestinationCidrBlock: "10.0.0.0/16" }, ["10.0.0.0/16"]],
        [{ TransitRouterRouteEntryNextHopResourceType: "VBR", ...all }, vbr],
        [{ TransitRouterRouteEntryOriginResourceType: "TR", ...all }, []],
        [{ TransitRouterRouteEntryNextHopType: "BlackHole" }, []],
        [{ TransitRouterRouteEntryType: "Static" }, []],
        [{ "TransitRouterRouteEntryIds.1": "rte-1" }, []],
        [{ "TransitRouterRouteEntryNames.1": "name" }, []],
        [byPrefix("PrefixExactMatchCidrs", "10.0.0.0/16", "10.0.0.0/8"), ["10.0.0.0/16"]],
        [byPrefix("LongestPrefixMatchCidrs", "10.0.1.7"), ["10.0.1.0/24"]],
        [byPrefix("LongestPrefixMatchCidrs", "10.0.2.0/24", "172.16.1.1"), ["172.16.1.0/24", "10.0.0.0/16"]],
        [byPrefix("SubnetOfMatchCidrs", "10.0.0.0/15"), vbr],
        [byPrefix("SupernetOfMatchCidrs", "10.0.1.0/25"), vbr],
        [
            {
                ...byPrefix("SubnetOfMatchCidrs", "10.0.0.0/15"),
                "RouteFilter.2.Key": "PrefixExactMatchCidrs",
                "RouteFilter.2.Value.1": "10.0.1.0/24",
            },
            ["10.0.1.0/24"],
        ],
    ];
    for (const [query, expected] of filters) {
        it(`are ${expected.length} of ${JSON.stringify(query)}`, async () => {
            expect(await destinations(query)).to.deep.equal(expected);
        });
    }

    it("are narrowed by next hop and origin", async () => {
        expect(await destinations({ TransitRouterRouteEntryNextHopId: vpcAttachment })).to.deep.equal([
            "172.16.1.0/24",
        ]);
        for (const end of ["NextHop", "Origin"]) {
            expect(
                await destinations({ [`TransitRouterRouteEntry${end}ResourceId`]: server.order.vbrId }),
                end,
            ).to.deep.equal(["10.0.0.0/16"]);
        }
    });

    it("are refused without a table that the caller has, in an unknown state, and with an unknown or repeated filter", async () => {
        expect(await refusal({ TransitRouterRouteTableId: undefined })).to.equal(
            "MissingTransitRouterRouteTableId 400: TransitRouterRouteTableId is mandatory for this action.",
        );
        expect(await refusal({ TransitRouterRouteTableId: "vtb-none" })).to.equal(unknownTable);
        const own = named({});
        expect(await server.refusal("cbn", "ListTransitRouterRouteEntries", own, foreignKey)).to.equal(unknownTable);
        expect(await refusal({ TransitRouterRouteEntryStatus: "Up" })).to.equal(
            "IllegalParam.TransitRouterRouteEntryStatus 400: The specified TransitRouterRouteEntryStatus is illegal.",
        );
        const illegal = "IllegalParam.RouteFilter 400: The specified RouteFilter is illegal.";
        expect(await refusal(byPrefix("constructor", "10.0.0.0/16"))).to.equal(illegal);
        const twice = { "RouteFilter.2.Key": "SubnetOfMatchCidrs", "RouteFilter.2.Value.1": "10.0.0.0/16" };
        expect(await refusal({ ...byPrefix("SubnetOfMatchCidrs", "10.0.0.0/15"), ...twice })).to.equal(illegal);
    });
});
