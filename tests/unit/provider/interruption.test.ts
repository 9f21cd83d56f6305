import { expect } from "chai";

import { bgpVerificationHandler } from "../../../provider/bgpVerification/handler";
import { borderRouterHandler } from "../../../provider/borderRouter/handler";
import { borderRouterBgpHandler } from "../../../provider/borderRouterBgp/handler";
import { circuitActivationHandler } from "../../../provider/circuitActivation/handler";
import type { HandlerContext } from "../../../provider/handler";
import { Interruption } from "../../../provider/waiting/wait";
import { acceptanceWrites, offeredCircuit, showVlan } from "../../support/circuit";
import {
    alibabaAccount,
    awsAccount,
    fakeClouds,
    makeGroup,
    makePeer,
    makeVirtualInterface,
    type FakeClouds,
} from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf, partialOf } from "../../support/rejects";

/** The engine is interrupted after so many seconds. */
function interruptedAfter(seconds: number, clouds: FakeClouds): HandlerContext {
    const interrupted = new AbortController();
    const context = fakeContext(clouds, (now) => {
        if (now - startedAt >= seconds * 1000) {
            interrupted.abort(new Interruption());
        }
    });
    const startedAt = context.clock.now();
    return { ...context, signal: interrupted.signal };
}

const whatToDo = "Pulumi was interrupted: run the same command again; it goes on where it stopped.";
const bgp = { vbrId: "vbr-1", peerAsn: 64512, localAsn: 45104, authKey: "key-of-both", peerIpAddress: "169.254.10.2" };

describe("an interrupted engine ends", () => {
    it("the wait for a purchase, and stores nothing", async () => {
        const context = interruptedAfter(10, fakeClouds({ borderRouters: [] }));
        const error = await errorOf(borderRouterHandler.create({ accessPointId: "ap-1" }, context));
        expect(error.message).to.equal(
            `VBR: still "not there" (for the last 11s) when the wait had to end. ${whatToDo}`,
        );
        expect(error).to.not.have.property("id");
    });

    it("both waits of a circuit, and keeps what was accepted", async () => {
        const clouds = offeredCircuit();
        showVlan(clouds.state);
        const { id, outputs, reasons } = await partialOf(
            circuitActivationHandler.create({ vbrId: "vbr-1" }, interruptedAfter(10, clouds)),
        );
        expect([id, outputs]).to.deep.equal([
            "dxcon-1",
            {
                vbrId: "vbr-1",
                ...awsAccount,
                ...alibabaAccount,
                connectionId: "dxcon-1",
                connectionState: "pending",
                made: true,
                ready: false,
            },
        ]);
        expect(reasons).to.deep.equal([
            [
                `AWS hosted connection: still "pending" (for the last 11s) when the wait had to end. ${whatToDo}`,
                `Alibaba backend: still "Configuring" (for the last 11s) when the wait had to end. ${whatToDo}`,
            ].join("\n"),
        ]);
        expect(clouds.writes).to.deep.equal(acceptanceWrites);
    });

    it("the wait for a BGP group, and keeps it", async () => {
        const clouds = fakeClouds({ groups: [], peers: [] });
        clouds.alibaba.describeBgpGroups = () => Promise.resolve(clouds.state.groups);
        const { id, reasons } = await partialOf(borderRouterBgpHandler.create(bgp, interruptedAfter(10, clouds)));
        expect([id, reasons]).to.deep.equal([
            "vbr-1/bgp",
            [`BGP group: still "Pending" (for the last 11s) when the wait had to end. ${whatToDo}`],
        ]);
        expect(clouds.writes.map(([name]) => name)).to.deep.equal(["createBgpGroup"]);
    });

    it("the wait for a deleted BGP peer, and leaves the group to the next destroy", async () => {
        const clouds = fakeClouds({ groups: [makeGroup()] });
        const peer = makePeer();
        clouds.alibaba.describeBgpPeers = () => Promise.resolve([peer]);
        clouds.alibaba.deleteBgpPeer = (id) => {
            clouds.writes.push(["deleteBgpPeer", id]);
            peer.status = "Deleting";
            return Promise.resolve();
        };
        const { bgpGroupId, bgpPeerId } = peer;
        const olds = { ...bgp, ...alibabaAccount, bgpGroupId, bgpPeerId, madeGroup: true, madePeer: true, ready: true };
        const error = await errorOf(borderRouterBgpHandler.delete("vbr-1/bgp", olds, interruptedAfter(10, clouds)));
        expect(error.message).to.equal(
            `BGP peer: still "Deleting" (for the last 11s) when the wait had to end. ${whatToDo}`,
        );
        expect(clouds.writes).to.deep.equal([["deleteBgpPeer", bgpPeerId]]);
    });

    it("the verification of BGP", async () => {
        const clouds = fakeClouds({ virtualInterfaces: [makeVirtualInterface({ bgpPeers: [] })] });
        const inputs = { vbrId: "vbr-1", connectionId: "dxcon-1", virtualInterfaceId: "dxvif-1", bgpPeerId: "bgp-1" };
        const error = await errorOf(bgpVerificationHandler.create(inputs, interruptedAfter(10, clouds)));
        expect(error.message).to.equal(
            `BGP: still "AWS not there, Alibaba not there" (for the last 11s) when the wait had to end. ${whatToDo}`,
        );
    });
});
