import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";

import { closeWires } from "../faults/handlers/bench";
import { cells, healthyRunOf, onceForEachAction } from "../faults/handlers/cells";
import { operations } from "../faults/handlers/operations/index";

describe("the fault matrix, on the handlers", function () {
    this.timeout(30_000);

    after(closeWires);

    for (const operation of operations) {
        it(`has every action that ${operation.name} calls`, async () => {
            expect((await healthyRunOf(operation)).actions).to.have.members(operation.actions);
        });
    }

    it("has every action that the clients of both clouds can call", () => {
        const sources = ["alibaba", "alibabaCredentials", "alibabaVpcRoutes", "aws", "awsClientOptions"].map((file) =>
            readFileSync(path.join(__dirname, "..", "..", "provider", "clouds", `${file}.js`), "utf8"),
        );
        const names =
            /new (?:sdk\.)?(\w+)Command\(|"((?:Assume|Create|Delete|Describe|Get|List|Modify|Tag|Untag|(?:Associate|Dissociate|Enable|Disable|Update)TransitRouter)\w+)"/g;
        const called = sources.flatMap((text) =>
            [...text.matchAll(names)].map(([, ofAws, ofAlibaba]) => ofAws ?? ofAlibaba),
        );
        const inTheMatrix = operations.flatMap(({ actions }) => actions.map((action) => action.split(".")[1]));
        expect(called).to.include("ConfirmConnection").and.include("CreateBgpGroup").and.include("AssumeRole");
        expect([...new Set(called)].filter((action) => !inTheMatrix.includes(action))).to.deep.equal([]);
    });

    it("has no cell twice", () => {
        expect(new Set(cells.map(({ name }) => name)).size).to.equal(cells.length);
    });

    for (const { name, run } of onceForEachAction()) {
        it(name, async () => {
            expect(await run()).to.deep.equal({ duplicates: 0, orphans: 0 });
        });
    }
});
