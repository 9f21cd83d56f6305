import { expect } from "chai";

import { preflightHandler } from "../../../provider/preflight/handler";

function reasons(before: unknown, after: unknown): string[] {
    const olds = before === undefined ? undefined : { routeTableIds: before };
    return preflightHandler
        .check({ routeTableIds: after }, olds)
        .map(({ property, reason }) => `${property}: ${reason}`);
}

describe("Preflight's check of route tables that were there before", () => {
    it("refuses one that goes to another place, with the line that keeps its name", () => {
        expect(reasons(["rtb-a", "rtb-b"], ["rtb-b"])).to.deep.equal([
            'routeTableIds: aws.routeTableIds moves rtb-b from "1" to "0": a route table under a new name would end without propagation. Keep the names: write aws.routeTableIds: { "1": "rtb-b" }',
        ]);
    });

    it("names new tables around those that were there", () => {
        expect(reasons(["rtb-a", "rtb-b"], ["rtb-c", "rtb-a", "rtb-b"])).to.deep.equal([
            'routeTableIds: aws.routeTableIds moves rtb-a from "0" to "1", rtb-b from "1" to "2": a route table under a new name would end without propagation. Keep the names: write aws.routeTableIds: { "2": "rtb-c", "0": "rtb-a", "1": "rtb-b" }',
        ]);
    });

    it("refuses one that gets another key", () => {
        expect(reasons({ main: "rtb-a" }, { primary: "rtb-a" })).to.have.length(1);
        expect(reasons({ main: "rtb-a" }, ["rtb-a"])).to.have.length(1);
    });

    const harmless: [string, unknown, unknown][] = [
        ["none before", undefined, ["rtb-a"]],
        ["the same", ["rtb-a", "rtb-b"], ["rtb-a", "rtb-b"]],
        ["one added behind", ["rtb-a"], ["rtb-a", "rtb-b"]],
        ["the last removed", ["rtb-a", "rtb-b"], ["rtb-a"]],
        ["another in its place", ["rtb-a", "rtb-b"], ["rtb-c", "rtb-b"]],
        ["an array as the record of its places", ["rtb-a", "rtb-b"], { "1": "rtb-b" }],
        ["one named twice", ["rtb-a"], ["rtb-a", "rtb-a"]],
        ["an unknown one", ["rtb-a", "rtb-b"], ["04da6b54-80e4-46f7-96ec-b56ff0331ba9", "rtb-b"]],
        ["all unknown", ["rtb-a"], "04da6b54-80e4-46f7-96ec-b56ff0331ba9"],
    ];
    for (const [what, before, after] of harmless) {
        it(`takes ${what}`, () => {
            expect(reasons(before, after)).to.deep.equal([]);
        });
    }
});
