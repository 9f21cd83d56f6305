import { expect } from "chai";
import fc from "fast-check";

import { preflightHandler } from "../../../provider/preflight/handler";
import { fakeClouds, makeGroup, makePeer } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { makeEntry, standing, tableWith } from "../../support/preflight";
import { almost, anyText, runs } from "../../support/randomValues";
import { kinds, secret } from "./kinds";

const inputs = {
    ...kinds.Preflight?.inputs,
    adopt: almost({ vpnGatewayId: anyText, virtualInterfaceId: anyText, cenAttachmentId: anyText }),
    search: almost({ accessPointId: anyText, borderRouterName: anyText, partnerName: anyText }),
    trafficPath: almost({ transitRouterRouteTableId: fc.constantFrom("vtb-1", "") }),
};

describe("the look of Preflight, whatever its inputs are", function () {
    this.timeout(120_000);

    it("answers with sentences in which nothing is secret, and writes nothing", async () => {
        await fc.assert(
            fc.asyncProperty(almost(inputs), fc.option(almost(inputs)), async (news, olds) => {
                const state = { groups: [makeGroup()], peers: [makePeer()], ...tableWith(makeEntry()) };
                const clouds = fakeClouds(standing(state));
                const context = fakeContext(clouds);
                const failures = await preflightHandler.guard?.(news, olds ?? undefined, context);
                const said = [
                    ...(failures ?? []).map(({ reason }) => reason),
                    ...context.lines.map(([, line]) => line),
                ];
                expect(said.filter((line) => !/^\S.*\S$/s.test(line) || line.includes(secret))).to.deep.equal([]);
                expect(clouds.writes).to.deep.equal([]);
            }),
            runs(2500),
        );
    });
});
