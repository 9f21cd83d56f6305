import { connect } from "node:net";

/** Sends bytes as they are and answers what came back until the server closed. */
export async function sendRaw(url: string, text: string): Promise<string> {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
    socket.end(text);
    return new Promise((resolve, reject) => {
        socket.once("close", () => resolve(answer));
        socket.once("error", reject);
    });
}

/** Begins a request, and is gone before its body is there. */
export async function abortInBody(url: string, head: string): Promise<void> {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    await new Promise<void>((resolve) => socket.once("connect", resolve));
    await new Promise<void>((resolve) => socket.write(`${head}\r\ncontent-length: 1000\r\n\r\nhalf`, () => resolve()));
    socket.resetAndDestroy();
    await new Promise<void>((resolve) => socket.once("close", () => resolve()));
}
