import { expect } from "chai";

import { startSimulator, type Simulator } from "../../simulator/server";
import { compiledProgram } from "../harness/project";
import { makeStack, type RealStack } from "../harness/stack";

/** Why nothing upstream of the virtual interface may change in place, and why the stand-ins hold a table of replace-only properties. */
describe("an update upstream of a virtual interface", () => {
    let simulator: Simulator;
    let stack: RealStack;
    let args: { label: string; vpcId: string; connectionId: string };

    before(async () => {
        simulator = await startSimulator({ speed: 600 });
        const { awsVpcId: vpcId, hostedConnectionId: connectionId = "" } = simulator.description.world;
        const connection = simulator.world.aws.connections.get(connectionId);
        if (connection !== undefined) {
            connection.connectionState = "available";
        }
        args = { label: "one", vpcId, connectionId };
        stack = await makeStack(simulator, compiledProgram("upstream"));
        await stack.setArgs(args);
        await stack.up();
        await stack.setArgs({ ...args, label: "another" });
    });
    after(async () => {
        await simulator.close();
        await stack.remove();
    });

    it("previews as its replacement, for its VLAN is not known meanwhile", async () => {
        const { steps, replacedBecauseOf } = await stack.preview();
        expect(steps).to.deep.equal({ circuit: "update", vif: "replace" });
        expect(replacedBecauseOf).to.deep.equal({ vif: ["vlan"] });
    });

    it("then replaces nothing", async () => {
        expect((await stack.up()).steps).to.deep.equal({ circuit: "update" });
    });
});
