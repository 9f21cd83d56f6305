import { expect } from "chai";

import { startCen, type CenServer } from "./alibabaCen";
import { vendorKey, type Query } from "./alibabaServer";

const invalidToken = "The specified NextToken is invalid.";

describe("pages of the Alibaba Cloud wire", () => {
    let server: CenServer;

    beforeEach(async () => {
        server = await startCen();
    });

    afterEach(() => server.close());

    /** Lists by token: what each needs, its own size parameter, and the range of that. */
    const lists: [string, (here: CenServer) => Query, "MaxResults" | "PageSize", number, string][] = [
        ["ListTransitRouterVbrAttachments", () => ({}), "MaxResults", 100, invalidToken],
        ["ListTransitRouterVpcAttachments", () => ({}), "MaxResults", 100, invalidToken],
        ["ListTransitRouterRouteTableAssociations", () => ({}), "MaxResults", 100, invalidToken],
        [
            "ListTransitRouterRouteTablePropagations",
            () => ({}),
            "MaxResults",
            100,
            "The parameter NextToken is invalid.",
        ],
        [
            "ListTransitRouterRouteTables",
            ({ ids }) => ({ TransitRouterId: ids.transitRouterId }),
            "MaxResults",
            100,
            invalidToken,
        ],
        [
            "ListTransitRouterRouteEntries",
            ({ ids }) => ({ TransitRouterRouteTableId: ids.transitRouterRouteTableId }),
            "MaxResults",
            100,
            invalidToken,
        ],
        [
            "DescribeGrantRulesToCen",
            ({ ids }) => ({ CenId: ids.cenId, ProductType: "VBR" }),
            "MaxResults",
            100,
            invalidToken,
        ],
        [
            "ListTagResources",
            () => ({ ResourceType: "TransitRouterVbrAttachment", "Tag.1.Key": "team" }),
            "PageSize",
            50,
            invalidToken,
        ],
    ];
    for (const [action, needed, parameter, most, text] of lists) {
        it(`of ${action} have 1 to ${most} entries by ${parameter}, and go on by a token of its own alone`, async () => {
            const ask = (changes: Query): Promise<string> =>
                server.refusal("cbn", action, { ...needed(server), ...changes });
            const illegal = `IllegalParam.${parameter} 400: The specified ${parameter} is illegal.`;
            expect(await ask({ [parameter]: "0" })).to.equal(illegal);
            expect(await ask({ [parameter]: String(most + 1) })).to.equal(illegal);
            for (const size of ["1", String(most)]) {
                expect(await ask({ [parameter]: size })).to.equal("accepted");
            }
            const ofAnotherList = Buffer.from("DescribeNothing 0").toString("base64url");
            for (const NextToken of ["x", ofAnotherList]) {
                expect(await ask({ NextToken })).to.equal(`IllegalParam.NextToken 400: ${text}`);
            }
        });
    }

    for (const action of [
        "DescribeVirtualBorderRouters",
        "DescribePhysicalConnections",
        "DescribeAccessPoints",
        "DescribeVpcs",
        "DescribeBgpGroups",
        "DescribeBgpPeers",
    ]) {
        it(`of ${action} have 1 to 50 entries, 10 by default, and begin with the first`, async () => {
            const malformed = "InvalidParameter 400: Invalid parameter.";
            for (const query of [{ PageSize: "0" }, { PageSize: "51" }, { PageNumber: "0" }]) {
                expect(await server.refusal("vpc", action, query)).to.equal(malformed);
            }
            const { PageNumber, PageSize } = await server.call("vpc", action);
            expect([PageNumber, PageSize]).to.deep.equal([1, 10]);
            expect(await server.refusal("vpc", action, { PageSize: "50", PageNumber: "2" })).to.equal("accepted");
        });
    }

    it("of what is granted to a CEN are one, unless MaxResults is set", async () => {
        await server.close();
        server = await startCen({ borderRouterOwner: "alibaba" });
        const [grant] = server.world.alibaba.grants;
        if (grant === undefined) {
            throw new Error("No grant.");
        }
        for (let number = 2; number <= 101; number++) {
            server.world.alibaba.grants.push({ ...grant, instanceId: `vbr-${number}` });
        }
        const ask = (changes: Query): Promise<Record<string, unknown>> =>
            server.call("cbn", "DescribeGrantRulesToCen", {
                CenId: server.ids.cenId,
                ProductType: "VBR",
                ...changes,
            });
        const all = await ask({});
        expect([all.TotalCount, all.MaxResults, all.NextToken]).to.deep.equal([101, 101, undefined]);
        const first = await ask({ MaxResults: "100" });
        const rest = await ask({ MaxResults: "100", NextToken: String(first.NextToken) });
        expect(rest).to.have.nested.property("GrantRules.GrantRule.length", 1);
        expect(rest).not.to.have.property("NextToken");
        const query = { CenId: server.ids.cenId, ProductType: "VBR" };
        expect(await server.refusal("cbn", "DescribeGrantRulesToCen", query, vendorKey)).to.match(/^InvalidCenId/);
    });
});
