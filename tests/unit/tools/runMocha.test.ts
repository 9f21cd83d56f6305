import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";

const root = path.resolve(__dirname, "..", "..", "..", "..");
const runMocha = path.join(root, "tools", "test", "runMocha.js");

interface Answer {
    exitCode: number;
    counts: { passed: number; failed: number; skipped: number };
    slowest: { title: string; seconds: number }[];
    interrupted: boolean;
}

describe("a run of mocha by npm test", () => {
    let folder: string;

    beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "multicloud-mocha-"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    /** What `runMocha` answers for a test file of this text, and what was shown meanwhile. */
    async function run(
        text: string,
        { flags = [], environment = {} }: { flags?: string[]; environment?: Record<string, string> } = {},
    ) {
        const file = path.join(folder, "some.test.js");
        await writeFile(file, text);
        const values = JSON.stringify([...flags, file]);
        const { CI: _CI, ...inherited } = process.env;
        const child = spawn(
            process.execPath,
            [
                "-e",
                `require(${JSON.stringify(runMocha)})(${values}, process.env).then((run) => process.send(run), (error) => process.send(error.message))`,
            ],
            { env: { ...inherited, ...environment }, stdio: ["ignore", "pipe", "pipe", "ipc"] },
        );
        let shown = "";
        child.stdout?.on("data", (data: Buffer) => (shown += data.toString()));
        child.stderr?.on("data", (data: Buffer) => (shown += data.toString()));
        const [answers] = await Promise.all([once(child, "message"), once(child, "close")]);
        return { answer: answers[0] as Answer, shown };
    }

    const mixed = `
        describe("mixed", () => {
            it("passes", () => console.log("  9 passing\\n9 passed, 9 failed"));
            it("fails", () => { throw new Error("on purpose"); });
            it.skip("is skipped", () => undefined);
        });`;

    for (const flags of [[], ["--parallel", "--jobs", "2"]]) {
        it(`counts what ran, whatever the tests print${flags.length === 0 ? "" : ", also in parallel"}`, async () => {
            const { answer, shown } = await run(mixed, { flags });
            const { slowest, ...rest } = answer;
            expect(rest).to.deep.equal({
                exitCode: 1,
                counts: { passed: 1, failed: 1, skipped: 1 },
                interrupted: false,
            });
            expect(slowest.map(({ title }) => title)).to.have.members([
                "mixed passes",
                "mixed fails",
                "mixed is skipped",
            ]);
            expect(shown).to.include("on purpose");
        });
    }

    it("names the ten slowest tests, the slowest first", async () => {
        const lasting = (milliseconds: number): string =>
            `it("${milliseconds} ms", () => new Promise((resolve) => setTimeout(resolve, ${milliseconds})));`;
        const quick = Array.from({ length: 12 }, (_, index) => `it("quick ${index}", () => undefined);`);
        const { answer } = await run([...quick, lasting(40), lasting(200)].join("\n"));
        expect(answer.slowest).to.have.length(10);
        expect(answer.slowest.slice(0, 2).map(({ title }) => title)).to.deep.equal(["200 ms", "40 ms"]);
        expect(answer.slowest[0]?.seconds).to.be.within(0.19, 60);
    });

    it("refuses a skipped test in CI", async () => {
        const { answer, shown } = await run('it("passes", () => undefined); it.skip("is skipped", () => undefined);', {
            environment: { CI: "true" },
        });
        expect(answer).to.deep.include({ exitCode: 1 });
        expect(shown).to.include("Pending test forbidden");
    });

    it("fails where mocha ends before its tests do, also with exit code 0", async () => {
        const { answer, shown } = await run('it("ends everything", () => process.exit(0));');
        expect(answer).to.deep.equal({
            exitCode: 1,
            counts: { passed: 0, failed: 0, skipped: 0 },
            slowest: [],
            interrupted: false,
        });
        expect(shown).to.include("mocha ended before its tests did (exit code 0).");
    });

    it("passes an interruption on to mocha, and waits for its end", async () => {
        const { answer, shown } = await run(
            'it("is interrupted", () => { process.kill(process.ppid, "SIGINT"); return new Promise(() => undefined); });',
        );
        expect(answer).to.deep.equal({
            exitCode: 130,
            counts: { passed: 0, failed: 0, skipped: 0 },
            slowest: [],
            interrupted: true,
        });
        expect(shown).to.include("mocha ended before its tests did (SIGINT).");
    });
});
