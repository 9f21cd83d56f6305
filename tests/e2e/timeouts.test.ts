import { expect } from "chai";

import type { SimulatorOptions } from "../../simulator/server";
import * as byHand from "../harness/byHand";
import { bgpCounts, endOfSubscription, rehearse, worldOf, writesOf, type Rehearsal } from "../harness/rehearsal";
import { expectedWrites } from "../harness/scenarioSuite";

/** A wait that runs out, since what it waits for never comes. */
interface Stuck {
    what: string;
    options: SimulatorOptions;
    /** Keeps it from coming, where the world alone does not. */
    hinder?: (rehearsal: Rehearsal) => void;
    /** What it waited for, how long, the last state, and the fix; since when it has said so depends on the machine. */
    error: string;
    /** What the preview after it announces. */
    announced: Record<string, string>;
    /** The cause goes away, as the error said. */
    release: (rehearsal: Rehearsal) => unknown;
    /** What that makes the next `up` write beside what was still to come. */
    repairs?: string[];
}

const limits = { timeouts: { circuitSeconds: 4 }, verification: { timeoutSeconds: 4 } };

const ticket = "Open a ticket with Alibaba Cloud if it stays so. Run pulumi up again; it goes on where it stopped.";

/** The acceptance is kept, as a partial creation, and all that needs the circuit is still to come. */
const untilTheCircuit = {
    "link-bgp-auth-key": "create",
    "link-border-router-bgp": "create",
    "link-circuit": "update",
    "link-connection-release": "create",
    "link-verification": "create",
    "link-virtual-interface": "create",
};

const stuck: Stuck[] = [
    {
        what: "the backend is never ready",
        options: { scenario: "never-ready" },
        error: `1 error occurred:\n\t* Alibaba backend: still "Configuring" after 4s (for the last ...). ${ticket}`,
        announced: untilTheCircuit,
        release: ({ simulator }) => {
            byHand.finishBackend(simulator.world);
        },
    },
    {
        what: "AWS never sets the accepted connection up",
        options: { durations: { confirmToAvailable: Number.POSITIVE_INFINITY } },
        error: `1 error occurred:\n\t* AWS hosted connection: still "pending" after 4s (for the last ...). ${ticket}`,
        announced: untilTheCircuit,
        release: ({ simulator }) => {
            byHand.liveConnection(simulator.world).connectionState = "available";
        },
    },
    {
        what: "BGP never comes up, for another key on the VBR",
        options: {},
        hinder: ({ simulator: { world } }) => {
            world.watchers.add({
                done: ({ action }) => {
                    if (action === "CreateBgpGroup") {
                        byHand.changeKeyOfBorderRouter(world, "another-key");
                    }
                },
            });
        },
        error:
            'BGP: still "AWS down, Alibaba Active" after 4s (for the last ...). AWS: connection available, virtual interface down, BGP down; Alibaba Cloud: circuit Enabled and Normal, VBR active, BGP Active. ' +
            "The authentication keys differ. Run pulumi refresh and then pulumi up, which sets the virtual interface's on the VBR. Then run pulumi up again; it goes on where it stopped.",
        announced: { "link-verification": "create" },
        release: ({ stack }) => stack.refresh(),
        repairs: ["ModifyBgpGroupAttribute"],
    },
];

describe("a wait of an up that runs out", () => {
    for (const { what, options, hinder, error, announced, release, repairs = [] } of stuck) {
        describe(what, () => {
            let rehearsal: Rehearsal;
            let worldBefore: unknown;

            async function getStuck(): Promise<void> {
                rehearsal = await rehearse(options);
                worldBefore = worldOf(rehearsal.simulator);
                hinder?.(rehearsal);
                await rehearsal.stack.setArgs({ ...rehearsal.args, ...limits });
                const { failed, diagnostics } = await rehearsal.stack.up();
                expect({ failed, diagnostics: diagnostics.map(withoutSince) }).to.deep.equal({
                    failed: true,
                    diagnostics: [`error: ${error}`, "error: update failed"],
                });
            }

            afterEach(() => rehearsal.end());

            it("says what it waited for; the preview announces no replacement, and the next up goes on and writes nothing twice", async () => {
                await getStuck();
                const { stack, simulator, args } = rehearsal;
                expect((await stack.preview()).steps).to.deep.equal(announced);
                await release(rehearsal);
                simulator.world.changed();
                await stack.setArgs(args);
                const { failed, diagnostics } = await stack.up();
                expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
                expect(writesOf(simulator).sort()).to.deep.equal([...expectedWrites(simulator), ...repairs].sort());
                expect((await stack.preview()).steps).to.deep.equal({});
            });

            it("is destroyed as any other: nothing is left but the accepted connection", async () => {
                await getStuck();
                const { stack, simulator } = rehearsal;
                const { failed, diagnostics } = await stack.destroy();
                expect({ failed, diagnostics }).to.deep.equal({
                    failed: false,
                    diagnostics: [
                        `warning: Hosted connection ${simulator.description.world.hostedConnectionId} stays: its AWS port hours go on, as does the subscription at Alibaba Cloud until ${endOfSubscription(simulator)}. Delete it in the AWS console. To have an accepted one deleted, set onDestroy.hostedConnection to "delete" and run pulumi up before pulumi destroy.`,
                    ],
                });
                expect(await stack.resources()).to.deep.equal([]);
                expect(worldOf(simulator)).to.deep.equal(worldBefore);
                expect(bgpCounts(simulator)).to.deep.equal([0, 0]);
            });
        });
    }
});

function withoutSince(line: string): string {
    return line.replace(/\(for the last \d+s\)/, "(for the last ...)");
}
