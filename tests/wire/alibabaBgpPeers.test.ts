import { expect } from "chai";

import { joinAndWait } from "../unit/world/joined";
import { cannotOperate, startBgp, trafficNotEnabled, withBgp, type BgpServer } from "./alibabaBgp";
import { fieldsOf, startAlibaba, type Query } from "./alibabaServer";

describe("BGP peers of the Alibaba Cloud wire", () => {
    let server: BgpServer;

    beforeEach(async () => {
        server = await startBgp();
    });

    afterEach(() => server.close());

    it("are Pending, then Available, show their group's settings, and are Idle without another side", async () => {
        const BgpGroupId = await server.makeGroup({ Name: "aws" });
        const { BgpPeerId } = await server.call("vpc", "CreateBgpPeer", server.newPeer(BgpGroupId));
        expect(fieldsOf(await server.peers(), "Status")).to.deep.equal([["Pending"]]);
        server.settle();
        expect(await server.peers()).to.deep.equal([
            {
                BgpPeerId,
                BgpGroupId,
                RouterId: server.order.vbrId,
                RegionId: "ap-southeast-1",
                Name: "aws",
                PeerIpAddress: "169.254.10.2",
                PeerAsn: "64512",
                LocalAsn: "45104",
                AuthKey: "0123456789",
                EnableBfd: true,
                BfdMultiHop: 1,
                Status: "Available",
                BgpStatus: "Idle",
                RouteLimit: "110",
                Hold: "90",
                Keepalive: "30",
                AdvertisedRouteCount: 0,
                ReceivedRouteCount: 0,
            },
        ]);
    });

    it("P14: show their group's timers, and those agreed on with AWS while the session is up", async () => {
        const { world, clock, order } = server;
        const BgpGroupId = await server.makeGroup({ AuthKey: "a-key-of-both-sides" });
        Object.assign(world.alibaba.bgpGroups.get(BgpGroupId) ?? {}, { hold: 180, keepalive: 60 });
        await server.makePeer(BgpGroupId);
        const timers = async (): Promise<unknown> =>
            fieldsOf(await server.peers(), "BgpStatus", "Hold", "Keepalive").flat();
        expect(await timers()).to.deep.equal(["Idle", "180", "60"]);
        const { vif, gateway } = joinAndWait();
        world.aws.vpnGateways.set(gateway.vpnGatewayId, gateway);
        const { connectionId } = order;
        world.aws.virtualInterfaces.set(vif.virtualInterfaceId, { ...vif, connectionId, vlan: 101 });
        Object.assign(world.aws.connections.get(connectionId) ?? {}, { connectionState: "available" });
        world.changed();
        clock.advance(world.durations.bgpSession + world.durations.readingLagAlibaba);
        expect(await timers()).to.deep.equal(["Established", "90", "30"]);
    });

    it("have no BFD, and the VBR's peer address, where the call leaves them out", async () => {
        const omitted = { PeerIpAddress: undefined, EnableBfd: undefined, BfdMultiHop: undefined };
        await server.makePeer(await server.makeGroup(), omitted);
        expect(fieldsOf(await server.peers(), "PeerIpAddress", "EnableBfd", "BfdMultiHop")).to.deep.equal([
            ["169.254.10.2", false, 255],
        ]);
    });

    const refused: [string, Query, string][] = [
        ["no group", { BgpGroupId: undefined }, "MissingBgpGroupId 400: BgpGroupId is mandatory for this action."],
        ["an unknown group", { BgpGroupId: "bgpg-none" }, "InvalidBgpGroup 400: bgp group not exists"],
        ["a malformed address", { PeerIpAddress: "169.254.10" }, "InvalidIP.Malformed 400: Ip malformed."],
        [
            "an address outside the VBR's subnet",
            { PeerIpAddress: "169.254.11.2" },
            "IllegalParam.PeerIpAddress 400: The param of PeerIpAddress is illegal.",
        ],
        [
            "a hop count without the switch",
            { EnableBfd: undefined },
            "MissingParam.EnableBfd 400: The parameter EnableBfd is missing.",
        ],
        ["hop count 0", { BfdMultiHop: "0" }, "IllegalParam.BfdMultiHop 400: BfdMultiHop is illegal."],
        ["hop count 256", { BfdMultiHop: "256" }, "IllegalParam.BfdMultiHop 400: BfdMultiHop is illegal."],
        ["a hop count in words", { BfdMultiHop: "one" }, "IllegalParam.BfdMultiHop 400: BfdMultiHop is illegal."],
        ["IPv6", { IpVersion: "IPV6" }, "OperationUnsupported.IPV6ForThisRegion 400: This Region is unsupported IPV6."],
        [
            "an unknown region",
            { RegionId: "nowhere" },
            'InvalidRegionId.NotFound 404: Specified value of "regionId" is not supported.',
        ],
    ];
    for (const [what, changes, refusal] of refused) {
        it(`are refused with ${what}`, async () => {
            const query = server.newPeer(await server.makeGroup(), changes);
            expect(await server.refusal("vpc", "CreateBgpPeer", query)).to.equal(refusal);
            expect(server.world.alibaba.bgpPeers.size).to.equal(0);
        });
    }

    it("need a group that is Available", async () => {
        const { BgpGroupId } = await server.call("vpc", "CreateBgpGroup", server.newGroup());
        expect(await server.refusal("vpc", "CreateBgpPeer", server.newPeer(String(BgpGroupId)))).to.equal(
            cannotOperate,
        );
    });

    it("need outbound billing, and a circuit that is no shared one", async () => {
        const BgpGroupId = await server.makeGroup();
        server.world.alibaba.outboundBillingOpened.clear();
        expect(await server.refusal("vpc", "CreateBgpPeer", server.newPeer(BgpGroupId))).to.equal(trafficNotEnabled);
        server.world.alibaba.outboundBillingOpened.add(server.world.accounts.alibabaAccountId);
        const circuit = server.world.alibaba.circuits.get(server.order.physicalConnectionId);
        Object.assign(circuit ?? {}, { productType: "VirtualPhysicalConnection" });
        expect(await server.refusal("vpc", "CreateBgpPeer", server.newPeer(BgpGroupId))).to.equal(
            "UnsupportedFeature.Vpconn 400: The feature of Vpconn is not supported.",
        );
    });

    it("need an address of their own while the VBR has none yet", async () => {
        await server.close();
        server = withBgp(await startAlibaba());
        const query = server.newPeer(await server.makeGroup(), { PeerIpAddress: undefined });
        expect(await server.refusal("vpc", "CreateBgpPeer", query)).to.equal(
            "InvalidParams.PeerIpAddressMustPointOut 400: vbr has 0 or more than 1 subif ,point out peerIpAddress.",
        );
    });

    it("are one for each address of a VBR", async () => {
        const BgpGroupId = await server.makeGroup();
        await server.makePeer(BgpGroupId);
        expect(await server.refusal("vpc", "CreateBgpPeer", server.newPeer(BgpGroupId))).to.equal(
            "BgpPeer.Already.Exists 400: bgp peer already exists.",
        );
        expect(await server.refusal("vpc", "CreateBgpPeer", server.newPeer(await server.makeGroup()))).to.equal(
            "InvalidParams.PeerIpAddressInUse 400: peer ip address in use ,cannot create bgp peer.",
        );
    });

    it("are eight at most for each VBR", async () => {
        await server.close();
        server = await startBgp({ peerOutsideSubnet: "accepted" });
        const BgpGroupId = await server.makeGroup();
        for (let host = 1; host <= 8; host++) {
            await server.makePeer(BgpGroupId, { PeerIpAddress: `10.0.0.${host}` });
        }
        expect(await server.refusal("vpc", "CreateBgpPeer", server.newPeer(BgpGroupId))).to.equal(
            "QuotaExceeded.Bgp 400: bgp peer count per vbr quota exceed.",
        );
    });

    it("take an address outside the VBR's subnet where the guess says so", async () => {
        await server.close();
        server = await startBgp({ peerOutsideSubnet: "accepted" });
        await server.makePeer(await server.makeGroup(), { PeerIpAddress: "10.0.0.1" });
        expect(fieldsOf(await server.peers(), "PeerIpAddress")).to.deep.equal([["10.0.0.1"]]);
    });

    it("go without BFD where no session is left", async () => {
        await server.close();
        server = await startBgp({ bfdSessions: "exhausted" });
        const BgpGroupId = await server.makeGroup();
        const quota = "QuotaExceeded.BfdSession 400: Your Bfd Session number reaches the upper limit.";
        expect(await server.refusal("vpc", "CreateBgpPeer", server.newPeer(BgpGroupId))).to.equal(quota);
        const BgpPeerId = await server.makePeer(BgpGroupId, { EnableBfd: "false", BfdMultiHop: undefined });
        const modify = { BgpPeerId, EnableBfd: "true" };
        expect(await server.refusal("vpc", "ModifyBgpPeerAttribute", modify)).to.equal(quota);
    });

    it("are modified when they are Available, and not at all when one thing is refused", async () => {
        await server.close();
        server = await startBgp({ peerOutsideSubnet: "accepted" });
        const BgpGroupId = await server.makeGroup();
        const BgpPeerId = await server.makePeer(BgpGroupId, { PeerIpAddress: "10.0.0.1" });
        await server.makePeer(BgpGroupId, { PeerIpAddress: "10.0.0.2" });
        const modify = (changes: Query): Promise<string> =>
            server.refusal("vpc", "ModifyBgpPeerAttribute", { BgpPeerId, ...changes });
        expect(await modify({ PeerIpAddress: "10.0.0.3", BfdMultiHop: "256" })).to.equal(
            "IllegalParam.BfdMultiHop 400: BfdMultiHop is illegal.",
        );
        expect(await modify({ PeerIpAddress: "10.0.0.2" })).to.equal(
            "DuplicatedParam.PeerIpAddress 400: The param of PeerIpAddress is duplicated.",
        );
        const fields = ["PeerIpAddress", "BfdMultiHop", "Status"];
        expect(fieldsOf(await server.peers({ BgpPeerId }), ...fields)).to.deep.equal([["10.0.0.1", 1, "Available"]]);
        expect(await modify({ PeerIpAddress: "10.0.0.3", BfdMultiHop: "2" })).to.equal("accepted");
        expect(fieldsOf(await server.peers({ BgpPeerId }), ...fields)).to.deep.equal([["10.0.0.3", 2, "Modifying"]]);
        expect(await modify({})).to.equal(cannotOperate);
        server.settle();
        expect(fieldsOf(await server.peers({ BgpPeerId }), ...fields)).to.deep.equal([["10.0.0.3", 2, "Available"]]);
    });

    it("are Deleting, then gone; one that does not exist is unknown", async () => {
        const BgpPeerId = await server.makePeer(await server.makeGroup());
        await server.call("vpc", "DeleteBgpPeer", { BgpPeerId });
        expect(fieldsOf(await server.peers(), "Status")).to.deep.equal([["Deleting"]]);
        server.settle();
        expect(await server.peers()).to.deep.equal([]);
        for (const action of ["ModifyBgpPeerAttribute", "DeleteBgpPeer"]) {
            expect(await server.refusal("vpc", action, { BgpPeerId })).to.equal(
                "InvalidParams.NotFound 400: instance not found",
            );
        }
    });
});
