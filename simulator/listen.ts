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
                error.code === "EADDRINUSE"
                    ? new Error(`Port ${port} is taken by another process. Choose another port.`, { cause: error })
                    : error,
            );
        });
        server.listen(port, loopback, resolve);
    });
    return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function close(server: Server): Promise<void> {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}
