import { expect } from "chai";

import { startSimulator, type Simulator } from "../../simulator/server";
import { LeastPrivilege } from "../harness/leastPrivilege";
import { withoutCosts } from "../harness/outcome";
import { compiledProgram } from "../harness/project";
import { quickstartArgs, writesOf } from "../harness/rehearsal";
import { makeStack, type RealStack } from "../harness/stack";

/** Every other test has the policies that its command needs; here they stay what they are. */
describe("a program whose user may only read", () => {
    let simulator: Simulator;
    let privilege: LeastPrivilege;
    let stack: RealStack;

    before(async () => {
        simulator = await startSimulator({ speed: 600 });
        const args = quickstartArgs(simulator);
        privilege = new LeastPrivilege(simulator);
        privilege.addLinks(args);
        stack = await makeStack(simulator, compiledProgram("link"));
        await stack.setArgs(args);
    });
    after(async () => {
        await simulator.close();
        await stack.remove();
    });

    it("is previewed, and writes nothing: each line says which permission is missing", async () => {
        privilege.permit("preview");
        const { failed, diagnostics } = await stack.preview();
        expect({ failed, diagnostics: withoutCosts(diagnostics) }).to.deep.equal({ failed: false, diagnostics: [] });
        const refused = await stack.up();
        expect(refused.failed).to.equal(true);
        const [connection] = simulator.world.aws.connections.keys();
        const { accountId, region } = simulator.description.credentials.aws;
        const arn = (service: string, resource: string): string =>
            `arn:aws:${service}:${region}:${accountId}:${resource}`;
        const mayNot = (action: string, resource: string): string =>
            `User: arn:aws:iam::${accountId}:user/engineer is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
        const dxcon = arn("directconnect", `dxcon/${connection}`);
        // The mark comes before the acceptance.
        expect(refused.diagnostics.sort()).to.deep.equal([
            `error: Direct Connect connection ${connection}: AWS says AccessDeniedException: ${mayNot("directconnect:TagResource", dxcon)}. Grant this permission to the caller.`,
            "error: creating TransitRouterVbrAttachment: Forbidden.RAM: User not authorized to operate on the specified resource, or this API doesn't support RAM.",
            `error: creating VpnGateway: UnauthorizedOperation: You are not authorized to perform this operation. ${mayNot("ec2:CreateVpnGateway", arn("ec2", "vpn-gateway/*"))}`,
            "error: update failed",
        ]);
        expect(writesOf(simulator)).to.deep.equal([]);
    });

    it("comes up once it may write, and is refreshed and previewed by who may not", async () => {
        privilege.permit("up");
        const { failed, diagnostics } = await stack.up();
        expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
        privilege.permit("preview");
        expect((await stack.refresh()).failed).to.equal(false);
        expect((await stack.preview()).steps).to.deep.equal({});
    });

    it("is not destroyed by who may not write, and whole afterwards", async () => {
        const before = writesOf(simulator);
        expect((await stack.destroy()).failed).to.equal(true);
        expect(writesOf(simulator)).to.deep.equal(before);
        privilege.permit("up");
        const { failed, diagnostics } = await stack.destroy();
        expect(failed, diagnostics.join("\n")).to.equal(false);
    });
});
