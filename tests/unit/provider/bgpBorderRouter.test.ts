import { expect } from "chai";

import { CloudCallError } from "../../../provider/clouds/errors";
import { borderRouterBgpHandler, type BorderRouterBgpOutputs } from "../../../provider/borderRouterBgp/handler";
import { PartialCreation } from "../../../provider/handler";
import {
    alibabaAccount,
    fakeClouds,
    makeBorderRouter,
    makeGroup,
    makePeer,
    type FakeClouds,
} from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

const wanted = {
    vbrId: "vbr-1",
    peerAsn: 64512,
    localAsn: 45104,
    authKey: "key-of-the-backend",
    peerIpAddress: "169.254.10.2",
};

/** What a create that made both leaves behind. */
const made: BorderRouterBgpOutputs = {
    ...wanted,
    ...alibabaAccount,
    bgpGroupId: "bgpg-1",
    bgpPeerId: "bgp-1",
    madeGroup: true,
    madePeer: true,
    ready: true,
};

const adopted: BorderRouterBgpOutputs = {
    ...wanted,
    ...alibabaAccount,
    bgpGroupId: "bgpg-backend",
    bgpPeerId: "bgp-backend",
    madeGroup: false,
    madePeer: false,
    ready: true,
};

function backend(group: Parameters<typeof makeGroup>[0] = {}, peer: Parameters<typeof makePeer>[0] = {}): FakeClouds {
    return fakeClouds({ groups: [makeGroup(group)], peers: [makePeer(peer)] });
}

function create(clouds: FakeClouds, changes: object = {}): ReturnType<typeof borderRouterBgpHandler.create> {
    return borderRouterBgpHandler.create({ ...wanted, ...changes }, fakeContext(clouds));
}

function tokenOf(write: unknown[] | undefined): string {
    return (write?.[1] as { clientToken: string }).clientToken;
}

