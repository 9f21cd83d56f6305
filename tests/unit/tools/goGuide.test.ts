import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";

import { askTool } from "./askTool";

/** Stands for `go`: leaves a program that ends with `runs`. */
function go({ version = "go1.26.0", build = "exit 0", vet = "exit 0", runs = 2 } = {}): string {
    return `#!/bin/sh
PATH=/usr/bin:/bin
case "$1" in
    env) echo ${version};;
    build) while [ "$1" != -o ]; do shift; done; printf '#!/bin/sh\\nexit ${runs}\\n' > "$2"; chmod +x "$2"; ${build};;
    vet) ${vet};;
esac
`;
}

describe("the console guide in Go", () => {
    let folder: string;
    let cache: string;

    beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "multicloud-go-"));
        cache = path.join(folder, "cache", "pulumi-multicloud-connection");
        await mkdir(path.join(folder, "bin"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    const find = (script?: string): ReturnType<typeof askTool> =>
        askTool({ module: "clients/goGuide.js", finder: "findGoGuide", folder, command: "go", script });

    it("is a program in the cache folder, built once", async () => {
        const first = await find(go());
        expect(first.code).to.equal(0);
        expect(path.relative(cache, first.answer)).to.match(/^go-guide-[0-9a-f]{12}\/guide$/);
        expect(await find(go({ build: "exit 1" }))).to.deep.equal(first);
    });

    it("is another one by another Go", async () => {
        const { answer } = await find(go());
        expect((await find(go({ version: "go1.27.0" }))).answer).not.to.equal(answer);
    });

    it("is missed in one line where there is no Go", async () => {
        expect(await find()).to.deep.equal({
            code: 1,
            answer: `There is no "go" on PATH that runs. The Go client of the tests needs Go 1.25 or later: https://go.dev/dl/.`,
        });
    });

    it("leaves nothing half made where it does not compile, is found fault with, or does not run", async () => {
        const unbuilt = await find(go({ build: "echo 'undefined: vpc' >&2; exit 1" }));
        expect(unbuilt.answer.split("\n").at(-1)).to.equal("go build failed (exit code 1): undefined: vpc.");
        const faulty = await find(go({ vet: "echo 'unreachable code' >&2; exit 1" }));
        expect(faulty.answer.split("\n").at(-1)).to.equal("go vet failed (exit code 1): unreachable code.");
        expect(await find(go({ runs: 126 }))).to.deep.equal({
            code: 1,
            answer: "The console guide in Go that came does not run on this machine.",
        });
        expect(await readdir(cache)).to.deep.equal([]);
    });
});
