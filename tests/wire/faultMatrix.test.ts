import { expect } from "chai";

import { closeWires } from "../faults/bench";
import { cells, healthyRunOf, onceForEachAction } from "../faults/cells";
import { operations } from "../faults/operations/index";

describe("the fault matrix, on the handlers", function () {
    this.timeout(30_000);

    after(closeWires);

    for (const operation of operations) {
        it(`has every action that ${operation.name} calls`, async () => {
            expect((await healthyRunOf(operation)).actions).to.have.members(operation.actions);
        });
    }

    it("has no cell twice", () => {
        expect(new Set(cells.map(({ name }) => name)).size).to.equal(cells.length);
    });

    for (const { name, run } of onceForEachAction()) {
        it(name, async () => {
            expect(await run()).to.deep.equal({ duplicates: 0, orphans: 0 });
        });
    }
});
