import { expect } from "chai";

import { rehearse, writesOf, type Rehearsal } from "../harness/rehearsal";

describe("the options of a component", () => {
    let rehearsal: Rehearsal;
    const given = (options: object, more: object = {}): Promise<void> =>
        rehearsal.stack.setArgs({ ...rehearsal.args, ...more, options });

    before(async () => {
        rehearsal = await rehearse();
    });
    after(() => rehearsal.end());

    it("dependsOn: every child waits for it, and who depends on the component waits for every child", async () => {
        await given({ between: true });
        const { failed, diagnostics } = await rehearsal.stack.up();
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
        const resources = await rehearsal.stack.resources();
        const named = (name: string): { urn: string; dependencies?: string[] } | undefined =>
            resources.find(({ urn }) => urn.endsWith(`::${name}`));
        const children = resources.filter(({ urn }) => urn.includes("$") && !urn.includes("pulumi:providers"));
        expect(children.length).to.equal(17);
        for (const { urn, dependencies } of children) {
            expect(dependencies, urn).to.include(named("before")?.urn);
            expect(named("after")?.dependencies, urn).to.include(urn);
        }
    });

    it("aliases: a renamed component keeps everything, and only what shows its name is updated", async () => {
        await given({ between: true, name: "backbone", alias: "link" });
        const { steps } = await rehearsal.stack.preview();
        expect(steps).to.deep.equal({
            "backbone-cen-attachment": "update",
            "backbone-virtual-interface": "update",
            "backbone-vpn-gateway": "update",
        });
        const { failed } = await rehearsal.stack.up();
        expect(failed).to.equal(false);
        expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
    });

    it("ignoreChanges, by a transform: what is somebody else's stays", async () => {
        await given({ between: true, name: "backbone", ignoreGatewayTags: true }, { tags: { team: "network" } });
        const { steps } = await rehearsal.stack.up();
        expect(steps).to.deep.equal({ "backbone-cen-attachment": "update", "backbone-virtual-interface": "update" });
    });

    it("protect: destroy refuses, and nothing is deleted", async () => {
        await given({ between: true, name: "backbone", ignoreGatewayTags: true, protect: true });
        await rehearsal.stack.up();
        rehearsal.simulator.world.log.length = 0;
        const { failed, diagnostics } = await rehearsal.stack.destroy();
        expect(failed).to.equal(true);
        expect(diagnostics.join()).to.match(/cannot be deleted.*\bprotected\b/s);
        expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
    });
});

describe("a component without the looks of Preflight that is retained, with a record of route tables and a named connection", () => {
    it("comes up, has nothing to do the second time, and destroy deletes nothing", async () => {
        const rehearsal = await rehearse();
        const { stack, simulator, args } = rehearsal;
        try {
            const [main = "", other = ""] = args.aws.routeTableIds;
            const connectionId = simulator.description.world.hostedConnectionId;
            const aws = { ...args.aws, routeTableIds: { main, other }, connectionId };
            await stack.setArgs({ ...args, aws, preflight: false, options: { retainOnDelete: true } });
            const { failed, diagnostics, steps } = await stack.up();
            expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
            expect(steps).to.include({ "link-route-propagation-main": "create", "link-circuit": "create" });
            expect((await stack.preview()).steps).to.deep.equal({});
            simulator.world.log.length = 0;
            expect((await stack.destroy()).failed).to.equal(false);
            expect(writesOf(simulator)).to.deep.equal([]);
        } finally {
            await rehearsal.end();
        }
    });
});
