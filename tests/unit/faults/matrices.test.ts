import { expect } from "chai";

import type { Batch, CellResult } from "../../faults/cell";
import { choiceFrom, chosenOf } from "../../faults/choice";
import { beyond } from "../../faults/effects";
import { engineGroups } from "../../faults/engine/groups";
import { cells } from "../../faults/handlers/cells";
import { adviceIn } from "../../faults/kill/adoptingLine";
import { describeInstant, instantsOf, writesAmong } from "../../faults/kill/instants";
import { failureLine, summaryOf, tableOf } from "../../faults/report";
import { shapeDifferences } from "../../faults/worldShape";

const forgetReplaced = "pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import";

describe("the matrices of kills and faults", () => {
    it("have a name for each cell: faults on the handlers, and at least 60 on the engine", () => {
        const onTheEngine = engineGroups.flatMap((group) => group.cells);
        expect(onTheEngine.length).to.be.at.least(60);
        for (const names of [cells.map(({ name }) => name), onTheEngine]) {
            expect(new Set(names).size).to.equal(names.length);
        }
    });

    it("kill right before and right after each write that took effect, all processes and the command alone", () => {
        const write = (action: string, outcome = "ok") => ({ action, outcome, mutating: true });
        const writes = writesAmong([
            write("Enable"),
            write("Create", "Throttling"),
            write("Enable"),
            { action: "Describe", outcome: "ok", mutating: false },
        ]);
        expect(writes).to.deep.equal([
            { action: "Enable", call: 1 },
            { action: "Enable", call: 2 },
        ]);
        expect(instantsOf(writes.slice(1)).map(describeInstant)).to.deep.equal([
            "all processes killed right before Enable (2)",
            "the command alone killed right before Enable (2)",
            "all processes killed right after Enable (2)",
            "the command alone killed right after Enable (2)",
        ]);
    });

    it("apply what an error asks a person to do, and nothing that only a warning says", () => {
        const diagnostics = [
            'warning: Set adopt: { virtualInterfaceId: "dxvif-1" }',
            'error: before hook failed: set adopt: { vpnGatewayId: "vgw-1" } for one pulumi up',
            "error: Detach it (aws ec2 detach-vpn-gateway --vpn-gateway-id vgw-2 --vpc-id vpc-3) and run pulumi up again.",
            `error: If it was being replaced, then also run ${forgetReplaced}.`,
        ];
        expect(adviceIn({ diagnostics })).to.deep.equal({
            adopt: { vpnGatewayId: "vgw-1" },
            detach: { vpnGatewayId: "vgw-2", vpcId: "vpc-3" },
            script: forgetReplaced,
            lines: ["vpnGatewayId", "detach"],
        });
    });

    it("find what took effect more often than usual, and where two worlds differ", () => {
        expect(beyond(["a", "b", "a", "c"], ["a", "b"])).to.deep.equal(["a", "c"]);
        expect(shapeDifferences({ a: [1, { b: 2 }], c: 3 }, { a: [1, { b: 4 }] })).to.deep.equal([
            "a.1.b is 4 instead of 2",
            "c is null instead of 3",
        ]);
    });
});

describe("a sample of the cells", () => {
    const batches: Batch[] = Array.from({ length: 50 }, (_, index) => ({
        cells: 1 + (index % 3),
        run: () => Promise.resolve([]),
    }));
    const chosen = (...values: string[]): number[] =>
        chosenOf(batches, choiceFrom(values)).map((batch) => batches.indexOf(batch));

    it("has as many cells as it was asked for, the same by the same seed, others by another", () => {
        const sample = chosen("--sample", "20", "--seed", "7");
        const count = sample.reduce((sum, index) => sum + (batches[index]?.cells ?? 0), 0);
        expect(count).to.be.within(20, 22);
        expect(chosen("--sample", "20", "--seed", "7")).to.deep.equal(sample);
        expect(chosen("--sample", "20", "--seed", "8")).to.not.deep.equal(sample);
    });

    it("comes apart into shards that together are all of it", () => {
        const parts = ["1/3", "2/3", "3/3"].flatMap((shard) => chosen("--shard", shard));
        expect(parts.sort((a, b) => a - b)).to.deep.equal(batches.map((_, index) => index));
    });

    it("refuses what it does not understand, in one line", () => {
        const usage =
            "Write: npm run test:faults -- [--matrix kill|fault] [--sample CELLS] [--seed NUMBER] [--shard 1/4] [--jobs N]";
        const refusals: [string[], string][] = [
            [["--sample", "many"], '--sample has "many"; it must be a whole number from 1 on.'],
            [["--shard", "5/4"], '--shard is "5/4"; the part must be one of 1 to 4.'],
            [["--shard", "2"], '--shard is "2"; it must be a part of so many, such as 1/4.'],
            [["--matrix", "both"], '--matrix is "both"; it must be kill or fault.'],
            [["--fast"], "Unknown option '--fast'."],
        ];
        for (const [values, text] of refusals) {
            expect(() => choiceFrom(values)).to.throw(`${text} ${usage}`);
        }
    });
});

describe("the report of the matrices", () => {
    const cell = (changes: Partial<CellResult>): CellResult => ({
        matrix: "kill",
        name: "up: killed",
        duplicates: [],
        orphans: [],
        adoptedByHand: 0,
        ...changes,
    });
    const results = [
        cell({}),
        cell({ adoptedByHand: 2 }),
        cell({ duplicates: ["CreateVpnGateway"], orphans: ["vgw-1"] }),
        cell({ matrix: "fault", name: "engine: reset", failure: "no" }),
    ];

    it("counts cells, not lines, that took one by hand", () => {
        expect(summaryOf(results)).to.deep.equal({
            cells: 4,
            failed: 2,
            duplicates: 1,
            orphans: 1,
            adoptedByHand: 1,
        });
    });

    it("has a row for each group, and one for all", () => {
        expect(tableOf(results).split("\n")).to.deep.equal([
            "matrix         cells  passed  duplicates  orphans  adopting line",
            "kill: up           3       2           1        1              1",
            "fault: engine      1       0           0        0              0",
            "all                4       2           1        1              1",
        ]);
    });

    it("says of a cell that failed everything that is wrong", () => {
        expect(results.slice(2).map(failureLine)).to.deep.equal([
            "FAILED kill | up: killed | CreateVpnGateway took effect once too often; vgw-1 is in no state",
            "FAILED fault | engine: reset | no",
        ]);
    });
});
