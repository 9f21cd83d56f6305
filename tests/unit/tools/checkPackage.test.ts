import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";

const root = path.resolve(__dirname, "..", "..", "..", "..");
const requireTool = createRequire(path.join(root, "tools", "_.js"));
const undeclaredImports = requireTool("./checkPackage/undeclaredImports") as (folder: string) => string[];
const problemsOfContents = requireTool("./checkPackage/contents") as (
    files: { path: string; size: number }[],
    manifest: object,
    root: string,
) => string[];

describe("the check of the package", () => {
    let folder: string;

    beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "multicloud-check-"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    async function write(files: Record<string, string>): Promise<void> {
        for (const [name, text] of Object.entries(files)) {
            await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
            await writeFile(path.join(folder, name), text);
        }
    }

    it("finds whatever a shipped file imports and package.json does not declare", async () => {
        await write({
            "package.json": JSON.stringify({
                name: "ours",
                dependencies: { "@scope/declared": "1.0.0" },
                peerDependencies: { peer: "^1.0.0" },
                devDependencies: { developed: "1.0.0" },
            }),
            "dist/index.js": [
                'require("node:fs"); require("path"); require("./other"); require("ours/handlers");',
                'require("@scope/declared/deep"); require("peer/deep/path");',
                'require("developed"); import("@scope/dynamic/deep"); requireBySdk("of-somebody-else");',
            ].join("\n"),
            "dist/index.d.ts":
                'import type { A } from "typed/deep";\nexport declare const a: import("in-a-type").B;\nexport * from "again";\n',
        });
        expect(undeclaredImports(folder).sort()).to.deep.equal([
            "dist/index.d.ts imports again, which package.json does not declare.",
            "dist/index.d.ts imports in-a-type, which package.json does not declare.",
            "dist/index.d.ts imports typed, which package.json does not declare.",
            "dist/index.js imports @scope/dynamic, which package.json does not declare.",
            "dist/index.js imports developed, which package.json does not declare.",
        ]);
    });

    const sources = {
        "index.ts": "",
        "cli/main.ts": "",
        "components/plan.ts": "",
        "provider/rules/asns.ts": "",
        "topology/model.ts": "",
        "simulator/server.ts": "",
        "simulator/fidelity/ec2.ts": "",
    };
    const manifest = { main: "./dist/index.js", exports: { ".": { types: "./dist/index.d.ts" } } };
    const shipped = [
        "LICENSE",
        "README.md",
        "package.json",
        "dist/index.js",
        "dist/index.d.ts",
        "dist/cli/main.js",
        "dist/components/plan.js",
        "dist/components/plan.d.ts",
        "dist/provider/rules/asns.js",
        "dist/provider/rules/asns.d.ts",
        "dist/topology/model.js",
        "dist/topology/model.d.ts",
        "dist/simulator/server.js",
        "dist/host/handlers.js",
        "dist/host/ec2.js",
        "dist/host/LICENSES.txt",
    ].map((file) => ({ path: file, size: 100 }));

    it("takes a tarball that holds what the sources say", async () => {
        await write(sources);
        expect(problemsOfContents(shipped, manifest, folder)).to.deep.equal([]);
    });

    it("names every file that is missing, stale, or of no use to a user", async () => {
        await write(sources);
        const missing = ["LICENSE", "dist/simulator/server.js", "dist/host/LICENSES.txt"];
        const files = [
            ...shipped.filter(({ path }) => !missing.includes(path)),
            { path: "dist/components/gone.js", size: 1 },
            { path: "dist/tests/unit/some.test.js", size: 1 },
            { path: "dist/examples/quickstart/index.js", size: 1 },
            { path: "dist/cli/main.d.ts", size: 1 },
            { path: "dist/simulator/fidelity/ec2.js", size: 1 },
            { path: "dist/host/handlers.d.ts", size: 1 },
        ];
        expect(problemsOfContents(files, { ...manifest, bin: { tool: "./dist/cli/tool.js" } }, folder)).to.deep.equal([
            "LICENSE is missing.",
            "dist/simulator/server.js is missing.",
            "dist/host/LICENSES.txt is missing.",
            "dist/components/gone.js has no business in it.",
            "dist/tests/unit/some.test.js has no business in it.",
            "dist/examples/quickstart/index.js has no business in it.",
            "dist/cli/main.d.ts has no business in it.",
            "dist/simulator/fidelity/ec2.js has no business in it.",
            "dist/host/handlers.d.ts has no business in it.",
            "dist/cli/tool.js is named in package.json and is missing.",
        ]);
    });

    it("refuses a package that has grown", async () => {
        await write(sources);
        const files = shipped.map((file) => ({ ...file, size: 1_000_000 }));
        expect(problemsOfContents(files, manifest, folder)).to.deep.equal([
            "It unpacks to 16000000 bytes; at most 3000000 are expected.",
        ]);
    });
});
