import { expect } from "chai";

import { circuitActivationHandler, type CircuitActivationOutputs } from "../../../provider/circuitActivation/handler";
import { CloudCallError } from "../../../provider/clouds/errors";
import {
    hostedConnectionReleaseHandler,
    type HostedConnectionReleaseInputs,
} from "../../../provider/hostedConnectionRelease/handler";
import { awsAccount, fakeClouds, makeBorderRouter, makeConnection, type FakeClouds } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { errorOf } from "../../support/rejects";

const id = "dxcon-1/release";
const kept: HostedConnectionReleaseInputs = { connectionId: "dxcon-1", vbrId: "vbr-1", made: true, ...awsAccount };
const wished: HostedConnectionReleaseInputs = { ...kept, onDestroy: "delete" };

/** What a destroy says and writes: first the wish, then the acceptance. */
async function destroy(
    wish: HostedConnectionReleaseInputs,
    clouds: FakeClouds = fakeClouds(),
): Promise<{ lines: [string, string][]; writes: unknown[][] }> {
    const context = fakeContext(clouds);
    await hostedConnectionReleaseHandler.delete(id, wish, context);
    await circuitActivationHandler.delete("dxcon-1", wish as unknown as CircuitActivationOutputs, context);
    return { lines: context.lines, writes: clouds.writes };
}

const goesOn =
    'its AWS port hours go on, as does the subscription at Alibaba Cloud until 2027-01-01. Delete it in the AWS console. To have an accepted one deleted, set onDestroy.hostedConnection to "delete" and run pulumi up before pulumi destroy.';

