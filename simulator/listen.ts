import { createServer, type RequestListener, type Server, type ServerOptions } from "node:http";
import type { AddressInfo } from "node:net";

/** The simulator is for this machine alone. */
export const loopback = "127.0.0.1";

export interface Listening {
    port: number;
    close(): Promise<void>;
}

/** How long a client may take for its headers, and for its whole request: one that never ends would keep its connection for ever. */
const patience: ServerOptions = { headersTimeout: 20_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };

/** Serves on loopback; port 0 takes any that is free. */
export async function listen(
    listener: RequestListener,
    port: number,
    timeouts: ServerOptions = patience,
): Promise<Listening> {
    const server = createServer(timeouts, listener);
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
