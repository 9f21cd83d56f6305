import { expect } from "chai";
import { execFile } from "node:child_process";
import { networkInterfaces } from "node:os";
import { promisify } from "node:util";

import type { SimulatorDescription } from "../../simulator/server";
import { grpcStatusOf, openSession, openSocket, refusalOfConnection, untilClosed, type Ports } from "./openConnections";
import { abortInBody, sendRaw } from "./rawRequest";
import { serve, serveWith, type Serving } from "./simulateCommand";

const head = "POST / HTTP/1.1\r\nhost: localhost\r\n";
const megabyte = 1024 * 1024;

/** Enough for the simulator at work, and a fraction of what it is sent here. */
const heapMegabytes = 128;
const mostGrowthMegabytes = 160;

describe("the command simulate among hostile connections", function () {
    this.timeout(60_000);
    let serving: Serving;
    let ports: Ports;
    let urls: { aws: string; alibaba: string };

    beforeEach(async () => {
        await start();
    });

    afterEach(() => {
        serving.child.kill("SIGKILL");
    });

    async function start(nodeOptions: string[] = []): Promise<void> {
        serving = await (nodeOptions.length > 0 ? serveWith(nodeOptions, "--json") : serve("--json"));
        const { endpoints, providers } = JSON.parse(serving.firstLine) as SimulatorDescription;
        urls = { aws: endpoints.directconnect, alibaba: endpoints.vpc };
        ports = {
            aws: Number(new URL(urls.aws).port),
            alibaba: Number(new URL(urls.alibaba).port),
            plugins: Number(providers.split(":").at(-1)),
        };
    }

    /** Each port answers as on its first day. */
    async function expectServing(): Promise<void> {
        const session = openSession(ports.plugins);
        expect(await grpcStatusOf(session, "GetPluginInfo", Buffer.alloc(0))).to.equal("0");
        session.destroy();
        for (const url of Object.values(urls)) {
            expect(await sendRaw(url, `${head}connection: close\r\ncontent-length: 0\r\n\r\n`)).to.match(
                /^HTTP\/1\.1 400 Bad Request.*Missing(AuthenticationToken|Version)/s,
            );
        }
    }

    it("serves this machine's loopback address alone", async () => {
        const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
        const others = new Set(["127.0.0.2", "::1", ...own.map(({ address }) => address)]);
        others.delete("127.0.0.1");
        for (const port of Object.values(ports) as number[]) {
            for (const address of others) {
                expect(await refusalOfConnection(port, address), address).not.to.equal("connected");
            }
        }
        await expectServing();
    });

    it("answers 200 connections at once on each port", async () => {
        const sockets = await Promise.all(
            [ports.aws, ports.alibaba].flatMap((port) => Array.from({ length: 200 }, () => openSocket(port))),
        );
        const sessions = Array.from({ length: 200 }, () => openSession(ports.plugins));
        const answers = sockets.map((socket) => {
            socket.write(`${head}connection: close\r\ncontent-length: 0\r\n\r\n`);
            return untilClosed(socket);
        });
        const statuses = await Promise.all(
            sessions.map((session) => grpcStatusOf(session, "GetPluginInfo", Buffer.alloc(0))),
        );
        sessions.forEach((session) => session.destroy());
        expect(new Set(statuses)).to.deep.equal(new Set(["0"]));
        expect(new Set((await Promise.all(answers)).map((answer) => answer.slice(0, 12)))).to.deep.equal(
            new Set(["HTTP/1.1 400"]),
        );
    });

    it("refuses bodies of 5 MB, declared and in chunks, and cuts one off that never ends", async () => {
        const body = "x".repeat(5 * megabyte);
        const chunked = `${megabyte.toString(16)}\r\n${body.slice(0, megabyte)}\r\n`;
        const closing = `${head}connection: close\r\n`;
        for (const url of Object.values(urls)) {
            const declared = await sendRaw(url, `${closing}content-length: ${body.length}\r\n\r\n${body}`);
            expect(declared).to.match(/^HTTP\/1\.1 413 Payload Too Large.*"RequestEntityTooLarge"/s);
            const inChunks = await sendRaw(
                url,
                `${closing}transfer-encoding: chunked\r\n\r\n${chunked.repeat(5)}0\r\n\r\n`,
            );
            expect(inChunks).to.match(/^HTTP\/1\.1 413 Payload Too Large.*"RequestEntityTooLarge"/s);
            const endless = await openSocket(Number(new URL(url).port));
            endless.write(`${head}transfer-encoding: chunked\r\n\r\n`);
            const pour = (): void => {
                while (!endless.destroyed && endless.write(chunked)) {
                    // As fast as it is taken.
                }
            };
            endless.on("drain", pour);
            pour();
            expect(await untilClosed(endless)).to.equal("");
        }
        await expectServing();
    });

    it("serves on while others send nothing, half a header, half a body, or a huge header", async () => {
        const idle = await Promise.all(
            Object.values(ports as unknown as Record<string, number>).flatMap((port) => [
                openSocket(port),
                openSocket(port),
            ]),
        );
        idle.forEach((socket) => socket.on("error", () => undefined));
        idle.slice(1, 4).forEach((socket) => socket.write("POST / HT"));
        for (const url of Object.values(urls)) {
            for (let count = 0; count < 50; count += 1) {
                await abortInBody(url, head.trimEnd());
            }
            expect(await sendRaw(url, `${head}x-long: ${"x".repeat(20_000)}\r\n\r\n`)).to.match(/^HTTP\/1\.1 431 /);
            const many = `${"x: y\r\n".repeat(4_000)}content-length: 0\r\n\r\n`;
            expect(await sendRaw(url, `${head}connection: close\r\n${many}`)).to.match(/^HTTP\/1\.1 400 /);
            expect(await sendRaw(url, `${head}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n`)).to.match(
                /^HTTP\/1\.1 400 /,
            );
        }
        await expectServing();
        idle.forEach((socket) => socket.destroy());
    });

    it(`stays within ${heapMegabytes} MB of heap and ${mostGrowthMegabytes} MB of growth, whatever it is sent`, async () => {
        serving.child.kill("SIGKILL");
        await start([`--max-old-space-size=${heapMegabytes}`]);
        await expectServing();
        const before = await residentMegabytes(serving.child.pid ?? 0);
        const manyParameters = "a=1&".repeat(megabyte / 4 - 1);
        const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
        const form = `${head}content-type: application/x-www-form-urlencoded\r\nconnection: close\r\n`;
        for (let round = 0; round < 25; round += 1) {
            await Promise.all(
                Object.values(urls).flatMap((url) => [
                    sendRaw(
                        url,
                        `${head}connection: close\r\ncontent-length: ${5 * megabyte}\r\n\r\n${"x".repeat(5 * megabyte)}`,
                    ),
                    sendRaw(url, `${form}content-length: ${manyParameters.length}\r\n\r\n${manyParameters}`),
                    sendRaw(url, `${head}connection: close\r\ncontent-length: ${deep.length}\r\n\r\n${deep}`),
                ]),
            );
        }
        await expectServing();
        const after = await residentMegabytes(serving.child.pid ?? 0);
        expect(after - before).to.be.below(mostGrowthMegabytes);
    });

    for (const signal of ["SIGTERM", "SIGINT"] as const) {
        it(`ends with 0 within a second of ${signal}, with 200 connections on each port and requests under way`, async () => {
            const sockets = await Promise.all(
                (Object.values(ports) as number[]).flatMap((port) =>
                    Array.from({ length: 200 }, () => openSocket(port)),
                ),
            );
            sockets.forEach((socket, index) => {
                socket.on("error", () => undefined);
                if (index % 2 === 0) {
                    socket.write(`${head}content-length: 1000\r\n\r\nhalf`);
                }
            });
            const session = openSession(ports.plugins);
            expect(await grpcStatusOf(session, "GetPluginInfo", Buffer.alloc(0))).to.equal("0");
            const askedAt = performance.now();
            const ended = serving.end(signal);
            serving.child.kill(signal);
            expect(await ended).to.equal(0);
            expect(performance.now() - askedAt).to.be.below(1000);
            session.destroy();
            sockets.forEach((socket) => socket.destroy());
        });
    }
});

async function residentMegabytes(pid: number): Promise<number> {
    const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
    return Number(stdout) / 1024;
}
