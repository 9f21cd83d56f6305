import { expect } from "chai";
import fc from "fast-check";
import type { ClientHttp2Session } from "node:http2";

import { startSimulator, type Simulator } from "../../simulator/server";
import { provider as messages, Struct } from "../harness/engineStubs";
import { grpcStatusOf, openSession, openSocket, untilClosed } from "./openConnections";
import { members, runs } from "../support/randomValues";
import { tokens } from "./standIns";

/** gRPC status codes (grpc/grpc, doc/statuscodes.md). */
const [ok, unknown, unimplemented, internal] = ["0", "2", "12", "13"];

const preface = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
/** The type of a frame by which HTTP/2 ends a connection (RFC 9113, section 6.8). */
const goAway = "\u0007";

describe("random calls of the stand-ins", function () {
    this.timeout(60_000);
    let simulator: Simulator;
    let session: ClientHttp2Session;
    let port: number;

    before(async () => {
        simulator = await startSimulator({ speed: 3600 });
        port = Number(simulator.providers.split(":").at(-1));
        session = openSession(port);
    });

    after(async () => {
        session.destroy();
        await simulator.close();
    });

    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));

    it("are answered, whatever bytes their message is", async () => {
        const methods = [
            "Check",
            "Diff",
            "Create",
            "Read",
            "Update",
            "Delete",
            "Invoke",
            "Configure",
            "Call",
            "Nothing",
        ];
        const call = fc.tuple(fc.constantFrom(...methods), bytes);
        await fc.assert(
            fc.asyncProperty(fc.array(call, { minLength: 20, maxLength: 20 }), async (calls) => {
                const statuses = await Promise.all(calls.map((asked) => grpcStatusOf(session, ...asked)));
                expect([ok, unknown, unimplemented, internal]).to.include.members(statuses);
            }),
            runs(50),
        );
    });

    it("are answered, whatever properties a resource has", async () => {
        const names = ["vpnGatewayId", "vpcId", "tags", "amazonSideAsn", "vlan", "name", "cenId", "bgpAsn", "vbrId"];
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom(...Object.values(tokens)),
                members(names, ["vgw-1", simulator.description.world.awsVpcId, 64512]),
                async (token, properties) => {
                    const request = new messages.CheckRequest();
                    request.setUrn(`urn:pulumi:test::random::${token}::x`);
                    const plain = JSON.parse(JSON.stringify(properties)) as Parameters<typeof Struct.fromJavaScript>[0];
                    request.setNews(Struct.fromJavaScript(plain));
                    const message = Buffer.from(request.serializeBinary());
                    expect(await grpcStatusOf(session, "Check", message)).to.equal(ok);
                },
            ),
            runs(500),
        );
    });

    it("are answered when they are 5 MB long, or nested five thousand times", async () => {
        expect(await grpcStatusOf(session, "Check", field(1, Buffer.alloc(5 * 1024 * 1024, "a")))).to.equal(ok);
        let value: Buffer = Buffer.from([0x1a, 0]);
        for (let depth = 0; depth < 5000; depth += 1) {
            value = field(6, field(1, value));
        }
        const struct = field(1, Buffer.concat([field(1, Buffer.from("key")), field(2, value)]));
        expect(await grpcStatusOf(session, "Check", field(3, struct))).to.equal(internal);
    });

    it("are refused when a field says to be longer than its message", async () => {
        // Field 13 of UpdateRequest, and 20 GB of it.
        const message = Buffer.from("6aa0c3f4ba4ebabdc7", "hex");
        expect(await grpcStatusOf(session, "Update", message)).to.equal(internal);
    });

    it("end their connection when they are no gRPC, and the next one is served", async () => {
        await fc.assert(
            fc.asyncProperty(fc.constantFrom(preface, Buffer.alloc(0)), bytes, async (start, rest) => {
                const socket = await openSocket(port);
                const ended = new Promise<void>((resolve) => {
                    socket.on("data", (chunk: Buffer) => {
                        if (chunk.toString("latin1").includes(goAway)) {
                            resolve();
                        }
                    });
                });
                const closed = untilClosed(socket);
                socket.end(Buffer.concat([start, rest]));
                await Promise.race([ended, closed]);
                socket.destroy();
            }),
            runs(300),
        );
        expect(await grpcStatusOf(session, "GetPluginInfo", Buffer.alloc(0))).to.equal(ok);
    });
});

/** A length-delimited field of a protocol buffer. */
function field(number: number, content: Buffer): Buffer {
    const length: number[] = [];
    let rest = content.length;
    for (; rest > 127; rest = Math.floor(rest / 128)) {
        length.push((rest % 128) + 128);
    }
    return Buffer.concat([Buffer.from([number * 8 + 2, ...length, rest]), content]);
}
