import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import path from "node:path";

const tools = path.resolve(__dirname, "..", "..", "..", "..", "tools");

export interface Asked {
    /** The tool's module, from `tools/`, and the function of it that gets what is asked for. */
    module: string;
    finder: string;
    /** The home: its `bin` is all that is on PATH, its `cache` the cache folder. */
    folder: string;
    /** The command that is on PATH, and its script; without a script there is what was there before. */
    command: string;
    script: string | undefined;
}

/** Asks a tool in a process of its own: its exit code, and the answer or the line that it ended with. */
export async function askTool({
    module,
    finder,
    folder,
    command,
    script,
}: Asked): Promise<{ code: number | null; answer: string }> {
    if (script !== undefined) {
        await writeFile(path.join(folder, "bin", command), script, { mode: 0o755 });
    }
    const program = `
        const { main } = require(${JSON.stringify(path.join(tools, "prepare.js"))});
        const { ${finder} } = require(${JSON.stringify(path.join(tools, module))});
        main(async () => {
            console.log(await ${finder}(() => {}));
            return 0;
        });`;
    const child = spawn(process.execPath, ["-e", program], {
        env: { PATH: path.join(folder, "bin"), HOME: folder, XDG_CACHE_HOME: path.join(folder, "cache") },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (data: Buffer) => (said += data.toString()));
    child.stderr.on("data", (data: Buffer) => (said += data.toString()));
    const [code] = (await once(child, "close")) as [number | null];
    return { code, answer: said.trim() };
}
