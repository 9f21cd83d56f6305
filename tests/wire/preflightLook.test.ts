import { expect } from "chai";

import { preflightHandler, type PreflightInputs } from "../../provider/preflight/handler";
import { findScenario, scenarioNames } from "../../simulator/scenarios/index";
import { accessPointId } from "../../simulator/scenarios/order";
import { ManualClock } from "../../simulator/world/clock";
import { World } from "../../simulator/world/world";
import { cloudsOn } from "../support/cloudsOnWorld";
import { fakeContext } from "../support/fakeContext";
import { alibabaAccount, awsAccount } from "../support/samples";
import { joinAndWait } from "../unit/world/joined";

interface Heard {
    refused: string[];
    lines: [string, string][];
}

/** What a check of the resource says, in front of both clouds. */
async function checkedIn(world: World, inputs: PreflightInputs, olds?: PreflightInputs): Promise<Heard> {
    const served = await cloudsOn(world);
    try {
        const context = fakeContext(served.clouds);
        const failures = (await preflightHandler.guard?.(inputs, olds, context)) ?? [];
        return { refused: failures.map(({ reason }) => reason), lines: context.lines };
    } finally {
        await served.close();
    }
}

function worldOf(name: string): { world: World; inputs: PreflightInputs; clock: ManualClock } {
    const scenario = findScenario(name);
    const clock = new ManualClock();
    const world = new World(clock, { durations: scenario.durations, guesses: scenario.guesses });
    const ids = scenario.build(world);
    world.changed();
    const { vbrId, cenId, transitRouterId, transitRouterRouteTableId, awsVpcId: vpcId, routeTableIds } = ids;
    const found = vbrId === undefined ? { search: { accessPointId } } : { vbrId };
    const trafficPath = { transitRouterRouteTableId };
    const accounts = { ...awsAccount, ...alibabaAccount };
    return {
        world,
        clock,
        inputs: { ...accounts, ...found, cenId, transitRouterId, vpcId, routeTableIds, trafficPath },
    };
}

describe("Preflight in front of both clouds", () => {
    /** What a look can see of what cannot come up by itself. */
    const findings: Record<string, RegExp> = {
        expired:
            /^The subscription of circuit pc-\w+, which VBR vbr-\w+ is on, ended on 20\d\d-\d\d-\d\d: no BGP comes up\. /,
    };

    for (const name of scenarioNames) {
        it(`finds in scenario ${name} ${name in findings ? "what is wrong" : "nothing"}`, async () => {
            const { world, inputs } = worldOf(name);
            const { refused, lines } = await checkedIn(world, inputs);
            expect(refused).to.have.length(name in findings ? 1 : 0);
            expect(refused[0] ?? "").to.match(findings[name] ?? /^$/);
            expect(lines).to.deep.equal([]);
            expect(world.log.filter(({ mutating }) => mutating)).to.deep.equal([]);
        });
    }

    it("finds nothing in a link that is up, whose own VIF and routes are its own", async () => {
        const { world, borderRouter, connection, vpc, mainTable, attachment, systemTable } = joinAndWait();
        const inputs: PreflightInputs = {
            ...awsAccount,
            ...alibabaAccount,
            vbrId: borderRouter.vbrId,
            connectionId: connection.connectionId,
            cenId: attachment.cenId,
            transitRouterId: attachment.transitRouterId,
            vpcId: vpc.vpcId,
            routeTableIds: [mainTable.routeTableId],
            search: { vlanMayDiffer: true },
            trafficPath: { transitRouterRouteTableId: systemTable.transitRouterRouteTableId },
        };
        expect(await checkedIn(world, inputs, inputs)).to.deep.equal({ refused: [], lines: [] });
        // To a program that has made nothing they are somebody else's, and neither cloud takes a second one.
        const { refused, lines } = await checkedIn(world, inputs);
        expect(refused).to.have.length(2);
        expect(refused[0]).to.match(
            /^VPC vpc-\w+ has virtual private gateway vgw-\w+ already, and takes no second one\. /,
        );
        expect(refused[1]).to.match(
            /^Hosted connection dxcon-\w+ has virtual interface dxvif-\w+ already, and takes no second one\. /,
        );
        expect(lines).to.deep.equal([]);
    });

    it("asks of a link on a Basic CEN what is in it, and no transit router's table", async () => {
        const { world, inputs } = worldOf("basic-cen");
        await checkedIn(world, inputs);
        const ofCen = world.log.filter(({ service }) => service === "cbn").map(({ action }) => action);
        expect(ofCen.sort()).to.deep.equal(["DescribeCenAttachedChildInstances", "DescribeCens", "ListTransitRouters"]);
    });
});
