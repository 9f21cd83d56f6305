import { open } from "node:fs/promises";

/** Writes `export` lines that only their owner may read: they hold keys. */
export async function writeEnvironment(file: string, environment: Record<string, string>): Promise<void> {
    const lines = Object.entries(environment).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
    try {
        const handle = await open(file, "w", 0o600);
        try {
            // The mode above is for a new file alone.
            await handle.chmod(0o600);
            await handle.writeFile(lines.join(""));
        } finally {
            await handle.close();
        }
    } catch (error) {
        const { code = "unknown" } = error as NodeJS.ErrnoException;
        throw new Error(`File "${file}" cannot be written (${code}). Name one in a folder of yours.`, { cause: error });
    }
}

function quoted(value: string): string {
    return `'${value.replaceAll("'", "'\\''")}'`;
}
