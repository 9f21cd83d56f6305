import { expect } from "chai";

import { engineGroups } from "../faults/engine/groups";

describe("the fault matrix, on the real engine", function () {
    this.timeout(600_000);

    it("has 60 cells at least, and none twice", () => {
        const cells = engineGroups.flatMap((group) => group.cells);
        expect(cells.length).to.be.at.least(60);
        expect(new Set(cells).size).to.equal(cells.length);
    });

    for (const { name, cells, run } of engineGroups) {
        it(`${name} (${cells.join("; ")})`, async () => {
            expect(await run()).to.deep.equal({ duplicates: 0, orphans: 0 });
        });
    }
});
