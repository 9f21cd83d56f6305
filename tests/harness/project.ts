import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

export const root = path.resolve(__dirname, "..", "..", "..");

/** A user's project outside the repository, in which the package is linked, as a package manager would. */
export interface Project {
    /** As its Pulumi.yaml has it. */
    name: string;
    stackName: string;
    writeInto(workDir: string): Promise<void>;
}

/** One whose program is one of `tests/e2e/programs`, compiled. */
export function compiledProgram(program: string): Project {
    return compiledAt("e2e", path.join("tests", "e2e", "programs", `${program}.js`));
}

/** The program of the README, compiled. */
export const quickstart = compiledExample("multicloud", "quickstart");

/** The program in a folder below `examples`, compiled. */
export function compiledExample(name: string, folder: string): Project {
    return compiledAt(name, path.join("examples", folder, "index.js"));
}

/** One of the programs that are compiled with this repository: of `dist`. */
export function compiledAt(name: string, file: string): Project {
    return {
        name,
        stackName: "test",
        async writeInto(workDir) {
            await linkPackages(workDir, ["@pulumi"]);
            const compiled = path.join(root, "dist", file);
            await writeFile(path.join(workDir, "index.js"), `module.exports = require(${JSON.stringify(compiled)});\n`);
            await writeFile(
                path.join(workDir, "Pulumi.yaml"),
                `name: ${name}\nruntime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n`,
            );
        },
    };
}

/** As Pulumi's own TypeScript template has it. */
const tsconfig = {
    compilerOptions: {
        strict: true,
        target: "es2020",
        module: "commonjs",
        moduleResolution: "node",
        forceConsistentCasingInFileNames: true,
    },
    files: ["index.ts"],
};

/** A copy of one of `examples`, in TypeScript as it is, with the configuration that the example has for the stack. */
export function example(folder: string, name: string, stackName: string): Project {
    return typeScriptProgram(path.join("examples", folder), name, stackName);
}

/** A copy of a folder of the repository, whose types Pulumi checks at each run, as a user's. */
export function typeScriptProgram(folder: string, name: string, stackName: string): Project {
    return {
        name,
        stackName,
        async writeInto(workDir) {
            await cp(path.join(root, folder), workDir, { recursive: true });
            await linkPackages(workDir, ["@pulumi", "@types", "typescript"]);
            await writeFile(path.join(workDir, "tsconfig.json"), JSON.stringify(tsconfig));
        },
    };
}

async function linkPackages(workDir: string, names: readonly string[]): Promise<void> {
    const modules = path.join(workDir, "node_modules");
    await mkdir(modules, { recursive: true });
    await symlink(root, path.join(modules, "pulumi-multicloud-connection"));
    await linkCommand(path.join(modules, ".bin"));
    for (const name of names) {
        await symlink(path.join(root, "node_modules", name), path.join(modules, name));
    }
    await writeFile(path.join(workDir, "package.json"), JSON.stringify({ name: "program", private: true }));
}

/** Where npx finds it. */
async function linkCommand(bin: string): Promise<void> {
    await mkdir(bin);
    const main = path.join(root, "dist", "cli", "main.js");
    const command = `#!/bin/sh\nexec ${process.execPath} ${main} "$@"\n`;
    await writeFile(path.join(bin, "pulumi-multicloud-connection"), command, { mode: 0o755 });
}
