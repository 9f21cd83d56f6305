import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";

import { configKeys, parseFleet } from "../../../examples/fleet/fleet";
import { firstErrorLine, isUp, table } from "../../../examples/fleet/report";

const example = readFileSync(path.resolve(__dirname, "../../../../examples/fleet/fleet.json"), "utf8");

const config = {
    "aws:region": "ap-southeast-1",
    "alicloud:region": "ap-southeast-1",
    vbrId: "vbr-1",
    cenId: "cen-1",
    vpcId: "vpc-1",
    routeTableIds: ["rtb-1"],
};
const stack = { name: "prod", config };
const fleet = { parallelStacks: 1, stacks: [stack] };

describe("the file of a fleet", () => {
    it("is read as it is: the example's, and the smallest one", () => {
        expect(parseFleet(example)).to.deep.equal(JSON.parse(example));
        expect(parseFleet(JSON.stringify(fleet))).to.deep.equal(fleet);
    });

    const prod = (changed: object): object => ({ ...fleet, stacks: [{ ...stack, config: { ...config, ...changed } }] });
    const mistakes: [mistake: string, file: unknown, line: string][] = [
        ["no object", [], "the fleet is []; it must be an object."],
        ["nothing", {}, 'the fleet has no "parallelStacks"; it must be a whole number from 1 on.'],
        [
            "half a stack at once",
            { ...fleet, parallelStacks: 0.5 },
            'the fleet has 0.5 as "parallelStacks"; it must be a whole number from 1 on.',
        ],
        [
            "no stack",
            { ...fleet, stacks: [] },
            'the fleet has [] as "stacks"; it must be a list of at least one stack.',
        ],
        ["a stack that is none", { ...fleet, stacks: ["prod"] }, 'stacks[0] is "prod"; it must be an object.'],
        [
            "a name that is none",
            { ...fleet, stacks: [stack, { ...stack, name: "../prod" }] },
            `stacks[1] has "../prod" as "name"; it must be a stack's name: letters, digits, "-", "_" and ".".`,
        ],
        [
            "one name twice",
            { ...fleet, stacks: [stack, stack] },
            'Two stacks have the name "prod"; each must have its own.',
        ],
        [
            "a misspelt key, which would turn the CEN into a Basic one",
            prod({ transitRouterID: "tr-1" }),
            `the config of prod has "transitRouterID"; it can have ${configKeys.join(", ")}.`,
        ],
        ["a missing key", prod({ vpcId: undefined }), 'the config of prod has no "vpcId"; it must be a text.'],
        ["a number for a text", prod({ cenId: 7 }), 'the config of prod has 7 as "cenId"; it must be a text.'],
        [
            "one route table for a list of them",
            prod({ routeTableIds: "rtb-1" }),
            'the config of prod has "rtb-1" as "routeTableIds"; it must be a list of at least one text.',
        ],
        [
            "an environment with something else than texts",
            { ...fleet, stacks: [{ ...stack, environment: { DEBUG: true } }] },
            'stacks[0] has {"DEBUG":true} as "environment"; it must be an object of texts.',
        ],
    ];
    for (const [mistake, file, line] of mistakes) {
        it(`is refused in one line: ${mistake}`, () => {
            expect(() => parseFleet(JSON.stringify(file)))
                .to.throw(Error)
                .with.property("message", line);
        });
    }

    it("is refused in one line: no JSON", () => {
        expect(() => parseFleet("{\n")).to.throw(/^This is not JSON: [^\n]+$/);
    });
});

describe("the table of a fleet", () => {
    it("has one line for each stack, and says how many are up", () => {
        const text = table([
            { name: "dev", result: "up", seconds: 723.4 },
            { name: "prod-singapore", result: "failed", seconds: 9.6, error: "VBR: not there." },
            { name: "staging", result: "unchanged", seconds: 59.6 },
            { name: "late", result: "not begun" },
        ]);
        expect(text.split("\n")).to.deep.equal([
            "stack           result     time    error",
            "dev             up         12m 3s",
            "prod-singapore  failed     10s     VBR: not there.",
            "staging         unchanged  1m 0s",
            "late            not begun",
            "",
            "2 of 4 stacks are up.",
        ]);
    });

    it("counts as up what was up already, and neither what failed nor what was not begun", () => {
        const results = ["up", "unchanged", "failed", "not begun"] as const;
        expect(results.filter((result) => isUp({ name: "prod", result }))).to.deep.equal(["up", "unchanged"]);
    });
});

describe("the first line of an error", () => {
    const lines: [of: string, output: string, line: string][] = [
        [
            "a resource, also where the engine says first that the update failed",
            "code: -2\nDiagnostics:\n  pulumi:pulumi:Stack (fleet-prod):\n    error: update failed\n\n  X (link):\n    error: VBR: not there.\n    More of it.\n",
            "VBR: not there.",
        ],
        [
            "a resource that is half made",
            "    error: 1 error occurred:\n    \t* hosted connection: still pending.\n    Alibaba backend: still Configuring.\n",
            "hosted connection: still pending.",
        ],
        [
            "a resource whose wait was interrupted",
            "error: update canceled\n error: BGP: still down.\n",
            "BGP: still down.",
        ],
        ["the engine, where no resource has one", "Updating\n    error: update failed\n", "update failed"],
        [
            "a command",
            "code: -2\n stdout: \n stderr: Command failed\nerror: no stack named 'prod' found\n",
            "no stack named 'prod' found",
        ],
        [
            "the Automation API, where there is no engine",
            "code: -2\n stdout: \n stderr: Command failed with ENOENT: pulumi version\nspawn pulumi ENOENT\n err?: Error\n",
            "Command failed with ENOENT: pulumi version",
        ],
        ["anything else", "EACCES: permission denied\n    at mkdir", "EACCES: permission denied"],
    ];
    for (const [of, output, line] of lines) {
        it(`is that of ${of}`, () => {
            expect(firstErrorLine(new Error(output))).to.equal(line);
        });
    }
});
