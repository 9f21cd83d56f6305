import { once } from "node:events";
import { connect as connectHttp2, type ClientHttp2Session } from "node:http2";
import { connect, type Socket } from "node:net";

/** The three ports that the command serves on. */
export interface Ports {
    aws: number;
    alibaba: number;
    plugins: number;
}

export async function openSocket(port: number, host = "127.0.0.1"): Promise<Socket> {
    const socket = connect(port, host);
    await once(socket, "connect");
    return socket;
}

/** Everything that comes until the other side ends it, however it does. */
export async function untilClosed(socket: Socket): Promise<string> {
    let received = "";
    socket.on("data", (chunk: Buffer) => (received += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    await new Promise<void>((resolve) => socket.once("close", () => resolve()));
    return received;
}

/** The code of the error that a connection ends in; "connected" if there is none. */
export async function refusalOfConnection(port: number, host: string): Promise<string> {
    const socket = connect(port, host);
    const outcome = await new Promise<string>((resolve) => {
        socket.once("connect", () => resolve("connected"));
        socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? ""));
    });
    socket.destroy();
    return outcome;
}

export function openSession(port: number): ClientHttp2Session {
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    session.on("error", () => undefined);
    return session;
}

/** The gRPC status of a call whose message is these bytes. */
export async function grpcStatusOf(session: ClientHttp2Session, method: string, message: Buffer): Promise<string> {
    const stream = session.request({
        ":method": "POST",
        ":path": `/pulumirpc.ResourceProvider/${method}`,
        "content-type": "application/grpc",
        te: "trailers",
    });
    const headers: Record<string, unknown> = {};
    stream.on("response", (received) => void Object.assign(headers, received));
    stream.on("trailers", (received) => void Object.assign(headers, received));
    stream.resume();
    const prefix = Buffer.alloc(5);
    prefix.writeUInt32BE(message.length, 1);
    stream.end(Buffer.concat([prefix, message]));
    await once(stream, "close");
    return String(headers["grpc-status"]);
}
