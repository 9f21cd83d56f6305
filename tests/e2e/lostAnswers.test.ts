import { expect } from "chai";

import { adoptionIn, detachGateway, loseAnswer, losses, type Loss } from "../harness/lostAnswer";
import { rehearse, worldOf, writesOf, type Rehearsal } from "../harness/rehearsal";

/** Each step on what the last one left; the next answer is lost in the very `up` that adopts the last thing. */
function adoptsOneByOne(what: string, lost: Loss[]): void {
    describe(`an answer that was lost for ${what}`, () => {
        let rehearsal: Rehearsal;
        let worldBefore: unknown;

        before(async () => {
            rehearsal = await rehearse();
            worldBefore = worldOf(rehearsal.simulator);
        });
        after(() => rehearsal.end());

        const timesOf = (action: string): number =>
            writesOf(rehearsal.simulator).filter((written) => written === action).length;
        let adopted: Loss | undefined;
        const expectImport = (steps: Record<string, string>): void => {
            if (adopted !== undefined) {
                expect(steps[adopted.child]).to.equal("import");
            }
        };

        for (const loss of lost) {
            const { action, child, argument, idOf } = loss;
            it(`${action}: the next up makes no second one, and names the line that adopts it`, async () => {
                const { simulator, stack, args } = rehearsal;
                loseAnswer(simulator.world, action);
                const cut = await stack.up();
                expect(cut.failed).to.equal(true);
                expectImport(cut.steps);
                await stack.setArgs(args);
                const { failed, diagnostics } = await stack.up();
                expect(failed).to.equal(true);
                expect(diagnostics[0]).to.match(new RegExp(`^error: before hook "${child}-unmanaged" failed: `));
                const adopt = { [argument]: idOf(simulator) };
                expect(adoptionIn(diagnostics)).to.deep.equal(adopt);
                expect(timesOf(action)).to.equal(1);
                await stack.setArgs({ ...args, adopt });
                adopted = loss;
            });
        }

        it("with the last line: up, and nothing was made twice", async () => {
            const { failed, diagnostics, steps } = await rehearsal.stack.up();
            expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
            expectImport(steps);
            for (const { action } of lost) {
                expect([action, timesOf(action)]).to.deep.equal([action, 1]);
            }
        });

        it("without it: nothing to do, and destroy leaves the world as it was", async () => {
            await rehearsal.stack.setArgs(rehearsal.args);
            expect((await rehearsal.stack.preview()).steps).to.deep.equal({});
            expect((await rehearsal.stack.destroy()).failed).to.equal(false);
            expect(worldOf(rehearsal.simulator)).to.deep.equal(worldBefore);
        });
    });
}

adoptsOneByOne("the gateway and the virtual interface", [losses.gateway, losses.virtualInterface]);
adoptsOneByOne("the CEN", [losses.attachment, losses.association, losses.propagation]);

describe("an answer that was lost for the attachment of the gateway", () => {
    it("the next up names the command that detaches it, and after it the link comes up", async () => {
        const rehearsal = await rehearse();
        const { simulator, stack, args } = rehearsal;
        try {
            loseAnswer(simulator.world, "AttachVpnGateway");
            expect((await stack.up()).failed).to.equal(true);
            const { diagnostics } = await stack.up();
            const ends = { vpnGatewayId: losses.gateway.idOf(simulator), vpcId: args.aws.vpcId };
            expect(diagnostics[0]).to.include(
                `Detach it (aws ec2 detach-vpn-gateway --vpn-gateway-id ${ends.vpnGatewayId} --vpc-id ${ends.vpcId}) and run pulumi up again.`,
            );
            await detachGateway(simulator, ends);
            const { failed } = await stack.up();
            expect(failed).to.equal(false);
            expect(writesOf(simulator).filter((action) => action === "CreateVpnGateway")).to.have.length(1);
        } finally {
            await rehearsal.end();
        }
    });
});
