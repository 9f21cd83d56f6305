import { expect } from "chai";

import { foreignKey, startAlibaba, type AlibabaServer, type Key, type Query } from "./alibabaServer";

const throttled = "Throttling.User 400: Request was denied due to user flow control.";

describe("the rate limit of the Alibaba Cloud wire", () => {
    let server: AlibabaServer;
    let now: number;

    beforeEach(async () => {
        now = Date.now();
        server = await startAlibaba({}, { quotas: { alibabaCallsPerMinute: 3 }, now: () => now });
    });

    afterEach(() => server.close());

    const ask = (action = "DescribeVpcs", query: Query = {}, key?: Key): Promise<string> =>
        server.refusal("vpc", action, query, key);
    const askThrice = async (): Promise<void> => {
        for (let call = 1; call <= 3; call++) {
            expect(await ask(), `call ${call}`).to.equal("accepted");
        }
    };

    it("refuses the call above the quota, and says so in the log", async () => {
        await askThrice();
        expect(await ask()).to.equal(throttled);
        expect(server.world.log.map(({ outcome }) => outcome)).to.deep.equal(["ok", "ok", "ok", "Throttling.User"]);
    });

    it("is for each API, account and region apart", async () => {
        await askThrice();
        expect(await ask("DescribeBgpGroups")).to.equal("accepted");
        expect(await ask("DescribeVpcs", {}, foreignKey)).to.equal("accepted");
        expect(await ask("DescribeVpcs", { RegionId: "cn-hangzhou" })).to.equal("accepted");
        expect(await ask()).to.equal(throttled);
    });

    it("goes by the real clock, not the world's: a minute later the first calls no longer count", async () => {
        await askThrice();
        server.clock.advance(3600);
        expect(await ask()).to.equal(throttled);
        now += 59_999;
        expect(await ask()).to.equal(throttled);
        now += 1;
        expect(await ask()).to.equal("accepted");
    });

    it("lets a refused call change nothing", async () => {
        const query = { RouterId: server.order.vbrId, PeerAsn: "64512" };
        for (let call = 1; call <= 3; call++) {
            await server.call("vpc", "CreateBgpGroup", query);
        }
        expect(await ask("CreateBgpGroup", query)).to.equal(throttled);
        expect(server.world.alibaba.bgpGroups.size).to.equal(3);
    });

    it("is 300 by itself", async () => {
        await server.close();
        server = await startAlibaba({}, { now: () => now });
        const outcomes = await Promise.all(Array.from({ length: 301 }, () => ask()));
        expect(outcomes.filter((outcome) => outcome === "accepted").length).to.equal(300);
        expect(outcomes.filter((outcome) => outcome === throttled).length).to.equal(1);
    });
});
