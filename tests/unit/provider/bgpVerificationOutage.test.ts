import { expect } from "chai";

import { bgpVerificationHandler, type BgpVerificationInputs } from "../../../provider/bgpVerification/handler";
import {
    alibabaAccount,
    awsAccount,
    fakeClouds,
    makePeer,
    makeVirtualInterface,
    type FakeState,
} from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const before: BgpVerificationInputs = {
    ...awsAccount,
    ...alibabaAccount,
    vbrId: "vbr-1",
    connectionId: "dxcon-1",
    virtualInterfaceId: "dxvif-1",
    bgpPeerId: "bgp-backend",
    made: { vpnGateway: true, vbrAttachment: true },
};

const up: Partial<FakeState> = {
    virtualInterfaces: [makeVirtualInterface()],
    peers: [makePeer({ bgpStatus: "Established" })],
};

async function refused(news: object, state: Partial<FakeState> = up, olds: object = {}): Promise<string[]> {
    const failures = await bgpVerificationHandler.guard?.(
        { ...before, ...news },
        { ...before, ...olds },
        fakeContext(fakeClouds(structuredClone(state))),
    );
    return failures?.map(({ reason }) => reason) ?? [];
}

const fix = "Set allowOutage: true to let it be cut, or take the change back.";

const cutting: [news: object, line: string][] = [
    [
        { virtualInterfaceId: unknown },
        `The virtual interface would be replaced while dxvif-1 carries traffic: both VPCs are apart until BGP is up again. ${fix}`,
    ],
    [
        { bgpPeerId: unknown },
        `The VBR's BGP group or peer would change while dxvif-1 carries traffic: that resets the session, and both VPCs are apart until BGP is up again. ${fix}`,
    ],
    [
        { made: { vpnGateway: false, vbrAttachment: true } },
        `aws.vpnGatewayId would name a gateway in the place of the one that this stack made while dxvif-1 carries traffic: that one is detached and deleted. ${fix}`,
    ],
    [
        { made: { vpnGateway: true, vbrAttachment: false } },
        `alibaba.cen.attachmentId would name an attachment in the place of the one that this stack made while dxvif-1 carries traffic: that one is deleted, with its association and propagation. ${fix}`,
    ],
];

describe("the guard of the leaf, at a preview", () => {
    for (const [news, line] of cutting) {
        it(`${line.split(" while ")[0]}: refused while the link is up, unless allowOutage is true`, async () => {
            expect(await refused(news)).to.deep.equal([line]);
            expect(await refused({ ...news, allowOutage: true })).to.deep.equal([]);
            expect(await refused({ ...news, allowOutage: unknown })).to.deep.equal([]);
            const fallen = { ...up, peers: [makePeer()] };
            expect(await refused(news, fallen)).to.deep.equal([]);
        });
    }

    it("has nothing against a repair: an interface that was deleted outside, or is going", async () => {
        const news = { virtualInterfaceId: unknown, bgpPeerId: unknown };
        expect(await refused(news, { ...up, virtualInterfaces: [] })).to.deep.equal([]);
        const going = makeVirtualInterface({ virtualInterfaceState: "deleted" });
        expect(await refused(news, { ...up, virtualInterfaces: [going] })).to.deep.equal([]);
    });

    it("asks nobody where interface and peer stay, or are known to be others: then it is done", async () => {
        const clouds = fakeClouds();
        clouds.aws.describeVirtualInterfaces = () => Promise.reject(new Error("asked"));
        for (const news of [before, { ...before, virtualInterfaceId: "dxvif-2", bgpPeerId: "bgp-2" }]) {
            expect(await bgpVerificationHandler.guard?.({ ...news }, { ...before }, fakeContext(clouds))).to.deep.equal(
                [],
            );
        }
    });

    it("takes a state that does not say what the stack made for no change", async () => {
        expect(await refused({ made: { vpnGateway: false } }, up, { made: undefined })).to.deep.equal([]);
        expect(await refused({}, up, { made: { vpnGateway: false, vbrAttachment: false } })).to.deep.equal([]);
    });

    it("refuses where the clouds cannot be asked", async () => {
        const state = { ...up, alibabaIdentity: { accountId: "42", region: "ap-southeast-1" } };
        expect(await refused({ virtualInterfaceId: unknown }, state)).to.deep.equal([
            "The virtual interface would be replaced, and whether the link carries traffic cannot be seen (Alibaba Cloud account: the dynamic resources see 42, the official provider 1234567890123456. Make alicloud:profile or the ALICLOUD_* environment name one and the same for both): both VPCs are apart until BGP is up again. Run it again, or set allowOutage: true to let it be cut.",
        ]);
    });

    it("is no replacement while the interface is to be made anew: the engine would check it without the inputs before", () => {
        const outputs = { ...before, bgpStatus: "up" } as Parameters<typeof bgpVerificationHandler.diff>[1];
        const diff = (virtualInterfaceId: string): unknown =>
            bgpVerificationHandler.diff("dxvif-1/bgp", outputs, { ...before, virtualInterfaceId });
        expect(diff(unknown)).to.deep.equal({ changes: true, replaces: [] });
        expect(diff("dxvif-2")).to.deep.equal({ changes: true, replaces: ["virtualInterfaceId"] });
    });

    it("has none of it in its diff", () => {
        const outputs = { ...before, bgpStatus: "up" } as Parameters<typeof bgpVerificationHandler.diff>[1];
        const news = { ...before, allowOutage: true, made: { vpnGateway: false, vbrAttachment: false } };
        expect(bgpVerificationHandler.diff("dxvif-1/bgp", outputs, news)).to.deep.equal({
            changes: false,
            replaces: [],
        });
    });
});
