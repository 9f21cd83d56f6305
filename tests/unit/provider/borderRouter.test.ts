import { expect } from "chai";

import { borderRouterHandler, type BorderRouterOutputs } from "../../../provider/borderRouter/handler";
import { contextOf } from "../../support/circuit";
import { alibabaAccount, awsAccount, fakeClouds, makeBorderRouter } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

const found: BorderRouterOutputs = {
    vbrId: "vbr-1",
    ...alibabaAccount,
    own: true,
    foreignOwnerId: "",
    regionId: "ap-southeast-1",
};

describe("BorderRouter", () => {
    it("finds the named VBR, and whose it is", async () => {
        for (const [own, foreignOwnerId] of [
            [true, ""],
            // The list names the owner of the circuit alone.
            [false, "9999999999999999"],
        ] as const) {
            const clouds = fakeClouds({
                borderRouters: [makeBorderRouter({ vbrId: "vbr-2" }), makeBorderRouter({ own })],
            });
            expect(await borderRouterHandler.create({ vbrId: "vbr-1" }, fakeContext(clouds))).to.deep.equal({
                id: "vbr-1",
                outputs: { ...found, own, foreignOwnerId },
            });
        }
    });

    it("takes who has granted a foreign VBR to the CEN for its owner, at a refresh too", async () => {
        const inputs = { vbrId: "vbr-1", cenId: "cen-1" };
        const granted = fakeClouds({
            borderRouters: [makeBorderRouter({ own: false })],
            grants: [{ ...inputs, ownerId: "1000000000000001" }],
        });
        const outputs = { ...found, ...inputs, own: false, foreignOwnerId: "1000000000000001" };
        const context = fakeContext(granted);
        expect(await borderRouterHandler.create(inputs, context)).to.deep.equal({ id: "vbr-1", outputs });
        expect(await borderRouterHandler.read("vbr-1", outputs, context)).to.deep.equal(outputs);
        granted.state.grants = [{ vbrId: "vbr-1", cenId: "cen-2", ownerId: "1000000000000001" }];
        const guessed = await borderRouterHandler.create(inputs, context);
        expect(guessed.outputs.foreignOwnerId).to.equal("9999999999999999");
    });

    const others = [
        makeBorderRouter({ vbrId: "vbr-2", accessPointId: "ap-2" }),
        makeBorderRouter({ vbrId: "vbr-3", name: "other" }),
        makeBorderRouter({ vbrId: "vbr-4", vlanId: 202 }),
        makeBorderRouter({ vbrId: "vbr-5", status: "terminated" }),
        makeBorderRouter({ vbrId: "vbr-6", status: "terminating" }),
        makeBorderRouter({ vbrId: "vbr-7", status: "deleting" }),
    ];

    it("finds the one that access point, name and VLAN leave, and none that is going", async () => {
        const clouds = fakeClouds({ borderRouters: [...others, makeBorderRouter()] });
        const search = { accessPointId: "ap-1", borderRouterName: "multi-cloud", vlanId: 101 };
        const { id, outputs } = await borderRouterHandler.create(search, fakeContext(clouds));
        expect([id, outputs]).to.deep.equal(["vbr-1", { ...search, ...found }]);
    });

    it("fails at once where several fit, with the list and what to write", async () => {
        const twin = makeBorderRouter({ vbrId: "vbr-2", vlanId: undefined, status: "unconfirmed" });
        const clouds = fakeClouds({ borderRouters: [makeBorderRouter(), twin] });
        const error = await errorOf(borderRouterHandler.create({ accessPointId: "ap-1" }, fakeContext(clouds)));
        expect(error.message.split("\n")).to.deep.equal([
            'VBR: 2 fit the search. Write alibaba.vbrId: "..." with one of these IDs:',
            '  vbr-1  name "multi-cloud", access point ap-1, VLAN 101, active',
            '  vbr-2  name "multi-cloud", access point ap-1, VLAN not set yet, unconfirmed',
        ]);
    });

    it("shows the order sheet once while there is none, and goes on by itself once it is bought", async () => {
        const clouds = fakeClouds({ borderRouters: [] });
        const context = contextOf(clouds, { 600: (state) => void state.borderRouters.push(makeBorderRouter()) });
        const inputs = { accessPointId: "ap-1", ...awsAccount, ...alibabaAccount };
        const { id } = await borderRouterHandler.create(inputs, context);
        expect(id).to.equal("vbr-1");
        expect(context.lines.filter(([level]) => level === "info")).to.deep.equal([
            [
                "info",
                [
                    "Your turn: buy the multi-cloud connection in the Alibaba Cloud console (Express Connect). The wait for it then goes on by itself.",
                    "  account          1234567890123456",
                    "  region           ap-southeast-1",
                    "  access point     ap-1",
                    "  peer vendor      AWS",
                    "  peer vendor UID  123456789012 (hosted connection in ap-southeast-1)",
                    "  bandwidth        1 Gbit/s",
                    "  number           1",
                    "  term             12 months",
                ].join("\n"),
            ],
        ]);
        const progress = context.lines.flatMap(([level, line]) => (level === "progress" ? [line] : []));
        expect(progress[0]).to.equal(
            "your turn: buy the multi-cloud connection, unless you have: access point ap-1, peer vendor UID 123456789012 | VBR: not there | 0s of 45m",
        );
        // The pace has a jitter.
        expect(progress.at(-1)).to.match(/^VBR: found after 10m( \d+s)?$/);
    });

    it("stores nothing at its limit: the next create goes on", async () => {
        const clouds = fakeClouds({ borderRouters: [] });
        const inputs = { vbrId: "vbr-1", timeoutSeconds: 5 };
        const error = await errorOf(borderRouterHandler.create(inputs, fakeContext(clouds)));
        expect(error).to.not.have.property("id");
        expect(error.message).to.equal(
            'VBR: still "not there" after 5s (for the last 5s). Buy the connection as the order sheet says, or check alibaba.vbrId and the region, and run pulumi up again; it goes on where it stopped.',
        );
    });

    it("is not looked for in another account", async () => {
        const error = await errorOf(
            borderRouterHandler.create({ vbrId: "vbr-1", alibabaAccountId: "42" }, fakeContext(fakeClouds())),
        );
        expect(error.message).to.match(/^Alibaba Cloud account: the dynamic resources see 1234567890123456, /);
    });

    it("is replaced with another named VBR alone: filters are read once", () => {
        const diff = (news: object): unknown => borderRouterHandler.diff("vbr-1", found, news);
        const none = { changes: false, replaces: [] };
        expect(diff({ accessPointId: "ap-9", borderRouterName: "x", vlanId: 9, timeoutSeconds: 1 })).to.deep.equal(
            none,
        );
        expect(diff({ vbrId: "vbr-1" })).to.deep.equal(none);
        expect(diff({ vbrId: "vbr-2" })).to.deep.equal({ changes: true, replaces: ["vbrId"] });
    });

    it("reads whose it is, and is gone where it is not listed, though never in another account", async () => {
        const foreign = fakeClouds({
            borderRouters: [makeBorderRouter({ own: false })],
        });
        expect(await borderRouterHandler.read("vbr-1", found, fakeContext(foreign))).to.deep.equal({
            ...found,
            own: false,
            foreignOwnerId: "9999999999999999",
        });
        const gone = fakeClouds({ borderRouters: [] });
        expect(await borderRouterHandler.read("vbr-1", found, fakeContext(gone))).to.equal(undefined);
        gone.state.alibabaIdentity = { accountId: "42", region: "ap-southeast-1" };
        const error = await errorOf(borderRouterHandler.read("vbr-1", found, fakeContext(gone)));
        expect(error.message).to.equal(
            "Alibaba Cloud account: the dynamic resources see 42, the official provider 1234567890123456. Make alicloud:profile or the ALICLOUD_* environment name one and the same for both.",
        );
    });

    it("checks that there is a way to find it", () => {
        expect(borderRouterHandler.check({ timeoutSeconds: -1 })).to.deep.equal([
            {
                property: "vbrId",
                reason: "neither a VBR nor a way to find it is given; set vbrId, accessPointId or borderRouterName",
            },
            { property: "timeoutSeconds", reason: "timeoutSeconds is -1; it must be a positive number of seconds." },
        ]);
        expect(borderRouterHandler.check({ vbrId: "pc-1" })).to.deep.equal([
            { property: "vbrId", reason: `vbrId is "pc-1"; a VBR's ID begins with vbr-` },
        ]);
        expect(borderRouterHandler.check({ vbrId: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" })).to.deep.equal([]);
    });
});
