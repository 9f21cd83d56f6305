import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";

const root = path.resolve(__dirname, "..", "..", "..", "..");
const version = "3.259.0";
const fetched = `fetched-${version}-${process.platform}-${process.arch}`;

const working = "exit 0";
const broken = "exit 1";
/** Each stands for a command that does what the real one would leave behind. */
const npmThatFetches = `mkdir -p "$PULUMI_HOME/versions/${version}/bin"; cli="$PULUMI_HOME/versions/${version}/bin/pulumi"; printf '#!/bin/sh\\nexit 0\\n' > "$cli"; chmod +x "$cli"`;
const npmWithoutNetwork = "echo 'pulumi: fetch failed' >&2; exit 1";
const goThatBuilds = `while [ "$1" != -o ]; do shift; done; printf '#!/bin/sh\\nexit 0\\n' > "$2"; chmod +x "$2"`;
const hanging = "echo hanging >&2; sleep 600";

interface Answer {
    code: number | null;
    /** The folder, "on PATH", or the error. */
    answer: string;
    /** Without how long a step took. */
    said: string[];
}

describe("the engine for tests and demo", () => {
    let folder: string;
    let cache: string;

    beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "multicloud-engine-"));
        cache = path.join(folder, "cache", "pulumi-multicloud-connection");
        await mkdir(path.join(folder, "bin"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    /** The only commands there are. */
    async function commands(scripts: Record<string, string>): Promise<void> {
        for (const [name, script] of Object.entries(scripts)) {
            const text = `#!/bin/sh\nPATH=/usr/bin:/bin\necho ${name} >> "${path.join(folder, "calls")}"\n${script}\n`;
            await writeFile(path.join(folder, "bin", name), text, { mode: 0o755 });
        }
    }

    async function find(limits: { fetchSeconds?: number } = {}): Promise<Answer> {
        const script = `
            const { main } = require(${JSON.stringify(path.join(root, "tools", "prepare.js"))});
            const { findEngine } = require(${JSON.stringify(path.join(root, "tools", "engine"))});
            main(async () => {
                const found = await findEngine((line) => console.log(line), ${JSON.stringify(limits)});
                console.log(found ?? "on PATH");
                return 0;
            });`;
        const child = spawn(process.execPath, ["-e", script], {
            env: { PATH: path.join(folder, "bin"), HOME: folder, XDG_CACHE_HOME: path.join(folder, "cache") },
            stdio: ["ignore", "pipe", "pipe"],
        });
        let stdout = "";
        let stderr = "";
        child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
        child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
        const [code] = (await once(child, "close")) as [number | null];
        const said = stdout
            .trim()
            .replace(/ in \d+ s$/gm, " in time")
            .split("\n");
        const answer = stderr === "" ? (said.pop() ?? "") : stderr.trim();
        return { code, answer, said };
    }

    const entries = async (): Promise<string[]> => (await readdir(cache)).sort();

    it("is the one on PATH, with nothing written", async () => {
        await commands({ pulumi: working, npm: broken, go: broken });
        expect(await find()).to.deep.equal({ code: 0, answer: "on PATH", said: [] });
        expect(await readdir(folder)).not.to.include("cache");
    });

    it("is fetched by the npm package, and kept", async () => {
        await commands({ npm: npmThatFetches, go: broken });
        const binaries = path.join(cache, fetched, "versions", version, "bin");
        const { answer, said } = await find();
        expect({ answer, said }).to.deep.equal({
            answer: binaries,
            said: [`Fetching the Pulumi CLI ${version} by the npm package "pulumi".`, "  done in time"],
        });
        await commands({ npm: broken });
        expect(await find()).to.deep.equal({ code: 0, answer: binaries, said: [] });
        expect(await entries()).to.deep.equal([fetched]);
    });

    it("is built where the npm package cannot download it, with both plugins beside it, and kept", async () => {
        await commands({ npm: npmWithoutNetwork, go: goThatBuilds });
        const { answer, said } = await find();
        expect(said).to.deep.equal([
            `Fetching the Pulumi CLI ${version} by the npm package "pulumi".`,
            '  The npm package "pulumi" failed (exit code 1): pulumi: fetch failed.',
            `Building the Pulumi CLI ${version} from Go modules; this takes about six minutes, once.`,
            "  done in time",
        ]);
        expect(path.basename(answer)).to.match(/^engine-3\.259\.0-[0-9a-f]{12}$/);
        expect((await readdir(answer)).sort()).to.deep.equal([
            "pulumi",
            "pulumi-language-nodejs",
            "pulumi-resource-pulumi-nodejs",
        ]);
        await commands({ npm: broken, go: broken });
        expect(await find()).to.deep.equal({ code: 0, answer, said: [] });
        expect(await entries()).to.deep.equal([path.basename(answer)]);
    });

    it("does not wait for a download for ever", async () => {
        await commands({ npm: hanging, go: goThatBuilds });
        const { code, said } = await find({ fetchSeconds: 1 });
        expect(code).to.equal(0);
        expect(said[1]).to.equal('  The npm package "pulumi" did not finish within 1 s.');
    });

    it("says in one line what is missing, and leaves nothing", async () => {
        await commands({ npm: npmWithoutNetwork });
        const { code, answer } = await find();
        expect({ code, answer }).to.deep.equal({
            code: 1,
            answer: 'No Pulumi CLI on PATH, and none could be had: The npm package "pulumi" failed (exit code 1): pulumi: fetch failed. There is no "go" on PATH. Install the CLI (https://www.pulumi.com/docs/iac/download-install/) or Go (https://go.dev/dl/).',
        });
        expect(await entries()).to.deep.equal([]);
    });

    it("refuses what came and does not run", async () => {
        await commands({ npm: npmThatFetches.replace("exit 0", "exit 1"), go: broken });
        const { code, said } = await find();
        expect(code).to.equal(1);
        expect(said).to.include("  The Pulumi CLI that came does not run on this machine.");
        expect(await entries()).to.deep.equal([]);
    });

    it("leaves nothing half finished when it is interrupted, and goes no further", async () => {
        await commands({ npm: `kill -TERM "$PPID"; ${hanging}`, go: goThatBuilds });
        expect(await find()).to.deep.include({ code: 143, answer: 'The npm package "pulumi" was interrupted.' });
        expect(await entries()).to.deep.equal([]);
    });

    it("may be fetched by two runs at once", async () => {
        await commands({ npm: npmThatFetches });
        const answers = await Promise.all([find(), find()]);
        expect(answers.map(({ code, answer }) => ({ code, answer }))).to.deep.equal(
            Array(2).fill({ code: 0, answer: path.join(cache, fetched, "versions", version, "bin") }),
        );
        expect(await entries()).to.deep.equal([fetched]);
    });

    it("takes the place of one that does not run any more", async () => {
        await mkdir(path.join(cache, fetched, "versions"), { recursive: true });
        await commands({ npm: npmThatFetches });
        expect((await find()).answer).to.equal(path.join(cache, fetched, "versions", version, "bin"));
    });

    it("removes what a run that was killed left behind a day ago, and no younger draft", async () => {
        const dayBeforeYesterday = new Date(Date.now() - 48 * 60 * 60 * 1000);
        for (const name of ["draft-old", "draft-young"]) {
            await mkdir(path.join(cache, name), { recursive: true });
        }
        await utimes(path.join(cache, "draft-old"), dayBeforeYesterday, dayBeforeYesterday);
        await commands({ npm: npmThatFetches });
        await find();
        expect(await entries()).to.deep.equal(["draft-young", fetched]);
    });
});
