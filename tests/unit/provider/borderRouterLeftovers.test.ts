import { expect } from "chai";

import { borderRouterHandler } from "../../../provider/borderRouter/handler";
import { sayWhatStays } from "../../../provider/hostedConnectionRelease/release";
import {
    alibabaAccount,
    awsAccount,
    fakeClouds,
    makeBorderRouter,
    makeConnection,
    makeGroup,
    makePeer,
    type FakeClouds,
} from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";

const stored = { ...awsAccount, ...alibabaAccount, vbrId: "vbr-1", own: true, foreignOwnerId: "", regionId: "ap-1" };
const ours = { bgpGroupId: "bgpg-lost", name: "multicloud-vbr-1" };

async function remove(clouds: FakeClouds, context = fakeContext(clouds)): Promise<string[]> {
    await borderRouterHandler.delete("vbr-1", stored, context);
    return context.lines.filter(([severity]) => severity !== "progress").map(([, line]) => line);
}

describe("a VBR that goes from the state", () => {
    it("takes the BGP along that a killed up has made on it, and that no state knows of", async () => {
        const clouds = fakeClouds({
            groups: [makeGroup(ours)],
            peers: [makePeer({ bgpPeerId: "bgp-lost", bgpGroupId: "bgpg-lost" })],
            connections: [],
        });
        expect(await remove(clouds)).to.deep.equal([
            "BGP group bgpg-lost of vbr-1, which an interrupted pulumi up had made, is deleted.",
        ]);
        expect(clouds.writes).to.deep.equal([
            ["deleteBgpPeer", "bgp-lost"],
            ["deleteBgpGroup", "bgpg-lost"],
        ]);
    });

    it("leaves BGP that is not of this package, that is going already, or that carries a session", async () => {
        const clouds = fakeClouds({
            groups: [
                makeGroup(),
                makeGroup({ ...ours, bgpGroupId: "bgpg-going", status: "Deleting" }),
                makeGroup({ ...ours, bgpGroupId: "bgpg-up" }),
            ],
            peers: [makePeer({ bgpGroupId: "bgpg-up", bgpStatus: "Established" })],
            connections: [],
        });
        expect(await remove(clouds)).to.deep.equal([
            "BGP group bgpg-up of vbr-1 stays, since its session is up. Delete it in the Alibaba Cloud console.",
        ]);
        expect(clouds.writes).to.deep.equal([]);
    });

    it("asks nothing to be deleted of a foreign VBR", async () => {
        const clouds = fakeClouds({
            borderRouters: [makeBorderRouter({ own: false })],
            groups: [makeGroup(ours)],
            connections: [],
        });
        const context = fakeContext(clouds);
        await borderRouterHandler.delete("vbr-1", { ...stored, own: false }, context);
        expect(clouds.writes).to.deep.equal([]);
    });

    it("speaks of an accepted connection that no state knows of, and of another one once", async () => {
        const accepted = (connectionId: string, vbrId: string) =>
            makeConnection({
                connectionId,
                connectionState: "available",
                tags: { "multicloud-connection:accepted-for": vbrId },
            });
        const clouds = fakeClouds({
            groups: [],
            peers: [],
            connections: [accepted("dxcon-lost", "vbr-1"), accepted("dxcon-2", "vbr-2"), accepted("dxcon-3", "vbr-1")],
        });
        const context = fakeContext(clouds);
        await sayWhatStays("dxcon-3", { made: true, vbrId: "vbr-1", ...awsAccount }, context);
        const [first, second, ...more] = await remove(clouds, context);
        expect([first, second].map((line) => line?.split(" stays")[0])).to.deep.equal([
            "Hosted connection dxcon-3",
            "Hosted connection dxcon-lost",
        ]);
        expect(more).to.deep.equal([]);
    });
});
