import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";

import { askTool } from "./askTool";

const need =
    "The judges and the Python clients of the tests need Python 3.11 or later: https://www.python.org/downloads/.";
const makeEnvironment = `mkdir "$3/bin"; cp "$0" "$3/bin/python"`;

/** Stands for `python3` and, copied by `-m venv`, for the interpreter of the environment. */
function python({ version = "3.11.9", pip = "exit 0", runs = "exit 0" } = {}): string {
    return `#!/bin/sh
PATH=/usr/bin:/bin
case "$1 $2" in
    "-c import platform"*) echo ${version};;
    "-m venv") ${makeEnvironment};;
    "-m pip") ${pip};;
    "-c import botocore") ${runs};;
esac
`;
}

describe("the Python of the tests", () => {
    let folder: string;
    let cache: string;

    beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "multicloud-python-"));
        cache = path.join(folder, "cache", "pulumi-multicloud-connection");
        await mkdir(path.join(folder, "bin"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    const find = (script?: string): ReturnType<typeof askTool> =>
        askTool({ module: "python", finder: "findPython", folder, command: "python3", script });

    it("is a virtual environment in the cache folder, made once", async () => {
        const first = await find(python());
        expect(first.code).to.equal(0);
        expect(path.relative(cache, first.answer)).to.match(/^python-3\.11\.9-[0-9a-f]{12}\/bin\/python$/);
        expect(await find(python({ pip: "exit 1" }))).to.deep.equal(first);
    });

    it("is another one for another version", async () => {
        const { answer } = await find(python());
        expect((await find(python({ version: "3.12.1" }))).answer).not.to.equal(answer);
    });

    it("is missed in one line where there is none", async () => {
        expect(await find()).to.deep.equal({ code: 1, answer: `There is no "python3" on PATH that runs. ${need}` });
    });

    it("is refused where it is too old for what is pinned", async () => {
        expect(await find(python({ version: "3.10.12" }))).to.deep.equal({
            code: 1,
            answer: `"python3" is Python 3.10.12. ${need}`,
        });
    });

    it("leaves nothing half made where a package cannot be had, or does not run", async () => {
        const { answer } = await find(python({ pip: "echo 'no such hash' >&2; exit 1" }));
        expect(answer.split("\n").at(-1)).to.equal("pip failed (exit code 1): no such hash.");
        expect(await find(python({ runs: "exit 1" }))).to.deep.equal({
            code: 1,
            answer: "The virtual environment that came does not run on this machine.",
        });
        expect(await readdir(cache)).to.deep.equal([]);
    });
});
