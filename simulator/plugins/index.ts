import type { handleUnaryCall, Server } from "@grpc/grpc-js";

import type { Credentials } from "../credentials";
import type { KeyStore } from "../keys";
import { loopback } from "../listen";
import type { World } from "../world/world";
import { AcceptedSockets } from "./acceptedSockets";
import { Connections } from "./connections";
import { methodsOf, type Methods } from "./methods";
import { refusalOf } from "./refusal";
import { grpc, resourceProviderService } from "./stubs";

export interface Plugins {
    port: number;
    close(): void;
}

/** The engine's own limit (pulumi/pulumi, sdk/go/common/util/rpcutil: 400 MB). */
const largestMessageBytes = 400 * 1024 * 1024;

/**
 * Stand-ins for the official `aws` and `alicloud` resource providers, for PULUMI_DEBUG_PROVIDERS: one server for both, which the
 * engine connects to once a provider instance, and which outlives every update.
 */
export async function startPlugins(world: World, keys: KeyStore, credentials: Credentials): Promise<Plugins> {
    const server = new grpc.Server({
        "grpc.max_receive_message_length": largestMessageBytes,
        "grpc.max_send_message_length": largestMessageBytes,
        // Node.js leaves some connections open that broke the protocol (measured with random bytes): they answer no ping.
        "grpc.keepalive_time_ms": 300_000,
    });
    server.addService(resourceProviderService, implement(methodsOf(new Connections(world, keys, credentials))));
    const port = await bind(server);
    const sockets = new AcceptedSockets(port);
    return {
        port,
        // An orderly shutdown waits for the engine's connections, which never end (measured).
        close() {
            server.forceShutdown();
            sockets.destroy();
        },
    };
}

function bind(server: Server): Promise<number> {
    return new Promise((resolve, reject) => {
        server.bindAsync(`${loopback}:0`, grpc.ServerCredentials.createInsecure(), (error, port) => {
            if (error === null) {
                resolve(port);
            } else {
                reject(error);
            }
        });
    });
}

type Method = (request: unknown, peer: string, ended: AbortSignal) => object | Promise<object>;

function implement(methods: Methods): Record<string, handleUnaryCall<unknown, object>> {
    return Object.fromEntries(
        Object.entries(methods).map(([name, method]: [string, Method]) => [
            name,
            (call, callback) => {
                const end = new AbortController();
                call.on("cancelled", () => end.abort());
                Promise.resolve()
                    .then(() => method(call.request, call.getPeer(), end.signal))
                    .then(
                        (answer) => callback(null, answer),
                        (error: unknown) => callback(refusalOf(error)),
                    );
            },
        ]),
    );
}
