import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";

const root = path.resolve(__dirname, "..", "..", "..", "..");
const requireTool = createRequire(path.join(root, "tools", "_.js"));

interface Mutation {
    rule: string;
    what: string;
    file: string;
    find: string;
    replace: string;
}

const { problemsOf } = requireTool("./mutations/check") as {
    problemsOf: (given: { root: string; rules: string[]; catalogue: Mutation[]; tests: object[] }) => string[];
};

const isOpen = "module.exports = (key) => key.fits && !key.stolen;\n";
const tests = `
    const assert = require("node:assert");
    const isOpen = require("../simulator/door");
    it("P1: a key that does not fit opens nothing", () => assert.equal(isOpen({ fits: false }), false));
    it("P2: a key that fits opens", () => assert.equal(isOpen({ fits: true }), true));
    it("a stolen key opens nothing", () => assert.equal(isOpen({ fits: true, stolen: true }), false));
`;
const anyKey: Mutation = { rule: "P1", what: "any key", file: "simulator/door.ts", find: "key.fits &&", replace: "" };
const noKey: Mutation = { ...anyKey, rule: "P2", what: "no key", find: "key.fits && !key.stolen", replace: "false" };
const stolenKey: Mutation = { ...anyKey, rule: "P2", what: "a stolen key", find: "&& !key.stolen", replace: "" };

describe("the check of mutations", function () {
    this.timeout(60_000);
    let folder: string;

    beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "multicloud-mutations-"));
        for (const [file, text] of [
            ["tsconfig.json", '{ "compilerOptions": { "target": "es2022" } }'],
            ["simulator/door.ts", isOpen],
            ["dist/simulator/door.js", isOpen],
            ["tests/door.test.ts", ""],
            ["dist/tests/door.test.js", tests],
        ] as const) {
            await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
            await writeFile(path.join(folder, file), text);
        }
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    function start(catalogue: Mutation[], rules = ["P1", "P2"]) {
        const given = JSON.stringify({ root: folder, rules, catalogue, testFolders: ["tests"] });
        const program = `
            const { runMutations } = require("./tools/mutations/run");
            const interruption = new AbortController();
            process.on("SIGTERM", () => interruption.abort());
            require("./tools/prepare").main(() => runMutations({ ...${given}, interrupted: interruption.signal }));`;
        const child = spawn(process.execPath, ["-e", program], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
        const shown: string[] = [];
        for (const stream of [child.stdout, child.stderr]) {
            stream.on("data", (data: Buffer) => shown.push(data.toString()));
        }
        const ended = once(child, "close").then(([code]) => ({ code: code as unknown, lines: linesOf(shown) }));
        return { child, ended };
    }

    const linesOf = (shown: string[]): string[] => shown.join("").trimEnd().split("\n");
    const run = (...given: Parameters<typeof start>) => start(...given).ended;

    it("names the test that noticed each", async () => {
        expect(await run([anyKey, noKey])).to.deep.equal({
            code: 0,
            lines: [
                "P1  | any key | P1: a key that does not fit opens nothing",
                "P2  | no key  | P2: a key that fits opens",
                "mutations: 2 of 2 caught",
            ],
        });
    });

    it("fails where none that names the rule does, whatever others notice", async () => {
        expect(await run([anyKey, stolenKey])).to.deep.equal({
            code: 1,
            lines: [
                "P1  | any key      | P1: a key that does not fit opens nothing",
                "P2  | a stolen key | SURVIVED: none of 1 tests fails",
                "mutations: 1 of 2 caught",
            ],
        });
    });

    it("does not take code that cannot run for a broken rule", async () => {
        const { code, lines } = await run([anyKey, { ...noKey, replace: "unheardOf" }]);
        expect([code, lines[1]]).to.deep.equal([
            1,
            "P2  | no key  | SURVIVED: ReferenceError: unheardOf is not defined",
        ]);
    });

    it("names all that is wrong with the catalogue, and runs nothing then", async () => {
        const stale = { ...anyKey, find: "key.isRight" };
        expect(await run([stale, { ...anyKey, find: "key" }], ["P1", "P2", "P3"])).to.deep.equal({
            code: 1,
            lines: [
                "P2: nothing breaks it. Add a mutation to tools/mutations/catalogue.",
                "P3: nothing breaks it. Add a mutation to tools/mutations/catalogue.",
                "P3: no test has it in its title.",
                'P1, "any key": the text to break stands 0 times in simulator/door.ts, not once: key.isRight',
                'P1, "any key": the text to break stands 3 times in simulator/door.ts, not once: key',
            ],
        });
    });

    it("demands tests that pass before anything is broken", async () => {
        await writeFile(path.join(folder, "dist/simulator/door.js"), "module.exports = () => undefined;\n");
        const { code, lines } = await run([anyKey, noKey]);
        expect(code).to.equal(1);
        expect(lines).to.deep.equal([
            "Fails before anything is broken: P1: a key that does not fit opens nothing; P2: a key that fits opens",
        ]);
    });

    it("ends when it is interrupted, a mutation that runs for ever with it, and leaves nothing behind", async () => {
        const before = await readdir(folder, { recursive: true });
        const forEver = { ...anyKey, find: "key.fits", replace: "(() => { for (;;); })()" };
        const { child, ended } = start([noKey, forEver, forEver]);
        await once(child.stdout, "data");
        child.kill("SIGTERM");
        const { code, lines } = await ended;
        expect([code, lines.slice(1)]).to.deep.equal([130, ["Interrupted."]]);
        expect(await readdir(folder, { recursive: true })).to.deep.equal(before);
        expect(execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })).not.to.include(folder);
    });

    it("has a mutation for every rule of the physics, each with a text that stands in the code once", () => {
        const catalogue = requireTool("./mutations/catalogue") as Mutation[];
        const rules = Array.from({ length: 44 }, (_, index) => `P${index + 1}`);
        expect(problemsOf({ root, rules, catalogue, tests: [{ rules }] })).to.deep.equal([]);
    });
});
