import { expect } from "chai";

import { startAlibaba, type AlibabaServer, type Answer } from "./alibabaServer";

describe("the Alibaba Cloud wire, by the official client", () => {
    let server: AlibabaServer;

    beforeEach(async () => {
        server = await startAlibaba();
    });

    afterEach(() => server.close());

    function pick(answer: Answer, ...path: string[]): unknown {
        return path.reduce<unknown>((value, key) => (value as Answer)[key], answer);
    }

    async function router(): Promise<Answer> {
        const answer = await server.call("vpc", "DescribeVirtualBorderRouters", { IncludeCrossAccountVbr: "true" });
        return (pick(answer, "VirtualBorderRouterSet", "VirtualBorderRouterType") as Answer[])[0] ?? {};
    }

    async function createGroup(changes: Record<string, string> = {}): Promise<string> {
        const answer = await server.call("vpc", "CreateBgpGroup", {
            RouterId: server.order.vbrId,
            PeerAsn: "64512",
            AuthKey: "0123456789",
            ...changes,
        });
        return String(answer.BgpGroupId);
    }

    it("shows a new VBR as active long before its circuit is", async () => {
        const before = await router();
        expect([before.Status, before.PhysicalConnectionStatus, before.LocalGatewayIp]).to.deep.equal([
            "active",
            "Allocating",
            "",
        ]);
        server.clock.advance(server.world.durations.backendConfiguration);
        const after = await router();
        expect([
            after.PhysicalConnectionStatus,
            after.PhysicalConnectionBusinessStatus,
            after.LocalGatewayIp,
        ]).to.deep.equal(["Enabled", "Normal", "169.254.10.1"]);
    });

    it("makes a BGP group and a peer, available after a while, and deletes the peer before its group", async () => {
        server.clock.advance(server.world.durations.backendConfiguration);
        const groupId = await createGroup();
        server.clock.advance(server.world.durations.bgpGroupOrPeer);
        const peer = await server.call("vpc", "CreateBgpPeer", {
            BgpGroupId: groupId,
            PeerIpAddress: "169.254.10.2",
            EnableBfd: "true",
            BfdMultiHop: "1",
        });
        server.clock.advance(server.world.durations.bgpGroupOrPeer);
        const peers = await server.call("vpc", "DescribeBgpPeers", { RouterId: server.order.vbrId });
        expect(
            (pick(peers, "BgpPeers", "BgpPeer") as Answer[]).map(({ Status, PeerAsn, BgpStatus }) => [
                Status,
                PeerAsn,
                BgpStatus,
            ]),
        ).to.deep.equal([["Available", "64512", "Idle"]]);
        expect(await server.refusal(server.call("vpc", "DeleteBgpGroup", { BgpGroupId: groupId }))).to.match(
            /^DependencyViolation\.BgpPeer/,
        );
        await server.call("vpc", "DeleteBgpPeer", { BgpPeerId: String(peer.BgpPeerId) });
        server.clock.advance(server.world.durations.bgpGroupOrPeer);
        await server.call("vpc", "DeleteBgpGroup", { BgpGroupId: groupId });
        server.clock.advance(server.world.durations.bgpGroupOrPeer);
        const groups = await server.call("vpc", "DescribeBgpGroups", { RouterId: server.order.vbrId });
        expect(groups.TotalCount).to.equal(0);
    });

    it("refuses ASNs in the vendor's words", async () => {
        expect(await server.refusal(createGroup({ PeerAsn: "45104" }))).to.equal(
            "InvalidPeerAsn.Malformed: invalid peer asn cannot equals aliyun asn:45104",
        );
        expect(await server.refusal(createGroup({ LocalAsn: "65025" }))).to.equal(
            "InvalidBgpGroup.LocalAsnInvalid: The specified BgpGroup LocalAsn is invalid, only support 64512 to 65534 or 4200000000 to 4294967294, but cannot be 65025.",
        );
    });

    it("refuses BGP while outbound billing is not opened", async () => {
        server.world.alibaba.outboundBillingOpened.clear();
        expect(await server.refusal(createGroup())).to.equal(
            "OperationFailed.PconnTrafficNotEnable: The operation is failed because of PconnTrafficNotEnable.",
        );
    });

    it("answers a repeated ClientToken with the first outcome, and refuses other parameters under it", async () => {
        const first = await createGroup({ ClientToken: "token-1" });
        expect(await createGroup({ ClientToken: "token-1" })).to.equal(first);
        expect(await server.refusal(createGroup({ ClientToken: "token-1", PeerAsn: "64600" }))).to.match(
            /^IdempotentParameterMismatch/,
        );
        expect(server.world.alibaba.bgpGroups.size).to.equal(1);
    });

    it("attaches, associates and propagates one write at a time, and deletes in the right order", async () => {
        const { transitRouterId, transitRouterRouteTableId, cenId } = server.ids;
        const attachment = await server.call("cbn", "CreateTransitRouterVbrAttachment", {
            CenId: cenId,
            TransitRouterId: transitRouterId,
            VbrId: server.order.vbrId,
        });
        const legs = {
            TransitRouterAttachmentId: String(attachment.TransitRouterAttachmentId),
            TransitRouterRouteTableId: transitRouterRouteTableId,
        };
        const associate = (): Promise<Answer> =>
            server.call("cbn", "AssociateTransitRouterAttachmentWithRouteTable", legs);
        const enable = (): Promise<Answer> => server.call("cbn", "EnableTransitRouterRouteTablePropagation", legs);
        expect(await server.refusal(associate())).to.match(/^IncorrectStatus\.Attachment/);
        server.clock.advance(server.world.durations.attachmentCreate);
        await associate();
        expect(await server.refusal(enable())).to.match(/^Operation\.Blocking/);
        server.clock.advance(server.world.durations.associationOrPropagation);
        await enable();
        server.clock.advance(server.world.durations.associationOrPropagation);
        const list = await server.call("cbn", "ListTransitRouterVbrAttachments", { TransitRouterId: transitRouterId });
        expect(
            (list.TransitRouterAttachments as Answer[]).map(({ Status, AutoPublishRouteEnabled }) => [
                Status,
                AutoPublishRouteEnabled,
            ]),
        ).to.deep.equal([["Attached", false]]);
        const remove = (): Promise<Answer> => server.call("cbn", "DeleteTransitRouterVbrAttachment", legs);
        expect(await server.refusal(remove())).to.match(/^OperationFailed\.AttachmentInUse/);
        await server.call("cbn", "DisableTransitRouterRouteTablePropagation", legs);
        server.clock.advance(server.world.durations.associationOrPropagation);
        await server.call("cbn", "DissociateTransitRouterAttachmentFromRouteTable", legs);
        server.clock.advance(server.world.durations.associationOrPropagation);
        await remove();
        server.clock.advance(server.world.durations.attachmentDelete);
        const left = await server.call("cbn", "ListTransitRouterVbrAttachments", { TransitRouterId: transitRouterId });
        expect(left.TotalCount).to.equal(0);
    });

    it("says success when an unknown attachment is deleted", async () => {
        const call = server.call("cbn", "DeleteTransitRouterVbrAttachment", {
            TransitRouterAttachmentId: "tr-attach-none",
        });
        expect(await server.refusal(call)).to.equal("accepted");
    });

    it("says who calls", async () => {
        const { AccountId } = await server.call("sts", "GetCallerIdentity");
        expect(AccountId).to.equal(server.world.accounts.alibabaAccountId);
    });

    it("answers an unknown order with HTTP 200 and Success false, a known one with its instances", async () => {
        const unknown = await server.call("bss", "GetOrderDetail", { OrderId: "1" });
        expect([unknown.Success, unknown.Code]).to.deep.equal([false, "OrderNotExist"]);
        const known = await server.call("bss", "GetOrderDetail", { OrderId: server.order.orderId });
        expect(JSON.stringify(known)).to.include(server.order.physicalConnectionId);
    });

    it("refuses a wrong secret, an unknown action and an unknown region", async () => {
        const refusals = await Promise.all(
            [
                server.call("vpc", "DescribeVpcs", {}, "wrong"),
                server.call("vpc", "DescribeNothing"),
                server.call("vpc", "DescribeVpcs", { RegionId: "nowhere" }),
            ].map((call) => server.refusal(call)),
        );
        expect(refusals.map((refusal) => refusal.split(":")[0])).to.deep.equal([
            "SignatureDoesNotMatch",
            "InvalidAction.NotFound",
            "InvalidRegionId.NotFound",
        ]);
    });

    it("keeps no key in its log", async () => {
        await createGroup();
        expect(JSON.stringify(server.world.log)).to.include('"AuthKey":"***"').and.not.to.include('0123456789"');
    });
});
