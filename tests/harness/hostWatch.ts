import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** Sees a dynamic host that an engine starts: each one holds a connection as long as it lives. */
export interface HostWatch {
    /** To be added to the engine's environment. */
    environment: Record<string, string>;
    /** The next host, once it has started. */
    started: Promise<{ ended: Promise<unknown> }>;
    close(): Promise<void>;
}

export async function watchHost(): Promise<HostWatch> {
    const server = net.createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as net.AddressInfo;
    const folder = await mkdtemp(path.join(tmpdir(), "multicloud-watch-"));
    const preload = path.join(folder, "preload.js");
    await writeFile(
        preload,
        `if (/dynamic-provider/.test(process.argv[1])) {
            require("node:net").connect(${port}, "127.0.0.1").on("error", () => {}).unref().resume();
        }`,
    );
    return {
        environment: { NODE_OPTIONS: `--require ${preload}` },
        started: once(server, "connection").then(([connection]) => {
            const socket = (connection as net.Socket).on("error", () => undefined).resume();
            return { ended: once(socket, "close") };
        }),
        async close() {
            server.close();
            await rm(folder, { recursive: true, force: true });
        },
    };
}
