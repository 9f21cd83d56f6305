import { expect } from "chai";

import { startStandIns, type StandIns } from "./standIns";

describe("the update of a stand-in for an official resource", () => {
    let standIns: StandIns;

    beforeEach(async () => {
        standIns = await startStandIns();
    });
    afterEach(() => standIns.stop());

    it("changes in place, by the actions that do it", async () => {
        const { vif } = await standIns.makeLink();
        const news = { ...vif.inputs, mtu: 9001, tags: { Team: "network" } };
        const outputs = await standIns.update(vif.urn, vif.id, vif.outputs, news);
        expect(outputs).to.deep.include({ mtu: 9001, tags: { Team: "network" }, tagsAll: { Team: "network" } });
        expect(standIns.writes().slice(-3)).to.deep.equal([
            "UpdateVirtualInterfaceAttributes",
            "UntagResource",
            "TagResource",
        ]);

        const { mtu: _mtu, tags: _tags, ...rest } = news;
        expect(await standIns.update(vif.urn, vif.id, outputs, rest)).to.deep.include({ mtu: 1500, tags: {} });
        expect(standIns.writes().slice(-2)).to.deep.equal(["UpdateVirtualInterfaceAttributes", "UntagResource"]);
    });

    it("changes SiteLink by an action of its own", async () => {
        const { hostedConnectionId = "" } = standIns.simulator.description.world;
        const { aws } = standIns.simulator.world;
        Object.assign(aws.connections.get(hostedConnectionId) ?? {}, { connectionState: "available" });
        aws.directConnectGateways.set("dxgw-1", {
            directConnectGatewayId: "dxgw-1",
            directConnectGatewayName: "global",
            ownerAccount: standIns.simulator.description.credentials.aws.accountId,
            amazonSideAsn: 64512,
            state: "available",
            associations: [],
        });
        const args = { addressFamily: "ipv4", bgpAsn: 45104, name: "link", vlan: 1101, dxGatewayId: "dxgw-1" };
        const vif = await standIns.make("vif", { ...args, connectionId: hostedConnectionId });
        const outputs = await standIns.update(vif.urn, vif.id, vif.outputs, {
            ...vif.inputs,
            sitelinkEnabled: true,
        });
        expect(outputs).to.deep.include({ sitelinkEnabled: true });
        expect(await standIns.update(vif.urn, vif.id, outputs, vif.inputs)).to.deep.include({
            sitelinkEnabled: false,
        });
        const change = "UpdateVirtualInterfaceAttributes";
        expect(standIns.writes().slice(-3)).to.deep.equal(["CreatePrivateVirtualInterface", change, change]);
    });

    it("changes who pays for an attachment, which its creation does not take", async () => {
        const { cenId, transitRouterId, vbrId } = standIns.simulator.description.world;
        const ends = { cenId, transitRouterId, vbrId };
        const made = await standIns.make("attachment", { ...ends, orderType: "PayByResourceOwner" });
        expect(made.outputs).to.deep.include({ orderType: "PayByResourceOwner" });
        const update = "UpdateTransitRouterVbrAttachmentAttribute";
        expect(standIns.writes().slice(-2)).to.deep.equal(["CreateTransitRouterVbrAttachment", update]);
        // Left out of the program it stays as it is.
        expect(await standIns.update(made.urn, made.id, made.outputs, ends)).to.deep.include({
            orderType: "PayByResourceOwner",
        });
        expect(standIns.writes().slice(-2)).to.deep.equal(["CreateTransitRouterVbrAttachment", update]);
        const news = { ...ends, orderType: "PayByCenOwner" };
        expect(await standIns.update(made.urn, made.id, made.outputs, news)).to.deep.include(news);
    });

    it("in a preview writes nothing", async () => {
        const { vif } = await standIns.makeLink();
        const before = standIns.writes();
        const news = { ...vif.inputs, mtu: 9001 };
        const outputs = await standIns.update(vif.urn, vif.id, vif.outputs, news, { preview: true });
        expect(outputs).to.deep.equal({ ...vif.outputs, mtu: 9001 });
        expect(standIns.writes()).to.deep.equal(before);
    });
});
