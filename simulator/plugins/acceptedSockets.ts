import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/** Node.js names every connection that any server of the process accepts here. */
const channel = "net.server.socket";

/**
 * The open connections of one port, also those that no server library hands out. gRPC's own shutdown waits for the other side of a
 * connection to end it, and a client that never does would keep the process (measured, @grpc/grpc-js 1.14.7).
 */
export class AcceptedSockets {
    private readonly sockets = new Set<Socket>();

    constructor(private readonly port: number) {
        subscribe(channel, this.accept);
    }

    destroy(): void {
        unsubscribe(channel, this.accept);
        this.sockets.forEach((socket) => socket.destroy());
    }

    private readonly accept = (message: unknown): void => {
        const { socket } = message as { socket: Socket };
        if (socket.localPort === this.port) {
            this.sockets.add(socket);
            socket.once("close", () => this.sockets.delete(socket));
        }
    };
}