describe("BorderRouterBgp", () => {
    describe("where the VBR has no BGP", () => {
        it("makes a marked group and its peer with BFD of one hop", async () => {
            const clouds = fakeClouds();
            expect(await create(clouds)).to.deep.equal({ id: "vbr-1/bgp", outputs: made });
            const [group, peer] = clouds.writes;
            expect(clouds.writes).to.deep.equal([
                [
                    "createBgpGroup",
                    {
                        vbrId: "vbr-1",
                        name: "multicloud-vbr-1",
                        description: "Made by pulumi-multicloud-connection",
                        peerAsn: 64512,
                        localAsn: 45104,
                        authKey: "key-of-the-backend",
                        clientToken: tokenOf(group),
                    },
                ],
                [
                    "createBgpPeer",
                    {
                        bgpGroupId: "bgpg-1",
                        peerIpAddress: "169.254.10.2",
                        enableBfd: true,
                        bfdMultiHop: 1,
                        clientToken: tokenOf(peer),
                    },
                ],
            ]);
        });

        it("sends the same token at every try, another one for another key, and at most 64 characters", async () => {
            const [first, second, other] = [fakeClouds(), fakeClouds(), fakeClouds()];
            await create(first);
            await create(second);
            await create(other, { authKey: "another-key" });
            expect(tokenOf(first.writes[0])).to.match(/^[0-9a-f]{64}$/);
            expect(tokenOf(second.writes[0])).to.equal(tokenOf(first.writes[0]));
            expect(tokenOf(other.writes[0])).to.not.equal(tokenOf(first.writes[0]));
        });

        it("makes the peer without BFD on request", async () => {
            const clouds = fakeClouds();
            await create(clouds, { enableBfd: false });
            expect(clouds.writes[1]?.[1]).to.deep.include({ enableBfd: false, bfdMultiHop: undefined });
        });

        it("goes on without BFD, and says so, where its quota is used up", async () => {
            const clouds = fakeClouds();
            clouds.failures.createBgpPeer = [
                new CloudCallError("quota", "QuotaExceeded.BfdSession", { cause: undefined }),
            ];
            const context = fakeContext(clouds);
            const { outputs } = await borderRouterBgpHandler.create(wanted, context);
            expect(outputs.ready).to.equal(true);
            const peers = clouds.writes.slice(1).map(([, peer]) => (peer as { enableBfd: boolean }).enableBfd);
            expect(peers).to.deep.equal([true, false]);
            expect(context.lines.filter(([level]) => level === "warn")).to.deep.equal([
                [
                    "warn",
                    "BGP peer of vbr-1: the quota of BFD sessions is used up, so it goes without; a failover then takes up to 90 s. Ask Alibaba Cloud for a higher quota.",
                ],
            ]);
        });

        it("makes another group where the cloud answers with one that is long deleted", async () => {
            const clouds = fakeClouds();
            const real = { ...clouds.alibaba };
            let calls = 0;
            const tokens: string[] = [];
            clouds.alibaba.createBgpGroup = (group) => {
                tokens.push(group.clientToken);
                return ++calls === 1 ? Promise.resolve("bgpg-deleted") : real.createBgpGroup(group);
            };
            expect((await create(clouds)).outputs).to.deep.equal(made);
            expect(new Set(tokens).size).to.equal(2);
        });
    });

    describe("where a create was killed", () => {
        it("recognises its own group and peer, and writes nothing", async () => {
            const ours = { bgpGroupId: "bgpg-1", name: "multicloud-vbr-1" };
            const clouds = backend(ours, { bgpPeerId: "bgp-1", bgpGroupId: "bgpg-1" });
            expect(await create(clouds)).to.deep.equal({ id: "vbr-1/bgp", outputs: made });
            expect(clouds.writes).to.deep.equal([]);
        });

        it("makes the peer alone where the group was made already", async () => {
            const clouds = fakeClouds({ groups: [makeGroup({ bgpGroupId: "bgpg-1", name: "multicloud-vbr-1" })] });
            expect(await create(clouds)).to.deep.equal({ id: "vbr-1/bgp", outputs: made });
            expect(clouds.writes.map(([name]) => name)).to.deep.equal(["createBgpPeer"]);
        });
    });

    describe("where the backend made BGP", () => {
        it("adopts what fits without a write, BFD included", async () => {
            const clouds = backend({}, { enableBfd: false, bfdMultiHop: 255 });
            expect(await create(clouds)).to.deep.equal({ id: "vbr-1/bgp", outputs: adopted });
            expect(clouds.writes).to.deep.equal([]);
        });

        it("sets what differs while no session is up", async () => {
            const clouds = backend({ peerAsn: 64600, authKey: "another-key" }, { peerIpAddress: "169.254.10.9" });
            expect((await create(clouds)).outputs).to.deep.equal(adopted);
            expect(clouds.writes).to.deep.equal([
                ["modifyBgpGroup", "bgpg-backend", { peerAsn: 64512, authKey: "key-of-the-backend" }],
                ["modifyBgpPeer", "bgp-backend", { bgpGroupId: "bgpg-backend", peerIpAddress: "169.254.10.2" }],
            ]);
        });

        const cuts: [string, object, object, string][] = [
            ["PeerAsn", { peerAsn: 64600 }, {}, "BGP group bgpg-backend: peerAsn must change"],
            ["key", { authKey: "another-key" }, {}, "BGP group bgpg-backend: authKey must change"],
            [
                "peer address",
                {},
                { peerIpAddress: "169.254.10.9" },
                "BGP peer bgp-backend: the peer address 169.254.10.9 must become 169.254.10.2",
            ],
        ];
        for (const [what, group, peer, line] of cuts) {
            it(`refuses to change the ${what} under an Established session, and stores nothing`, async () => {
                const clouds = backend(group, { ...peer, bgpStatus: "Established" });
                const error = await errorOf(create(clouds));
                expect(error).to.not.be.instanceOf(PartialCreation);
                expect(error.message).to.equal(
                    `${line}, but a session of vbr-1 is Established and traffic would be cut. Change it in the Alibaba Cloud console in a maintenance window, then run pulumi up again.`,
                );
                expect(clouds.writes).to.deep.equal([]);
            });
        }

        it("never changes the LocalAsn of a group that it adopts", async () => {
            const clouds = backend({ localAsn: 64999 });
            expect((await errorOf(create(clouds))).message).to.equal(
                "BGP group bgpg-backend of vbr-1 has the local ASN 64999, the virtual interface 45104. Set the group's to 45104 in the Alibaba Cloud console, then run pulumi up again.",
            );
            expect(clouds.writes).to.deep.equal([]);
        });

        it("leaves a key that reads masked, and writes it on request", async () => {
            const masked = backend({ authKey: "****" });
            await create(masked);
            expect(masked.writes).to.deep.equal([]);
            const replaced = backend({ authKey: "****" });
            await create(replaced, { replaceAuthKey: true });
            expect(replaced.writes).to.deep.equal([
                ["modifyBgpGroup", "bgpg-backend", { authKey: "key-of-the-backend" }],
            ]);
        });

        it("makes a peer in a group that has none, and knows it for its own", async () => {
            const clouds = fakeClouds({ groups: [makeGroup()] });
            const { outputs } = await create(clouds);
            expect(outputs).to.deep.equal({ ...adopted, bgpPeerId: "bgp-1", madePeer: true });
        });
    });

    describe("on a VBR of another account", () => {
        const foreign = { borderRouters: [makeBorderRouter({ own: false })] };

        it("adopts what fits, for that takes no write", async () => {
            const clouds = fakeClouds({ ...foreign, groups: [makeGroup()], peers: [makePeer()] });
            expect((await create(clouds)).outputs).to.deep.equal(adopted);
        });

        const writes: [string, object, string][] = [
            ["making a group", {}, "it has no BGP group"],
            ["making a peer", { groups: [makeGroup()] }, "BGP group bgpg-backend has no peer"],
            [
                "changing a group",
                { groups: [makeGroup({ peerAsn: 64600 })], peers: [makePeer()] },
                "BGP group bgpg-backend: peerAsn must change",
            ],
            [
                "changing a peer",
                { groups: [makeGroup()], peers: [makePeer({ peerIpAddress: "169.254.10.9" })] },
                "BGP peer bgp-backend: the peer address 169.254.10.9 must become 169.254.10.2",
            ],
        ];
        for (const [what, state, line] of writes) {
            it(`refuses ${what} in one line`, async () => {
                const clouds = fakeClouds({ ...foreign, ...state });
                expect((await errorOf(create(clouds))).message).to.equal(
                    `VBR vbr-1 belongs to another account, so it cannot be written: ${line}. Ask Alibaba Cloud to do that, then run pulumi up again.`,
                );
                expect(clouds.writes).to.deep.equal([]);
            });
        }
    });

    it("refuses another account, and a VBR that is not there, before a write", async () => {
        const clouds = fakeClouds();
        expect((await errorOf(create(clouds, { alibabaRegion: "cn-hangzhou" }))).message).to.equal(
            "Alibaba Cloud region: the dynamic resources see ap-southeast-1, the official provider cn-hangzhou. Make alicloud:region or ALICLOUD_REGION name one and the same for both.",
        );
        expect((await errorOf(create(clouds, { vbrId: "vbr-2" }))).message).to.equal(
            "VBR vbr-2 is not there. Check alibaba.vbrId and the region of the alicloud provider.",
        );
        expect(clouds.writes).to.deep.equal([]);
    });

    describe("a partial creation", () => {
        /** A peer that stays Pending for longer than the limit. */
        async function stuck(): Promise<{ clouds: FakeClouds; error: PartialCreation }> {
            const clouds = fakeClouds();
            const real = { ...clouds.alibaba };
            clouds.alibaba.describeBgpPeers = async (vbrId) =>
                (await real.describeBgpPeers(vbrId)).map((peer) => ({ ...peer, status: "Pending" }));
            const error = await errorOf(create(clouds));
            Object.assign(clouds.alibaba, real);
            if (!(error instanceof PartialCreation)) {
                throw error;
            }
            return { clouds, error };
        }

        it("keeps the peer and what is known of it, and shows no key in its reasons", async () => {
            const { error } = await stuck();
            expect(error.id).to.equal("vbr-1/bgp");
            expect(error.outputs).to.deep.equal({ ...made, ready: false });
            expect(error.reasons).to.deep.equal([
                'BGP peer: still "Pending" after 5m (for the last 5m). Typical are 5 to 20 seconds; open a ticket with Alibaba Cloud if it stays so, and run pulumi up again.',
            ]);
        });

        it("is resumed by update without a second write", async () => {
            const { clouds, error } = await stuck();
            const olds = error.outputs as BorderRouterBgpOutputs;
            expect(borderRouterBgpHandler.diff("bgp-1", olds, wanted)).to.deep.equal({ changes: true, replaces: [] });
            const writes = clouds.writes.length;
            const outputs = await borderRouterBgpHandler.update("bgp-1", olds, wanted, fakeContext(clouds));
            expect(outputs).to.deep.equal(made);
            expect(clouds.writes.length).to.equal(writes);
        });

        it("keeps a group whose peer was refused: it is resumed, stays at a refresh, and goes with a destroy", async () => {
            async function refused(): Promise<{ clouds: FakeClouds; olds: BorderRouterBgpOutputs }> {
                const clouds = fakeClouds();
                clouds.failures.createBgpPeer = [new Error("BGP peer: the quota is used up.")];
                const error = await errorOf(create(clouds));
                if (!(error instanceof PartialCreation)) {
                    throw error;
                }
                const { id, outputs, reasons } = error;
                expect(id).to.equal("vbr-1/bgp");
                expect(outputs).to.deep.equal({ ...made, bgpPeerId: "", ready: false });
                expect(reasons).to.deep.equal(["BGP peer: the quota is used up."]);
                return { clouds, olds: outputs as BorderRouterBgpOutputs };
            }
            const resumed = await refused();
            const { clouds, olds } = resumed;
            expect(await borderRouterBgpHandler.read("vbr-1/bgp", olds, fakeContext(clouds))).to.equal(olds);
            const outputs = await borderRouterBgpHandler.update("vbr-1/bgp", olds, wanted, fakeContext(clouds));
            expect(outputs).to.deep.equal(made);

            const destroyed = await refused();
            const context = fakeContext(destroyed.clouds);
            await borderRouterBgpHandler.delete("vbr-1/bgp", destroyed.olds, context);
            expect(await destroyed.clouds.alibaba.describeBgpGroups("vbr-1")).to.deep.equal([]);
            expect(await borderRouterBgpHandler.read("vbr-1/bgp", destroyed.olds, context)).to.equal(undefined);
        });

        it("does not come from a create that only failed to make the group", async () => {
            const clouds = fakeClouds();
            clouds.failures.createBgpGroup = [new Error("BGP group of vbr-1: refused.")];
            const error = await errorOf(create(clouds));
            expect(error).to.not.be.instanceOf(PartialCreation);
            expect(error.message).to.equal("BGP group of vbr-1: refused.");
        });
    });

    describe("update", () => {
        it("makes a change that the preview announced, even under an Established session", async () => {
            const clouds = backend({}, { bgpStatus: "Established" });
            const news = { ...wanted, peerAsn: 64600, authKey: "rotated-key" };
            const outputs = await borderRouterBgpHandler.update("bgp-backend", adopted, news, fakeContext(clouds));
            expect(outputs).to.deep.equal({ ...adopted, ...news });
            expect(clouds.writes).to.deep.equal([
                ["modifyBgpGroup", "bgpg-backend", { peerAsn: 64600, authKey: "rotated-key" }],
            ]);
        });

        it("is announced for the settings of the session alone; another VBR replaces", () => {
            const diff = (news: object): unknown => borderRouterBgpHandler.diff("bgp-1", made, { ...wanted, ...news });
            const nothing = { changes: false, replaces: [] };
            expect(diff({})).to.deep.equal(nothing);
            expect(diff({ enableBfd: false, alibabaAccountId: "42", replaceAuthKey: true })).to.deep.equal(nothing);
            for (const change of [{ peerAsn: 1 }, { localAsn: 2 }, { authKey: "x" }, { peerIpAddress: "10.0.0.1" }]) {
                expect(diff(change)).to.deep.equal({ changes: true, replaces: [] });
            }
            expect(diff({ vbrId: "vbr-2" })).to.deep.equal({ changes: true, replaces: ["vbrId"] });
        });
    });

    describe("read", () => {
        it("tells what the group and the peer are now", async () => {
            const clouds = backend({ peerAsn: 64600, authKey: "changed-key" }, { peerIpAddress: "169.254.10.9" });
            const read = await borderRouterBgpHandler.read("bgp-backend", adopted, fakeContext(clouds));
            const truth = { peerAsn: 64600, authKey: "changed-key", peerIpAddress: "169.254.10.9" };
            expect(read).to.deep.equal({ ...adopted, ...truth });
        });

        it("sees no drift in a key that reads masked", async () => {
            const read = await borderRouterBgpHandler.read(
                "bgp-backend",
                adopted,
                fakeContext(backend({ authKey: "***" })),
            );
            expect(read).to.deep.equal(adopted);
        });

        it("says that a deleted peer is gone, but not from another account", async () => {
            const context = fakeContext(fakeClouds());
            expect(await borderRouterBgpHandler.read("bgp-1", made, context)).to.equal(undefined);
            const error = await errorOf(
                borderRouterBgpHandler.read("bgp-1", { ...made, alibabaAccountId: "42" }, context),
            );
            expect(error.message).to.match(/^Alibaba Cloud account: /);
        });
    });

    describe("delete", () => {
        async function remove(clouds: FakeClouds, olds: BorderRouterBgpOutputs): Promise<[string, string][]> {
            const context = fakeContext(clouds);
            await borderRouterBgpHandler.delete(olds.bgpPeerId, olds, context);
            return context.lines.filter(([level]) => level !== "progress");
        }

        it("takes what it made, the peer before its group, and waits until each is gone", async () => {
            const clouds = fakeClouds();
            await create(clouds);
            clouds.writes.length = 0;
            expect(await remove(clouds, made)).to.deep.equal([]);
            expect(clouds.writes).to.deep.equal([
                ["deleteBgpPeer", "bgp-1"],
                ["deleteBgpGroup", "bgpg-1"],
            ]);
            expect([clouds.state.groups, clouds.state.peers]).to.deep.equal([[], []]);
        });

        it("leaves what it adopted, and says so", async () => {
            const clouds = backend();
            expect(await remove(clouds, adopted)).to.deep.equal([
                [
                    "info",
                    "BGP group bgpg-backend and peer bgp-backend of vbr-1 stays: it was there before and only adopted.",
                ],
            ]);
            expect(clouds.writes).to.deep.equal([]);
        });

        it("takes its own peer out of a group that it adopted", async () => {
            const clouds = backend({}, { bgpPeerId: "bgp-1" });
            await remove(clouds, { ...adopted, bgpPeerId: "bgp-1", madePeer: true });
            expect(clouds.writes).to.deep.equal([["deleteBgpPeer", "bgp-1"]]);
        });

        it("is content with what is gone or going", async () => {
            const gone = fakeClouds();
            await remove(gone, made);
            expect(gone.writes).to.deep.equal([]);
            const going = fakeClouds({
                groups: [makeGroup({ bgpGroupId: "bgpg-1", status: "Deleting" })],
                peers: [makePeer({ bgpPeerId: "bgp-1", bgpGroupId: "bgpg-1", status: "Deleting" })],
            });
            await remove(going, made);
            expect(going.writes).to.deep.equal([]);
        });

        it("waits for what is Pending or being modified: Alibaba Cloud deletes no other", async () => {
            const clouds = fakeClouds({
                groups: [makeGroup({ bgpGroupId: "bgpg-1", status: "Pending" })],
                peers: [makePeer({ bgpPeerId: "bgp-1", bgpGroupId: "bgpg-1", status: "Modifying" })],
            });
            const real = { ...clouds.alibaba };
            let seen: string | undefined;
            const seenBefore: (string | undefined)[] = [];
            clouds.alibaba.describeBgpPeers = async (vbrId) => {
                const peers = await real.describeBgpPeers(vbrId);
                seen = peers[0]?.status;
                return peers;
            };
            clouds.alibaba.describeBgpGroups = async (vbrId) => {
                const groups = await real.describeBgpGroups(vbrId);
                seen = groups[0]?.status;
                return groups;
            };
            clouds.alibaba.deleteBgpPeer = (id) => {
                seenBefore.push(seen);
                return real.deleteBgpPeer(id);
            };
            clouds.alibaba.deleteBgpGroup = (id) => {
                seenBefore.push(seen);
                return real.deleteBgpGroup(id);
            };
            await remove(clouds, made);
            expect(seenBefore).to.deep.equal(["Available", "Available"]);
            expect([clouds.state.groups, clouds.state.peers]).to.deep.equal([[], []]);
        });

        it("is content where somebody else was faster, and passes any other error on", async () => {
            const clouds = backend({ bgpGroupId: "bgpg-1" }, { bgpPeerId: "bgp-1", bgpGroupId: "bgpg-1" });
            clouds.alibaba.deleteBgpPeer = () => {
                clouds.state.peers = [];
                return Promise.reject(new Error("instance not found"));
            };
            clouds.failures.deleteBgpGroup = [new Error("BGP group bgpg-1: no permission.")];
            expect((await errorOf(remove(clouds, made))).message).to.equal("BGP group bgpg-1: no permission.");
        });

        it("refuses another account, where everything seems gone", async () => {
            const clouds = fakeClouds();
            const error = await errorOf(remove(clouds, { ...made, alibabaAccountId: "42" }));
            expect(error.message).to.match(/^Alibaba Cloud account: /);
        });
    });

    it("checks ASNs, key and address at once, and skips what is unknown", () => {
        const inputs = { ...wanted, peerAsn: 45104, authKey: "short", peerIpAddress: "169.254.10.2/30" };
        expect(borderRouterBgpHandler.check(inputs)).to.deep.equal([
            {
                property: "peerAsn",
                reason: "peerAsn is 45104, Alibaba Cloud's own; a BGP group refuses it. Give the AWS gateway another ASN.",
            },
            {
                property: "peerAsn",
                reason: "aws.amazonSideAsn and bgp.localAsn are both 45104; BGP needs two. Set aws.amazonSideAsn to another private ASN.",
            },
            { property: "authKey", reason: "bgp.authKey has 5 characters; Direct Connect takes 6 to 80." },
            {
                property: "peerIpAddress",
                reason: 'peerIpAddress is "169.254.10.2/30"; it must be an IPv4 address without a prefix length, such as 169.254.10.2.',
            },
        ]);
        const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
        const unknowns = { peerAsn: unknown, localAsn: unknown, authKey: unknown, peerIpAddress: unknown };
        expect(borderRouterBgpHandler.check(unknowns)).to.deep.equal([]);
    });
});
