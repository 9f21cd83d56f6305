import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The simulator is for this machine alone. */
export const loopback = "127.0.0.1";

export interface Listening {
    port: number;
    close(): Promise<void>;
}

/** Serves on loopback; port 0 takes any that is free. */
export async function listen(listener: RequestListener, port: number): Promise<Listening> {
    const server = createServer(listener);
    await new Promise<void>((resolve, reject) => {
        server.once("error", (error: NodeJS.ErrnoException) => {
            reject(
                new Error(`Port ${port} ${stateOf(error)}. Choose another --port; the next one is used too.`, {
                    cause: error,
                }),
            );
        });
        server.listen(port, loopback, resolve);
    });
    return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function stateOf({ code, message }: NodeJS.ErrnoException): string {
    if (code === "EADDRINUSE") {
        return "is taken by another process";
    }
    return code === "EACCES" ? "is kept for the system" : `cannot be served (${code ?? message})`;
}

function close(server: Server): Promise<void> {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}
