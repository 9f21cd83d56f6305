import { expect } from "chai";

import type { DoctorReport } from "../../cli/doctor/run";
import * as byHand from "../harness/byHand";
import { rehearse, type Rehearsal } from "../harness/rehearsal";

describe("the doctor on a stack", () => {
    let rehearsal: Rehearsal;

    before(async () => {
        rehearsal = await rehearse();
        expect((await rehearsal.stack.up()).failed).to.equal(false);
    });
    after(() => rehearsal.end());

    async function examine(): Promise<{ exitCode: number | null; report: DoctorReport }> {
        const { exitCode, stdout, stderr } = await rehearsal.stack.run(
            "npx pulumi-multicloud-connection doctor --json",
        );
        expect(stderr).to.equal("");
        return { exitCode, report: JSON.parse(stdout) as DoctorReport };
    }

    it("finds nothing once an up is done, and writes nothing", async () => {
        const { world } = rehearsal.simulator;
        world.log.length = 0;
        const { exitCode, report } = await examine();
        expect({ exitCode, ...report, ids: 0, rows: report.rows.filter(({ differs }) => differs) }).to.deep.equal({
            exitCode: 0,
            isWell: true,
            isUp: true,
            findings: [],
            unreadable: [],
            ids: 0,
            rows: [],
        });
        expect(world.log.filter(({ mutating }) => mutating)).to.deep.equal([]);
    });

    it("knows from the state what the link's own are, and names two causes of which one hides the other", async () => {
        const { world, description } = rehearsal.simulator;
        byHand.detachVpnGateway(world);
        byHand.setBusinessStatus(world, "FinancialLocked");
        world.changed();
        const { exitCode, report } = await examine();
        expect(exitCode).to.equal(1);
        expect(report.findings.map(({ cause }) => cause)).to.deep.equal([
            "circuit-locked",
            "gateway-not-attached",
            "propagation-off",
        ]);
        const { vbrId, cenId, transitRouterId, awsVpcId, routeTableIds, hostedConnectionId } = description.world;
        expect(report.ids).to.deep.include({
            vbrId,
            cenId,
            transitRouterId,
            vpcId: awsVpcId,
            routeTableIds,
            connectionId: hostedConnectionId,
        });
    });
});
