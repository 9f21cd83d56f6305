import { expect } from "chai";

import type { Guesses } from "../../simulator/world/guesses";
import { rehearse, worldOf, writesOf, type Rehearsal } from "../harness/rehearsal";
import { eachWriteOnce } from "../harness/scenarioSuite";

/** What no document says, each the other way round than the scenarios have it: the link comes up all the same. */
const settings: { what: string; guesses: Partial<Guesses>; writesLess?: string[] }[] = [
    { what: "the user owns the circuit", guesses: { circuitOwner: "user" } },
    { what: "the VBR has no VLAN until the backend is Running", guesses: { borderRouterVlan: "when-running" } },
    {
        what: "an accepted connection is down until the backend is Running",
        guesses: { acceptedConnection: "down-until-running" },
    },
    {
        what: "the backend makes BGP group and peer",
        guesses: { backendMakesBgp: "group-and-peer" },
        writesLess: ["CreateBgpGroup", "CreateBgpPeer"],
    },
    {
        what: "Alibaba Cloud owns the VBR, and configures its BGP",
        guesses: { borderRouterOwner: "alibaba", backendMakesBgp: "group-and-peer" },
        writesLess: ["CreateBgpGroup", "CreateBgpPeer"],
    },
    {
        what: "a gateway that is detached too early stays detaching",
        guesses: { detachWithVirtualInterface: "stays-detaching" },
    },
];

async function expectUp({ stack }: Rehearsal): Promise<void> {
    const { failed, diagnostics } = await stack.up();
    expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
    const { verification } = (await stack.outputs()) as { verification: { bgpStatus: string } };
    expect(verification.bgpStatus).to.equal("up");
}

describe("what no document says", () => {
    for (const { what, guesses, writesLess = [] } of settings) {
        it(`if ${what}: up, nothing to do, and a clean destroy`, async () => {
            const rehearsal = await rehearse({ guesses });
            try {
                const before = worldOf(rehearsal.simulator);
                await expectUp(rehearsal);
                expect(writesOf(rehearsal.simulator).sort()).to.deep.equal(
                    eachWriteOnce.filter((action) => !writesLess.includes(action)),
                );
                expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
                expect((await rehearsal.stack.destroy()).failed).to.equal(false);
                // What the backend itself made meanwhile is not ours to take.
                if (guesses.backendMakesBgp === undefined) {
                    expect(worldOf(rehearsal.simulator)).to.deep.equal(before);
                } else {
                    const { bgpGroups, bgpPeers } = rehearsal.simulator.world.alibaba;
                    expect([bgpGroups.size, bgpPeers.size]).to.deep.equal([1, 1]);
                }
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
            await expectUp(rehearsal);
        } finally {
            await rehearsal.end();
        }
    });

    it("if the account has no BFD session left: up without BFD, and a warning", async () => {
        const rehearsal = await rehearse({ guesses: { bfdSessions: "exhausted" } });
        try {
            const { failed, diagnostics } = await rehearsal.stack.up();
            expect({ failed, diagnostics }).to.deep.equal({
                failed: false,
                diagnostics: [
                    `warning: BGP peer of ${rehearsal.args.alibaba.vbrId}: the quota of BFD sessions is used up, so it goes without; a failover then takes up to 90 s. Ask Alibaba Cloud for a higher quota.`,
                ],
            });
            expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
        } finally {
            await rehearsal.end();
        }
    });
});
