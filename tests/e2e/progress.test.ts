import { expect } from "chai";
import type { EngineEvent } from "@pulumi/pulumi/automation/events";

import { HeldClock, held, releaseAfterLooks } from "../harness/heldClock";
import { rehearse, type Rehearsal } from "../harness/rehearsal";
import type { Ran } from "../harness/stack";

/** Seconds of the world, ten minutes of which pass in a second: each state is seen by looks a second apart, in this order. */
const durations = {
    confirmToAvailable: 3000,
    backendConfiguration: 6000,
    bgpGroupOrPeer: 1500,
    virtualInterfaceCreate: 600,
    bgpSession: 6000,
    readingLagAws: 0,
    readingLagAlibaba: 0,
};

/** Each state once, without times. */
function coursesOf(progress: readonly string[], resource: string): string[] {
    const lines = progress.flatMap((line) => line.split(`${resource}: `)[1] ?? []);
    const timeless = lines.map((line) => line.replace(/\d+[ms]( \d+s)?/g, "T"));
    return timeless.filter((line, index) => line !== timeless[index - 1]);
}

describe("the progress of an up", () => {
    let rehearsal: Rehearsal;

    afterEach(() => rehearsal.end());

    it("says on each resource's own line whose turn it is, and in the end what was waited for and how long", async () => {
        rehearsal = await rehearse({ scenario: "accept-first", durations });
        const { progress, failed } = await rehearsal.stack.up();
        expect(failed).to.equal(false);
        expect(coursesOf(progress, "link-circuit")).to.deep.equal([
            "waiting for Alibaba Cloud | backend: Configuring | T of T",
            "waiting for both clouds | hosted connection: pending | backend: Configuring | T of T",
            "waiting for Alibaba Cloud | backend: Configuring | T of T | hosted connection: ready after T",
            "hosted connection: ready after T | backend: ready after T",
        ]);
        expect(coursesOf(progress, "link-border-router-bgp")).to.deep.equal([
            "waiting for Alibaba Cloud | BGP group: Pending | T of T",
            "BGP group: ready after T",
            "waiting for Alibaba Cloud | BGP peer: Pending | T of T",
            "BGP peer: ready after T",
        ]);
        expect(coursesOf(progress, "link-verification").slice(-3)).to.deep.equal([
            "waiting for both clouds | BGP: AWS down, Alibaba Connect | T of T",
            "waiting for both clouds to confirm it | BGP: settling | T of T",
            "BGP: up on both sides after T",
        ]);
    });

    /** An up for which nothing is bought until it has looked some times. */
    async function upBeforePurchase(flags: string): Promise<Ran> {
        const clock = new HeldClock();
        rehearsal = await rehearse({ scenario: "not-bought-yet", clock, durations: { orderToBorderRouter: held } });
        releaseAfterLooks(rehearsal.simulator, clock);
        return rehearsal.stack.run(`pulumi up --yes --skip-preview --non-interactive ${flags} --stack test`);
    }

    it("is a line of a log each, which ends with what it has come to, without a terminal", async () => {
        const { stdout, exitCode } = await upBeforePurchase("");
        expect(exitCode).to.equal(0);
        const rows = stdout.split("\n").filter((line) => line.includes(":BorderRouter link-border-router "));
        const [first, ...others] = rows.map((row) => row.replace(/.* link-border-router /, "").replace(/\d+s/g, "Ns"));
        expect(first).to.equal("creating (Ns) ");
        // A row has one line; the whole sheet stands under Diagnostics, and in the preview.
        expect(others.slice(0, 2)).to.deep.equal([
            "creating (Ns) Your turn: buy the multi-cloud connection in the Alibaba Cloud console (Express Connect). The wait for it then goes on by itself.",
            "creating (Ns) your turn: buy the multi-cloud connection, unless you have: access point ap-sg-singapore-a, peer vendor UID 123456789012 | VBR: not there | Ns of 45m",
        ]);
        expect(others.at(-1)).to.equal("created (Ns) VBR: found after Ns");
    });

    it("comes with --json as ephemeral events of plain text", async () => {
        const { stdout, exitCode } = await upBeforePurchase("--json --color never");
        expect(exitCode).to.equal(0);
        const events = stdout
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => JSON.parse(line) as EngineEvent);
        const said = events.flatMap(({ diagnosticEvent }) =>
            diagnosticEvent?.urn?.endsWith("::link-border-router") === true ? [diagnosticEvent] : [],
        );
        expect(said.map(({ severity, ephemeral = false }) => [severity, ephemeral]).slice(0, 2)).to.deep.equal([
            ["info", false],
            ["info", true],
        ]);
        expect(said.map(({ message }) => message.trim().split("\n").length).slice(0, 2)).to.deep.equal([9, 1]);
        expect(said.at(-1)?.message).to.match(/^VBR: found after \d+s\n$/);
        expect(said.map(({ message }) => message).join("")).to.not.match(/[\u0000-\u0009\u000b-\u001f\u007f]|<\{%/);
    });
});
