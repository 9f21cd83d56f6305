import { expect } from "chai";

import { startSimulator } from "../../simulator/server";
import { LeastPrivilege, underLeastPrivilege } from "../harness/leastPrivilege";
import { example } from "../harness/project";
import { quickstartArgs } from "../harness/rehearsal";
import { makeStack } from "../harness/stack";

/** What the files Pulumi.dev.yaml and Pulumi.prod.yaml make of one program; "staging" has no file, so every optional key is unset. */
const stacks = [
    { stackName: "dev", amazonSideAsn: "64512" },
    { stackName: "prod", amazonSideAsn: "64600" },
    { stackName: "staging", amazonSideAsn: "64512" },
];

describe("the example with a stack for each environment", () => {
    for (const { stackName, amazonSideAsn } of stacks) {
        it(`${stackName}: up, nothing to do, destroy`, async () => {
            const simulator = await startSimulator({ speed: 600 });
            const privilege = new LeastPrivilege(simulator);
            privilege.addLinks(quickstartArgs(simulator));
            const project = example("per-environment", "environments", stackName);
            const stack = underLeastPrivilege(await makeStack(simulator, project), privilege);
            try {
                const {
                    vbrId = "",
                    cenId,
                    transitRouterId = "",
                    awsVpcId,
                    routeTableIds,
                } = simulator.description.world;
                await stack.setConfig("vbrId", vbrId);
                await stack.setConfig("cenId", cenId);
                await stack.setConfig("transitRouterId", transitRouterId);
                await stack.setConfig("vpcId", awsVpcId);
                await stack.setConfig("routeTables.main", routeTableIds[0] ?? "");
                await stack.setConfig("routeTables.private", routeTableIds[1] ?? "");

                const { failed, diagnostics, steps } = await stack.up();
                expect({ failed, diagnostics }).to.deep.equal({ failed: false, diagnostics: [] });
                expect(steps).to.include({
                    [`${stackName}-link-route-propagation-main`]: "create",
                    [`${stackName}-link-route-propagation-private`]: "create",
                });
                expect(await stack.outputs()).to.deep.nested.include({
                    "verification.bgpStatus": "up",
                    addresses: { aws: "169.254.10.2/30", alibaba: "169.254.10.1/30" },
                });
                const gateway = (await stack.resources()).find(({ type }) => type === "aws:ec2/vpnGateway:VpnGateway");
                expect(gateway?.outputs).to.include({ amazonSideAsn });
                expect((await stack.preview()).steps).to.deep.equal({});

                expect((await stack.destroy()).failed).to.equal(false);
                const [connection] = [...simulator.world.aws.connections.values()];
                expect(connection?.connectionState).to.equal("available");
            } finally {
                await simulator.close();
                await stack.remove();
            }
        });
    }
});
