import { expect } from "chai";

import type { Verification } from "../../index";
import { rehearse, worldOf, writesOf, type Rehearsal } from "../harness/rehearsal";

const bothWays = {
    awsToAlibaba: [{ from: ["10.0.1.0/24", "10.0.2.0/24"], to: ["172.16.1.0/24", "172.16.2.0/24"] }],
    alibabaToAws: [{ from: ["172.16.1.0/24", "172.16.2.0/24"], to: ["10.0.0.0/16"] }],
    missing: [],
};

const ofVpc = [
    "AssociateTransitRouterAttachmentWithRouteTable",
    "EnableTransitRouterRouteTablePropagation",
    "TagResources",
    "UpdateTransitRouterVpcAttachmentAttribute",
];

async function routesOf({ stack }: Rehearsal): Promise<unknown> {
    return ((await stack.outputs()) as { verification: Verification }).verification.routes;
}

/** The program with the VPC named. */
function naming({ args, simulator }: Rehearsal, more: object = {}): object {
    return { ...args, alibaba: { ...args.alibaba, vpcs: [simulator.description.world.alibabaVpcId], ...more } };
}

/** The calls on the VPC's attachment: the VBR's own come twice of what is named alike. */
function writesBeside({ simulator }: Rehearsal): string[] {
    return writesOf(simulator).filter((action) => ofVpc.includes(action));
}

describe("the routes of a link", () => {
    describe("of a VPC that is joined to its transit router already", () => {
        let rehearsal: Rehearsal;
        before(async () => {
            rehearsal = await rehearse();
        });
        after(() => rehearsal.end());

        it("lead both ways when up ends, and the output says which blocks reach which", async () => {
            const { failed, diagnostics } = await rehearsal.stack.up();
            expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
            expect(await routesOf(rehearsal)).to.deep.equal(bothWays);
        });

        it("are verified anew once the VPC is named, in the leaf alone", async () => {
            await rehearsal.stack.setArgs(naming(rehearsal));
            const { failed, diagnostics, steps } = await rehearsal.stack.up();
            expect({ failed, diagnostics, steps }).to.deep.equal({
                failed: false,
                diagnostics: [],
                steps: { "link-verification": "update" },
            });
        });

        it("are touched by nothing where they are to be managed: everything was there", async () => {
            rehearsal.simulator.world.log.length = 0;
            await rehearsal.stack.setArgs(naming(rehearsal, { manageVpcRoutes: true }));
            const { failed, diagnostics, steps } = await rehearsal.stack.up();
            expect({ failed, diagnostics, steps }).to.deep.equal({
                failed: false,
                diagnostics: [],
                steps: { "link-vpc-leftover-check": "create", "link-vpc-routes": "create" },
            });
            expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
            expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
        });

        it("that went after the up are a warning at the next one, and no step before", async () => {
            const { world } = rehearsal.simulator;
            await rehearsal.stack.setArgs(naming(rehearsal));
            await rehearsal.stack.up();
            const attachment = [...world.alibaba.attachments.values()].find(({ kind }) => kind === "VPC");
            Object.assign(attachment ?? {}, { autoPublishRouteEnabled: false });
            world.changed();
            expect((await rehearsal.stack.preview()).steps).to.deep.equal({ "link-verification": "update" });
            const { failed, diagnostics } = await rehearsal.stack.up();
            expect(failed).to.equal(false);
            expect(diagnostics).to.have.length(1);
            expect(diagnostics[0]).to.match(
                /^warning: No packet gets to AWS: route synchronisation to VPC \S+ is off\. /,
            );
            Object.assign(attachment ?? {}, { autoPublishRouteEnabled: true });
            world.changed();
            expect((await rehearsal.stack.up()).diagnostics).to.deep.equal([]);
            expect(await routesOf(rehearsal)).to.deep.equal(bothWays);
            expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
        });
    });

    describe("of a VPC that is attached, and nothing more", () => {
        let rehearsal: Rehearsal;
        let worldBefore: unknown;
        before(async () => {
            rehearsal = await rehearse({ scenario: "vpc-not-joined" });
            worldBefore = worldOf(rehearsal.simulator);
        });
        after(() => rehearsal.end());

        it("are none of its business at level bgp", async () => {
            await rehearsal.stack.setArgs({ ...naming(rehearsal), verification: { level: "bgp" } });
            const { failed, diagnostics } = await rehearsal.stack.up();
            expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
            expect(await routesOf(rehearsal)).to.equal(undefined);
        });

        it("are a warning where no VPC is named: somebody joins the circuit first", async () => {
            await rehearsal.stack.setArgs(rehearsal.args);
            const { failed, diagnostics } = await rehearsal.stack.up();
            expect(failed).to.equal(false);
            expect(diagnostics).to.have.length(1);
            expect(diagnostics[0]).to.match(
                /^warning: No packet gets to Alibaba Cloud: no VPC brings routes to route table /,
            );
            expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
        });

        it("are made where they are to be managed, each once", async () => {
            rehearsal.simulator.world.log.length = 0;
            await rehearsal.stack.setArgs(naming(rehearsal, { manageVpcRoutes: true }));
            const { failed, diagnostics } = await rehearsal.stack.up();
            expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
            expect(writesBeside(rehearsal).sort()).to.deep.equal(ofVpc);
            expect(await routesOf(rehearsal)).to.deep.equal(bothWays);
            expect((await rehearsal.stack.refresh()).counts).to.have.all.keys("same");
            expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
        });

        it("are not given up without a word while the link carries traffic", async () => {
            await rehearsal.stack.setArgs(naming(rehearsal));
            const { failed, diagnostics } = await rehearsal.stack.preview();
            expect(failed).to.equal(true);
            expect(diagnostics.join()).to.match(
                /The routes of VPC \S+ would no longer be managed while dxvif-\w+ carries traffic: /,
            );
        });

        it("end with the link, and what was found stays", async () => {
            await rehearsal.stack.setArgs(naming(rehearsal, { manageVpcRoutes: true }));
            expect((await rehearsal.stack.destroy()).failed).to.equal(false);
            expect(worldOf(rehearsal.simulator)).to.deep.equal(worldBefore);
        });
    });
});
