import { expect } from "chai";

import type { Guesses } from "../../simulator/world/guesses";
import { at, fieldsOf, foreignKey, startAlibaba, type AlibabaServer, type Answer } from "./alibabaServer";

type Query = Record<string, string | undefined>;

const localAsnInvalid =
    "InvalidBgpGroup.LocalAsnInvalid 400: The specified BgpGroup LocalAsn is invalid, only support 64512 to 65534 or 4200000000 to 4294967294, but cannot be 65025.";
const cannotOperate = "InvalidStatus.CannotOperate 400: invalid status cannot operate";
const trafficNotEnabled =
    "OperationFailed.PconnTrafficNotEnable 400: The operation is failed because of PconnTrafficNotEnable.";
const routeLimit =
    "IllegalParam.RouteLimit 400: The operation is failed because of bgp group max route entry num quota exceed.";
const forbidden = "Forbidden.RAM 403: User not authorized to operate on the specified resource.";

describe("BGP of the Alibaba Cloud wire", () => {
    let server: AlibabaServer;

    async function start(guesses: Partial<Guesses> = {}): Promise<void> {
        server = await startAlibaba(guesses);
        server.clock.advance(server.world.durations.backendConfiguration);
    }

    beforeEach(() => start());

    afterEach(() => server.close());

    const newGroup = (changes: Query = {}): Query => ({
        RouterId: server.order.vbrId,
        PeerAsn: "64512",
        AuthKey: "0123456789",
        ...changes,
    });
    const newPeer = (BgpGroupId: string, changes: Query = {}): Query => ({
        BgpGroupId,
        PeerIpAddress: "169.254.10.2",
        EnableBfd: "true",
        BfdMultiHop: "1",
        ...changes,
    });
    const settle = (): void => server.clock.advance(server.world.durations.bgpGroupOrPeer);

    async function makeGroup(changes: Query = {}): Promise<string> {
        const { BgpGroupId } = await server.call("vpc", "CreateBgpGroup", newGroup(changes));
        settle();
        return String(BgpGroupId);
    }

    async function makePeer(groupId: string, changes: Query = {}): Promise<string> {
        const { BgpPeerId } = await server.call("vpc", "CreateBgpPeer", newPeer(groupId, changes));
        settle();
        return String(BgpPeerId);
    }

    const groups = async (query: Query = {}): Promise<Answer[]> =>
        at(await server.call("vpc", "DescribeBgpGroups", query), "BgpGroups", "BgpGroup");
    const peers = async (query: Query = {}): Promise<Answer[]> =>
        at(await server.call("vpc", "DescribeBgpPeers", query), "BgpPeers", "BgpPeer");

    describe("groups", () => {
        it("are Pending, then Available, and read back as they were asked for, the key included", async () => {
            const { BgpGroupId } = await server.call(
                "vpc",
                "CreateBgpGroup",
                newGroup({ Name: "aws", Description: "to AWS", RouteQuota: "100", IsFakeAsn: "true" }),
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
            expect(await groups()).to.deep.equal([{ ...expected, Status: "Pending" }]);
            settle();
            expect(await groups()).to.deep.equal([{ ...expected, Status: "Available" }]);
        });

        const refused: [string, Query, string][] = [
            ["no VBR", { RouterId: undefined }, "InvalidParams.NotNull 400: params must not null."],
            ["no PeerAsn", { PeerAsn: undefined }, "InvalidParams.NotNull 400: params must not null."],
            ["an unknown VBR", { RouterId: "vbr-none" }, "InvalidVbrNetwork 400: vbr netowrk not exists"],
            [
                "Alibaba's own PeerAsn",
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
            ["111 routes", { RouteQuota: "111" }, routeLimit],
            [
                "IPv6",
                { IpVersion: "IPV6" },
                "OperationUnsupported.IPV6ForThisRegion 400: This Region is unsupported IPV6.",
            ],
            ["a third IP version", { IpVersion: "IPV5" }, "IllegalParam.IpVersion 400: The param of IPV6 is illegal."],
            [
                "an unknown region",
                { RegionId: "nowhere" },
                "InvalidRegionId.NotFound 404: The specified RegionId is not found.",
            ],
            ["no region", { RegionId: undefined }, "MissingRegionId 400: RegionId is mandatory for this action."],
            [
                "a region where the VBR is not",
                { RegionId: "cn-hangzhou" },
                "InvalidVbrNetwork 400: vbr netowrk not exists",
            ],
            [
                "a switch that is neither true nor false",
                { IsFakeAsn: "maybe" },
                "InvalidIsFakeAsn.Malformed 400: The specified IsFakeAsn is not valid.",
            ],
        ];
        for (const [what, changes, refusal] of refused) {
            it(`are refused with ${what}`, async () => {
                expect(await server.refusal("vpc", "CreateBgpGroup", newGroup(changes))).to.equal(refusal);
                expect(server.world.alibaba.bgpGroups.size).to.equal(0);
            });
        }

        it("are refused while outbound billing is not opened, or the VBR is not active", async () => {
            server.world.alibaba.outboundBillingOpened.clear();
            expect(await server.refusal("vpc", "CreateBgpGroup", newGroup())).to.equal(trafficNotEnabled);
            server.world.alibaba.outboundBillingOpened.add(server.world.accounts.alibabaAccountId);
            Object.assign(server.world.alibaba.borderRouters.get(server.order.vbrId) ?? {}, { status: "terminated" });
            expect(await server.refusal("vpc", "CreateBgpGroup", newGroup())).to.equal(cannotOperate);
        });

        it("take a LocalAsn where the account is on the list, and always Alibaba's own", async () => {
            await makeGroup({ LocalAsn: "45104" });
            await server.close();
            await start({ customLocalAsn: "allowed" });
            for (const asn of ["64512", "65534", "4200000000", "4294967294"]) {
                await makeGroup({ LocalAsn: asn });
            }
            expect(await server.refusal("vpc", "CreateBgpGroup", newGroup({ LocalAsn: "65025" }))).to.equal(
                localAsnInvalid,
            );
            expect(fieldsOf(await groups(), "LocalAsn").flat()).to.deep.equal([
                "64512",
                "65534",
                "4200000000",
                "4294967294",
            ]);
        });

        it("have a quota a VBR", async () => {
            await server.close();
            await start({ bgpGroupQuota: 1 });
            await makeGroup();
            expect(await server.refusal("vpc", "CreateBgpGroup", newGroup())).to.equal(
                "QuotaExceeded.Bgp 400: bgp group count per vbr quota exceed.",
            );
        });

        it("change what the call names alone, when they are Available, and nothing when it is refused", async () => {
            const BgpGroupId = await makeGroup({ Name: "aws" });
            const modify = { BgpGroupId, PeerAsn: "64600", RouteQuota: "111" };
            expect(await server.refusal("vpc", "ModifyBgpGroupAttribute", modify)).to.equal(routeLimit);
            await server.call("vpc", "ModifyBgpGroupAttribute", { BgpGroupId, PeerAsn: "64600", RouteQuota: "90" });
            const fields = ["Name", "PeerAsn", "AuthKey", "RouteLimit", "Status"];
            expect(fieldsOf(await groups(), ...fields)).to.deep.equal([
                ["aws", "64600", "0123456789", "90", "Pending"],
            ]);
            expect(await server.refusal("vpc", "ModifyBgpGroupAttribute", { BgpGroupId })).to.equal(cannotOperate);
            settle();
            expect(fieldsOf(await groups(), "PeerAsn", "Status")).to.deep.equal([["64600", "Available"]]);
        });

        it("are deleted after their peers, and listed as Deleting for a while", async () => {
            const BgpGroupId = await makeGroup();
            const BgpPeerId = await makePeer(BgpGroupId);
            expect(await server.refusal("vpc", "DeleteBgpGroup", { BgpGroupId })).to.match(
                /^DependencyViolation\.BgpPeer 400: /,
            );
            await server.call("vpc", "DeleteBgpPeer", { BgpPeerId });
            expect(await server.refusal("vpc", "DeleteBgpGroup", { BgpGroupId })).to.match(/^DependencyViolation/);
            settle();
            await server.call("vpc", "DeleteBgpGroup", { BgpGroupId });
            expect(fieldsOf(await groups(), "Status")).to.deep.equal([["Deleting"]]);
            expect(await server.refusal("vpc", "CreateBgpPeer", newPeer(BgpGroupId))).to.equal(cannotOperate);
            settle();
            expect(await groups()).to.deep.equal([]);
        });

        it("that do not exist, here or for the caller, are unknown", async () => {
            const BgpGroupId = await makeGroup();
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
    });

    describe("peers", () => {
        it("are Pending, then Available, show their group's settings, and are Idle without another side", async () => {
            const BgpGroupId = await makeGroup({ Name: "aws" });
            const { BgpPeerId } = await server.call("vpc", "CreateBgpPeer", newPeer(BgpGroupId));
            expect(fieldsOf(await peers(), "Status")).to.deep.equal([["Pending"]]);
            settle();
            expect(await peers()).to.deep.equal([
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

        it("have no BFD, and the VBR's peer address, where the call leaves them out", async () => {
            const omitted = { PeerIpAddress: undefined, EnableBfd: undefined, BfdMultiHop: undefined };
            await makePeer(await makeGroup(), omitted);
            expect(fieldsOf(await peers(), "PeerIpAddress", "EnableBfd", "BfdMultiHop")).to.deep.equal([
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
            [
                "IPv6",
                { IpVersion: "IPV6" },
                "OperationUnsupported.IPV6ForThisRegion 400: This Region is unsupported IPV6.",
            ],
            [
                "an unknown region",
                { RegionId: "nowhere" },
                'InvalidRegionId.NotFound 404: Specified value of "regionId" is not supported.',
            ],
        ];
        for (const [what, changes, refusal] of refused) {
            it(`are refused with ${what}`, async () => {
                const query = newPeer(await makeGroup(), changes);
                expect(await server.refusal("vpc", "CreateBgpPeer", query)).to.equal(refusal);
                expect(server.world.alibaba.bgpPeers.size).to.equal(0);
            });
        }

        it("need a group that is Available", async () => {
            const { BgpGroupId } = await server.call("vpc", "CreateBgpGroup", newGroup());
            expect(await server.refusal("vpc", "CreateBgpPeer", newPeer(String(BgpGroupId)))).to.equal(cannotOperate);
        });

        it("need outbound billing, and a circuit that is no shared one", async () => {
            const BgpGroupId = await makeGroup();
            server.world.alibaba.outboundBillingOpened.clear();
            expect(await server.refusal("vpc", "CreateBgpPeer", newPeer(BgpGroupId))).to.equal(trafficNotEnabled);
            server.world.alibaba.outboundBillingOpened.add(server.world.accounts.alibabaAccountId);
            const circuit = server.world.alibaba.circuits.get(server.order.physicalConnectionId);
            Object.assign(circuit ?? {}, { productType: "VirtualPhysicalConnection" });
            expect(await server.refusal("vpc", "CreateBgpPeer", newPeer(BgpGroupId))).to.equal(
                "UnsupportedFeature.Vpconn 400: The feature of Vpconn is not supported.",
            );
        });

        it("need an address of their own while the VBR has none yet", async () => {
            await server.close();
            server = await startAlibaba();
            const query = newPeer(await makeGroup(), { PeerIpAddress: undefined });
            expect(await server.refusal("vpc", "CreateBgpPeer", query)).to.equal(
                "InvalidParams.PeerIpAddressMustPointOut 400: vbr has 0 or more than 1 subif ,point out peerIpAddress.",
            );
        });

        it("are one for each address of a VBR", async () => {
            const BgpGroupId = await makeGroup();
            await makePeer(BgpGroupId);
            expect(await server.refusal("vpc", "CreateBgpPeer", newPeer(BgpGroupId))).to.equal(
                "BgpPeer.Already.Exists 400: bgp peer already exists.",
            );
            expect(await server.refusal("vpc", "CreateBgpPeer", newPeer(await makeGroup()))).to.equal(
                "InvalidParams.PeerIpAddressInUse 400: peer ip address in use ,cannot create bgp peer.",
            );
        });

        it("are eight at most for each VBR", async () => {
            await server.close();
            await start({ peerOutsideSubnet: "accepted" });
            const BgpGroupId = await makeGroup();
            for (let host = 1; host <= 8; host++) {
                await makePeer(BgpGroupId, { PeerIpAddress: `10.0.0.${host}` });
            }
            expect(await server.refusal("vpc", "CreateBgpPeer", newPeer(BgpGroupId))).to.equal(
                "QuotaExceeded.Bgp 400: bgp peer count per vbr quota exceed.",
            );
        });

        it("take an address outside the VBR's subnet where the guess says so", async () => {
            await server.close();
            await start({ peerOutsideSubnet: "accepted" });
            await makePeer(await makeGroup(), { PeerIpAddress: "10.0.0.1" });
            expect(fieldsOf(await peers(), "PeerIpAddress")).to.deep.equal([["10.0.0.1"]]);
        });

        it("go without BFD where no session is left", async () => {
            await server.close();
            await start({ bfdSessions: "exhausted" });
            const BgpGroupId = await makeGroup();
            const quota = /^QuotaExceeded\.BfdSession 400: /;
            expect(await server.refusal("vpc", "CreateBgpPeer", newPeer(BgpGroupId))).to.match(quota);
            const BgpPeerId = await makePeer(BgpGroupId, { EnableBfd: "false", BfdMultiHop: undefined });
            const modify = { BgpPeerId, EnableBfd: "true" };
            expect(await server.refusal("vpc", "ModifyBgpPeerAttribute", modify)).to.match(quota);
        });

        it("are modified when they are Available, and not at all when one thing is refused", async () => {
            await server.close();
            await start({ peerOutsideSubnet: "accepted" });
            const BgpGroupId = await makeGroup();
            const BgpPeerId = await makePeer(BgpGroupId, { PeerIpAddress: "10.0.0.1" });
            await makePeer(BgpGroupId, { PeerIpAddress: "10.0.0.2" });
            const modify = (changes: Query): Promise<string> =>
                server.refusal("vpc", "ModifyBgpPeerAttribute", { BgpPeerId, ...changes });
            expect(await modify({ PeerIpAddress: "10.0.0.3", BfdMultiHop: "256" })).to.equal(
                "IllegalParam.BfdMultiHop 400: BfdMultiHop is illegal.",
            );
            expect(await modify({ PeerIpAddress: "10.0.0.2" })).to.equal(
                "DuplicatedParam.PeerIpAddress 400: The param of PeerIpAddress is duplicated.",
            );
            const fields = ["PeerIpAddress", "BfdMultiHop", "Status"];
            expect(fieldsOf(await peers({ BgpPeerId }), ...fields)).to.deep.equal([["10.0.0.1", 1, "Available"]]);
            expect(await modify({ PeerIpAddress: "10.0.0.3", BfdMultiHop: "2" })).to.equal("accepted");
            expect(fieldsOf(await peers({ BgpPeerId }), ...fields)).to.deep.equal([["10.0.0.3", 2, "Modifying"]]);
            expect(await modify({})).to.equal(cannotOperate);
            settle();
            expect(fieldsOf(await peers({ BgpPeerId }), ...fields)).to.deep.equal([["10.0.0.3", 2, "Available"]]);
        });

        it("are Deleting, then gone; one that does not exist is unknown", async () => {
            const BgpPeerId = await makePeer(await makeGroup());
            await server.call("vpc", "DeleteBgpPeer", { BgpPeerId });
            expect(fieldsOf(await peers(), "Status")).to.deep.equal([["Deleting"]]);
            settle();
            expect(await peers()).to.deep.equal([]);
            for (const action of ["ModifyBgpPeerAttribute", "DeleteBgpPeer"]) {
                expect(await server.refusal("vpc", action, { BgpPeerId })).to.equal(
                    "InvalidParams.NotFound 400: instance not found",
                );
            }
        });
    });

    it("is narrowed by VBR, group and peer, and paged", async () => {
        await server.close();
        await start({ peerOutsideSubnet: "accepted" });
        const first = await makeGroup();
        const second = await makeGroup();
        const peer = await makePeer(first, { PeerIpAddress: "10.0.0.1" });
        await makePeer(second, { PeerIpAddress: "10.0.0.2" });
        expect(fieldsOf(await groups({ BgpGroupId: second }), "BgpGroupId")).to.deep.equal([[second]]);
        expect(await groups({ RouterId: "vbr-none" })).to.deep.equal([]);
        expect(fieldsOf(await peers({ BgpGroupId: first }), "BgpPeerId")).to.deep.equal([[peer]]);
        expect(fieldsOf(await peers({ BgpPeerId: peer }), "BgpGroupId")).to.deep.equal([[first]]);
        expect(await peers({ BgpPeerId: peer, BgpGroupId: second })).to.deep.equal([]);
        const page = await server.call("vpc", "DescribeBgpPeers", { PageNumber: "2", PageSize: "1" });
        expect([page.TotalCount, page.PageNumber, page.PageSize]).to.deep.equal([2, 2, 1]);
        expect(fieldsOf(at(page, "BgpPeers", "BgpPeer"), "PeerIpAddress")).to.deep.equal([["10.0.0.2"]]);
    });

    it("of a foreign VBR is read by the buyer, and written by nobody but its owner", async () => {
        await server.close();
        await start({ borderRouterOwner: "alibaba", backendMakesBgp: "group-and-peer" });
        const [group] = await groups();
        const [peer] = await peers();
        expect([group?.PeerAsn, peer?.PeerIpAddress]).to.deep.equal(["64512", "169.254.10.2"]);
        const BgpGroupId = String(group?.BgpGroupId);
        const BgpPeerId = String(peer?.BgpPeerId);
        for (const [action, query] of [
            ["CreateBgpGroup", newGroup()],
            ["ModifyBgpGroupAttribute", { BgpGroupId }],
            ["DeleteBgpGroup", { BgpGroupId }],
            ["CreateBgpPeer", newPeer(BgpGroupId)],
            ["ModifyBgpPeerAttribute", { BgpPeerId }],
            ["DeleteBgpPeer", { BgpPeerId }],
        ] as const) {
            expect(await server.refusal("vpc", action, query), action).to.equal(forbidden);
        }
        expect((await server.call("vpc", "DescribeBgpGroups", {}, foreignKey)).TotalCount).to.equal(0);
    });

    describe("ClientToken", () => {
        it("gets the first outcome again, and makes nothing twice", async () => {
            const query = newGroup({ ClientToken: "token-1" });
            const first = await server.call("vpc", "CreateBgpGroup", query);
            const again = await server.call("vpc", "CreateBgpGroup", query);
            expect(again.BgpGroupId).to.equal(first.BgpGroupId);
            expect(server.world.alibaba.bgpGroups.size).to.equal(1);
        });

        it("is good for the same parameters, action and account alone", async () => {
            const query = newGroup({ ClientToken: "token-1" });
            const BgpGroupId = await makeGroup({ ClientToken: "token-1" });
            expect(await server.refusal("vpc", "CreateBgpGroup", { ...query, PeerAsn: "64600" })).to.match(
                /^IdempotentParameterMismatch 400: /,
            );
            expect(
                await server.refusal("vpc", "CreateBgpPeer", newPeer(BgpGroupId, { ClientToken: "token-1" })),
            ).to.equal("accepted");
            expect(await server.refusal("vpc", "CreateBgpGroup", query, foreignKey)).to.equal(
                "InvalidVbrNetwork 400: vbr netowrk not exists",
            );
        });

        it("is not used up by a refusal", async () => {
            const wrong = newGroup({ ClientToken: "token-1", PeerAsn: "0" });
            expect(await server.refusal("vpc", "CreateBgpGroup", wrong)).to.match(/^IllegalParam/);
            await makeGroup({ ClientToken: "token-1" });
        });

        it("is at most 64 ASCII characters", async () => {
            for (const ClientToken of ["x".repeat(65), "tökén"]) {
                expect(await server.refusal("vpc", "CreateBgpGroup", newGroup({ ClientToken }))).to.match(
                    /^InvalidClientToken\.Malformed 400: /,
                );
            }
            await makeGroup({ ClientToken: "x".repeat(64) });
        });

        it("left out, makes a second one", async () => {
            await makeGroup();
            await makeGroup();
            expect(server.world.alibaba.bgpGroups.size).to.equal(2);
        });
    });

    it("leaves no key in the log", async () => {
        await makeGroup();
        expect(JSON.stringify(server.world.log)).to.include('"AuthKey":"***"').and.not.to.include('0123456789"');
    });
});
