import { expect } from "chai";

import { differences, pairwiseSettings } from "../harness/guessSettings";
import { bgpCounts, rehearse, worldOf, writesOf, type Rehearsal } from "../harness/rehearsal";
import { expectedWrites } from "../harness/scenarioSuite";

async function expectBgpUp({ stack }: Rehearsal): Promise<void> {
    const { verification } = (await stack.outputs()) as { verification: { bgpStatus: string } };
    expect(verification.bgpStatus).to.equal("up");
}

function withoutBfd({ args }: Rehearsal): string {
    return `warning: BGP peer of ${args.alibaba.vbrId}: the quota of BFD sessions is used up, so it goes without; a failover then takes up to 90 s. Ask Alibaba Cloud for a higher quota.`;
}

describe("what no document says", () => {
    for (const guesses of pairwiseSettings()) {
        it(`under ${differences(guesses)}: up, nothing to do, and a clean destroy`, async () => {
            // Longer than the engine takes to start: what depends on the backend must not be over by then.
            const rehearsal = await rehearse({ guesses, durations: { backendConfiguration: 6000 } });
            const { simulator, stack } = rehearsal;
            try {
                const before = worldOf(simulator);
                const { failed, diagnostics } = await stack.up();
                const ours = guesses.backendMakesBgp === "none";
                expect({ failed, diagnostics }).to.deep.equal({
                    failed: false,
                    diagnostics: ours && guesses.bfdSessions === "exhausted" ? [withoutBfd(rehearsal)] : [],
                });
                await expectBgpUp(rehearsal);
                expect(writesOf(simulator).sort()).to.deep.equal(expectedWrites(simulator));
                expect((await stack.preview()).steps).to.deep.equal({});
                expect((await stack.destroy()).failed).to.equal(false);
                expect(worldOf(simulator)).to.deep.equal(before);
                // What the backend itself made meanwhile is not ours to take.
                expect(bgpCounts(simulator)).to.deep.equal(ours ? [0, 0] : [1, 1]);
            } finally {
                await rehearsal.end();
            }
        });
    }

    it("if Alibaba Cloud owns the VBR and leaves its BGP alone: one line, and nothing written on the VBR", async () => {
        const rehearsal = await rehearse({ guesses: { borderRouterOwner: "alibaba" } });
        try {
            const { failed, diagnostics } = await rehearsal.stack.up();
            const vbrId = rehearsal.args.alibaba.vbrId ?? "";
            expect({ failed, diagnostics }).to.deep.equal({
                failed: true,
                diagnostics: [
                    `error: VBR ${vbrId} belongs to another account, so it cannot be written: it has no BGP group. Ask Alibaba Cloud to do that, then run pulumi up again.`,
                    "error: update failed",
                ],
            });
            expect(writesOf(rehearsal.simulator)).to.not.include("CreateBgpGroup");
        } finally {
            await rehearsal.end();
        }
    });

    it("if the VBR has no VLAN and the backend waits for the acceptance: the candidates, and what chooses one", async () => {
        const rehearsal = await rehearse({ scenario: "accept-first", guesses: { borderRouterVlan: "when-running" } });
        try {
            const timeouts = { circuitSeconds: 2 };
            await rehearsal.stack.setArgs({ ...rehearsal.args, timeouts });
            const stuck = await rehearsal.stack.up();
            const connectionId = rehearsal.simulator.description.world.hostedConnectionId ?? "";
            expect(stuck.failed).to.equal(true);
            const vbrId = rehearsal.args.alibaba.vbrId ?? "";
            const advice =
                "Open a ticket with Alibaba Cloud if it stays so. Run pulumi up again; it goes on where it stopped.";
            expect(stuck.diagnostics).to.deep.equal([
                `error: AWS hosted connection: still "not recognised" after 2s (for the last 2s). ${vbrId} has no VLAN yet to tell by: ${connectionId} "multi-cloud-singapore" VLAN 1101 ordering; aws.connectionId chooses one. ${advice}\n` +
                    `Alibaba backend: still "Configuring" after 2s (for the last 2s). ${advice}`,
                "error: update failed",
            ]);
            expect(writesOf(rehearsal.simulator)).to.not.include("ConfirmConnection");

            const { aws } = rehearsal.args;
            await rehearsal.stack.setArgs({ ...rehearsal.args, aws: { ...aws, connectionId } });
            const { failed, diagnostics } = await rehearsal.stack.up();
            expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
            await expectBgpUp(rehearsal);
        } finally {
            await rehearsal.end();
        }
    });
});
