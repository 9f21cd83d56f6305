import { expect } from "chai";

import { connectAlibaba } from "../../../provider/clouds/alibaba";
import type { AlibabaCloud } from "../../../provider/clouds/clouds";
import { readSettings } from "../../../provider/settings/settings";
import { fakeWire, type FakeWire, type WireAnswer, type WireRequest } from "../../support/fakeWire";
import { errorOf } from "../../support/rejects";
import { virtualClock } from "../../support/virtualClock";
import { alibabaAt } from "../../support/wiredClouds";

let wire: FakeWire;

async function alibaba(answer: (request: WireRequest, count: number) => WireAnswer): Promise<AlibabaCloud> {
    wire = await fakeWire(answer);
    return alibabaAt(wire.url);
}

function groupPage(ids: string[], total: number): WireAnswer {
    return { body: { TotalCount: total, BgpGroups: { BgpGroup: ids.map((BgpGroupId) => ({ BgpGroupId })) } } };
}

function numbered(count: number, from = 1): string[] {
    return Array.from({ length: count }, (_none, index) => `bgpg-${from + index}`);
}

describe("calls to Alibaba Cloud", () => {
    afterEach(() => wire.close());

    it("read every numbered page", async () => {
        const cloud = await alibaba(({ fields }) =>
            fields.PageNumber === "1" ? groupPage(numbered(50), 51) : groupPage(["bgpg-51"], 51),
        );
        expect((await cloud.describeBgpGroups("vbr-1")).map(({ bgpGroupId }) => bgpGroupId)).to.deep.equal(
            numbered(51),
        );
        expect(wire.requests.map(({ action, fields }) => [action, fields])).to.deep.equal(
            ["1", "2"].map((PageNumber) => [
                "DescribeBgpGroups",
                { RegionId: "ap-southeast-1", RouterId: "vbr-1", PageNumber, PageSize: "50" },
            ]),
        );
    });

    it("drop the pages of a list that grew in between, and read it anew", async () => {
        const cloud = await alibaba(({ fields }, count) => {
            const total = count === 1 ? 51 : 52;
            return fields.PageNumber === "1" ? groupPage(numbered(50), total) : groupPage(numbered(2, 51), total);
        });
        expect((await cloud.describeBgpGroups("vbr-1")).map(({ bgpGroupId }) => bgpGroupId)).to.deep.equal(
            numbered(52),
        );
        expect(wire.requests.map(({ fields }) => fields.PageNumber)).to.deep.equal(["1", "2", "1", "2"]);
    });

    it("go on to a short page where no total is told", async () => {
        const cloud = await alibaba(({ fields }) => ({
            body: {
                BgpGroups: {
                    BgpGroup: fields.PageNumber === "1" ? numbered(50).map((BgpGroupId) => ({ BgpGroupId })) : [],
                },
            },
        }));
        expect(await cloud.describeBgpGroups("vbr-1")).to.have.length(50);
        expect(wire.requests).to.have.length(2);
    });

    it("follow a token to the end", async () => {
        const cloud = await alibaba(({ fields }) => ({
            body: {
                NextToken: fields.NextToken === undefined ? "more" : "",
                TransitRouterAttachments: [{ TransitRouterAttachmentId: "tr-attach-1", VbrId: "vbr-1" }],
            },
        }));
        expect(await cloud.listBorderRouterAttachments("cen-1", "tr-1")).to.have.length(2);
        expect(wire.requests.map(({ fields }) => fields.NextToken)).to.deep.equal([undefined, "more"]);
    });

    it("go on behind a page that is shorter than asked for while more are counted", async () => {
        const cloud = await alibaba(({ fields }) => groupPage(fields.PageNumber === "1" ? ["bgpg-1"] : ["bgpg-2"], 2));
        expect((await cloud.describeBgpGroups("vbr-1")).map(({ bgpGroupId }) => bgpGroupId)).to.deep.equal(numbered(2));
    });

    it("find a CEN's transit routers in every region", async () => {
        const cloud = await alibaba(() => ({
            body: {
                TotalCount: 1,
                TransitRouters: [{ TransitRouterId: "tr-1", RegionId: "cn-hongkong", Type: "Basic" }],
            },
        }));
        expect(await cloud.listTransitRouters("cen-1")).to.deep.equal([
            { transitRouterId: "tr-1", regionId: "cn-hongkong", type: "Basic" },
        ]);
        expect(wire.requests.map(({ action, fields }) => [action, fields])).to.deep.equal([
            ["ListTransitRouters", { CenId: "cen-1", PageNumber: "1", PageSize: "50" }],
        ]);
    });

    it("ask, as the CEN's owner, who has granted a VBR to it", async () => {
        const rules = [[{ ChildInstanceId: "vbr-1", ChildInstanceOwnerId: 1000000000000001 }], []];
        const cloud = await alibaba(() => ({ body: { GrantRules: { GrantRule: rules.shift() } } }));
        expect(await cloud.grantorToCen("vbr-1", "cen-1")).to.equal("1000000000000001");
        expect(await cloud.grantorToCen("vbr-1", "cen-1")).to.equal(undefined);
        expect(wire.requests[0]).to.deep.include({
            action: "DescribeGrantRulesToCen",
            fields: {
                RegionId: "ap-southeast-1",
                CenId: "cen-1",
                ProductType: "VBR",
                ChildInstanceId: "vbr-1",
                MaxResults: "100",
            },
        });
    });

    it("find what joins an attachment to route tables, by the attachment alone", async () => {
        const leg = { TransitRouterAttachmentId: "tr-attach-1", TransitRouterRouteTableId: "vtb-1", Status: "Active" };
        const cloud = await alibaba(({ action }) => ({
            body: action.endsWith("Associations")
                ? { TransitRouterAssociations: [leg] }
                : { TransitRouterPropagations: [{ ...leg, Status: "Enabling" }] },
        }));
        const ends = { attachmentId: "tr-attach-1", routeTableId: "vtb-1" };
        expect(await cloud.listRouteTableAssociations("tr-attach-1")).to.deep.equal([{ ...ends, status: "Active" }]);
        expect(await cloud.listRouteTablePropagations("tr-attach-1")).to.deep.equal([{ ...ends, status: "Enabling" }]);
        const asked = { RegionId: "ap-southeast-1", TransitRouterAttachmentId: "tr-attach-1", MaxResults: "100" };
        expect(wire.requests.map(({ action, fields }) => [action, fields])).to.deep.equal([
            ["ListTransitRouterRouteTableAssociations", asked],
            ["ListTransitRouterRouteTablePropagations", asked],
        ]);
    });

    it("tell the account's own VBRs from foreign ones by the second list", async () => {
        const cloud = await alibaba(({ fields }) => {
            const ids = fields.IncludeCrossAccountVbr === "true" ? ["vbr-1", "vbr-2"] : ["vbr-1"];
            return {
                body: {
                    TotalCount: ids.length,
                    VirtualBorderRouterSet: { VirtualBorderRouterType: ids.map((VbrId) => ({ VbrId })) },
                },
            };
        });
        const routers = await cloud.describeBorderRouters();
        expect(routers.map(({ vbrId, own }) => [vbrId, own])).to.deep.equal([
            ["vbr-1", true],
            ["vbr-2", false],
        ]);
    });

    it("are repeated while they are throttled, and end with one sentence where that lasts", async () => {
        const busy = {
            status: 400,
            body: { RequestId: "R", Code: "Throttling.User", Message: "Request was denied due to user flow control." },
        };
        const cloud = await alibaba((_request, count) => (count < 3 ? busy : groupPage([], 0)));
        expect(await cloud.describeBgpGroups("vbr-1")).to.deep.equal([]);
        expect(wire.requests).to.have.length(3);
        await wire.close();
        const error = await errorOf((await alibaba(() => busy)).describeBgpGroups("vbr-1"));
        expect(error).to.deep.include({ code: "Throttling.User", kind: "passing" });
        expect(error.message).to.equal(
            "BGP groups of vbr-1: Alibaba Cloud says Throttling.User: Request was denied due to user flow control. request id: R. That passes by itself: run the same command again later; it goes on where it stopped.",
        );
        expect(wire.requests).to.have.length(6);
    });

    const noAnswers: [string, WireAnswer, string][] = [
        [
            "broke off",
            { body: '{"RequestId":"R","BgpGroups":{"BgpGroup":[{"AuthKey":"a-sec' },
            "the answer broke off, or is none",
        ],
        ["is empty", { body: "" }, "the answer broke off, or is none"],
        ["is no answer of the cloud", { body: { hello: "world", RequestId: 1 } }, "the answer broke off, or is none"],
        ["is a page of a proxy", { status: 502, body: "<html></html>" }, "the answer broke off, or is none"],
        [
            "holds an error under the status of a success",
            { body: { Success: false, Code: "Busy", Message: "Come again." } },
            "Alibaba Cloud says Busy: Come again (under the status of a success)",
        ],
    ];
    for (const [what, noAnswer, said] of noAnswers) {
        it(`are repeated where the answer ${what}, and never take it for an empty list`, async () => {
            const cloud = await alibaba((_request, count) => (count < 3 ? noAnswer : groupPage(["bgpg-1"], 1)));
            expect(await cloud.describeBgpGroups("vbr-1")).to.have.length(1);
            await wire.close();
            const error = await errorOf((await alibaba(() => noAnswer)).describeBgpGroups("vbr-1"));
            expect(error).to.deep.include({ kind: "passing", said: `BGP groups of vbr-1: ${said}.` });
        });
    }

    it("ask for the account once", async () => {
        const cloud = await alibaba(() => ({ body: { AccountId: "1234567890123456" } }));
        const expected = { accountId: "1234567890123456", region: "ap-southeast-1" };
        expect([await cloud.identity(), await cloud.identity()]).to.deep.equal([expected, expected]);
        expect(wire.requests.map(({ action }) => action)).to.deep.equal(["GetCallerIdentity"]);
    });

    it("are refused without a region, and where a role cannot be read", async () => {
        const cloud = connectAlibaba(readSettings(undefined, {}).alibaba, virtualClock(0));
        wire = await fakeWire(() => ({ body: {} }));
        expect((await errorOf(cloud.identity())).message).to.equal(
            "Alibaba Cloud account: no region is set. Set alicloud:region, or ALICLOUD_REGION.",
        );
        const configuration = { get: (key: string) => (key === "alicloud:assumeRole" ? "{}" : undefined) };
        const refused = connectAlibaba(readSettings(configuration, {}).alibaba, virtualClock(0));
        expect((await errorOf(refused.identity())).message).to.include("alicloud:assumeRole names no roleArn.");
    });
});
