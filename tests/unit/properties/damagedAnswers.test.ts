import { expect } from "chai";
import fc from "fast-check";

import { backendConfigurationHandler } from "../../../provider/backendConfiguration/handler";
import { bgpAuthKeyHandler } from "../../../provider/bgpAuthKey/handler";
import { bgpVerificationHandler } from "../../../provider/bgpVerification/handler";
import { borderRouterHandler } from "../../../provider/borderRouter/handler";
import { borderRouterBgpHandler } from "../../../provider/borderRouterBgp/handler";
import { circuitActivationHandler } from "../../../provider/circuitActivation/handler";
import type { Handler } from "../../../provider/handler";
import { hostedConnectionAcceptanceHandler } from "../../../provider/hostedConnectionAcceptance/handler";
import { hostedConnectionReleaseHandler } from "../../../provider/hostedConnectionRelease/handler";
import { preflightHandler } from "../../../provider/preflight/handler";
import { fakeContext } from "../../support/fakeContext";
import { runs } from "../../support/randomValues";
import { alibabaAccount, awsAccount } from "../../support/samples";
import { damagedClouds, damages, key } from "./damagedClouds";

const accounts = { ...alibabaAccount, ...awsAccount };
const wait = { timeoutSeconds: 5 };
const circuit = { vbrId: "vbr-1", connectionId: "dxcon-1" };

/** Every kind of resource, with the inputs of a link that is up. */
const handlers: Readonly<Record<string, [unknown, object]>> = {
    BackendConfiguration: [backendConfigurationHandler, { ...alibabaAccount, ...wait, vbrId: "vbr-1" }],
    BgpAuthKey: [bgpAuthKeyHandler, { ...alibabaAccount, vbrId: "vbr-1" }],
    BgpVerification: [
        bgpVerificationHandler,
        { ...accounts, ...wait, ...circuit, virtualInterfaceId: "dxvif-1", bgpPeerId: "bgp-1", consecutiveReads: 2 },
    ],
    BorderRouter: [borderRouterHandler, { ...alibabaAccount, ...wait, vbrId: "vbr-1" }],
    BorderRouterBgp: [
        borderRouterBgpHandler,
        {
            ...alibabaAccount,
            ...wait,
            vbrId: "vbr-1",
            peerAsn: 64512,
            localAsn: 45104,
            authKey: key,
            peerIpAddress: "169.254.10.2",
        },
    ],
    CircuitActivation: [circuitActivationHandler, { ...accounts, ...wait, ...circuit }],
    HostedConnectionAcceptance: [
        hostedConnectionAcceptanceHandler,
        { ...awsAccount, ...wait, ...circuit, vlanId: 101 },
    ],
    HostedConnectionRelease: [hostedConnectionReleaseHandler, { ...awsAccount, connectionId: "dxcon-1", made: true }],
    Preflight: [
        preflightHandler,
        {
            ...accounts,
            ...circuit,
            cenId: "cen-1",
            transitRouterId: "tr-1",
            vpcId: "vpc-1",
            vpnGatewayId: "vgw-1",
            routeTableIds: ["rtb-1"],
            adopt: { virtualInterfaceId: "dxvif-1" },
        },
    ],
};

/** Heavier than a parser: each case is a whole run of a verb, with its waits in virtual time. */
const someRuns = runs(10_000 / 4);

/** What a verb ended with; an error must have a text, in which nothing is secret. */
async function end<Result>(run: Promise<Result>): Promise<{ result: Result } | { error: Error }> {
    try {
        return { result: await run };
    } catch (error) {
        expect(error).to.be.an.instanceOf(Error);
        const { message } = error as Error;
        expect(message).to.match(/\S/);
        expect(message).not.to.include(key);
        return { error: error as Error };
    }
}

for (const [kind, [handlerOfKind, inputs]] of Object.entries(handlers)) {
    const handler = handlerOfKind as Handler<object, object>;

    describe(`${kind}, whatever is broken in the answers about a link that is up`, function () {
        this.timeout(120_000);
        let made: { id: string; outputs: object };

        before(async () => {
            made = await handler.create(inputs, fakeContext(damagedClouds({}).clouds));
        });

        it("is adopted without a write, or fails in one text", async () => {
            await fc.assert(
                fc.asyncProperty(damages, async (wanted) => {
                    const { clouds, writes } = damagedClouds(wanted);
                    const ended = await end(handler.create(inputs, fakeContext(clouds)));
                    return writes.length === 0 && ("error" in ended || ended.result.id === made.id);
                }),
                someRuns,
            );
        });

        it("is updated without a write, or fails in one text", async () => {
            await fc.assert(
                fc.asyncProperty(damages, async (wanted) => {
                    const { clouds, writes } = damagedClouds(wanted);
                    await end(handler.update(made.id, made.outputs, inputs, fakeContext(clouds)));
                    return writes.length === 0;
                }),
                someRuns,
            );
        });

        it("is never read as gone", async () => {
            await fc.assert(
                fc.asyncProperty(damages, async (wanted) => {
                    const { clouds, writes } = damagedClouds(wanted);
                    const ended = await end(handler.read(made.id, made.outputs, fakeContext(clouds)));
                    return writes.length === 0 && ("error" in ended || ended.result !== undefined);
                }),
                someRuns,
            );
        });
    });
}

describe("BorderRouterBgp, whatever is broken in the answers about what it made", function () {
    this.timeout(120_000);

    it("is never destroyed with something left that nobody was told of", async () => {
        const [, inputs] = handlers.BorderRouterBgp ?? [];
        const state = {
            ...inputs,
            bgpGroupId: "bgpg-1",
            bgpPeerId: "bgp-1",
            madeGroup: true,
            madePeer: true,
            ready: true,
        };
        const olds = state as Parameters<typeof borderRouterBgpHandler.delete>[1];
        await fc.assert(
            fc.asyncProperty(damages, async (wanted) => {
                const { clouds } = damagedClouds(wanted);
                return "error" in (await end(borderRouterBgpHandler.delete("vbr-1/bgp", olds, fakeContext(clouds))));
            }),
            someRuns,
        );
    });
});
