import { expect } from "chai";

import { borderRouterBgpHandler } from "../../../provider/borderRouterBgp/handler";
import { fakeClouds, makeGroup, makePeer } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { fakeWire, type FakeWire, type WireAnswer, type WireRequest } from "../../support/fakeWire";
import { errorOf } from "../../support/rejects";
import { alibabaAt, awsOfEnvironment, withEndpoints } from "../../support/wiredClouds";

type Answer = (request: WireRequest, count: number) => WireAnswer;

let wire: FakeWire;

async function served<Cloud>(answer: Answer, connect: (url: string) => Cloud): Promise<Cloud> {
    wire = await fakeWire(answer);
    return connect(wire.url);
}

function groupPage(ids: string[], total: number): WireAnswer {
    return { body: { TotalCount: total, BgpGroups: { BgpGroup: ids.map((BgpGroupId) => ({ BgpGroupId })) } } };
}

/** The text of an error that passes by itself. */
async function passing(call: Promise<unknown>): Promise<string> {
    const error = await errorOf(call);
    expect(error).to.include({ kind: "passing" });
    return error.message;
}

describe("broken answers of Alibaba Cloud", () => {
    afterEach(() => wire.close());

    it("are asked for again, and say so where that lasts: nothing is taken for gone", async () => {
        const late = await served(
            (_request, count) => (count < 3 ? { body: {} } : groupPage(["bgpg-1"], 1)),
            alibabaAt,
        );
        expect(await late.describeBgpGroups("vbr-1")).to.have.length(1);
        expect(wire.requests).to.have.length(3);
        await wire.close();
        const cloud = await served(() => ({ body: { RequestId: "R" } }), alibabaAt);
        expect([
            await passing(cloud.describeBgpGroups("vbr-1")),
            await passing(cloud.describeBorderRouters()),
            await passing(cloud.listBorderRouterAttachments("cen-1", "tr-1")),
            await passing(cloud.describeCen("cen-1")),
            await passing(cloud.outboundBillingOpened()),
            await passing(cloud.identity()),
        ]).to.deep.equal([
            "BGP groups of vbr-1: the answer has no BgpGroups.BgpGroup. That passes by itself: run the same command again later; it goes on where it stopped.",
            "VBRs: the answer has no VirtualBorderRouterSet.VirtualBorderRouterType. That passes by itself: run the same command again later; it goes on where it stopped.",
            "attachments of tr-1: the answer has no TransitRouterAttachments. That passes by itself: run the same command again later; it goes on where it stopped.",
            "CEN cen-1: the answer has no Cens.Cen. That passes by itself: run the same command again later; it goes on where it stopped.",
            "outbound billing: the answer has no Enabled. That passes by itself: run the same command again later; it goes on where it stopped.",
            "Alibaba Cloud account: the answer has no AccountId. That passes by itself: run the same command again later; it goes on where it stopped.",
        ]);
    });

    it("are those that lead in a circle", async () => {
        const cloud = await served(
            (_request, count) => ({
                body: { NextToken: count % 2 === 0 ? "even" : "odd", TransitRouterAttachments: [] },
            }),
            alibabaAt,
        );
        expect(await passing(cloud.listBorderRouterAttachments("cen-1", "tr-1"))).to.equal(
            "attachments of tr-1: the list repeats its page token. That passes by itself: run the same command again later; it goes on where it stopped.",
        );
        expect(wire.requests).to.have.length(3);
    });

    it("are those of a list that changes all the time, or has no end", async () => {
        const ids = Array.from({ length: 50 }, (_none, index) => `bgpg-${index}`);
        for (const total of [(count: number) => 51 + count, () => 1_000_000]) {
            const cloud = await served((_request, count) => groupPage(ids, total(count)), alibabaAt);
            expect(await passing(cloud.describeBgpGroups("vbr-1"))).to.equal(
                "BGP groups of vbr-1: the list has no end, or changed all the time, over 100 pages. That passes by itself: run the same command again later; it goes on where it stopped.",
            );
            expect(wire.requests).to.have.length(100);
            await wire.close();
        }
    });
});

describe("broken answers of AWS", () => {
    let restore: () => void;

    afterEach(async () => {
        restore();
        await wire.close();
    });

    const connect = (url: string): ReturnType<typeof awsOfEnvironment> => {
        restore = withEndpoints(url);
        return awsOfEnvironment();
    };

    it("are asked for again, and say so where that lasts: nothing is taken for gone", async () => {
        const late = await served((_request, count) => ({ body: count < 3 ? {} : { connections: [] } }), connect);
        expect(await late.describeConnections()).to.deep.equal([]);
        expect(wire.requests).to.have.length(3);
        await wire.close();
        restore();
        const cloud = await served(() => ({ body: {} }), connect);
        expect(await passing(cloud.describeVirtualInterfaces())).to.equal(
            "Direct Connect virtual interfaces: the answer has no virtualInterfaces. That passes by itself: run the same command again later; it goes on where it stopped.",
        );
    });
});

describe("half of an answer", () => {
    it("that does not tell a BGP group's ASNs leads to no write", async () => {
        const clouds = fakeClouds({
            groups: [makeGroup({ name: "multicloud-vbr-1", peerAsn: undefined, localAsn: undefined })],
            peers: [makePeer()],
        });
        const wanted = {
            vbrId: "vbr-1",
            peerAsn: 64512,
            localAsn: 45104,
            authKey: "key-of-the-backend",
            peerIpAddress: "169.254.10.2",
        };
        const { id, outputs } = await borderRouterBgpHandler.create(wanted, fakeContext(clouds));
        expect(await borderRouterBgpHandler.read(id, outputs, fakeContext(clouds))).to.deep.equal(outputs);
        expect(clouds.writes).to.deep.equal([]);
    });
});
