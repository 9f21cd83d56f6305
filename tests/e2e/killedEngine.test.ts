import { once } from "node:events";
import { expect } from "chai";

import { rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";
import { watchHost, type HostWatch } from "../harness/hostWatch";

describe("pulumi up that is killed while it waits", () => {
    let rehearsal: Rehearsal;
    let watch: HostWatch;

    before(async () => {
        // So slow that only the waiting for the purchase happens.
        rehearsal = await rehearse({ scenario: "not-bought-yet", speed: 1 });
        watch = await watchHost();
    });
    after(async () => {
        await watch.close();
        await rehearsal.end();
    });

    it("takes its dynamic host along, which would poll on for ever", async () => {
        const up = rehearsal.stack.startUp(watch.environment);
        const host = await watch.started;
        await saidBy(up.stdout, /VBR: not there/);
        up.kill("SIGKILL");
        await host.ended;
        expect(writesOf(rehearsal.simulator)).to.not.include("ConfirmConnection");
    });
});

async function saidBy(stream: NodeJS.ReadableStream | null, pattern: RegExp): Promise<void> {
    let said = "";
    while (stream !== null && !pattern.test(said)) {
        const [chunk] = (await once(stream, "data")) as [Buffer];
        said += chunk.toString();
    }
}
