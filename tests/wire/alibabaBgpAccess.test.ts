import { expect } from "chai";

import { startBgp, type BgpServer } from "./alibabaBgp";
import { at, fieldsOf, foreignKey } from "./alibabaServer";

const forbidden = "Forbidden.RAM 403: User not authorized to operate on the specified resource.";

describe("BGP groups and peers of the Alibaba Cloud wire", () => {
    let server: BgpServer;

    beforeEach(async () => {
        server = await startBgp();
    });

    afterEach(() => server.close());

    it("are narrowed by VBR, group and peer, and paged", async () => {
        await server.close();
        server = await startBgp({ peerOutsideSubnet: "accepted" });
        const first = await server.makeGroup();
        const second = await server.makeGroup();
        const peer = await server.makePeer(first, { PeerIpAddress: "10.0.0.1" });
        await server.makePeer(second, { PeerIpAddress: "10.0.0.2" });
        expect(fieldsOf(await server.groups({ BgpGroupId: second }), "BgpGroupId")).to.deep.equal([[second]]);
        expect(await server.groups({ RouterId: "vbr-none" })).to.deep.equal([]);
        expect(fieldsOf(await server.peers({ BgpGroupId: first }), "BgpPeerId")).to.deep.equal([[peer]]);
        expect(fieldsOf(await server.peers({ BgpPeerId: peer }), "BgpGroupId")).to.deep.equal([[first]]);
        expect(await server.peers({ BgpPeerId: peer, BgpGroupId: second })).to.deep.equal([]);
        const page = await server.call("vpc", "DescribeBgpPeers", { PageNumber: "2", PageSize: "1" });
        expect([page.TotalCount, page.PageNumber, page.PageSize]).to.deep.equal([2, 2, 1]);
        expect(fieldsOf(at(page, "BgpPeers", "BgpPeer"), "PeerIpAddress")).to.deep.equal([["10.0.0.2"]]);
    });

    it("of a foreign VBR are read by the buyer, and written by nobody but its owner", async () => {
        await server.close();
        server = await startBgp({ borderRouterOwner: "alibaba", backendMakesBgp: "group-and-peer" });
        const [group] = await server.groups();
        const [peer] = await server.peers();
        expect([group?.PeerAsn, peer?.PeerIpAddress]).to.deep.equal(["64512", "169.254.10.2"]);
        const BgpGroupId = String(group?.BgpGroupId);
        const BgpPeerId = String(peer?.BgpPeerId);
        for (const [action, query] of [
            ["CreateBgpGroup", server.newGroup()],
            ["ModifyBgpGroupAttribute", { BgpGroupId }],
            ["DeleteBgpGroup", { BgpGroupId }],
            ["CreateBgpPeer", server.newPeer(BgpGroupId)],
            ["ModifyBgpPeerAttribute", { BgpPeerId }],
            ["DeleteBgpPeer", { BgpPeerId }],
        ] as const) {
            expect(await server.refusal("vpc", action, query), action).to.equal(forbidden);
        }
        expect((await server.call("vpc", "DescribeBgpGroups", {}, foreignKey)).TotalCount).to.equal(0);
    });
});
