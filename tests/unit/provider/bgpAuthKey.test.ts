import { expect } from "chai";

import { bgpAuthKeyHandler } from "../../../provider/bgpAuthKey/handler";
import { fakeClouds, makeGroup, makeVirtualInterface, type FakeState } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

describe("BgpAuthKey", () => {
    function create(
        inputs: Partial<Parameters<typeof bgpAuthKeyHandler.create>[0]>,
        state: Partial<FakeState> = {},
    ): ReturnType<typeof bgpAuthKeyHandler.create> {
        return bgpAuthKeyHandler.create({ vbrId: "vbr-1", ...inputs }, fakeContext(fakeClouds(state)));
    }

    it("makes a key where neither cloud has one: 32 letters and digits, each time another", async () => {
        const first = await create({});
        const second = await create({});
        expect(first.id).to.equal("vbr-1/bgp-auth-key");
        expect(first.outputs.source).to.equal("generated");
        expect(first.outputs.key).to.match(/^[A-Za-z0-9]{32}$/);
        expect(second.outputs.key).to.not.equal(first.outputs.key);
    });

    it("takes the given key where neither cloud has one, or the group's is empty", async () => {
        const outputs = { vbrId: "vbr-1", authKey: "given-key", key: "given-key", source: "given" };
        expect((await create({ authKey: "given-key" })).outputs).to.deep.equal(outputs);
        const groups = [makeGroup({ authKey: "" })];
        expect((await create({ authKey: "given-key" }, { groups })).outputs).to.deep.equal(outputs);
    });

    it("keeps the key that the VBR's BGP group has", async () => {
        const outputs = { vbrId: "vbr-1", key: "key-of-the-backend", source: "cloud" };
        expect((await create({}, { groups: [makeGroup()] })).outputs).to.deep.equal(outputs);
        const same = await create({ authKey: "key-of-the-backend" }, { groups: [makeGroup()] });
        expect(same.outputs).to.deep.equal({ ...outputs, authKey: "key-of-the-backend" });
    });

    it("looks past a group that is being deleted, and prefers the one with its own mark", async () => {
        const groups = [
            makeGroup({ bgpGroupId: "bgpg-0", status: "Deleting", authKey: "key-that-goes" }),
            makeGroup({ bgpGroupId: "bgpg-1", authKey: "key-of-another" }),
            makeGroup({ bgpGroupId: "bgpg-2", name: "multicloud-vbr-1", authKey: "key-of-ours" }),
        ];
        expect((await create({}, { groups })).outputs.key).to.equal("key-of-ours");
    });

    it("takes another given key for a group of its own: the preview has announced that change", async () => {
        const groups = [makeGroup({ name: "multicloud-vbr-1", authKey: "key-of-ours" })];
        const { outputs } = await create({ authKey: "given-key" }, { groups });
        expect([outputs.key, outputs.source]).to.deep.equal(["given-key", "given"]);
        const kept = await create({}, { groups });
        expect([kept.outputs.key, kept.outputs.source]).to.deep.equal(["key-of-ours", "cloud"]);
    });

    describe("where a virtual interface is on the connection, and the state holds no key", () => {
        const connectionId = "dxcon-1";
        const virtualInterfaces = [
            makeVirtualInterface({ virtualInterfaceId: "dxvif-0", connectionId: "dxcon-0", authKey: "key-of-another" }),
            makeVirtualInterface({
                virtualInterfaceId: "dxvif-1",
                virtualInterfaceState: "deleted",
                authKey: "key-before",
            }),
            makeVirtualInterface({ virtualInterfaceId: "dxvif-2", authKey: "key-at-aws" }),
        ];
        const readBack = { vbrId: "vbr-1", connectionId, key: "key-at-aws", source: "cloud" };

        for (const [what, groups] of [
            ["does not show it", [makeGroup({ authKey: undefined })]],
            ["shows it masked", [makeGroup({ authKey: "********" })]],
            ["has none", [makeGroup({ authKey: "" })]],
            ["is not there", []],
        ] as const) {
            it(`reads it back from AWS where the group ${what}`, async () => {
                const { outputs } = await create({ connectionId }, { groups: [...groups], virtualInterfaces });
                expect(outputs).to.deep.equal(readBack);
            });
        }

        it("prefers the group's, a given one, and the wish for another", async () => {
            const keyFor = async (inputs: object, groups = [makeGroup({ authKey: undefined })]): Promise<string> =>
                (await create({ connectionId, ...inputs }, { groups, virtualInterfaces })).outputs.key;
            expect(await keyFor({}, [makeGroup()])).to.equal("key-of-the-backend");
            expect(await keyFor({ authKey: "given-key" })).to.equal("given-key");
            expect(await keyFor({ replaceAuthKey: true })).to.match(/^[A-Za-z0-9]{32}$/);
        });

        it("asks for it where AWS does not show it either", async () => {
            const hidden = [makeVirtualInterface({ authKey: undefined })];
            const groups = [makeGroup({ authKey: undefined })];
            const error = await errorOf(create({ connectionId }, { groups, virtualInterfaces: hidden }));
            expect(error.message).to.match(/^BGP group bgpg-backend of vbr-1 has an authentication key that the cloud/);
        });
    });

    it("refuses another key than the group's in one line that shows neither", async () => {
        const error = await errorOf(create({ authKey: "given-key" }, { groups: [makeGroup()] }));
        expect(error.message).to.equal(
            "BGP group bgpg-backend of vbr-1 has another authentication key than bgp.authKey. Leave bgp.authKey out to keep the existing one, or set bgp.replaceAuthKey: true.",
        );
    });

    for (const [what, authKey] of [
        ["masked", "******"],
        ["missing", undefined],
    ] as const) {
        it(`asks for a key that reads ${what}, and takes the given one`, async () => {
            const groups = [makeGroup({ authKey })];
            expect((await errorOf(create({}, { groups }))).message).to.equal(
                "BGP group bgpg-backend of vbr-1 has an authentication key that the cloud does not show. Set bgp.authKey to it, as the console shows it, or bgp.replaceAuthKey: true.",
            );
            const { outputs } = await create({ authKey: "from-the-console" }, { groups });
            expect(outputs.key).to.equal("from-the-console");
        });
    }

    it("replaces a group's key on request, by the given or a generated one", async () => {
        const state = { groups: [makeGroup()] };
        const given = await create({ authKey: "given-key", replaceAuthKey: true }, state);
        expect(given.outputs.key).to.equal("given-key");
        const generated = await create({ replaceAuthKey: true }, state);
        expect(generated.outputs.source).to.equal("generated");
    });

    it("refuses a group's key that Direct Connect does not take", async () => {
        const error = await errorOf(create({}, { groups: [makeGroup({ authKey: "12345" })] }));
        expect(error.message).to.equal(
            "BGP group bgpg-backend of vbr-1 has an authentication key of 5 characters, and Direct Connect takes 6 to 80. Give it one of that length, or set bgp.replaceAuthKey: true.",
        );
    });

    it("keeps the key of a virtual interface that is being adopted", async () => {
        const virtualInterfaces = [makeVirtualInterface({ authKey: "key-of-the-vif" })];
        const { outputs } = await create({ virtualInterfaceId: "dxvif-1" }, { virtualInterfaces });
        expect([outputs.key, outputs.source]).to.deep.equal(["key-of-the-vif", "cloud"]);
        const refused = create({ virtualInterfaceId: "dxvif-1", authKey: "given-key" }, { virtualInterfaces });
        expect((await errorOf(refused)).message).to.equal(
            "Virtual interface dxvif-1 has another authentication key than bgp.authKey. Leave bgp.authKey out to keep the existing one, or delete that interface and leave adopt.virtualInterfaceId out.",
        );
    });

    it("refuses another account, before an empty list passes for no key", async () => {
        const error = await errorOf(create({ alibabaAccountId: "42" }));
        expect(error.message).to.equal(
            "Alibaba Cloud account: the dynamic resources see 1234567890123456, the official provider 42. Make alicloud:profile or the ALICLOUD_* environment name one and the same for both.",
        );
    });

    it("is never updated in place, and replaced for another VBR or given key alone", async () => {
        const { id, outputs } = await create({ authKey: "given-key" });
        const diff = (news: object): unknown => bgpAuthKeyHandler.diff(id, outputs, { vbrId: "vbr-1", ...news });
        const nothing = { changes: false, replaces: [] };
        expect(diff({ authKey: "given-key" })).to.deep.equal(nothing);
        expect(diff({})).to.deep.equal(nothing);
        expect(diff({ replaceAuthKey: true, virtualInterfaceId: "dxvif-1" })).to.deep.equal(nothing);
        expect(diff({ authKey: "another-key" })).to.deep.equal({ changes: true, replaces: ["authKey"] });
        expect(diff({ vbrId: "vbr-2" })).to.deep.equal({ changes: true, replaces: ["vbrId"] });
    });

    it("checks a key that is known, and waits for one that is not", () => {
        expect(bgpAuthKeyHandler.check({ vbrId: "vbr-1", authKey: "short" })).to.deep.equal([
            { property: "authKey", reason: "bgp.authKey has 5 characters; Direct Connect takes 6 to 80." },
        ]);
        const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
        expect(bgpAuthKeyHandler.check({ vbrId: unknown, authKey: unknown })).to.deep.equal([]);
        expect(bgpAuthKeyHandler.check({ vbrId: "vbr-1" })).to.deep.equal([]);
    });
});
