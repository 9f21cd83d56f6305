import { expect } from "chai";

import { adoptionIn, detachGateway, loseAnswer, losses, type Loss } from "../harness/lostAnswer";
import { rehearse, worldOf } from "../harness/rehearsal";

/** By what was lost: what the one line calls it. */
const left: [Loss, RegExp][] = [
    [
        losses.gateway,
        /Preflight: Virtual private gateway vgw-\w+, made for VPC vpc-\w+, is left, and the state does not hold it/,
    ],
    [
        losses.virtualInterface,
        /BgpAuthKey: Virtual interface dxvif-\w+, made for VBR vbr-\w+, is left, and the state does not hold it/,
    ],
    [
        losses.attachment,
        /BorderRouter: Attachment tr-attach-\w+ of VBR vbr-\w+ to transit router tr-\w+ is left, and the state does not hold it/,
    ],
    [
        losses.association,
        /LeftoverCheck: The association of attachment tr-attach-\w+ with route table vtb-\w+ is left, and the state does not hold it/,
    ],
    [
        losses.propagation,
        /LeftoverCheck: The propagation of attachment tr-attach-\w+ to route table vtb-\w+ is left, and the state does not hold it/,
    ],
];

describe("destroy of a half-created stack that lost an answer", () => {
    for (const [{ action, argument, idOf }, line] of left) {
        it(`of ${action}: one line; up with what it says, and destroy leaves the world as it was`, async () => {
            const rehearsal = await rehearse();
            const { simulator, stack, args } = rehearsal;
            const before = worldOf(simulator);
            try {
                loseAnswer(simulator.world, action);
                expect((await stack.up()).failed).to.equal(true);
                const { failed, diagnostics } = await stack.destroy();
                expect(failed).to.equal(true);
                expect(diagnostics.filter((text) => line.test(text))).to.have.length.above(0);
                const adopt = { [argument]: idOf(simulator) };
                expect(adoptionIn(diagnostics)).to.deep.equal(adopt);

                await stack.setArgs({ ...args, adopt });
                const up = await stack.up();
                expect({ failed: up.failed, diagnostics: up.diagnostics }).to.deep.equal({
                    failed: false,
                    diagnostics: [],
                });
                expect((await stack.destroy()).failed).to.equal(false);
                expect(worldOf(simulator)).to.deep.equal(before);
            } finally {
                await rehearsal.end();
            }
        });
    }

    it("of AttachVpnGateway: one line with the command, after which destroy leaves the world as it was", async () => {
        const rehearsal = await rehearse();
        const { simulator, stack, args } = rehearsal;
        const before = worldOf(simulator);
        try {
            loseAnswer(simulator.world, "AttachVpnGateway");
            expect((await stack.up()).failed).to.equal(true);
            const { diagnostics } = await stack.destroy();
            const ends = { vpnGatewayId: losses.gateway.idOf(simulator), vpcId: args.aws.vpcId };
            expect(diagnostics.join("\n")).to.include(
                `Delete it (aws ec2 detach-vpn-gateway --vpn-gateway-id ${ends.vpnGatewayId} --vpc-id ${ends.vpcId}) and run pulumi destroy again.`,
            );
            await detachGateway(simulator, ends);
            expect((await stack.destroy()).failed).to.equal(false);
            expect(worldOf(simulator)).to.deep.equal(before);
        } finally {
            await rehearsal.end();
        }
    });
});
