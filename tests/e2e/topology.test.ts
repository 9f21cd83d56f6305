import { expect } from "chai";

import { rehearse, type Rehearsal } from "../harness/rehearsal";

describe("the drawing of a link", () => {
    let rehearsal: Rehearsal;

    before(async () => {
        rehearsal = await rehearse();
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
    });
    after(() => rehearsal.end());

    const command = "npx pulumi-multicloud-connection topology --stack test";

    it("is an output that shows BGP up, and that no second preview changes", async () => {
        const { topology } = await rehearsal.stack.outputs();
        expect(topology).to.include('session{{"<b>✓ BGP</b><br/>Established / up"}}');
        const { steps, diagnostics } = await rehearsal.stack.preview();
        expect({ steps, diagnostics }).to.deep.equal({ steps: {}, diagnostics: [] });
    });

    it("shows by the command what the clouds say now, without a write", async () => {
        const { world } = rehearsal.simulator;
        world.log.length = 0;
        const up = await rehearsal.stack.run(command);
        expect(up).to.include({ exitCode: 0, stderr: "" });
        expect(up.stdout).to.include("accTitle: link").and.include("accDescr: BGP is up").and.not.include("✗");
        const [group] = world.alibaba.bgpGroups.values();
        const key = group?.authKey ?? "";
        Object.assign(group ?? {}, { authKey: `${key} ` });
        world.changed();
        const broken = await rehearsal.stack.run(`${command} --link link --format svg`);
        expect(broken.stdout)
            .to.match(/^<svg [^]*<\/svg>\n$/)
            .and.include(">1 thing to mend<")
            .and.not.include(key);
        expect(world.log.filter(({ mutating }) => mutating)).to.deep.equal([]);
    });
});
