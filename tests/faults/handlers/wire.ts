import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { loopback } from "../../../simulator/listen";

/** A port on loopback behind which one world after the other is served: opening one for each of thousands of cells would cost most of the time. */
export interface Wire {
    url: string;
    serve(listener: RequestListener): void;
    /** Ends what hangs and what is kept open, so that nothing of one cell reaches into the next. */
    hangUp(): void;
    close(): Promise<void>;
}

export async function openWire(keepsIdleConnections: boolean): Promise<Wire> {
    let current: RequestListener = (_request, response) => response.destroy();
    const unanswered = new Set<ServerResponse>();
    const server = createServer((request, response) => {
        unanswered.add(response);
        response.once("close", () => unanswered.delete(response));
        current(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
    return {
        url: `http://${loopback}:${(server.address() as AddressInfo).port}`,
        serve: (listener) => (current = listener),
        hangUp() {
            for (const response of unanswered) {
                response.destroy();
            }
            if (!keepsIdleConnections) {
                server.closeAllConnections();
            }
        },
        close: () => closed(server),
    };
}

function closed(server: Server): Promise<void> {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}
