import { expect } from "chai";

import { startBgp, type BgpServer } from "./alibabaBgp";
import { foreignKey } from "./alibabaServer";

describe("a ClientToken of the Alibaba Cloud wire", () => {
    let server: BgpServer;

    beforeEach(async () => {
        server = await startBgp();
    });

    afterEach(() => server.close());

    it("gets the first outcome again, and makes nothing twice", async () => {
        const query = server.newGroup({ ClientToken: "token-1" });
        const first = await server.call("vpc", "CreateBgpGroup", query);
        const again = await server.call("vpc", "CreateBgpGroup", query);
        expect(again.BgpGroupId).to.equal(first.BgpGroupId);
        expect(server.world.alibaba.bgpGroups.size).to.equal(1);
    });

    it("is good for the same parameters, action and account alone", async () => {
        const query = server.newGroup({ ClientToken: "token-1" });
        const BgpGroupId = await server.makeGroup({ ClientToken: "token-1" });
        expect(await server.refusal("vpc", "CreateBgpGroup", { ...query, PeerAsn: "64600" })).to.equal(
            "IdempotentParameterMismatch 400: Request uses a client token in a previous request but is not identical to that request.",
        );
        expect(
            await server.refusal("vpc", "CreateBgpPeer", server.newPeer(BgpGroupId, { ClientToken: "token-1" })),
        ).to.equal("accepted");
        expect(await server.refusal("vpc", "CreateBgpGroup", query, foreignKey)).to.equal(
            "InvalidVbrNetwork 400: vbr netowrk not exists",
        );
    });

    it("is not used up by a refusal", async () => {
        const wrong = server.newGroup({ ClientToken: "token-1", PeerAsn: "0" });
        expect(await server.refusal("vpc", "CreateBgpGroup", wrong)).to.match(/^IllegalParam/);
        await server.makeGroup({ ClientToken: "token-1" });
    });

    it("is at most 64 ASCII characters", async () => {
        for (const [ClientToken, refusal] of [
            ["x".repeat(65), "IllegalParam.ClientToken 400: Token verify failed because client token length too long."],
            ["tökén", "InvalidClientToken.ValueNotSupported 400: The ClientToken provided is invalid."],
        ] as const) {
            expect(await server.refusal("vpc", "CreateBgpGroup", server.newGroup({ ClientToken }))).to.equal(refusal);
        }
        await server.makeGroup({ ClientToken: "x".repeat(64) });
    });

    it("left out, makes a second one", async () => {
        await server.makeGroup();
        await server.makeGroup();
        expect(server.world.alibaba.bgpGroups.size).to.equal(2);
    });
});
