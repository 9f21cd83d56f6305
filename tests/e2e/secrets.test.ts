import { expect } from "chai";

import { rehearse, type Rehearsal } from "../harness/rehearsal";

describe("the authentication key", () => {
    let rehearsal: Rehearsal;
    const said: string[] = [];
    const keysOfGroups = (): string[] =>
        [...rehearsal.simulator.world.alibaba.bgpGroups.values()].map(({ authKey }) => authKey);

    before(async () => {
        rehearsal = await rehearse();
        const { progress, diagnostics } = await rehearsal.stack.up();
        said.push(...progress, ...diagnostics);
    });
    after(() => rehearsal.end());

    it("that was generated is nowhere in plain text: not in the state, nor in what is shown", async () => {
        const [key = ""] = keysOfGroups();
        expect(key).to.match(/^[A-Za-z0-9]{32}$/);
        expect(await rehearsal.stack.stateFile()).to.not.include(key);
        expect(said.join("\n")).to.not.include(key);
    });

    it("that somebody changed in the cloud is read by a refresh, and is not in plain text either", async () => {
        for (const group of rehearsal.simulator.world.alibaba.bgpGroups.values()) {
            group.authKey = "changed-by-hand";
        }
        await rehearsal.stack.refresh();
        const { steps, diagnostics } = await rehearsal.stack.preview();
        expect(steps).to.deep.include({ "link-border-router-bgp": "update" });
        expect(await rehearsal.stack.stateFile()).to.not.include("changed-by-hand");
        expect(diagnostics.join("\n")).to.not.include("changed-by-hand");
    });
});
