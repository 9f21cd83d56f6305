import { expect } from "chai";

import type { CenGrant } from "../../simulator/world/alibabaState";
import type { Values } from "../harness/providerClient";
import { errorOf } from "../support/rejects";
import { startStandIns, type StandInName, type StandIns } from "./standIns";

const otherAccountId = "6543210987654321";
const otherCenId = "cen-other";

interface GrantKind {
    inputs: (vbrId: string) => Values;
    id: (vbrId: string) => string;
    madeBy: CenGrant["madeBy"];
}

/** The VBR's owner grants it to another account's CEN, by one or the other official resource. */
const kinds: Partial<Record<StandInName, GrantKind>> = {
    cenInstanceGrant: {
        inputs: (childInstanceId) => ({ childInstanceId }),
        id: (vbrId) => `${otherCenId}:${vbrId}:${otherAccountId}`,
        madeBy: "GrantInstanceToCen",
    },
    grantRuleToCen: {
        inputs: (instanceId) => ({ instanceId }),
        id: (vbrId) => `${otherCenId}:${otherAccountId}:${vbrId}`,
        madeBy: "GrantInstanceToCen",
    },
    grantAttachment: {
        inputs: (instanceId) => ({ instanceId, instanceType: "ExpressConnect", orderType: "PayByResourceOwner" }),
        id: (vbrId) => `ExpressConnect:${vbrId}:${otherAccountId}:${otherCenId}`,
        madeBy: "GrantInstanceToTransitRouter",
    },
};

for (const [key, { inputs: ofVbr, id, madeBy }] of Object.entries(kinds)) {
    const name = key as StandInName;

    describe(`the stand-in ${name} for an official resource`, () => {
        let standIns: StandIns;
        let vbrId: string;

        beforeEach(async () => {
            standIns = await startStandIns({ guesses: { borderRouterGrantToOtherAccount: "allowed" } });
            vbrId = standIns.simulator.description.world.vbrId ?? "";
            standIns.simulator.world.alibaba.cens.set(otherCenId, {
                cenId: otherCenId,
                ownerId: otherAccountId,
                name: "other",
                status: "Active",
            });
        });
        afterEach(() => standIns.stop());

        const inputs = (): Values => ({ cenId: otherCenId, cenOwnerId: otherAccountId, ...ofVbr(vbrId) });

        it("grants, is read and imported by its ID, and revokes", async () => {
            const made = await standIns.make(name, inputs());
            expect(made.id).to.equal(id(vbrId));
            expect(made.outputs).to.deep.include(inputs());
            const { grants } = standIns.simulator.world.alibaba;
            expect(
                grants.map((grant) => [grant.cenId, grant.instanceId, grant.instanceType, grant.madeBy]),
            ).to.deep.equal([[otherCenId, vbrId, "VBR", madeBy]]);
            expect((await standIns.read(made.urn, made.id, {})).inputs).to.deep.equal(inputs());
            await standIns.delete(made.urn, made.id, made.outputs);
            expect(grants).to.deep.equal([]);
            expect((await standIns.read(made.urn, made.id, made.outputs, made.inputs)).id).to.equal("");
            await standIns.delete(made.urn, made.id, made.outputs);
        });

        it("is not found by an ID of another form", async () => {
            const { urn } = await standIns.make(name, inputs());
            expect((await errorOf(standIns.read(urn, "one:two", {}))).message).to.match(
                /Invalid Resource Id one:two\. Expected parts' length [34], got 2$/,
            );
        });

        it("passes on that a VBR is not granted to another account by default", async () => {
            standIns.simulator.world.guesses.borderRouterGrantToOtherAccount = "refused";
            expect((await errorOf(standIns.make(name, inputs()))).message).to.match(
                /^creating \w+: Invalid\.Grant: Can not grant to other owner cen\.$/,
            );
        });
    });
}
