import { expect } from "chai";

import type { PolicyArgs } from "../../provider/policies/args";
import type { World } from "../../simulator/world/world";
import { finishBackend } from "../harness/backend";
import { fixtureVersions, liveOn } from "../harness/stateFixtures/fixtures";
import { argsOf, fixtureNames, type FixtureName } from "../harness/stateFixtures/names";
import { idsIn } from "../harness/stateFixtures/savedWorld";
import { writesOf } from "../harness/rehearsal";

/** What tags change in place; on a Basic CEN the attachment has none, and an adopted one is left alone. */
const tagged: Record<FixtureName, string[]> = {
    quickstart: ["link-cen-attachment", "link-virtual-interface", "link-vpn-gateway"],
    "half-created": ["link-cen-attachment", "link-virtual-interface", "link-vpn-gateway"],
    "basic-cen": ["link-virtual-interface", "link-vpn-gateway"],
    adopted: ["link-virtual-interface"],
};

/** What looks, at destroy, for what is left of lost answers: beside a gateway that is made, and an attachment to a transit router. */
const leftoverChecks: Record<FixtureName, string[]> = {
    quickstart: ["link-cen-leftover-check", "link-vpn-gateway-leftover-check"],
    "half-created": ["link-cen-leftover-check", "link-vpn-gateway-leftover-check"],
    "basic-cen": ["link-vpn-gateway-leftover-check"],
    adopted: [],
};

const allOf = (children: readonly string[], step: string): Record<string, string> =>
    Object.fromEntries(children.map((child) => [child, step]));

/** What the first `up` of this version changes of a state that an older one has written: each is meant, and nothing is replaced or deleted. */
const upgraded: Record<string, (name: FixtureName) => Record<string, string>> = {
    // Tags of ours, by which a destroy tells what is left of a lost answer, and the look for it; and the first look at routes.
    "0.1.0": (name) => ({
        ...allOf(tagged[name], "update"),
        ...allOf(leftoverChecks[name], "create"),
        "link-verification": "update",
    }),
};

/** What an older version has made carries no tag of ours before the first `up`: its policy names it, as what is adopted. */
function unmarkedIn({ aws }: World): PolicyArgs["adopt"] {
    const [vpnGatewayId] = aws.vpnGateways.keys();
    const [virtualInterfaceId] = aws.virtualInterfaces.keys();
    return { vpnGatewayId, virtualInterfaceId };
}

for (const version of fixtureVersions) {
    for (const name of fixtureNames) {
        it(`the state of version ${version}, ${name}: refreshed, previewed, changed and destroyed by this version, it leaves what that one left`, async () => {
            const { rehearsal, saved } = await liveOn(version, name);
            const { simulator, stack } = rehearsal;
            try {
                const { world } = simulator;
                const args = argsOf(name, saved.ids, await stack.resources());
                rehearsal.privilege.addLinks({ ...args, adopt: unmarkedIn(world) });
                await stack.setArgs(args);

                const refreshed = await stack.refresh();
                // A refresh clears the errors of a partial creation, which counts as an update.
                const counted = name === "half-created" ? ["same", "update"] : ["same"];
                expect(Object.keys(refreshed.counts), refreshed.diagnostics.join("\n")).to.deep.equal(counted);

                if (name === "half-created") {
                    const announced = await stack.preview();
                    expect(announced.steps["link-circuit"]).to.equal("update");
                    expect(Object.values(announced.steps)).to.not.include("replace");
                    finishBackend(world);
                    const finished = await stack.up();
                    expect({ failed: finished.failed, diagnostics: finished.diagnostics }).to.deep.equal({
                        failed: false,
                        diagnostics: [],
                    });
                    expect(writesOf(simulator)).to.not.include("ConfirmConnection");
                } else {
                    const announced = await stack.preview();
                    expect(announced.steps).to.deep.equal(upgraded[version]?.(name) ?? {});
                    const { failed, diagnostics, steps } = await stack.up();
                    expect({ failed, diagnostics, steps }).to.deep.equal({
                        failed: false,
                        diagnostics: [],
                        steps: announced.steps,
                    });
                }
                const unchanged = await stack.preview();
                expect({ steps: unchanged.steps, diagnostics: unchanged.diagnostics }).to.deep.equal({
                    steps: {},
                    diagnostics: [],
                });

                await stack.setArgs({ ...args, tags: { team: "network" } });
                const changed = await stack.up();
                expect({ failed: changed.failed, diagnostics: changed.diagnostics }).to.deep.equal({
                    failed: false,
                    diagnostics: [],
                });
                expect(changed.steps).to.deep.equal(allOf(tagged[name], "update"));

                const destroyed = await stack.destroy();
                expect({ failed: destroyed.failed, left: await stack.resources() }).to.deep.equal({
                    failed: false,
                    left: [],
                });
                expect(idsIn(world)).to.deep.equal(saved.leftAfterDestroy);
            } finally {
                await rehearsal.end();
            }
        });
    }
}
