import { DescribeConnectionsCommand, DescribeVirtualInterfacesCommand } from "@aws-sdk/client-direct-connect";
import { expect } from "chai";

import { sayUnknownState } from "../../simulator/world/listings";
import { joinAndWait, type Joined } from "../unit/world/joined";
import { startBgp, type BgpServer } from "./alibabaBgp";
import { fieldsOf } from "./alibabaServer";
import { refusalOf, serveAws } from "./awsServer";
import { refused, startVirtualInterfaces, type VirtualInterfaceServer } from "./awsVirtualInterfaces";

describe("lists of the AWS wire that lag", () => {
    let server: VirtualInterfaceServer;

    beforeEach(async () => {
        server = await startVirtualInterfaces();
        server.world.durations.listLagAws = 30;
        server.world.changed();
    });

    afterEach(() => server.close());

    it("P18: do not know a virtual interface at first, by its ID neither, while its connection takes no second one", async () => {
        const { virtualInterfaceId } = await server.create();
        const byId = () => server.directConnect.send(new DescribeVirtualInterfacesCommand({ virtualInterfaceId }));
        server.clock.advance(29);
        expect(await server.listed()).to.deep.equal([]);
        expect(await refusalOf(byId())).to.equal(
            `${refused} Virtual Interface ${virtualInterfaceId ?? ""} does not exist`,
        );
        expect(await refusalOf(server.create())).to.equal(
            `${refused} Hosted connection dxcon-1 already has virtual interface ${virtualInterfaceId ?? ""}.`,
        );
        server.clock.advance(1);
        expect((await byId()).virtualInterfaces?.map((vif) => vif.virtualInterfaceState)).to.deep.equal(["pending"]);
    });

    it("P18: say the connection's past state, and know it by its ID", async () => {
        const connection = server.world.aws.connections.get("dxcon-1");
        Object.assign(connection ?? {}, { connectionState: "down" });
        server.world.changed();
        const read = async (connectionId?: string): Promise<unknown> =>
            (await server.directConnect.send(new DescribeConnectionsCommand({ connectionId }))).connections?.map(
                ({ connectionState }) => connectionState,
            );
        expect([await read(), await read("dxcon-1")]).to.deep.equal([["available"], ["available"]]);
        server.clock.advance(30);
        expect([await read(), await read("dxcon-1")]).to.deep.equal([["down"], ["down"]]);
    });
});

describe("lists of the Alibaba Cloud wire that lag", () => {
    let server: BgpServer;

    beforeEach(async () => {
        server = await startBgp();
        server.world.durations.listLagAlibaba = 30;
        server.world.changed();
    });

    afterEach(() => server.close());

    it("P18: do not show a BGP group and peer at first, and show them a while after they are gone", async () => {
        const BgpGroupId = await server.makeGroup();
        const { BgpPeerId } = await server.call("vpc", "CreateBgpPeer", server.newPeer(BgpGroupId));
        expect(await server.peers()).to.deep.equal([]);
        server.clock.advance(server.world.durations.bgpGroupOrPeer + 30);
        expect(fieldsOf(await server.peers(), "BgpPeerId", "PeerAsn")).to.deep.equal([[BgpPeerId, "64512"]]);
        await server.call("vpc", "DeleteBgpPeer", { BgpPeerId: String(BgpPeerId) });
        server.clock.advance(server.world.durations.bgpGroupOrPeer);
        await server.call("vpc", "DeleteBgpGroup", { BgpGroupId });
        expect(fieldsOf(await server.peers(), "Status")).to.deep.equal([["Available"]]);
        server.clock.advance(30);
        expect(await server.peers()).to.deep.equal([]);
    });

    it("P18: say the VBR's and its circuit's past", async () => {
        const { world, order } = server;
        const read = async (): Promise<unknown> => {
            const answer = await server.call("vpc", "DescribeVirtualBorderRouters");
            const { VirtualBorderRouterType: routers } = answer.VirtualBorderRouterSet as {
                VirtualBorderRouterType: Record<string, unknown>[];
            };
            return routers.map(({ Status, PhysicalConnectionStatus }) => [Status, PhysicalConnectionStatus]);
        };
        Object.assign(world.alibaba.borderRouters.get(order.vbrId) ?? {}, { status: "terminated" });
        Object.assign(world.alibaba.circuits.get(order.physicalConnectionId) ?? {}, { status: "Terminated" });
        world.changed();
        expect(await read()).to.deep.equal([["active", "Enabled"]]);
        server.clock.advance(30);
        expect(await read()).to.deep.equal([["terminated", "Terminated"]]);
    });

    it("may say a VBR's state that no document names, and find it by that state alone", async () => {
        sayUnknownState(server.world, { list: "borderRouters", insteadOf: "active", seconds: 60 });
        const found = async (state: string): Promise<unknown> =>
            (
                await server.call("vpc", "DescribeVirtualBorderRouters", {
                    "Filter.1.Key": "Status",
                    "Filter.1.Value.1": state,
                })
            ).TotalCount;
        expect([await found("active"), await found("unheard-of")]).to.deep.equal([0, 1]);
        server.clock.advance(60);
        expect([await found("active"), await found("unheard-of")]).to.deep.equal([1, 0]);
    });
});

describe("a joined world on the AWS wire", () => {
    let joined: Joined;
    let server: Awaited<ReturnType<typeof serveAws>>;

    beforeEach(async () => {
        joined = joinAndWait();
        server = await serveAws(joined.world);
    });

    afterEach(() => server.close());

    it("P17: shows the virtual interface available and its peer up; or a state that no document names", async () => {
        const read = async (): Promise<unknown> => {
            const { virtualInterfaces } = await server.directConnect.send(new DescribeVirtualInterfacesCommand({}));
            return virtualInterfaces?.map(({ virtualInterfaceState, bgpPeers }) => [
                virtualInterfaceState,
                bgpPeers?.[0]?.bgpStatus,
            ]);
        };
        expect(await read()).to.deep.equal([["available", "up"]]);
        sayUnknownState(joined.world, { list: "virtualInterfaces", insteadOf: "available", seconds: 60 });
        expect(await read()).to.deep.equal([["unheard-of", "up"]]);
        joined.clock.advance(60);
        expect(await read()).to.deep.equal([["available", "up"]]);
    });
});
