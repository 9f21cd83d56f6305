import { expect } from "chai";

import { cannotOperate, startBgp, trafficNotEnabled, type BgpServer } from "./alibabaBgp";
import { fieldsOf, foreignKey, type Query } from "./alibabaServer";

const localAsnInvalid =
    "InvalidBgpGroup.LocalAsnInvalid 400: The specified BgpGroup LocalAsn is invalid, only support 64512 to 65534 or 4200000000 to 4294967294, but cannot be 65025.";
const routeLimit =
    "IllegalParam.RouteLimit 400: The operation is failed because of bgp group max route entry num quota exceed.";

describe("BGP groups of the Alibaba Cloud wire", () => {
    let server: BgpServer;

    beforeEach(async () => {
        server = await startBgp();
    });

    afterEach(() => server.close());

    it("P9: are Pending, then Available, and read back as they were asked for, with LocalAsn 45104 unless another is named", async () => {
        const { BgpGroupId } = await server.call(
            "vpc",
            "CreateBgpGroup",
            server.newGroup({ Name: "aws", Description: "to AWS", RouteQuota: "100", IsFakeAsn: "true" }),
        );
        const expected = {
            BgpGroupId,
            RouterId: server.order.vbrId,
            RegionId: "ap-southeast-1",
            Name: "aws",
            Description: "to AWS",
            PeerAsn: "64512",
            LocalAsn: "45104",
            AuthKey: "0123456789",
            IsFake: "true",
            IpVersion: "IPV4",
            RouteLimit: "100",
            Hold: "90",
            Keepalive: "30",
        };
        expect(await server.groups()).to.deep.equal([{ ...expected, Status: "Pending" }]);
        server.settle();
        expect(await server.groups()).to.deep.equal([{ ...expected, Status: "Available" }]);
    });

    const refused: [string, Query, string][] = [
        ["no VBR", { RouterId: undefined }, "InvalidParams.NotNull 400: params must not null."],
        ["no PeerAsn", { PeerAsn: undefined }, "InvalidParams.NotNull 400: params must not null."],
        ["an unknown VBR", { RouterId: "vbr-none" }, "InvalidVbrNetwork 400: vbr netowrk not exists"],
        [
            "Alibaba's own PeerAsn (P11)",
            { PeerAsn: "45104" },
            "InvalidPeerAsn.Malformed 400: invalid peer asn cannot equals aliyun asn:45104",
        ],
        ["PeerAsn 0", { PeerAsn: "0" }, "IllegalParam.PeerAsn 400: The param of PeerAsn is illegal"],
        [
            "PeerAsn beyond 32 bits",
            { PeerAsn: "4294967296" },
            "IllegalParam.PeerAsn 400: The param of PeerAsn is illegal",
        ],
        ["a PeerAsn in words", { PeerAsn: "aws" }, "IllegalParam.PeerAsn 400: The param of PeerAsn is illegal"],
        ["a LocalAsn in words", { LocalAsn: "own" }, "IllegalParam.LocalAsn 400: The param of LocalAsn is illegal"],
        ["LocalAsn 64511", { LocalAsn: "64511" }, localAsnInvalid],
        ["LocalAsn 65025", { LocalAsn: "65025" }, localAsnInvalid],
        ["LocalAsn 4294967295", { LocalAsn: "4294967295" }, localAsnInvalid],
        [
            "a LocalAsn that the account may not choose",
            { LocalAsn: "64600" },
            "OperationUnsupport 400: Operation is unsupport, not in vbr support custom local asn white list.",
        ],
        [
            "a name that begins with a digit",
            { Name: "1st" },
            "InvalidBgpName.Malformed 400: Specified Bgp Group name is not valid.",
        ],
        [
            "an address as description",
            { Description: "https://example.com" },
            "InvalidBgpDescription.Malformed 400: Specified Bgp Group description is not valid.",
        ],
        [
            "a key beyond ASCII",
            { AuthKey: "schlüssel" },
            "InvalidBgpAuthkey.Malformed 400: Specified Bgp Group authkey is not valid.",
        ],
        ["111 routes (P25)", { RouteQuota: "111" }, routeLimit],
        ["IPv6", { IpVersion: "IPV6" }, "OperationUnsupported.IPV6ForThisRegion 400: This Region is unsupported IPV6."],
        ["a third IP version", { IpVersion: "IPV5" }, "IllegalParam.IpVersion 400: The param of IPV6 is illegal."],
        [
            "an unknown region",
            { RegionId: "nowhere" },
            "InvalidRegionId.NotFound 404: The specified RegionId is not found.",
        ],
        ["no region", { RegionId: undefined }, "MissingRegionId 400: RegionId is mandatory for this action."],
        ["a region where the VBR is not", { RegionId: "cn-hangzhou" }, "InvalidVbrNetwork 400: vbr netowrk not exists"],
        [
            "a switch that is neither true nor false",
            { IsFakeAsn: "maybe" },
            "InvalidIsFakeAsn.Malformed 400: The specified IsFakeAsn is not valid.",
        ],
    ];
    for (const [what, changes, refusal] of refused) {
        it(`are refused with ${what}`, async () => {
            expect(await server.refusal("vpc", "CreateBgpGroup", server.newGroup(changes))).to.equal(refusal);
            expect(server.world.alibaba.bgpGroups.size).to.equal(0);
        });
    }

    it("are refused while outbound billing is not opened, or the VBR is not active", async () => {
        server.world.alibaba.outboundBillingOpened.clear();
        expect(await server.refusal("vpc", "CreateBgpGroup", server.newGroup())).to.equal(trafficNotEnabled);
        server.world.alibaba.outboundBillingOpened.add(server.world.accounts.alibabaAccountId);
        Object.assign(server.world.alibaba.borderRouters.get(server.order.vbrId) ?? {}, { status: "terminated" });
        expect(await server.refusal("vpc", "CreateBgpGroup", server.newGroup())).to.equal(cannotOperate);
    });

    it("take a LocalAsn where the account is on the list, and always Alibaba's own", async () => {
        await server.makeGroup({ LocalAsn: "45104" });
        await server.close();
        server = await startBgp({ customLocalAsn: "allowed" });
        for (const asn of ["64512", "65534", "4200000000", "4294967294"]) {
            await server.makeGroup({ LocalAsn: asn });
        }
        expect(await server.refusal("vpc", "CreateBgpGroup", server.newGroup({ LocalAsn: "65025" }))).to.equal(
            localAsnInvalid,
        );
        expect(fieldsOf(await server.groups(), "LocalAsn").flat()).to.deep.equal([
            "64512",
            "65534",
            "4200000000",
            "4294967294",
        ]);
    });

    it("change what the call names alone, when they are Available, and nothing when it is refused", async () => {
        const BgpGroupId = await server.makeGroup({ Name: "aws" });
        const modify = { BgpGroupId, PeerAsn: "64600", RouteQuota: "111" };
        expect(await server.refusal("vpc", "ModifyBgpGroupAttribute", modify)).to.equal(routeLimit);
        await server.call("vpc", "ModifyBgpGroupAttribute", { BgpGroupId, PeerAsn: "64600", RouteQuota: "90" });
        const fields = ["Name", "PeerAsn", "AuthKey", "RouteLimit", "Status"];
        expect(fieldsOf(await server.groups(), ...fields)).to.deep.equal([
            ["aws", "64600", "0123456789", "90", "Pending"],
        ]);
        expect(await server.refusal("vpc", "ModifyBgpGroupAttribute", { BgpGroupId })).to.equal(cannotOperate);
        server.settle();
        expect(fieldsOf(await server.groups(), "PeerAsn", "Status")).to.deep.equal([["64600", "Available"]]);
    });

    it("are deleted after their peers, and listed as Deleting for a while", async () => {
        const pending = await server.call("vpc", "CreateBgpGroup", server.newGroup());
        const BgpGroupId = String(pending.BgpGroupId);
        expect(await server.refusal("vpc", "DeleteBgpGroup", { BgpGroupId })).to.equal(cannotOperate);
        server.settle();
        const BgpPeerId = await server.makePeer(BgpGroupId);
        const dependency =
            "DependencyViolation.BgpPeer 400: The specified resource of BgpGroup depends on BgpPeer, so the operation cannot be completed.";
        expect(await server.refusal("vpc", "DeleteBgpGroup", { BgpGroupId })).to.equal(dependency);
        await server.call("vpc", "DeleteBgpPeer", { BgpPeerId });
        expect(await server.refusal("vpc", "DeleteBgpGroup", { BgpGroupId })).to.equal(dependency);
        server.settle();
        await server.call("vpc", "DeleteBgpGroup", { BgpGroupId });
        expect(fieldsOf(await server.groups(), "Status")).to.deep.equal([["Deleting"]]);
        expect(await server.refusal("vpc", "CreateBgpPeer", server.newPeer(BgpGroupId))).to.equal(cannotOperate);
        expect(await server.refusal("vpc", "DeleteBgpGroup", { BgpGroupId })).to.equal(cannotOperate);
        server.settle();
        expect(await server.groups()).to.deep.equal([]);
    });

    it("that do not exist, here or for the caller, are unknown", async () => {
        const BgpGroupId = await server.makeGroup();
        const unknown = "InvalidBgpGroup 400: bgp group not exists";
        for (const action of ["ModifyBgpGroupAttribute", "DeleteBgpGroup"]) {
            expect(await server.refusal("vpc", action, { BgpGroupId: "bgpg-none" })).to.equal(unknown);
            expect(await server.refusal("vpc", action, { BgpGroupId }, foreignKey)).to.equal(unknown);
            expect(await server.refusal("vpc", action, { BgpGroupId, RegionId: "cn-hangzhou" })).to.equal(unknown);
            expect(await server.refusal("vpc", action)).to.equal(
                "MissingBgpGroupId 400: BgpGroupId is mandatory for this action.",
            );
        }
        expect((await server.call("vpc", "DescribeBgpGroups", {}, foreignKey)).TotalCount).to.equal(0);
    });

    for (const [setting, shown, without] of [
        ["readable", "0123456789", ""],
        ["masked", "******", ""],
        ["absent", undefined, undefined],
    ] as const) {
        it(`show their key ${setting} where the guess says so, in groups and peers alike`, async () => {
            await server.close();
            server = await startBgp({ bgpAuthKeyReading: setting });
            const BgpGroupId = await server.makeGroup();
            await server.makePeer(BgpGroupId);
            expect(fieldsOf(await server.groups(), "AuthKey")).to.deep.equal([[shown]]);
            expect(fieldsOf(await server.peers(), "AuthKey")).to.deep.equal([[shown]]);
            const keyless = await server.makeGroup({ AuthKey: undefined });
            expect(fieldsOf(await server.groups({ BgpGroupId: keyless }), "AuthKey")).to.deep.equal([[without]]);
        });
    }

    it("leave no key in the log", async () => {
        await server.makeGroup();
        expect(JSON.stringify(server.world.log)).to.include('"AuthKey":"***"').and.not.to.include('0123456789"');
    });
});
