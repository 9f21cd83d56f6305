import { expect } from "chai";

import type { AwsCloud } from "../../../provider/clouds/clouds";
import { fakeWire, type FakeWire, type WireAnswer, type WireRequest } from "../../support/fakeWire";
import { errorOf } from "../../support/rejects";
import { awsOfEnvironment, withEndpoints } from "../../support/wiredClouds";

describe("calls to AWS", () => {
    let wire: FakeWire;
    let restore: () => void;

    async function aws(answer: (request: WireRequest, count: number) => WireAnswer): Promise<AwsCloud> {
        wire = await fakeWire(answer);
        restore = withEndpoints(wire.url);
        return awsOfEnvironment();
    }

    afterEach(async () => {
        restore();
        await wire.close();
    });

    it("follow a token to the end", async () => {
        const cloud = await aws(({ fields }) => ({
            body:
                fields.nextToken === undefined
                    ? { connections: [{ connectionId: "dxcon-1" }], nextToken: "more" }
                    : { connections: [{ connectionId: "dxcon-2" }] },
        }));
        expect((await cloud.describeConnections()).map(({ connectionId }) => connectionId)).to.deep.equal([
            "dxcon-1",
            "dxcon-2",
        ]);
        expect(wire.requests.map(({ action, fields }) => [action, fields])).to.deep.equal([
            ["DescribeConnections", {}],
            ["DescribeConnections", { nextToken: "more" }],
        ]);
    });

    it("refuse a list that repeats its token", async () => {
        const cloud = await aws(() => ({ body: { connections: [], nextToken: "again" } }));
        expect(await errorOf(cloud.describeConnections())).to.deep.include({
            message:
                "Direct Connect connections: the list repeats its page token. That passes by itself: run the same command again later; it goes on where it stopped.",
            kind: "passing",
        });
        expect(wire.requests).to.have.length(2);
    });

    it("repeat a server's fault, which Direct Connect sends as HTTP 400", async () => {
        const fault = {
            status: 400,
            body: { __type: "DirectConnectServerException", message: "A server-side error occurred." },
        };
        const cloud = await aws((_request, count) => (count < 3 ? fault : { body: {} }));
        await cloud.confirmConnection("dxcon-1");
        expect(wire.requests.map(({ fields }) => fields)).to.deep.equal(
            Array.from({ length: 3 }, () => ({ connectionId: "dxcon-1" })),
        );
    });

    const noAnswers: [string, WireAnswer, string][] = [
        ["broke off", { body: '{"connections":[{"connectionId":"dxc' }, "the answer broke off, or is none"],
        ["is empty", { body: "" }, "the answer broke off, or is none"],
        ["has no list", { body: {} }, "the answer has no connections"],
        [
            "holds an error under the status of a success",
            { body: { __type: "InternalFailure", message: "Come again." } },
            "AWS says InternalFailure: Come again (under the status of a success)",
        ],
    ];
    for (const [what, noAnswer, said] of noAnswers) {
        it(`are repeated where the answer ${what}, and never take it for an empty list`, async () => {
            const good = { body: { connections: [{ connectionId: "dxcon-1" }] } };
            const cloud = await aws((_request, count) => (count < 3 ? noAnswer : good));
            const error = await errorOf(
                (async () => {
                    expect(await cloud.describeConnections()).to.have.length(1);
                    await wire.close();
                    await (await aws(() => noAnswer)).describeConnections();
                })(),
            );
            expect(error).to.deep.include({ kind: "passing", said: `Direct Connect connections: ${said}.` });
        });
    }

    it("do not repeat a refusal, and say it in one sentence", async () => {
        const refusal = {
            __type: "DirectConnectClientException",
            message: "ConfirmConnection failed. dxcon-1 is in state available",
        };
        const cloud = await aws(() => ({ status: 400, body: refusal }));
        expect((await errorOf(cloud.confirmConnection("dxcon-1"))).message).to.equal(
            "Direct Connect connection dxcon-1: AWS says DirectConnectClientException: ConfirmConnection failed. dxcon-1 is in state available.",
        );
        expect(wire.requests).to.have.length(1);
    });
});