describe("HostedConnectionRelease", () => {
    it("writes nothing when it is made or changed", async () => {
        const clouds = fakeClouds();
        const context = fakeContext(clouds);
        const { made, connectionId, vbrId } = kept;
        expect(await hostedConnectionReleaseHandler.create({ connectionId, vbrId, made }, context)).to.deep.equal({
            id,
            outputs: kept,
        });
        expect(
            await hostedConnectionReleaseHandler.update(id, kept, { connectionId, made, onDestroy: "delete" }, context),
        ).to.deep.equal(wished);
        expect(await hostedConnectionReleaseHandler.update(id, wished, { connectionId, made }, context)).to.deep.equal({
            ...kept,
            onDestroy: undefined,
        });
        expect(clouds.writes).to.deep.equal([]);
    });

    it("is updated with the wish, and replaced with the connection alone", () => {
        const diff = (news: object, olds = kept): unknown =>
            hostedConnectionReleaseHandler.diff(id, olds, {
                connectionId: "dxcon-1",
                vbrId: "vbr-1",
                made: true,
                ...news,
            });
        expect(diff({ awsRegion: "other", vbrId: undefined })).to.deep.equal({ changes: false, replaces: [] });
        expect(diff({ onDestroy: "delete" })).to.deep.equal({ changes: true, replaces: [] });
        expect(diff({}, wished)).to.deep.equal({ changes: true, replaces: [] });
        expect(diff({ made: false })).to.deep.equal({ changes: true, replaces: [] });
        expect(diff({ connectionId: "dxcon-2" })).to.deep.equal({ changes: true, replaces: ["connectionId"] });
    });

    it("keeps the connection by default, which the acceptance then says", async () => {
        for (const wish of [kept, { ...kept, onDestroy: "keep" as const }]) {
            expect(await destroy(wish)).to.deep.equal({
                lines: [["warn", `Hosted connection dxcon-1 stays: ${goesOn}`]],
                writes: [],
            });
        }
    });

    const stays = "Hosted connection dxcon-1 stays: its AWS port hours go on";
    const ways =
        'Delete it in the AWS console. To have an accepted one deleted, set onDestroy.hostedConnection to "delete" and run pulumi up before pulumi destroy.';

    it("says that a subscription is over", async () => {
        const borderRouters = [makeBorderRouter({ expireTime: "2025-12-31T16:00:00Z" })];
        expect(await destroy(kept, fakeClouds({ borderRouters }))).to.deep.equal({
            lines: [["warn", `${stays}. The subscription at Alibaba Cloud ended on 2025-12-31. ${ways}`]],
            writes: [],
        });
    });

    it("names no day where the state has no VBR, the VBR has no end, or Alibaba Cloud does not answer", async () => {
        const unanswered = fakeClouds();
        unanswered.alibaba.describeBorderRouters = () => Promise.reject(new Error("access denied"));
        const { vbrId: _vbrId, ...ofAnEarlierVersion } = kept;
        for (const [wish, clouds] of [
            [ofAnEarlierVersion, fakeClouds()],
            [kept, fakeClouds({ borderRouters: [makeBorderRouter({ expireTime: "" })] })],
            [kept, unanswered],
        ] as const) {
            expect((await destroy(wish, clouds)).lines).to.deep.equal([
                ["warn", `${stays}, as does the subscription at Alibaba Cloud until its end. ${ways}`],
            ]);
        }
    });

    it("deletes an accepted one on request, and says what goes on all the same", async () => {
        expect(await destroy(wished)).to.deep.equal({
            lines: [
                [
                    "warn",
                    "Hosted connection dxcon-1 is deleted. The subscription at Alibaba Cloud runs until 2027-01-01; only its support can issue the connection again.",
                ],
            ],
            writes: [["deleteConnection", "dxcon-1"]],
        });
    });

    it("never deletes one that was only adopted", async () => {
        expect(await destroy({ ...wished, made: false })).to.deep.equal({
            lines: [
                ["warn", `Hosted connection dxcon-1 stays, since it was accepted before and only adopted: ${goesOn}`],
            ],
            writes: [],
        });
    });

    it("takes one that is gone already for deleted", async () => {
        expect(await destroy(wished, fakeClouds({ connections: [] }))).to.deep.equal({
            lines: [],
            writes: [["deleteConnection", "dxcon-1"]],
        });
    });

    it("says nothing of an offer that was never accepted: it costs nothing", async () => {
        const clouds = fakeClouds({ connections: [makeConnection({ connectionState: "ordering" })] });
        expect(await destroy(kept, clouds)).to.deep.equal({ lines: [], writes: [] });
    });

    it("fails where AWS does not delete it", async () => {
        const clouds = fakeClouds();
        const refusal = new CloudCallError("Direct Connect connection dxcon-1: it has virtual interfaces.", "", {
            cause: undefined,
        });
        clouds.failures.deleteConnection = [refusal];
        expect(await errorOf(destroy(wished, clouds))).to.equal(refusal);
    });

    it("does nothing in another account, where nothing is there", async () => {
        const clouds = fakeClouds({ connections: [], awsIdentity: { accountId: "42", region: "ap-southeast-1" } });
        const message =
            "AWS account: the dynamic resources see 42, the official provider 123456789012. Make aws:profile or the AWS environment name one and the same for both.";
        expect((await errorOf(destroy(wished, clouds))).message).to.equal(message);
        expect((await errorOf(destroy(kept, clouds))).message).to.equal(message);
        const read = hostedConnectionReleaseHandler.read(id, kept, fakeContext(clouds));
        expect((await errorOf(read)).message).to.equal(message);
        expect(clouds.writes).to.deep.equal([]);
    });

    it("is read as it is while the connection is there, and gone with it", async () => {
        expect(await hostedConnectionReleaseHandler.read(id, kept, fakeContext(fakeClouds()))).to.equal(kept);
        const clouds = fakeClouds({ connections: [makeConnection({ connectionState: "deleted" })] });
        expect(await hostedConnectionReleaseHandler.read(id, kept, fakeContext(clouds))).to.equal(undefined);
    });

    it("checks the wish", () => {
        expect(hostedConnectionReleaseHandler.check({ connectionId: "x", onDestroy: "burn" })).to.deep.equal([
            { property: "connectionId", reason: `connectionId is "x"; a hosted connection's ID begins with dxcon-` },
            { property: "onDestroy", reason: 'onDestroy is "burn"; it must be "keep" or "delete".' },
        ]);
    });
});
